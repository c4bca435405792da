package io.landline.filetransfer.desk;

import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.chunk.ChunkLedger;
import io.landline.filetransfer.chunk.ChunkRun;
import io.landline.filetransfer.chunk.DataFrame;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.chunk.HashFrame;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.chunk.RangeFrame;
import io.landline.filetransfer.TransferId;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Sha256;
import io.landline.room.EntryId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Frames of file transfer: what is written reads back, every cut and every excess is refused.
class FileFramesTest {
    private static final EntryId OFFER = new EntryId(1, -1);
    private static final TransferId TRANSFER = new TransferId(-2);

    @Test
    void aChunkWithItsHeaderFitsOneFrame() {
        assertTrue(DataFrame.HEADER_BYTES + ChunkLayout.BYTES_MAX <= Frame.DATA_BODY_BYTES_MAX);
        assertTrue(TransferId.BYTES + HashFrame.HASHES_MAX * (12 + Sha256.BYTES) <= Frame.CONTROL_BODY_BYTES_MAX);
        assertTrue(ChunkLedger.ASKED_MAX <= RangeFrame.CHUNKS_MAX && ChunkLedger.UNHASHED_MAX <= RangeFrame.CHUNKS_MAX);
    }

    @Test
    void whatIsWrittenReadsBack() throws MalformedFrameException {
        var entry = new FileMessage.ManifestPage.Entry("a/ü\" \u0001", 1L << 52, FileMessage.MODIFIED_MILLIS_MAX);
        List<FileMessage> messages = List.of(new FileMessage.ManifestRequest(OFFER, 1_000_000),
                new FileMessage.ManifestPage(OFFER, 3, List.of(entry)),
                new FileMessage.Accept(OFFER), new FileMessage.Decline(OFFER), new FileMessage.Pause(TRANSFER),
                new FileMessage.Resume(TRANSFER),
                new FileMessage.Cancel(TRANSFER), new FileMessage.Failed(TRANSFER, FailureReason.DISK_FULL, true),
                new FileMessage.Done(TRANSFER, null));
        for (FileMessage message : messages) assertEquals(message, FileMessage.received(message.toFrame()));
        byte[] hash = Sha256.digest().digest();
        var done = assertInstanceOf(FileMessage.Done.class,
                FileMessage.received(new FileMessage.Done(TRANSFER, hash).toFrame()));
        assertArrayEquals(hash, done.sha256());
        var range = new RangeFrame(TRANSFER, List.of(new ChunkRun(0, 1, 2), new ChunkRun(9, Integer.MAX_VALUE - 3, 3)));
        assertEquals(range, RangeFrame.received(ByteBuffer.wrap(range.body())));
        var data = new DataFrame(TRANSFER, 7, 8);
        assertEquals(data, DataFrame.received(ByteBuffer.wrap(data.header())));
        byte[] hashes = new byte[2 * Sha256.BYTES];
        hashes[40] = 5;
        HashFrame read = HashFrame.received(
                ByteBuffer.wrap(new HashFrame(TRANSFER, List.of(new HashFrame.Run(3, 4, hashes))).body()));
        assertEquals(TRANSFER, read.transfer());
        assertEquals(2, read.runs().getFirst().count());
        assertArrayEquals(Arrays.copyOfRange(hashes, 32, 64), read.runs().getFirst().hash(1));
    }

