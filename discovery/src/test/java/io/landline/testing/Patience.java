package io.landline.testing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

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

    /// Waits in a step that a test holds up until it opens this. Nobody interrupts it; the test has the limit.
    public static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts this", e);
        }
    }
}
