package io.landline.attack;

import io.landline.chat.act.Edit;
import io.landline.chat.act.Pin;
import io.landline.chat.act.Poll;
import io.landline.chat.act.React;
import io.landline.chat.act.Reference;
import io.landline.chat.act.Vote;
import io.landline.frame.FrameType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// Acts as fast as TCP takes them: a message and a poll, then edits, reactions, pins and votes on these without end.
record ActFlood(int people) implements Attack {
    private static final int ENTRIES_A_FRAME = 200;
    private static final int REACT = 8;
    private static final int POLL = 10;
    private static final int VOTE = 11;

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, begun, session -> flood(target, session));
    }

    private static void flood(Target target, HostileSession session) throws IOException {
        var log = new HostileLog(session.identity, target.conversation(), ThreadLocalRandom.current().nextLong());
        var entries = new ArrayList<byte[]>();
        entries.add(log.next(HostileLog.TEXT, HostileLog.text(20)));
        Reference text = log.newest();
        entries.add(log.next(POLL, new Poll("Which?", List.of("one", "two"), false, false).toBody()));
        Reference poll = log.newest();
        for (int i = 0;; i++) {
            entries.add(switch (i % 4) {
                case 0 -> log.next(HostileLog.EDIT, new Edit(text, "edit " + i, Set.of()).toBody());
                case 1 -> log.next(REACT, new React(text, Character.toString(0x1F600 + i % 64), true).toBody());
                case 2 -> log.next(HostileLog.PIN, new Pin(text, i % 8 == 2).toBody());
                default -> log.next(VOTE, new Vote(poll, List.of(i / 4 % 2)).toBody());
            });
            if (entries.size() < ENTRIES_A_FRAME) continue;
            session.send(FrameType.ENTRIES, HostileLog.frame(target.conversation(), entries));
            entries.clear();
        }
    }
}
