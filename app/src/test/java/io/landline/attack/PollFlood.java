package io.landline.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.chat.act.Edit;
import io.landline.chat.act.Poll;
import io.landline.chat.act.Reference;
import io.landline.chat.act.Vote;
import io.landline.frame.FrameType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/// Polls with as many options as there may be, each as long as it may be and of marks upon marks. Then everybody votes
/// in all of them, ever otherwise: for all options, for options that do not exist, for none; and edits and closes what
/// is no text of theirs.
record PollFlood(int people, List<Reference> polls) implements Attack {
    private static final int POLLS_EACH = 20;
    private static final int ENTRIES_A_FRAME = 100;
    private static final int WAYS = 8;
    private static final int POLL = 10;
    private static final int VOTE = 11;
    private static final int CLOSE = 12;

    PollFlood(int people) { this(people, new CopyOnWriteArrayList<>()); }

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, begun, session -> flood(target, session));
    }

    private void flood(Target target, HostileSession session) throws IOException {
        var log = new HostileLog(session.identity, target.conversation(), ThreadLocalRandom.current().nextLong());
        for (int i = 0; i < POLLS_EACH; i++) {
            send(target, session, List.of(log.next(POLL, poll(i % 2 == 0).toBody())));
            polls.add(log.newest());
        }
        var entries = new ArrayList<byte[]>();
        for (int i = 0;; i++) {
            entries.add(act(log, polls.get(ThreadLocalRandom.current().nextInt(polls.size())), i));
            if (entries.size() < ENTRIES_A_FRAME) continue;
            send(target, session, entries);
            entries.clear();
        }
    }

    private static Poll poll(boolean many) {
        var options = new ArrayList<String>();
        for (int i = 0; i < Poll.OPTIONS_MAX; i++) {
            options.add((i + "a" + "\u0301\u20dd".repeat(Poll.OPTION_BYTES_MAX)).substring(0, 90));
        }
        return new Poll(("a" + "\u0489\u202e".repeat(Poll.QUESTION_BYTES_MAX)).substring(0, 400), options, many, false);
    }

    private static byte[] act(HostileLog log, Reference poll, int number) {
        return switch (number % WAYS) {
            case 0 -> log.next(VOTE, new Vote(poll, List.of()).toBody());
            case 1 -> log.next(VOTE, new Vote(poll, List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)).toBody());
            case 2 -> log.next(VOTE, ("{\"target\":" + poll.toJson() + ",\"choices\":[-1]}").getBytes(UTF_8));
            case 3 -> log.next(VOTE, ("{\"target\":" + poll.toJson() + ",\"choices\":[12]}").getBytes(UTF_8));
            case 4 -> log.next(HostileLog.EDIT, new Edit(poll, "no poll any more", Set.of()).toBody());
            case 5 -> log.next(CLOSE,
                    ("{\"target\":" + poll.toJson() + ",\"counts\":[" + "100000,".repeat(11) + "-7]}").getBytes(UTF_8));
            default -> log.next(VOTE, new Vote(poll, List.of(number / WAYS % Poll.OPTIONS_MAX)).toBody());
        };
    }

    private static void send(Target target, HostileSession session, List<byte[]> entries) throws IOException {
        session.send(FrameType.ENTRIES, HostileLog.frame(target.conversation(), entries));
    }
}
