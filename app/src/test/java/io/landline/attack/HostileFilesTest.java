package io.landline.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.FilesToSend;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.node.RunningForTest;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.node.port.NodeEvent;
import io.landline.peer.Direction;
import io.landline.testing.Patience;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A member says of files what does not hold, what makes no sense, or what comes too soon, to a real node on the
/// loopback interface.
class HostileFilesTest extends HostileMember {
    private static final int FILE_BYTES = 3 * 1024 * 1024;
    private static final String UNKNOWN_OFFER = "00112233445566778899aabbccddeeff";
    private static final String UNKNOWN_TRANSFER = "0123456789abcdef";

    private RunningForTest bob;

    @BeforeEach
    void joinAsAMember() throws Exception {
        bob = start("Bob", AcceptRule.ALL);
        bob.awaitJoined(ada);
        Path first = Files.write(folder.resolve("first.bin"), new byte[FILE_BYTES]);
        String offer = ada.node.chats().send("#" + Target.KEYED_ROOM, FilesToSend.of(List.of(first))).offer();
        bob.await(NodeEvent.Transferred.class, each -> each.id().offer().equals(offer));
        join(offer);
    }

    @AfterEach
    void closeBob() {
        if (bob != null) bob.close();
    }

    private static String hex(int type) {
        return "0x" + Integer.toHexString(type);
    }

    /// Whatever was said before is dealt with once this is answered.
    private boolean isAnswered() throws InterruptedException {
        heard.removeIf(each -> each.type() == FrameType.MANIFEST_PAGE);
        try {
            session.send(FrameType.MANIFEST_REQUEST, "{\"offer\":\"" + target.offer() + "\",\"page\":0}");
        } catch (IOException e) {
            return false;
        }
        for (long left = Patience.SECONDS * 10; left > 0 && session.isOpen(); left--) {
            Frame frame = heard.poll(100, TimeUnit.MILLISECONDS);
            if (frame != null && frame.type() == FrameType.MANIFEST_PAGE) return true;
        }
        assertTrue(!session.isOpen(), "neither answered nor closed");
        return false;
    }

    private void endsTheSession(int type, byte[] body) throws Exception {
        try {
            session.send(type, body);
        } catch (IOException e) {
            throw new AssertionError("closed before " + hex(type), e);
        }
        assertTrue(!isAnswered(), hex(type) + " was taken: " + new String(body, UTF_8));
        session.close();
        joinAgain();
    }

    private void changesNothing(int type, byte[] body) throws Exception {
        session.send(type, body);
        assertTrue(isAnswered(), hex(type) + " ended the session: " + new String(body, UTF_8));
    }

    private void changesNothing(int type, String json) throws Exception {
        changesNothing(type, json.getBytes(UTF_8));
    }

    private static String transfer(String id, String more) {
        return "{\"transfer\":\"" + id + "\"" + more + "}";
    }

    private static String offer(String id, String more) {
        return "{\"offer\":\"" + id + "\"" + more + "}";
    }

