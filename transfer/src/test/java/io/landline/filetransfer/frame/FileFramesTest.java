package io.landline.filetransfer.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.chunk.ChunkLedger;
import io.landline.filetransfer.chunk.DataFrame;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.PageRequest;
import io.landline.filetransfer.chunk.RangeFrame;
import io.landline.filetransfer.manifest.ManifestPage;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Ed25519;
import io.landline.identity.Identity;
import io.landline.peer.Sha256;
import io.landline.room.EntryId;
import io.landline.swarm.ChunkSet;
import io.landline.swarm.ChunkSpan;
import io.landline.testing.Seed;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Frames of file transfer: what is written reads back, every cut and every excess is refused.
class FileFramesTest {
    private static final EntryId OFFER = new EntryId(1, -1);
    private static final Identity SELF = Identity.generate();
    private static final TransferId TRANSFER = new TransferId(-2);

    @Test
    void aChunkWithItsHeaderFitsOneFrame() {
        assertTrue(DataFrame.HEADER_BYTES + ChunkLayout.BYTES_MAX <= Frame.DATA_BODY_BYTES_MAX);
        assertTrue(page(HashPage.CHUNKS).bytes().length <= Frame.CONTROL_BODY_BYTES_MAX);
        assertTrue(ChunkLedger.ASKED_MAX <= RangeFrame.CHUNKS_MAX && ChunkLedger.UNHASHED_MAX <= RangeFrame.CHUNKS_MAX);
        assertTrue(2 * HashPage.CHUNKS + ChunkLedger.ASKED_MAX <= ChunkLedger.UNHASHED_MAX,
                "or pages wait for each other");
    }

    @Test
    void whatIsWrittenReadsBack() throws MalformedFrameException {
        List<FileMessage> messages = List.of(new FileMessage.ManifestRequest(OFFER, 1_000_000),
                new FileMessage.Accept(OFFER), new FileMessage.Accept(OFFER, new FileMessage.Part(3, 4), null),
                new FileMessage.Accept(OFFER, null, 0L), new FileMessage.Accept(OFFER, new FileMessage.Part(3, 4), 2L),
                new FileMessage.Received(TRANSFER, 1L << 40),
                new FileMessage.Decline(OFFER), new FileMessage.Pause(TRANSFER),
                new FileMessage.Resume(TRANSFER),
                new FileMessage.Cancel(TRANSFER), new FileMessage.Failed(TRANSFER, FailureReason.DISK_FULL, true),
                new FileMessage.Done(TRANSFER));
        for (FileMessage message : messages) assertEquals(message, FileMessage.received(message.toFrame()));
        var range = new RangeFrame(TRANSFER, List.of(new ChunkSpan(1, 2), new ChunkSpan(ChunkSet.CHUNKS_MAX - 3, 3)));
        assertEquals(range, RangeFrame.received(ByteBuffer.wrap(range.body())));
        var data = new DataFrame(TRANSFER, 8);
        assertEquals(data, DataFrame.received(ByteBuffer.wrap(data.header())));
        var pages = new PageRequest(TRANSFER, List.of(0, Integer.MAX_VALUE));
        assertEquals(pages, PageRequest.received(ByteBuffer.wrap(pages.body())));
        for (int count : new int[]{1, HashPage.CHUNKS}) {
            HashPage page = page(count);
            HashPage read = HashPage.received(ByteBuffer.wrap(page.bytes()));
            assertArrayEquals(page.bytes(), read.bytes());
            assertEquals(count, read.count());
            assertArrayEquals(page.hash(3 * HashPage.CHUNKS), read.hash(3 * HashPage.CHUNKS));
            assertTrue(read.isBy(SELF.fingerprint()));
        }
    }

    /// The page 3 of an offer of ours, with so many hashes.
    private static HashPage page(int count) {
        byte[] hashes = new byte[count * Sha256.BYTES];
        for (int i = 0; i < hashes.length; i++) hashes[i] = (byte) i;
        return HashPage.signed(SELF, OFFER, 3, hashes);
    }

    @Test
    void aPageThatDiffersInOneBitIsNotItsAuthors() throws MalformedFrameException {
        byte[] right = page(2).bytes();
        for (int at = 0; at < right.length; at++) {
            byte[] wrong = right.clone();
            wrong[at] ^= 1;
            HashPage page;
            try {
                page = HashPage.received(ByteBuffer.wrap(wrong));
            } catch (MalformedFrameException e) {
                continue;
            }
            assertFalse(page.isBy(SELF.fingerprint()), "byte " + at);
        }
        assertFalse(page(2).isBy(Identity.generate().fingerprint()));
    }

