package io.landline.attack;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Claims of entries that do not exist: of logs of people who do not exist, and beyond the end of every log that the
/// victim has, its own included. What the victim then asks for is answered with nothing, so that it asks on at once.
///
/// @param people who lie
record LyingHaves(int people) implements Attack {
    private static final Duration STEP = Duration.ofMillis(50);
    private static final int HAVES_PER_SECOND = 19;
    /// Below the frames that end a session, the claims beside them.
    private static final int ANSWERS_PER_STEP = 40;
    private static final int HEAD_BYTES = 19;
    private static final int ROW_BYTES = 96;
    private static final int NAME_BYTES = 40;
    private static final int TO_OFFSET = 48;
    private static final int HASH_OFFSET = 56;
    private static final long BEYOND = 1_000_000;

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, begun, session -> lie(target, session));
    }

    private static void lie(Target target, HostileSession session) throws IOException, InterruptedException {
        var asked = new AtomicInteger();
        Map<ByteBuffer, byte[]> rows = new ConcurrentHashMap<>();
        session.hear(frame -> hear(target, frame, asked, rows));
        var haves = new FrameBeat(HAVES_PER_SECOND);
        while (session.isOpen()) {
            for (int i = haves.due(); i > 0; i--) {
                session.send(FrameType.HAVE, JustBelow.claims(target));
                if (!rows.isEmpty()) session.send(FrameType.HAVE, beyond(target, List.copyOf(rows.values())));
            }
            for (int i = 0; i < ANSWERS_PER_STEP; i++) {
                int request = asked.getAndSet(0);
                if (request == 0) break;
                session.send(FrameType.ENTRIES, HostileLog.frame(request, target.conversation(), List.of()));
            }
            Thread.sleep(STEP);
        }
    }

    private static void hear(Target target, Frame frame, AtomicInteger asked, Map<ByteBuffer, byte[]> rows) {
        ByteBuffer body = ByteBuffer.wrap(frame.body());
        if (frame.type() == FrameType.WANT) asked.set(body.getInt());
        if (frame.type() != FrameType.HAVE) return;
        if (!Arrays.equals(target.conversation(), Arrays.copyOf(frame.body(), 16))) return;
        for (int at = HEAD_BYTES; at < frame.body().length && rows.size() < 1_000; at += ROW_BYTES) {
            byte[] row = Arrays.copyOfRange(frame.body(), at, at + ROW_BYTES);
            rows.put(ByteBuffer.wrap(Arrays.copyOf(row, NAME_BYTES)), row);
        }
    }

    /// The same logs, each said to go on, with another hash.
    private static byte[] beyond(Target target, List<byte[]> rows) {
        ByteBuffer out = ByteBuffer.allocate(HEAD_BYTES + rows.size() * ROW_BYTES)
                .put(target.conversation())
                .put((byte) 1)
                .putShort((short) rows.size());
        for (byte[] row : rows) {
            ByteBuffer changed = ByteBuffer.wrap(row.clone());
            changed.putLong(TO_OFFSET, changed.getLong(TO_OFFSET) + BEYOND).putLong(HASH_OFFSET, System.nanoTime());
            out.put(changed.array());
        }
        return out.array();
    }
}
