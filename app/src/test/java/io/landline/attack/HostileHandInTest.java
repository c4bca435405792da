package io.landline.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.act.HandInBox;
import io.landline.chat.act.HandInReceipt;
import io.landline.chat.act.Reference;
import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FilesToSend;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.node.RunningForTest;
import io.landline.node.port.HandIns.Person;
import io.landline.node.port.HandIns.State;
import io.landline.node.port.NodeEvent;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.testing.Patience;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A member who wants to spoil a hand-in box, at a real node on the loopback interface.
class HostileHandInTest extends HostileMember {
    private static final int CLOSE = 12;
    private static final int COLLECT = 13;
    private static final int RECEIPT = 14;
    private static final int ENTRY_IN_FRAME = 22;
    /// More than are listed of one person, and as many as were looked at in all before.
    private static final int BOXES = 1_000;
    private static final int RECEIPTS = 500;
    private static final int BATCH = 200;

    @BeforeEach
    void joinAsAMember() throws Exception {
        join("");
    }

    private EntryId box(String pattern) throws Exception {
        return ada.node.fileTransfers()
                .handIns()
                .make("#" + Target.KEYED_ROOM,
                        new HandInBox("Essay", Instant.now().plus(Duration.ofDays(1)), pattern, 1_000, true))
                .id();
    }

    /// What Mallory's node would call the box: she reads it in the room like all members.
    private Reference reference(EntryId box) throws Exception {
        while (true) {
            Frame frame = heard.poll(Patience.SECONDS, TimeUnit.SECONDS);
            assertNotNull(frame, "the box does not come");
            if (frame.type() == FrameType.HAVE) askForAll(frame.body());
            if (frame.type() != FrameType.ENTRIES || frame.body().length < ENTRY_IN_FRAME) continue;
            byte[] header = Arrays.copyOfRange(frame.body(), ENTRY_IN_FRAME, ENTRY_IN_FRAME + HostileLog.HEADER_BYTES);
            byte[] hash = HostileLog.sha256(header);
            if (!EntryId.of(Arrays.copyOf(hash, EntryId.BYTES)).equals(box)) continue;
            ByteBuffer at = ByteBuffer.wrap(header);
            return new Reference(ada.node.fingerprint(), at.getLong(48), at.getLong(56),
                    ByteBuffer.wrap(hash).getLong());
        }
    }

