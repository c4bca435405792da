package io.landline.attack;

import java.util.concurrent.atomic.LongAdder;

/// What the attacker got through, for the table.
final class Sent {
    private static final LongAdder BYTES = new LongAdder();
    private static final LongAdder FRAMES = new LongAdder();
    private static final LongAdder SESSIONS = new LongAdder();
    private static final LongAdder REFUSED = new LongAdder();
    private static final LongAdder ANSWERS = new LongAdder();

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

    /// Something that the victim asked for.
    static void answer() {
        ANSWERS.increment();
    }

    static String told() {
        String answers = ANSWERS.sum() == 0 ? "" : String.format(", %,d of them answers", ANSWERS.sum());
        return String.format("%,d MB, %,d frames%s, %,d sessions (%,d refused)", BYTES.sum() / 1_000_000, FRAMES.sum(),
                answers, SESSIONS.sum(), REFUSED.sum());
    }
}