    @Test
    void h02_aFrameThatIsCutAnywhereIsRefused() {
        byte[] range = new RangeFrame(TRANSFER, List.of(new ChunkRun(0, 1, 2))).body();
        byte[] hashes = new HashFrame(TRANSFER, List.of(new HashFrame.Run(3, 4, new byte[Sha256.BYTES]))).body();
        byte[] json = new FileMessage.Failed(TRANSFER, FailureReason.LOST, false).toFrame().body();
        for (int n = 0; n < range.length; n++) {
            ByteBuffer cut = ByteBuffer.wrap(range, 0, n);
            assertThrows(MalformedFrameException.class, () -> RangeFrame.received(cut));
        }
        for (int n = 0; n < hashes.length; n++) {
            ByteBuffer cut = ByteBuffer.wrap(hashes, 0, n);
            assertThrows(MalformedFrameException.class, () -> HashFrame.received(cut));
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
        RangeFrame.received(range(0, 0, RangeFrame.CHUNKS_MAX));
        for (ByteBuffer bad : List.of(range(0, 0, RangeFrame.CHUNKS_MAX + 1), range(0, 0, 0), range(0, 0, -1),
                range(-1, 0, 1), range(0, -1, 1), range(0, Integer.MAX_VALUE, 1), range(0, 0, Integer.MAX_VALUE))) {
            assertThrows(MalformedFrameException.class, () -> RangeFrame.received(bad));
        }
        byte[] full = new HashFrame(TRANSFER,
                List.of(new HashFrame.Run(0, 0, new byte[HashFrame.HASHES_MAX * Sha256.BYTES]))).body();
        assertEquals(HashFrame.HASHES_MAX, HashFrame.received(ByteBuffer.wrap(full)).runs().getFirst().count());
        byte[] over = new HashFrame(TRANSFER,
                List.of(new HashFrame.Run(0, 0, new byte[(HashFrame.HASHES_MAX + 1) * Sha256.BYTES]))).body();
        assertThrows(MalformedFrameException.class, () -> HashFrame.received(ByteBuffer.wrap(over)));
        for (int count : new int[]{-1, 0, 2, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            ByteBuffer lies = ByteBuffer.allocate(20 + Sha256.BYTES)
                    .putLong(1)
                    .putInt(0)
                    .putInt(0)
                    .putInt(count)
                    .position(0);
            assertThrows(MalformedFrameException.class, () -> HashFrame.received(lies));
        }
        List<ChunkRun> runs = Collections.nCopies(RangeFrame.RUNS_MAX, new ChunkRun(0, 0, 1));
        assertEquals(runs, RangeFrame.received(ByteBuffer.wrap(new RangeFrame(TRANSFER, runs).body())).runs());
        byte[] tooMany = Arrays.copyOf(new RangeFrame(TRANSFER, runs).body(), 8 + 12 * (RangeFrame.RUNS_MAX + 1));
        assertThrows(MalformedFrameException.class, () -> RangeFrame.received(ByteBuffer.wrap(tooMany)));
    }

    private static ByteBuffer range(int file, int first, int count) {
        return ByteBuffer.allocate(20).putLong(1).putInt(file).putInt(first).putInt(count).position(0);
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
                Collections.nCopies(10, "ü".repeat(127)), ChunkLayout.BYTES_MAX),
                new OfferBody(1, 0, List.of(), OfferBody.CHUNK_BYTES_MIN))) {
            assertEquals(body, OfferBody.received(body.toJson()));
        }
        var later = "{\"files\":1,\"bytes\":0,\"names\":[],\"chunk\":65536,\"folders\":[{\"x\":1}]}";
        assertEquals(1, OfferBody.received(later.getBytes(UTF_8)).files());
    }

    @Test
    void aPageOfTheLongestPathsFitsAControlFrame() {
        var entries = new ArrayList<FileMessage.ManifestPage.Entry>();
        for (int bytes = 0; bytes < FileMessage.PAGE_BYTES_MAX - FileMessage.entryBytes("\u0001".repeat(4096));) {
            entries.add(new FileMessage.ManifestPage.Entry("\u0001".repeat(4096), OfferBody.BYTES_MAX,
                    FileMessage.MODIFIED_MILLIS_MAX));
            bytes += FileMessage.entryBytes("\u0001".repeat(4096));
        }
        assertTrue(new FileMessage.ManifestPage(OFFER, 999_999, entries).toFrame()
                .body().length <= Frame.CONTROL_BODY_BYTES_MAX);
    }

    @Test
    void aTypeOfALaterVersionIsNoMessageAndAReasonOfALaterVersionIsFinal() throws MalformedFrameException {
        assertNull(FileMessage.received(new Frame(FrameType.FILES_MAX, new byte[]{1})));
        var failed = new Frame(FrameType.FAILED,
                "{\"transfer\":\"0000000000000001\",\"reason\":\"eaten\"}".getBytes(UTF_8));
        assertEquals(new FileMessage.Failed(new TransferId(1), FailureReason.LOST, false),
                FileMessage.received(failed));
    }

    @Test
    void randomBytesGiveAMessageOrARefusalAndNothingElse() {
        long seed = Long.getLong("landline.seed", new Random().nextLong());
        System.out.println("FileFramesTest: -Dlandline.seed=" + seed);
        var random = new Random(seed);
        byte[][] valid = {
                new FileMessage.ManifestPage(OFFER, 3, List.of(new FileMessage.ManifestPage.Entry("a", 1, 2))).toFrame()
                        .body(),
                new RangeFrame(TRANSFER, List.of(new ChunkRun(0, 1, 2))).body(),
                new HashFrame(TRANSFER, List.of(new HashFrame.Run(3, 4, new byte[64]))).body()};
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = valid[random.nextInt(valid.length)].clone();
            for (int n = random.nextInt(4); n >= 0; n--) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            int type = random.nextInt(FrameType.FILES_MIN, FrameType.FILES_MAX + 1);
            try {
                switch (i % 4) {
                    case 0 -> RangeFrame.received(ByteBuffer.wrap(bytes));
                    case 1 -> HashFrame.received(ByteBuffer.wrap(bytes));
                    case 2 -> DataFrame.received(ByteBuffer.wrap(bytes));
                    default -> FileMessage.received(new Frame(type, bytes));
                }
            } catch (MalformedFrameException expected) {
                continue;
            }
        }
    }
}
