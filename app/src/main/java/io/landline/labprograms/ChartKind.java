package io.landline.labprograms;

/// What a system's measurement is drawn as.
public enum ChartKind {
    NONE, ROUND_TRIPS, RAMP, UDP_AND_TCP, RATE, TRANSFER, CLIENTS, REACH, THREADS;

    /// Nothing passes between sockets that a diagram could show: the drawing is what there is to see.
    public boolean isAll() {
        return this == REACH || this == THREADS;
    }
}
