package io.landline.attack;

import io.landline.chat.act.Edit;
import io.landline.chat.act.Pin;
import io.landline.chat.act.Poll;
import io.landline.chat.act.React;
import io.landline.chat.act.Reference;
import io.landline.chat.act.Vote;
import io.landline.frame.FrameType;
import io.landline.peer.Fingerprint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// Acts as fast as TCP takes them: a message and a poll, then edits, reactions, pins and votes on these without end.
record ActFlood(int people) implements Attack {
    private static final int ENTRIES_A_FRAME = 200;
    private static final int EDIT = 6;
    private static final int REACT = 8;
    private static final int PIN = 9;
    private static final int POLL = 10;
    private static final int VOTE = 11;

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, begun, session -> flood(target, session));
    }

    private static void flood(Target target, HostileSession session) throws IOException {
        long id = ThreadLocalRandom.current().nextLong();
        var log = new HostileLog(session.identity, target.conversation(), id);
        var entries = new ArrayList<byte[]>();
        entries.add(log.next(HostileLog.TEXT, HostileLog.text(20)));
        Reference text = named(session, id, 1, log);
        entries.add(log.next(POLL, new Poll("Which?", List.of("one", "two"), false, false).toBody()));
        Reference poll = named(session, id, 2, log);
        for (int i = 0;; i++) {
            entries.add(switch (i % 4) {
                case 0 -> log.next(EDIT, new Edit(text, "edit " + i, Set.of()).toBody());
                case 1 -> log.next(REACT, new React(text, Character.toString(0x1F600 + i % 64), true).toBody());
                case 2 -> log.next(PIN, new Pin(text, i % 8 == 2).toBody());
                default -> log.next(VOTE, new Vote(poll, List.of(i / 4 % 2)).toBody());
            });
            if (entries.size() < ENTRIES_A_FRAME) continue;
            session.send(FrameType.ENTRIES, HostileLog.frame(target.conversation(), entries));
            entries.clear();
        }
    }

    private static Reference named(HostileSession session, long log, long number, HostileLog newest) {
        return new Reference(Fingerprint.ofPublicKey(session.identity.publicKey()), log, number,
                ByteBuffer.wrap(newest.newestHash()).getLong());
    }
}