    @Test
    void h02_aFrameThatIsCutAnywhereIsRefused() {
        byte[] range = new RangeFrame(TRANSFER, List.of(new ChunkSpan(1, 2))).body();
        byte[] hashes = page(1).bytes();
        byte[] request = new PageRequest(TRANSFER, List.of(7)).body();
        byte[] json = new FileMessage.Failed(TRANSFER, FailureReason.LOST, false).toFrame().body();
        for (int n = 0; n < range.length; n++) {
            ByteBuffer cut = ByteBuffer.wrap(range, 0, n);
            assertThrows(MalformedFrameException.class, () -> RangeFrame.received(cut));
        }
        for (int n = 0; n < hashes.length; n++) {
            ByteBuffer cut = ByteBuffer.wrap(hashes, 0, n);
            assertThrows(MalformedFrameException.class, () -> HashPage.received(cut));
        }
        for (int n = 0; n < request.length; n++) {
            ByteBuffer cut = ByteBuffer.wrap(request, 0, n);
            assertThrows(MalformedFrameException.class, () -> PageRequest.received(cut));
        }
        for (int n = 0; n < DataFrame.HEADER_BYTES; n++) {
            ByteBuffer cut = ByteBuffer.wrap(new byte[n]);
            assertThrows(MalformedFrameException.class, () -> DataFrame.received(cut));
        }
        for (int n = 0; n < json.length; n++) {
            var cut = new Frame(FrameType.FAILED, Arrays.copyOf(json, n));
            assertThrows(MalformedFrameException.class, () -> FileMessage.received(cut));
        }
    }

    @Test
    void h03_countsAndNumbersAreCheckedBeforeAnythingIsMadeOfThem() throws MalformedFrameException {
        RangeFrame.received(range(0, RangeFrame.CHUNKS_MAX));
        for (ByteBuffer bad : List.of(range(0, RangeFrame.CHUNKS_MAX + 1), range(0, 0), range(0, -1), range(-1, 1),
                range(Integer.MAX_VALUE, 1), range(0, Integer.MAX_VALUE))) {
            assertThrows(MalformedFrameException.class, () -> RangeFrame.received(bad));
        }
        int counted = EntryId.BYTES + Ed25519.PUBLIC_KEY_BYTES + Integer.BYTES;
        for (int count : new int[]{0, 2, HashPage.CHUNKS + 1, 255}) {
            byte[] lies = page(1).bytes();
            lies[counted] = (byte) count;
            assertThrows(MalformedFrameException.class, () -> HashPage.received(ByteBuffer.wrap(lies)));
        }
        int last = HashPage.pages(ChunkLayout.OFFER_CHUNKS_MAX) - 1;
        HashPage.received(ByteBuffer.wrap(HashPage.signed(SELF, OFFER, last, new byte[32]).bytes()));
        for (int number : new int[]{last + 1, -1}) {
            byte[] lies = HashPage.signed(SELF, OFFER, number, new byte[32]).bytes();
            assertThrows(MalformedFrameException.class, () -> HashPage.received(ByteBuffer.wrap(lies)));
        }
        byte[] pages = new PageRequest(TRANSFER, Collections.nCopies(PageRequest.PAGES_MAX, 1)).body();
        assertEquals(PageRequest.PAGES_MAX, PageRequest.received(ByteBuffer.wrap(pages)).pages().size());
        byte[] more = Arrays.copyOf(pages, pages.length + Integer.BYTES);
        assertThrows(MalformedFrameException.class, () -> PageRequest.received(ByteBuffer.wrap(more)));
        List<ChunkSpan> runs = Collections.nCopies(RangeFrame.RUNS_MAX, new ChunkSpan(0, 1));
        assertEquals(runs, RangeFrame.received(ByteBuffer.wrap(new RangeFrame(TRANSFER, runs).body())).runs());
        byte[] tooMany = Arrays.copyOf(new RangeFrame(TRANSFER, runs).body(), 8 + 8 * (RangeFrame.RUNS_MAX + 1));
        assertThrows(MalformedFrameException.class, () -> RangeFrame.received(ByteBuffer.wrap(tooMany)));
    }

