package io.landline.lab.net;

/// How a TCP server treats several clients.
public enum ServerMode {
    /// A thread for each: all are served at once.
    CONCURRENT,
    /// One after the other: a second client is connected at once, but waits until the first has left.
    SEQUENTIAL
}
