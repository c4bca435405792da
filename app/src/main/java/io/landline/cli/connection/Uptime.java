package io.landline.cli.connection;

import java.time.Duration;

/// The time by which commands wait: it goes forward only, whatever becomes of the wall clock. Stateless; any thread.
public final class Uptime {
    private Uptime() {}

    /// Since some moment that is the same for all of this process.
    public static Duration now() {
        return Duration.ofNanos(System.nanoTime());
    }
}
