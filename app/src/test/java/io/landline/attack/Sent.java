package io.landline.attack;

import java.util.concurrent.atomic.LongAdder;

/// What the attacker got through, for the table.
final class Sent {
    private static final LongAdder BYTES = new LongAdder();
    private static final LongAdder FRAMES = new LongAdder();
    private static final LongAdder SESSIONS = new LongAdder();
    private static final LongAdder REFUSED = new LongAdder();

    private Sent() {}

    static void frame(int bytes) {
        BYTES.add(bytes);
        FRAMES.increment();
    }

    static void joined() {
        SESSIONS.increment();
    }

    static void refused() {
        REFUSED.increment();
    }

    static String told() {
        return String.format("%,d MB, %,d frames, %,d sessions (%,d refused)", BYTES.sum() / 1_000_000, FRAMES.sum(),
                SESSIONS.sum(),
                REFUSED.sum());
    }
}