    private static ByteBuffer range(int first, int count) {
        return ByteBuffer.allocate(16).putLong(1).putInt(first).putInt(count).position(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"files\":0,\"bytes\":0,\"names\":[],\"chunk\":1048576}",
            "{\"files\":1,\"bytes\":-1,\"names\":[],\"chunk\":1048576}",
            "{\"files\":1,\"bytes\":9223372036854775807,\"names\":[],\"chunk\":1048576}",
            "{\"files\":1,\"bytes\":1,\"names\":[],\"chunk\":1048577}",
            "{\"files\":1,\"bytes\":1,\"names\":[],\"chunk\":65535}",
            "{\"files\":1000001,\"bytes\":1,\"names\":[],\"chunk\":1048576}",
            "{\"files\":1,\"bytes\":1e3,\"names\":[],\"chunk\":1048576}",
            "{\"files\":1,\"bytes\":1,\"names\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\",\"k\"],"
                    + "\"chunk\":1048576}",
            "[]", "{\"files\":\"1\",\"bytes\":1,\"names\":[],\"chunk\":1048576}"})
    void h68_anImpossibleOfferIsRefused(String json) {
        assertThrows(MalformedFrameException.class, () -> OfferBody.received(json.getBytes(UTF_8)));
    }

    @Test
    void h68_theLargestOfferAndTheSmallestPass() throws MalformedFrameException {
        for (OfferBody body : List.of(new OfferBody(OfferBody.FILES_MAX, OfferBody.BYTES_MAX,
                Collections.nCopies(10, "ü".repeat(127)), ChunkLayout.BYTES_MAX, 0, null),
                new OfferBody(1, 0, List.of(), OfferBody.CHUNK_BYTES_MIN, 0, null))) {
            assertEquals(body, OfferBody.received(body.toJson()));
        }
        var later = "{\"files\":1,\"bytes\":0,\"names\":[],\"chunk\":65536,\"folders\":[{\"x\":1}]}";
        assertEquals(1, OfferBody.received(later.getBytes(UTF_8)).files());
    }

    @Test
    void aPageOfTheLongestPathsFitsAControlFrame() {
        var entry = new ManifestPage.ListedFile("\u0001".repeat(4096), OfferBody.BYTES_MAX,
                ManifestPage.MODIFIED_MILLIS_MAX);
        List<byte[]> pages = ManifestPage.pagesOf(Collections.nCopies(20, entry));
        assertTrue(pages.size() > 1);
        for (byte[] page : pages) {
            assertTrue(new FileMessage.Manifest(OFFER, 999_999, page).toFrame()
                    .body().length <= Frame.CONTROL_BODY_BYTES_MAX);
        }
    }

    @Test
    void aTypeOfALaterVersionIsNoMessageAndAReasonOfALaterVersionIsFinal() throws MalformedFrameException {
        assertNull(FileMessage.received(new Frame(FrameType.FILES_MAX, new byte[]{1})));
        var failed = new Frame(FrameType.FAILED,
                "{\"transfer\":\"0000000000000001\",\"reason\":\"eaten\"}".getBytes(UTF_8));
        assertEquals(new FileMessage.Failed(new TransferId(1), FailureReason.LOST, false),
                FileMessage.received(failed));
        var full = new FileMessage.Failed(new TransferId(1), FailureReason.DISK_FULL, true, 64_400_000);
        assertEquals(full, FileMessage.received(full.toFrame()));
    }

    @Test
    void randomBytesGiveAMessageOrARefusalAndNothingElse() {
        var random = Seed.random("FileFramesTest");
        byte[][] valid = {
                new FileMessage.Manifest(OFFER, 3, new byte[40]).toFrame().body(),
                new RangeFrame(TRANSFER, List.of(new ChunkSpan(1, 2))).body(),
                page(2).bytes()};
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = valid[random.nextInt(valid.length)].clone();
            for (int n = random.nextInt(4); n >= 0; n--) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            int type = random.nextInt(FrameType.FILES_MIN, FrameType.FILES_MAX + 1);
            try {
                switch (i % 4) {
                    case 0 -> RangeFrame.received(ByteBuffer.wrap(bytes));
                    case 1 -> HashPage.received(ByteBuffer.wrap(bytes));
                    case 2 -> DataFrame.received(ByteBuffer.wrap(bytes));
                    default -> FileMessage.received(new Frame(type, bytes));
                }
            } catch (MalformedFrameException expected) {
                continue;
            }
        }
    }
}
