package io.landline.attack;

import io.landline.frame.FrameType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.ThreadLocalRandom;

/// Rightly signed entries as fast as TCP takes them.
///
/// @param people who send; in an open room each may be invented
/// @param kind of the entries
/// @param bodyBytes of each entry
/// @param entries of one frame, which holds 128 KiB
record EntryFlood(int people, int kind, int bodyBytes, int entries) implements Attack {
    private static final int TEXT_BYTES = 16_300;
    private static final int UNKNOWN_BYTES = 100_000;

    static EntryFlood ofTexts(int people) {
        return new EntryFlood(people, HostileLog.TEXT, TEXT_BYTES, 7);
    }

    static EntryFlood ofUnknownKinds(int people) {
        return new EntryFlood(people, HostileLog.UNKNOWN, UNKNOWN_BYTES, 1);
    }

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, begun, session -> flood(target, session));
    }

    private void flood(Target target, HostileSession session) throws IOException {
        var log = new HostileLog(session.identity, target.conversation(), ThreadLocalRandom.current().nextLong());
        byte[] body = HostileLog.text(bodyBytes);
        while (true) {
            var run = new ArrayList<byte[]>();
            for (int i = 0; i < entries; i++) run.add(log.next(kind, body));
            session.send(FrameType.ENTRIES, HostileLog.frame(target.conversation(), run));
        }
    }
}