    private byte[] of(String offer, int... more) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + more.length).put(HexFormat.of().parseHex(offer));
        for (int each : more) bytes.put((byte) each);
        return bytes.array();
    }

    /// Ada and Bob go on, and Bob has what Ada sends.
    private void assertFilesStillCome() throws Exception {
        Path next = Files.write(folder.resolve("next.bin"), new byte[FILE_BYTES]);
        String offer = ada.node.chats().send("#" + Target.KEYED_ROOM, FilesToSend.of(List.of(next))).offer();
        var got = bob.await(NodeEvent.Transferred.class, each -> each.id().offer().equals(offer));
        assertTrue(got.failures().none());
        assertEquals(-1, Files.mismatch(next, folder.resolve("Bob-downloads/next.bin")));
    }

    private Transfer adasToBob() {
        return ada.node.fileTransfers()
                .recent()
                .stream()
                .filter(each -> each.direction() == Direction.OUT && each.other().peer().equals(bob.node.fingerprint()))
                .filter(each -> each.ids().offer().equals(target.offer()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void h34_framesOfFilesThatCannotBeReadEndTheSessionAndNothingElse() throws Exception {
        String own = FileFrames.transfer(target, session);
        for (String json : List.of("", "{", "[]", "{}", "{\"offer\":7}", offer("ab", ""))) {
            endsTheSession(FrameType.ACCEPT, json.getBytes(UTF_8));
        }
        endsTheSession(FrameType.DECLINE, new byte[]{(byte) 0xff, (byte) 0xfe, 0});
        endsTheSession(FrameType.DONE, transfer("zz", "").getBytes(UTF_8));
        for (String numbers : List.of("-1", "1.5", "1e3000")) {
            endsTheSession(FrameType.RECEIVED, transfer(own, ",\"bytes\":" + numbers).getBytes(UTF_8));
            endsTheSession(FrameType.MANIFEST_REQUEST,
                    offer(target.offer(), ",\"page\":" + numbers).getBytes(UTF_8));
        }
        endsTheSession(FrameType.LOST_FILES,
                transfer(own, ",\"reason\":\"source-gone\",\"files\":[1000000]").getBytes(UTF_8));
        endsTheSession(FrameType.MANIFEST_PAGE, of(target.offer(), 0, 0, 0));
        endsTheSession(FrameType.MANIFEST_PAGE, of(target.offer(), 0xff, 0xff, 0xff, 0xff));
        endsTheSession(FrameType.HASHES, of(target.offer(), 0, 0));
        for (int type = FrameType.SWARM_MEMBER; type <= FrameType.SWARM_FINISHED; type++) {
            endsTheSession(type, of(target.offer(), 9, 9, 9, 9, 9, 9, 9));
        }
        assertFilesStillCome();
    }

    @Test
    void h34_whatIsSaidOfFilesInTheWrongOrderOrOfOthersChangesNothing() throws Exception {
        String own = FileFrames.transfer(target, session);
        Transfer before = adasToBob();
        for (String each : List.of(UNKNOWN_TRANSFER, before.ids().transfer(), own)) {
            changesNothing(FrameType.RECEIVED, transfer(each, ",\"bytes\":7"));
            changesNothing(FrameType.PAUSE, transfer(each, ""));
            changesNothing(FrameType.RESUME, transfer(each, ""));
            changesNothing(FrameType.FAILED, transfer(each, ",\"reason\":\"disk-full\",\"resumable\":true"));
            changesNothing(FrameType.FAILED, transfer(each, ",\"reason\":\"nonsense\",\"resumable\":false"));
            changesNothing(FrameType.LOST_FILES, transfer(each, ",\"reason\":\"source-gone\",\"files\":[0]"));
            changesNothing(FrameType.DONE, transfer(each, ",\"failed\":1,\"bytes\":9,\"changed\":[0],\"gone\":[0]"));
            changesNothing(FrameType.CANCEL, transfer(each, ""));
        }
        changesNothing(FrameType.DECLINE, offer(UNKNOWN_OFFER, ""));
        changesNothing(FrameType.ACCEPT, offer(UNKNOWN_OFFER, ""));
        changesNothing(FrameType.MANIFEST_REQUEST, offer(UNKNOWN_OFFER, ",\"page\":0"));
        changesNothing(FrameType.MANIFEST_REQUEST, offer(target.offer(), ",\"page\":1000000"));
        changesNothing(FrameType.MANIFEST_PAGE, of(UNKNOWN_OFFER, 0, 0, 0, 0, '{', '}'));
        changesNothing(FrameType.MANIFEST_PAGE, of(target.offer(), 0, 0, 0, 0, '{', '}'));
        for (int again = 0; again < 3; again++) {
            changesNothing(FrameType.ACCEPT, offer(target.offer(), ",\"files\":1000000,\"bytes\":1,\"received\":0"));
            changesNothing(FrameType.DONE, transfer(own, ""));
            changesNothing(FrameType.DONE, transfer(own, ",\"failed\":9,\"bytes\":9,\"changed\":[7],\"gone\":[]"));
            changesNothing(FrameType.DECLINE, offer(target.offer(), ""));
        }
        for (int unused : List.of(0x48, 0x4d, 0x4f, 0x57, FrameType.FILES_MAX)) changesNothing(unused, "{}");
        assertEquals(before.progress(), adasToBob().progress());
        assertEquals(1, ada.node.fileTransfers()
                .recent()
                .stream()
                .filter(each -> each.other().peer().equals(mallorys()))
                .count(), "one transfer to Mallory");
        assertFilesStillCome();
    }

    private static String entry(String path) {
        return "{\"path\":\"" + path + "\",\"bytes\":5,\"modified\":0}";
    }

    private List<String> below(Path top) throws IOException {
        try (Stream<Path> all = Files.walk(top)) {
            return all.map(each -> top.relativize(each).toString()).sorted().toList();
        }
    }

    /// Mallory offers one file of five bytes with this list of it, and Ada takes it by hand.
    private void assertEndsWhenTaken(HostileLog log, byte[] page) throws Exception {
        byte[] body = ("{\"files\":1,\"bytes\":5,\"names\":[\"a.txt\"],\"folders\":0,\"chunk\":1048576,\"hash\":1,"
                + "\"manifest\":\"" + HexFormat.of().formatHex(HostileLog.sha256(page)) + "\"}").getBytes(UTF_8);
        byte[] entry = log.next(HostileLog.OFFER, body);
        byte[] id = Arrays.copyOf(log.newestHash(), 16);
        String offer = HexFormat.of().formatHex(id);
        session.send(FrameType.ENTRIES, HostileLog.frame(target.conversation(), List.of(entry)));
        var offered = ada.await(NodeEvent.Offered.class, each -> each.id().offer().equals(offer));
        ada.node.fileTransfers().accept(offered.id().transfer());
        hears(FrameType.MANIFEST_REQUEST, id);
        sendPage(id, page);
        var end = ada.await(NodeEvent.TransferFailed.class, each -> each.id().offer().equals(offer));
        assertEquals(FailureReason.SOURCE_CHANGED, end.reason());
        assertFalse(end.resumable());
    }

    @Test
    void h53_h65_h68_listsOfFilesThatNoHonestNodeWritesEndTheTransferAndTouchNoFile() throws Exception {
        Files.createDirectories(folder.resolve("Ada-downloads"));
        List<String> before = below(folder.resolve("Ada-downloads"));
        var log = new HostileLog(mallory, target.conversation(), 7);
        for (String path : List.of("../x", "/etc/x", "a//x", "C:\\\\..\\\\x", "a/".repeat(64) + "x", "x/y")) {
            assertEndsWhenTaken(log, page(entry(path)));
        }
        for (String entries : List.of("", entry("a.txt") + "," + entry("b.txt"),
                entry("a.txt").replace("5", "4"), entry("a.txt").replace("5", "-5"),
                "{\"path\":\"a.txt\",\"folder\":true}", "{\"path\":7}")) {
            assertEndsWhenTaken(log, page(entries));
        }
        assertEquals(before, below(folder.resolve("Ada-downloads")));
        assertTrue(Files.notExists(folder.resolve("x")));
        assertFilesStillCome();
    }

    @Test
    void h34_framesOfChunksOnTheControlConnectionEndIt() throws Exception {
        for (int type : List.of(FrameType.RANGE_REQUEST, FrameType.DATA, FrameType.HASH_REQUEST)) {
            endsTheSession(type, new byte[16]);
        }
        assertFilesStillCome();
    }
}
