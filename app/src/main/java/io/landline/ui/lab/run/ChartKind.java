package io.landline.ui.lab.run;

/// What a system's measurement is drawn as.
public enum ChartKind {
    NONE, ROUND_TRIPS, RAMP, UDP_AND_TCP, RATE, TRANSFER, CLIENTS
}
