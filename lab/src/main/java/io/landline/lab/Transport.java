package io.landline.lab;

/// What carries an experiment's messages.
public enum Transport {
    UDP, TCP, NONE
}
