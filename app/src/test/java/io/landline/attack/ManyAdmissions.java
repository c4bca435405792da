package io.landline.attack;

import io.landline.frame.FrameType;
import io.landline.identity.Identity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Admissions without end: first more than are believed of one signer, then as many by each person that this signer
/// admitted, and so on.
record ManyAdmissions() implements Attack {
    /// By one signer: sixteen times what is believed.
    private static final int BY_ONE = 8_192;

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        begun.run();
        while (true) {
            HostileSession session = HostileSession.joinOrNull(target, Identity.generate(), 0);
            if (session == null) continue;
            try (session) {
                List<Identity> brought = vouch(target, session, session.identity, BY_ONE);
                for (Identity signer : brought.subList(0, Admitting.FRAME_MAX)) {
                    vouch(target, session, signer, Admitting.FRAME_MAX);
                }
            } catch (IOException e) {
                // thrown out: comes again as somebody else
            }
        }
    }

    private static List<Identity> vouch(Target target, HostileSession session, Identity signer, int people)
            throws IOException {
        var brought = new ArrayList<Identity>();
        var frame = new ArrayList<byte[]>();
        for (int i = 0; i < people; i++) {
            Identity member = Identity.generate();
            brought.add(member);
            frame.add(Admitting.admission(target.conversation(), member.publicKey(), signer));
            if (frame.size() < Admitting.FRAME_MAX) continue;
            session.send(FrameType.ADMISSIONS, Admitting.frame(frame));
            frame.clear();
        }
        return brought;
    }
}
