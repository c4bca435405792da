package io.landline.swarm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.room.EntryId;
import io.landline.swarm.SwarmFrame.Finished;
import io.landline.swarm.SwarmFrame.Have;
import io.landline.swarm.SwarmFrame.HaveMore;
import io.landline.swarm.SwarmFrame.Later;
import io.landline.swarm.SwarmFrame.Member;
import io.landline.swarm.SwarmFrame.Pages;
import io.landline.swarm.SwarmFrame.Want;
import io.landline.testing.Seed;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Frames of a swarm: what is written reads back, every cut and every excess is refused.
class SwarmFrameTest {
    private static final EntryId OFFER = new EntryId(1, -1);
    private static final int CHUNKS = 100;

    private static List<SwarmFrame> frames() {
        var bits = new ChunkSet(CHUNKS);
        bits.addAll(new ChunkSpan(60, 40));
        List<ChunkSpan> spans = List.of(new ChunkSpan(7, 3), new ChunkSpan(0, 1));
        return List.of(new Member(OFFER, true, false, LinkKind.WIRELESS), new Have(OFFER, 0, bits.page(0)),
                new HaveMore(OFFER, spans), new Want(OFFER, Want.Kind.NOBODY_GIVES_IT, spans),
                new Later(OFFER, Later.MILLIS_MAX, spans), new Pages(OFFER, List.of(0, 0)),
                new Finished(OFFER, true));
    }

    @Test
    void whatIsWrittenReadsBack() throws MalformedFrameException {
        for (SwarmFrame frame : frames()) {
            SwarmFrame read = SwarmFrame.decode(frame.encode());
            assertEquals(frame.getClass(), read.getClass());
            assertArrayEquals(frame.encode().body(), read.encode().body());
            read.checkWithin(CHUNKS);
        }
        assertEquals(new Later(OFFER, 10_000, List.of(new ChunkSpan(1, 2))),
                SwarmFrame.decode(new Later(OFFER, 10_000, List.of(new ChunkSpan(1, 2))).encode()));
    }

    @Test
    void eachFrameFitsAControlConnection() {
        assertTrue(Have.HEADER_BYTES + Have.BITMAP_BYTES_MAX <= Frame.CONTROL_BODY_BYTES_MAX);
        assertTrue(EntryId.BYTES + HaveMore.SPANS_MAX * ChunkSpan.BYTES <= Frame.CONTROL_BODY_BYTES_MAX);
        assertTrue(EntryId.BYTES + 2 + Want.CHUNKS_MAX * ChunkSpan.BYTES <= Frame.CONTROL_BODY_BYTES_MAX);
    }

    @Test
    void h02_aFrameThatIsCutAnywhereIsRefusedOrSaysLess() throws MalformedFrameException {
        for (SwarmFrame frame : frames()) {
            byte[] body = frame.encode().body();
            for (int length = 0; length < body.length; length++) {
                var cut = new Frame(frame.encode().type(), Arrays.copyOf(body, length));
                try {
                    SwarmFrame less = SwarmFrame.decode(cut); // between two spans, or in a bitmap
                    assertArrayEquals(cut.body(), less.encode().body());
                    if (less instanceof Have have) {
                        assertThrows(MalformedFrameException.class, () -> have.checkWithin(CHUNKS));
                    }
                } catch (MalformedFrameException _) {
                    // refused
                }
            }
        }
    }

    @Test
    void h02_oneByteMoreIsRefused() {
        for (SwarmFrame frame : frames()) {
            byte[] body = frame.encode().body();
            var longer = new Frame(frame.encode().type(), Arrays.copyOf(body, body.length + 1));
            assertThrows(MalformedFrameException.class, () -> SwarmFrame.decode(longer).checkWithin(CHUNKS),
                    frame.toString());
        }
    }

    @Test
    void h03_countsAndNumbersAreCheckedBeforeAnythingIsMadeOfThem() throws MalformedFrameException {
        SwarmFrame.decode(spans(FrameType.SWARM_HAVE_MORE, 0, ChunkSet.CHUNKS_MAX));
        SwarmFrame.decode(spans(FrameType.SWARM_HAVE_MORE, ChunkSet.CHUNKS_MAX - 1, 1));
        for (int[] wrong : new int[][]{{0, 0}, {-1, 1}, {0, -1}, {0, ChunkSet.CHUNKS_MAX + 1},
                {ChunkSet.CHUNKS_MAX, 1}, {1, ChunkSet.CHUNKS_MAX}, {Integer.MAX_VALUE, Integer.MAX_VALUE},
                {Integer.MIN_VALUE, 1}, {1, 2, 0, ChunkSet.CHUNKS_MAX - 1}}) {
            assertThrows(MalformedFrameException.class,
                    () -> SwarmFrame.decode(spans(FrameType.SWARM_HAVE_MORE, wrong)), Arrays.toString(wrong));
        }
    }

    @Test
    void h03_aQuestionNamesAtMost512Chunks() throws MalformedFrameException {
        SwarmFrame.decode(want(0, Want.CHUNKS_MAX));
        assertThrows(MalformedFrameException.class, () -> SwarmFrame.decode(want(0, Want.CHUNKS_MAX + 1)));
        assertThrows(MalformedFrameException.class, () -> SwarmFrame.decode(want(0, Want.CHUNKS_MAX, 9, 1)));
    }

    @Test
    void h03_newsNameAtMost4096Spans() throws MalformedFrameException {
        List<ChunkSpan> most = Collections.nCopies(HaveMore.SPANS_MAX, new ChunkSpan(1, 1));
        SwarmFrame.decode(new HaveMore(OFFER, most).encode());
        var more = new ArrayList<>(most);
        more.add(new ChunkSpan(3, 1));
        Frame frame = new HaveMore(OFFER, more).encode();
        assertThrows(MalformedFrameException.class, () -> SwarmFrame.decode(frame));
    }

