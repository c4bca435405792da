package io.landline.attack;

import io.landline.frame.FrameType;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// People who each write the victim one direct message, and stay: no bound of a person is ever near. Only what is
/// bounded over all of them holds.
record DirectWriters(int people) implements Attack {
    private static final int TEXT_BYTES = 100;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration AGAIN = Duration.ofSeconds(10);

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, AGAIN, begun, DirectWriters::write);
    }

    private static void write(HostileSession session) throws IOException, InterruptedException {
        byte[] direct = ConversationId.direct(session.identity.fingerprint(),
                Fingerprint.ofPublicKey(session.victimKey)).bytes();
        var log = new HostileLog(session.identity, direct, ThreadLocalRandom.current().nextLong());
        session.send(FrameType.ENTRIES, HostileLog.frame(direct,
                List.of(log.next(HostileLog.TEXT, HostileLog.text(TEXT_BYTES)))));
        while (session.isOpen()) Thread.sleep(LOOK);
    }
}