    /// Of the first log that Ada says she has.
    private void askForAll(byte[] have) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(have);
        if (in.getShort(17) == 0) return;
        session.send(FrameType.WANT, ByteBuffer.allocate(22 + 57)
                .putInt(1)
                .put(have, 0, 16)
                .putShort((short) 1)
                .put(ada.node.fingerprint().bytes())
                .put(have, 51, 3 * Long.BYTES)
                .put((byte) 0)
                .array());
    }

    private byte[] direct() {
        return ConversationId.direct(ada.node.fingerprint(), mallorys()).bytes();
    }

    private void send(byte[] conversation, List<byte[]> entries) throws Exception {
        for (int i = 0; i < entries.size(); i += BATCH) {
            session.send(FrameType.ENTRIES,
                    HostileLog.frame(conversation, entries.subList(i, Math.min(i + BATCH, entries.size()))));
        }
    }

    /// What everybody else wrote before this text is stored when it is told.
    private void sendAndWait(byte[] conversation, HostileLog log, List<byte[]> entries) throws Exception {
        String last = "the last of " + entries.size();
        entries.add(log.next(HostileLog.TEXT, ("{\"text\":\"" + last + "\"}").getBytes(UTF_8)));
        int before = ada.position();
        send(conversation, entries);
        ada.await(NodeEvent.Message.class, each -> each.text().equals(last), before);
    }

    private List<Person> people(EntryId box, Fingerprint who) throws Exception {
        return ada.node.fileTransfers().handIns().people(box).stream().filter(each -> each.peer().equals(who)).toList();
    }

    private static byte[] bytes(String json) {
        return json.getBytes(UTF_8);
    }

    /// Each offer of Mallory's has one page.
    private byte[] offer(HostileLog log, byte[] conversation, Reference box, String head, byte[] page)
            throws Exception {
        String body = "{" + head + ",\"chunk\":1048576,\"hash\":1,\"manifest\":\""
                + HexFormat.of().formatHex(HostileLog.sha256(page)) + "\",\"for\":" + box.toJson() + "}";
        send(conversation, List.of(log.next(HostileLog.OFFER, bytes(body))));
        return Arrays.copyOf(log.newestHash(), EntryId.BYTES);
    }

    @Test
    void aFloodOfBoxesAndReceiptsHidesNoneAndShutsNobodyOut() throws Exception {
        try (RunningForTest bob = start("Bob", AcceptRule.ASK)) {
            Path mine = Files.createDirectory(folder.resolve("mine"));
            EntryId box = box("");
            Reference reference = reference(box);
            bob.await(NodeEvent.BoxMade.class, each -> each.place().id().equals(box));
            handIn(bob, box, Files.writeString(mine.resolve("first.txt"), "1"));
            var log = new HostileLog(mallory, target.conversation(), 1);
            var boxes = new ArrayList<byte[]>();
            byte[] collect = new HandInBox("Spam", Instant.now(), "", 1, true).toBody();
            for (int i = 0; i < BOXES; i++) boxes.add(log.next(COLLECT, collect));
            sendAndWait(target.conversation(), log, boxes);
            log = new HostileLog(mallory, direct(), 1);
            var receipts = new ArrayList<byte[]>();
            byte[] receipt = new HandInReceipt(EntryId.of(new byte[EntryId.BYTES]), reference, null, Instant.now(),
                    false, 1).toBody();
            for (int i = 0; i < RECEIPTS; i++) receipts.add(log.next(RECEIPT, receipt));
            sendAndWait(direct(), log, receipts);
            assertEquals(1, people(box, bob.node.fingerprint()).getFirst().receipts().size(),
                    "the first one is forgotten");
            handIn(bob, box, Files.writeString(mine.resolve("second.txt"), "2"));
            assertEquals(2, people(box, bob.node.fingerprint()).getFirst().receipts().size());
            assertTrue(ada.node.fileTransfers().handIns().boxes().stream().anyMatch(each -> each.id().equals(box)),
                    "Ada's own box is not listed");
        }
    }

    private void handIn(RunningForTest bob, EntryId box, Path file) throws Exception {
        String offer = bob.node.fileTransfers().handIns().handIn(box, FilesToSend.of(List.of(file))).offer();
        ada.await(NodeEvent.HandedIn.class, each -> each.offer().equals(offer));
    }

    @Test
    void aCloseAReceiptAndLiesOfAMemberChangeNothing() throws Exception {
        EntryId box = box("*.pdf");
        Reference reference = reference(box);
        var inRoom = new HostileLog(mallory, target.conversation(), 1);
        var inDirect = new HostileLog(mallory, direct(), 1);
        var acts = new ArrayList<byte[]>();
        acts.add(inRoom.next(CLOSE, bytes("{\"target\":" + reference.toJson() + ",\"counts\":[]}")));
        sendAndWait(target.conversation(), inRoom, acts);
        acts.clear();
        acts.add(inDirect.next(RECEIPT, new HandInReceipt(EntryId.of(new byte[EntryId.BYTES]), reference, null,
                Instant.now(), false, 1).toBody()));
        sendAndWait(direct(), inDirect, acts);
        assertFalse(ada.node.fileTransfers().handIns().box(box).closed(), "another closed the box");
        assertEquals(State.MISSING, people(box, mallorys()).getFirst().state());

        byte[] fits = page("{\"path\":\"essay.pdf\",\"bytes\":10,\"modified\":0}");
        byte[] other = page("{\"path\":\"virus.exe\",\"bytes\":10,\"modified\":0}");
        byte[] larger = page("{\"path\":\"essay.pdf\",\"bytes\":5000,\"modified\":0}");
        String one = "\"files\":1,\"bytes\":10,\"names\":[\"essay.pdf\"],\"folders\":0";
        byte[] before = offer(inRoom, target.conversation(), reference, one, fits); // all see it: no hand-in
        byte[] many = offer(inDirect, direct(), reference, one.replace("\"files\":1", "\"files\":10001"), fits);
        hears(FrameType.DECLINE, many);
        byte[] large = offer(inDirect, direct(), reference, one.replace("\"bytes\":10", "\"bytes\":1001"), fits);
        hears(FrameType.DECLINE, large);
        byte[] lies = offer(inDirect, direct(), reference, one, other);
        hears(FrameType.MANIFEST_REQUEST, lies);
        sendPage(lies, other);
        hears(FrameType.DECLINE, lies);
        byte[] grows = offer(inDirect, direct(), reference, one, larger);
        hears(FrameType.MANIFEST_REQUEST, grows);
        sendPage(grows, larger);
        ada.await(NodeEvent.TransferFailed.class,
                each -> each.id().offer().equals(HexFormat.of().formatHex(grows)));
        assertTrue(heard.stream()
                .noneMatch(frame -> frame.type() == FrameType.ACCEPT
                        && new String(frame.body(), UTF_8).contains(HexFormat.of().formatHex(before))));
        assertEquals(State.MISSING, people(box, mallorys()).getFirst().state());
    }
}