    @Test
    void h03_aQuestionNamesAtMost16PagesThatTheOfferHas() throws MalformedFrameException {
        var most = new Pages(OFFER, Collections.nCopies(Pages.PAGES_MAX, 1));
        assertEquals(most, SwarmFrame.decode(most.encode()));
        most.checkWithin(65);
        assertThrows(MalformedFrameException.class, () -> most.checkWithin(64));
        Frame more = new Pages(OFFER, Collections.nCopies(Pages.PAGES_MAX + 1, 1)).encode();
        assertThrows(MalformedFrameException.class, () -> SwarmFrame.decode(more));
    }

    @Test
    void aValueOutsideItsLimitIsRefused() {
        int offer = EntryId.BYTES;
        assertRefused(new Pages(OFFER, List.of(1)), offer, 0x80);
        assertRefused(new Member(OFFER, true, true, LinkKind.WIRED), offer, 2);
        assertRefused(new Member(OFFER, true, true, LinkKind.WIRED), offer + 1, -1);
        assertRefused(new Have(OFFER, 0, new byte[1]), offer + 3, 1);
        assertRefused(new Have(OFFER, 0, new byte[1]), offer, 0x80);
        assertRefused(new Have(OFFER, 0, new byte[1]), offer, 1); // the first base behind the last chunk
        assertRefused(new Want(OFFER, Want.Kind.CANCEL, List.of(new ChunkSpan(0, 1))), offer, 3);
        assertRefused(new Want(OFFER, Want.Kind.ASK, List.of(new ChunkSpan(0, 1))), offer, -1);
        assertRefused(new Later(OFFER, Later.MILLIS_MAX + 1, List.of(new ChunkSpan(0, 1))), offer, 0x27);
        assertThrows(MalformedFrameException.class,
                () -> SwarmFrame.decode(new Have(OFFER, 0, new byte[Have.BITMAP_BYTES_MAX + 1]).encode()));
    }

    @Test
    void aLinkOfALaterVersionIsUnknown() throws MalformedFrameException {
        byte[] body = new Member(OFFER, true, true, LinkKind.WIRED).encode().body();
        for (int link : new int[]{3, 127, -1}) {
            body[body.length - 1] = (byte) link;
            assertEquals(new Member(OFFER, true, true, LinkKind.UNKNOWN),
                    SwarmFrame.decode(new Frame(FrameType.SWARM_MEMBER, body)));
        }
    }

    @Test
    void chunksBehindTheLastOneAreRefused() throws MalformedFrameException {
        List<ChunkSpan> last = List.of(new ChunkSpan(CHUNKS - 2, 2));
        for (SwarmFrame frame : List.of(new HaveMore(OFFER, last), new Want(OFFER, Want.Kind.ASK, last),
                new Later(OFFER, 1, last))) {
            frame.checkWithin(CHUNKS);
            assertThrows(MalformedFrameException.class, () -> frame.checkWithin(CHUNKS - 1), frame.toString());
        }
    }

    @Test
    void aBitmapOfAnotherLengthOrWithSpareBitsIsRefused() throws MalformedFrameException {
        byte[] bitmap = ChunkSet.full(12).page(0);
        assertArrayEquals(new byte[]{-1, 0x0f}, bitmap);
        new Have(OFFER, 0, bitmap).checkWithin(12);
        for (int chunks : new int[]{8, 11, 17, 1_000_000}) {
            assertThrows(MalformedFrameException.class, () -> new Have(OFFER, 0, bitmap).checkWithin(chunks));
        }
        assertThrows(MalformedFrameException.class,
                () -> new Have(OFFER, ChunkSet.PAGE_CHUNKS, bitmap).checkWithin(12));
    }

    @Test
    void randomBytesGiveAFrameOrARefusal() {
        Random random = Seed.random("SwarmFrameTest");
        for (int round = 0; round < 20_000; round++) {
            byte[] body = new byte[random.nextInt(80)];
            random.nextBytes(body);
            if (random.nextBoolean()) Arrays.fill(body, Math.min(body.length, 18), body.length, (byte) 0);
            var frame = new Frame(FrameType.SWARM_MEMBER + random.nextInt(5), body);
            try {
                SwarmFrame read = SwarmFrame.decode(frame);
                if (!(read instanceof Member)) assertArrayEquals(body, read.encode().body());
                read.checkWithin(1 + random.nextInt(ChunkSet.CHUNKS_MAX));
            } catch (MalformedFrameException _) {
                // refused
            }
        }
    }

    private static void assertRefused(SwarmFrame frame, int at, int value) {
        byte[] body = frame.encode().body();
        body[at] = (byte) value;
        assertThrows(MalformedFrameException.class,
                () -> SwarmFrame.decode(new Frame(frame.encode().type(), body)).checkWithin(8), frame + ", " + value);
    }

    private static Frame want(int... numbers) {
        Frame spans = spans(FrameType.SWARM_WANT, numbers);
        byte[] body = new byte[spans.body().length + 1];
        System.arraycopy(spans.body(), 0, body, 0, EntryId.BYTES);
        System.arraycopy(spans.body(), EntryId.BYTES, body, EntryId.BYTES + 1, spans.body().length - EntryId.BYTES);
        return new Frame(FrameType.SWARM_WANT, body);
    }

    private static Frame spans(int type, int... numbers) {
        ByteBuffer body = ByteBuffer.allocate(EntryId.BYTES + numbers.length * Integer.BYTES);
        body.putLong(OFFER.high()).putLong(OFFER.low());
        for (int number : numbers) body.putInt(number);
        return new Frame(type, body.array());
    }
}
