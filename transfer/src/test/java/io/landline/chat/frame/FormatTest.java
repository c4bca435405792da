package io.landline.chat.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Admission;
import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryHeader;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.NameCard;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.json.MalformedJsonException;
import io.landline.peer.PeerName;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.testing.Seed;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Bytes of entries and frames: what is written reads back, what is cut or bent is refused.
class FormatTest {
    private static final ConversationId ROOM = ConversationId.of(
            new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});

    private interface Decoder {
        Object decode(byte[] body) throws MalformedFrameException;
    }

    private record Sample(byte[] body, Decoder decoder) {}

    private static List<Sample> samples() {
        Author author = Author.of(ROOM, 1);
        List<Entry> entries = author.texts(2);
        Entry bare = author.text("gone");
        var row = new HaveFrame.Row(author.identity.publicKey(), -1, 3, 9, bare.hash(), 10);
        Admission admission = Admission.signed(author.identity, RoomId.of(ROOM.bytes()),
                Identity.generate().publicKey(), Instant.EPOCH);
        return List.of(
                new Sample(
                        new EntriesFrame(7, ROOM,
                                List.of(entries.get(0), entries.get(1),
                                        new Entry(bare.header(), bare.signature(), null)))
                                .encode()
                                .body(),
                        EntriesFrame::decode),
                new Sample(new HaveFrame(ROOM, true, List.of(row, row)).encode().body(), HaveFrame::decode),
                new Sample(
                        new WantFrame(3, ROOM, List.of(new WantFrame.Range(author.key(), 1, 5, true))).encode().body(),
                        WantFrame::decode),
                new Sample(new ReceiptsFrame(ROOM, List.of(new ReceiptsFrame.Row(-4, 8))).encode(FrameType.READ).body(),
                        ReceiptsFrame::decode),
                new Sample(new AdmissionsFrame(List.of(admission)).encode().body(), AdmissionsFrame::decode),
                new Sample(new NameCardsFrame(List.of(card(author.identity, "Ada"), card(Identity.generate(), "Zoë")))
                        .encode()
                        .body(), NameCardsFrame::decode));
    }

    private static NameCard card(Identity of, String name) {
        return NameCard.signed(of, new PeerName(name), 1_700_000_000_000L);
    }

    @Test
    void framesReadBackAsTheyWereWritten() throws MalformedFrameException {
        List<Sample> samples = samples();
        var entries = (EntriesFrame) samples.get(0).decoder.decode(samples.get(0).body);
        assertArrayEquals(samples.get(0).body, entries.encode().body());
        assertNull(entries.entries().get(2).body());
        assertArrayEquals(samples.get(1).body, HaveFrame.decode(samples.get(1).body).encode().body());
        assertArrayEquals(samples.get(2).body, WantFrame.decode(samples.get(2).body).encode().body());
        assertArrayEquals(samples.get(3).body, ReceiptsFrame.decode(samples.get(3).body).encode(FrameType.READ).body());
        assertArrayEquals(samples.get(4).body, AdmissionsFrame.decode(samples.get(4).body).encode().body());
        NameCardsFrame cards = NameCardsFrame.decode(samples.get(5).body);
        assertArrayEquals(samples.get(5).body, cards.encode().body());
        assertTrue(cards.cards().stream().allMatch(NameCard::signatureHolds));
    }

    @Test
    void h02_aFrameCutAtAnyByteIsRejectedAndSoIsOneByteMore() {
        for (Sample sample : samples()) {
            for (int length = 0; length < sample.body.length; length++) {
                byte[] cut = Arrays.copyOf(sample.body, length);
                assertThrows(MalformedFrameException.class, () -> sample.decoder.decode(cut));
            }
            assertThrows(MalformedFrameException.class,
                    () -> sample.decoder.decode(Arrays.copyOf(sample.body, sample.body.length + 1)));
        }
    }

    @Test
    void h34_randomBytesAreAValueOrRejected() {
        var random = Seed.random("FormatTest");
        List<Sample> samples = samples();
        for (int i = 0; i < 50_000; i++) {
            Sample sample = samples.get(random.nextInt(samples.size()));
            byte[] body = random.nextBoolean() ? sample.body.clone() : new byte[random.nextInt(400)];
            if (body.length == 0) continue;
            for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt();
            }
            try {
                sample.decoder.decode(body);
            } catch (MalformedFrameException expected) {
                assertFalse(expected.getMessage().isEmpty());
            }
        }
    }

    @Test
    void h03_aCountLargerThanTheFrameIsRejectedBeforeAnythingIsMadeForIt() {
        for (Sample sample : samples()) {
            for (int at = 0; at + 1 < Math.min(40, sample.body.length); at++) {
                byte[] body = sample.body.clone();
                body[at] = (byte) 0xff;
                body[at + 1] = (byte) 0xff;
                try {
                    sample.decoder.decode(body);
                } catch (MalformedFrameException expected) {
                    assertFalse(expected.getMessage().isEmpty());
                }
            }
        }
    }

    @Test
    void headerFieldsOutsideTheirRangeAreRefused() {
        byte[] good = Author.of(ROOM, 1).text("x").headerBytes();
        refuses(good, 56, 0L);
        refuses(good, 56, -1L);
        refuses(good, 56, EntryHeader.NUMBER_MAX + 1);
        refuses(good, 96, 0L);
        refuses(good, 96, EntryHeader.NUMBER_MAX + 1);
        refuses(good, 104, -1L);
        refuses(good, 64, 5L); // the first entry of a log names none before it
        byte[] longBody = good.clone();
        ByteBuffer.wrap(longBody).putInt(114, Entry.BODY_BYTES_MAX + 1);
        assertThrows(MalformedFrameException.class, () -> EntryHeader.read(ByteBuffer.wrap(longBody)));
        ByteBuffer.wrap(longBody).putInt(114, -1);
        assertThrows(MalformedFrameException.class, () -> EntryHeader.read(ByteBuffer.wrap(longBody)));
    }

    private static void refuses(byte[] header, int offset, long value) {
        byte[] bent = header.clone();
        ByteBuffer.wrap(bent).putLong(offset, value);
        assertThrows(MalformedFrameException.class, () -> EntryHeader.read(ByteBuffer.wrap(bent)));
    }

    @Test
    void theLargestEntryFitsAFrameAndOneByteMoreIsRefused() throws MalformedFrameException {
        Author author = Author.of(ROOM, 1);
        Entry largest = author.write(1, EntryKind.OFFER, new byte[Entry.BODY_BYTES_MAX]);
        assertEquals(Entry.SENT_BYTES_MAX, largest.sentBytes());
        Frame frame = new EntriesFrame(0, ROOM, List.of(largest)).encode();
        assertTrue(frame.body().length <= Frame.CONTROL_BODY_BYTES_MAX);
        assertEquals(largest, EntriesFrame.decode(frame.body()).entries().getFirst());
        assertThrows(IllegalArgumentException.class,
                () -> author.write(2, EntryKind.OFFER, new byte[Entry.BODY_BYTES_MAX + 1]));
    }

    @Test
    void aTextOfSixBytesACharacterInJsonFitsAnEntry() throws MalformedJsonException {
        var worst = new EntryText("\u0001".repeat(EntryText.MAX_BYTES));
        assertTrue(worst.toBody().length <= Entry.BODY_BYTES_MAX);
        assertEquals(worst, EntryText.ofBody(worst.toBody()));
    }

    @Test
    void aTextHasOneByteToItsMaximum() {
        assertFalse(EntryText.fits(""));
        assertTrue(EntryText.fits("x".repeat(EntryText.MAX_BYTES)));
        assertFalse(EntryText.fits("x".repeat(EntryText.MAX_BYTES + 1)));
        assertFalse(EntryText.fits("ä".repeat(EntryText.MAX_BYTES / 2 + 1)));
        assertThrows(IllegalArgumentException.class, () -> new EntryText(""));
        String large = "{\"text\":\"" + "x".repeat(EntryText.MAX_BYTES + 1) + "\"}";
        assertThrows(MalformedJsonException.class, () -> EntryText.ofBody(Author.bytes(large)));
        assertThrows(MalformedJsonException.class, () -> EntryText.ofBody(Author.bytes("{\"text\":\"\"}")));
    }

    @Test
    void h46_halfACharacterIsNeverWrittenAndNeverRead() throws MalformedJsonException {
        assertFalse(EntryText.fits("half \ud83d"));
        assertFalse(EntryText.fits("\ude00 half"));
        assertTrue(EntryText.fits("whole \ud83d\ude00"));
        assertThrows(MalformedJsonException.class, () -> EntryText.ofBody(Author.bytes("{\"text\":\"\\ud83d\"}")));
        assertThrows(MalformedJsonException.class,
                () -> EntryText.ofBody(new byte[]{'{', '"', 't', (byte) 0xff, '"', '}'}));
        for (String text : List.of("a\u0000b", "\ufffe", "\ufeffbegins with a mark", "\u202eback", "line\r\nline",
                "\ud83d\ude00")) {
            assertEquals(text, EntryText.ofBody(new EntryText(text).toBody()).value());
        }
    }

    @Test
    void fieldsOfLaterVersionsInATextAreIgnored() throws MalformedJsonException {
        assertEquals("hi",
                EntryText.ofBody(Author.bytes("{\"text\":\"hi\",\"later\":{\"to\":1},\"mood\":\"fine\"}")).value());
    }

    @Test
    void aDirectConversationIsTheSameFromBothSides() {
        var one = Identity.generate().fingerprint();
        var two = Identity.generate().fingerprint();
        assertEquals(ConversationId.direct(one, two), ConversationId.direct(two, one));
    }

    @Test
    void limitsThatDependOnEachOtherHold() {
        assertTrue(Entry.SENT_BYTES_MAX <= EntriesFrame.ENTRY_BYTES_MAX, "one entry of any size fits a frame");
        assertTrue(HaveFrame.ROWS_MAX * 96 + 19 <= Frame.CONTROL_BODY_BYTES_MAX);
        assertTrue(WantFrame.RANGES_MAX * 57 + 22 <= Frame.CONTROL_BODY_BYTES_MAX);
        assertTrue(AdmissionsFrame.ADMISSIONS_MAX * Admission.BYTES + 2 <= Frame.CONTROL_BODY_BYTES_MAX);
    }
}
