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
import io.landline.identity.Identity;
import io.landline.node.Node;
import io.landline.node.port.HandIns.Person;
import io.landline.node.port.HandIns.State;
import io.landline.node.port.NodeEvent;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.testing.BackgroundFailures;
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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A member who wants to spoil a hand-in box, at a real node on the loopback interface.
@ExtendWith(BackgroundFailures.class)
class HostileHandInTest {
    private static final int CLOSE = 12;
    private static final int COLLECT = 13;
    private static final int RECEIPT = 14;
    private static final int ENTRY_IN_FRAME = 22;
    /// More than are listed of one person, and as many as were looked at in all before.
    private static final int BOXES = 1_000;
    private static final int RECEIPTS = 500;
    private static final int BATCH = 200;

    @TempDir
    Path folder;
    private final BlockingQueue<NodeEvent> adaIsTold = new LinkedBlockingQueue<>();
    private final BlockingQueue<NodeEvent> bobIsTold = new LinkedBlockingQueue<>();
    private final BlockingQueue<Frame> heard = new LinkedBlockingQueue<>();
    private final Identity mallory = Identity.generate();
    private int udpPort;
    private Node ada;
    private Target target;
    private HostileSession session;

    @BeforeEach
    void joinAsAMember() throws Exception {
        udpPort = FreePorts.udp();
        ada = start("Ada", adaIsTold);
        target = Target.of("127.0.0.1", ada.status().tcpPort(), false, "127.0.0.2", 1, "", 1);
        session = HostileSession.join(target, mallory, 0);
        session.hear(heard::add);
    }

    @AfterEach
    void close() {
        session.close();
        ada.close();
    }

    private Node start(String name, BlockingQueue<NodeEvent> told) throws Exception {
        Node node = Node.open(new NodeOptions(folder.resolve(name), new PeerName(name),
                List.of(new RequestedRoom(new RoomName(Target.KEYED_ROOM), false, Target.KEY)),
                new Network(udpPort, 0, List.of("lo"), List.of()), folder.resolve(name + "-downloads"),
                AcceptRule.ASK, false));
        var _ = node.watch((event, _) -> told.add(event));
        node.start();
        return node;
    }

    private static <E extends NodeEvent> E await(BlockingQueue<NodeEvent> told, Class<E> kind, Predicate<E> fits)
            throws InterruptedException {
        while (true) {
            NodeEvent event = told.poll(Patience.SECONDS, TimeUnit.SECONDS);
            assertNotNull(event, "no " + kind.getSimpleName());
            if (kind.isInstance(event) && fits.test(kind.cast(event))) return kind.cast(event);
        }
    }

    /// The next frame of this kind about that offer.
    private Frame hears(int type, byte[] offer) throws InterruptedException {
        String hex = HexFormat.of().formatHex(offer);
        while (true) {
            Frame frame = heard.poll(Patience.SECONDS, TimeUnit.SECONDS);
            assertNotNull(frame, "no frame " + type + " about " + hex);
            if (frame.type() == type && new String(frame.body(), UTF_8).contains(hex)) return frame;
        }
    }

    private EntryId box(String pattern) throws Exception {
        return ada.fileTransfers()
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
            return new Reference(ada.fingerprint(), at.getLong(48), at.getLong(56), ByteBuffer.wrap(hash).getLong());
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
                .put(ada.fingerprint().bytes())
                .put(have, 51, 3 * Long.BYTES)
                .put((byte) 0)
                .array());
    }

    private byte[] direct() {
        return ConversationId.direct(ada.fingerprint(), Fingerprint.ofPublicKey(mallory.publicKey())).bytes();
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
        send(conversation, entries);
        await(adaIsTold, NodeEvent.Message.class, each -> each.text().equals(last));
    }

    private List<Person> people(EntryId box, Fingerprint who) throws Exception {
        return ada.fileTransfers().handIns().people(box).stream().filter(each -> each.peer().equals(who)).toList();
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

    private static byte[] page(String entries) {
        byte[] json = bytes("{\"entries\":[" + entries + "]}");
        return Arrays.copyOf(json, json.length + 32);
    }

    private void sendPage(byte[] offer, byte[] page) throws Exception {
        session.send(FrameType.MANIFEST_PAGE,
                ByteBuffer.allocate(offer.length + 4 + page.length).put(offer).putInt(0).put(page).array());
    }

    @Test
    void aFloodOfBoxesAndReceiptsHidesNoneAndShutsNobodyOut() throws Exception {
        try (Node bob = start("Bob", bobIsTold)) {
            Path mine = Files.createDirectory(folder.resolve("mine"));
            EntryId box = box("");
            Reference reference = reference(box);
            await(bobIsTold, NodeEvent.BoxMade.class, each -> each.place().id().equals(box));
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
            assertEquals(1, people(box, bob.fingerprint()).getFirst().receipts().size(), "the first one is forgotten");
            handIn(bob, box, Files.writeString(mine.resolve("second.txt"), "2"));
            assertEquals(2, people(box, bob.fingerprint()).getFirst().receipts().size());
            assertTrue(ada.fileTransfers().handIns().boxes().stream().anyMatch(each -> each.id().equals(box)),
                    "Ada's own box is not listed");
        }
    }

    private void handIn(Node bob, EntryId box, Path file) throws Exception {
        String offer = bob.fileTransfers().handIns().handIn(box, FilesToSend.of(List.of(file))).offer();
        await(adaIsTold, NodeEvent.HandedIn.class, each -> each.offer().equals(offer));
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
        assertFalse(ada.fileTransfers().handIns().box(box).closed(), "another closed the box");
        assertEquals(State.MISSING, people(box, Fingerprint.ofPublicKey(mallory.publicKey())).getFirst().state());

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
        await(adaIsTold, NodeEvent.TransferFailed.class,
                each -> each.id().offer().equals(HexFormat.of().formatHex(grows)));
        assertTrue(heard.stream()
                .noneMatch(frame -> frame.type() == FrameType.ACCEPT
                        && new String(frame.body(), UTF_8).contains(HexFormat.of().formatHex(before))));
        assertEquals(State.MISSING, people(box, Fingerprint.ofPublicKey(mallory.publicKey())).getFirst().state());
    }
}
