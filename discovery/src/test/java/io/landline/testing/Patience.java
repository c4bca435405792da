package io.landline.testing;

import java.time.Duration;

/// How long a test waits for what must come. Only a test that fails waits that long, so it is ample: beside other work
/// a computer may take twenty times as long as alone. It bounds nothing that is measured.
///
/// It is less than a minute: what a node does only in its rounds, each minute, must not pass for what it does at once.
public final class Patience {
    public static final int SECONDS = 55;
    public static final int MILLIS = SECONDS * 1_000;
    public static final Duration LIMIT = Duration.ofSeconds(SECONDS);

    /// For programs, which have to start first.
    public static final int PROGRAM_SECONDS = 180;
    public static final Duration OF_PROGRAMS = Duration.ofSeconds(PROGRAM_SECONDS);

    private Patience() {}
}
