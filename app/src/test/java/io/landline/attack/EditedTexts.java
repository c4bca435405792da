package io.landline.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.Reference;
import io.landline.frame.FrameType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Long texts of ever other words, each edited some times and then deleted: all of its words go into the index of the
/// search, and leave it again.
record EditedTexts(int people) implements Attack {
    private static final int EDITS = 8;
    private static final int WORDS = 3_000;
    /// Numbers of four digits to this base.
    private static final int BASE = 36;
    private static final int FIRST = BASE * BASE * BASE;

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, begun, session -> flood(target, session));
    }

    private static void flood(Target target, HostileSession session) throws IOException {
        var random = new Random();
        var log = new HostileLog(session.identity, target.conversation(), random.nextLong());
        while (true) {
            byte[] body = ("{\"text\":\"" + words(random) + "\"}").getBytes(UTF_8);
            send(target, session, log.next(HostileLog.TEXT, body));
            Reference text = log.newest();
            var edits = new ArrayList<Reference>();
            for (int i = 0; i < EDITS; i++) {
                send(target, session, log.next(HostileLog.EDIT, new Edit(text, words(random), Set.of()).toBody()));
                edits.add(log.newest());
            }
            send(target, session, log.next(HostileLog.DELETE, new Delete(text, edits).toBody()));
        }
    }

    private static void send(Target target, HostileSession session, byte[] entry) throws IOException {
        session.send(FrameType.ENTRIES, HostileLog.frame(target.conversation(), List.of(entry)));
    }

    private static String words(Random random) {
        var words = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            words.append(Integer.toString(FIRST + random.nextInt(FIRST * (BASE - 1)), BASE)).append(' ');
        }
        return words.toString();
    }
}
