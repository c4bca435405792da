package io.landline.attack;

import io.landline.frame.FrameType;
import io.landline.identity.Identity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Logs of one entry each, by invented people: more logs than the victim keeps of a conversation. In a
/// keyed room each member vouches for as many as one may, and comes again as another member when those places are
/// taken.
record ManyLogs() implements Attack {
    private static final int LOGS_AN_AUTHOR = 16;
    private static final int ENTRIES_A_FRAME = 400;
    private static final byte[] BODY = HostileLog.text(10);

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        begun.run();
        while (true) {
            HostileSession session = HostileSession.joinOrNull(target, Identity.generate(), 0);
            if (session == null) continue;
            try (session) {
                invent(target, session);
            } catch (IOException e) {
                // thrown out: comes again as somebody else
            }
        }
    }

    private static void invent(Target target, HostileSession session) throws IOException {
        List<Identity> invented = new ArrayList<>();
        for (int i = 0; i < Admitting.FRAME_MAX; i++) invented.add(Identity.generate());
        if (!target.room().open()) {
            session.send(FrameType.ADMISSIONS, Admitting.frame(invented.stream()
                    .map(each -> Admitting.admission(target.conversation(), each.publicKey(), session.identity))
                    .toList()));
        }
        var waiting = new ArrayList<byte[]>();
        for (int log = 0; log < LOGS_AN_AUTHOR; log++) {
            for (Identity author : invented) {
                waiting.add(new HostileLog(author, target.conversation(), log).next(HostileLog.TEXT, BODY));
                if (waiting.size() < ENTRIES_A_FRAME) continue;
                session.send(FrameType.ENTRIES, HostileLog.frame(target.conversation(), waiting));
                waiting.clear();
            }
        }
    }
}
