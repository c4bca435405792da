package io.landline.ui.lab.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.LabEvent.Connection.State;
import io.landline.ui.lab.wire.Ladder.BySystem;
import io.landline.ui.lab.wire.Ladder.Message;
import io.landline.ui.lab.wire.Ladder.Pieces;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// TCP keeps bytes, and no messages: what a write sent and what a read returned are joined by their place.
class StreamDirectionTest {
    private static final int SERVER = 1;
    private static final int CLIENT = 2;
    private static final int SERVER_PORT = 12_000;
    private static final int CLIENT_PORT = 50_000;
    private final ProgramLog log = new ProgramLog();

    @BeforeEach
    void startBoth() {
        log.apply(Events.piece(Events.connected(SERVER, 1, true, SERVER_PORT),
                Events.connected(CLIENT, 1, false, CLIENT_PORT)));
    }

    private void write(String... texts) {
        for (String each : texts) log.apply(Events.piece(Events.out(CLIENT, "127.0.0.1", SERVER_PORT, each)));
    }

    private void read(String... texts) {
        for (String each : texts) log.apply(Events.piece(Events.in(SERVER, "127.0.0.1", CLIENT_PORT, each)));
    }

    private List<Message> messages() {
        return log.seen().ladder().rungs().stream().map(Message.class::cast).toList();
    }

    private Message only() {
        assertEquals(1, messages().size(), messages().toString());
        return messages().getFirst();
    }

    private static String text(Message message) {
        return String.valueOf(message.payload().start().text());
    }

    @Test
    void oneWriteThatThreeReadsReturnIsOneArrowWithItsReads() {
        String text = "a".repeat(1_024) + "b".repeat(1_024) + "c".repeat(952);
        write(text);
        read(text.substring(0, 1_024), text.substring(1_024, 2_048), text.substring(2_048));
        assertTrue(only().bothEnds());
        assertEquals(3_000, only().payload().bytes());
        assertEquals(text.substring(0, Excerpt.BYTES_MAX), text(only()));
        assertEquals(new Pieces(List.of(3_000), List.of(1_024, 1_024, 952)), only().pieces());
    }

    @Test
    void threeWritesThatOneReadReturnsAreOneArrowWithItsWrites() {
        write("one ", "two ", "three");
        assertEquals(3, messages().size());
        read("one two three");
        assertTrue(only().bothEnds());
        assertEquals("one two three", text(only()));
        assertEquals(new Pieces(List.of(4, 4, 5), List.of(13)), only().pieces());
    }

    @Test
    void whereNoReadEndsWithAWriteAllAreOneArrowUntilBothEnd() {
        write("0123456789", "abcdefghij", "next");
        read("0123456789abcde", "fghij");
        assertEquals(List.of("0123456789abcdefghij", "next"), messages().stream().map(each -> text(each)).toList());
        assertEquals(new Pieces(List.of(10, 10), List.of(15, 5)), messages().getFirst().pieces());
        read("next");
        assertTrue(messages().stream().allMatch(Message::bothEnds));
        assertEquals(Pieces.NONE, messages().getLast().pieces());
    }

    @Test
    void theEndThatTellsFirstDoesNotMatter() {
        read("one tw", "o three");
        write("one ", "two three");
        assertTrue(only().bothEnds());
        assertEquals("one two three", text(only()));
        assertEquals(new Pieces(List.of(4, 9), List.of(6, 7)), only().pieces());
    }

    @Test
    void whatWasReadSoFarIsToldBeforeAllOfItIs() {
        write("0123456789");
        read("0123");
        assertFalse(only().bothEnds());
        assertEquals(new Pieces(List.of(10), List.of(4)), only().pieces());
        assertEquals(10, only().payload().bytes());
    }

    @Test
    void aReadMayEndWithinAWriteThatComesAfterOneThatWasBegun() {
        write("0123456789", "abcdefghij");
        read("0123", "456789abcde");
        assertEquals("0123456789abcdefghij", text(only()));
        assertEquals(new Pieces(List.of(10, 10), List.of(4, 11)), only().pieces());
        read("fghij");
        assertTrue(only().bothEnds());
    }

    @Test
    void eachDirectionHasPlacesOfItsOwn() {
        write("hi");
        read("hi");
        log.apply(Events.piece(Events.out(SERVER, "127.0.0.1", CLIENT_PORT, "HI"),
                Events.out(SERVER, "127.0.0.1", CLIENT_PORT, "YOU"),
                Events.in(CLIENT, "127.0.0.1", SERVER_PORT, "HIYOU")));
        assertEquals(List.of("hi", "HIYOU"), messages().stream().map(each -> text(each)).toList());
        assertTrue(messages().stream().allMatch(Message::bothEnds));
    }

    @Test
    void theNextConnectionBeginsAtItsFirstByte() {
        write("not read");
        log.apply(Events.piece(Events.connected(CLIENT, 2, false, CLIENT_PORT)));
        log.apply(Events.piece(
                new ProgramEvent(CLIENT, 2, Events.out(CLIENT, "127.0.0.1", SERVER_PORT, "abcd").event()),
                Events.in(SERVER, "127.0.0.1", CLIENT_PORT, "ab"), Events.in(SERVER, "127.0.0.1", CLIENT_PORT, "cd")));
        assertEquals(List.of("not read", "abcd"), messages().stream().map(each -> text(each)).toList());
        assertTrue(messages().getLast().bothEnds());
    }

    /// A program leaves bytes unread, or tells of them in another form.
    @Test
    void afterBytesThatWereNotToldOfWhatHasTheSameBytesIsJoined() {
        write("untold", "after");
        read("after");
        write("again");
        read("again");
        assertEquals(List.of("untold", "after", "again"), messages().stream().map(each -> text(each)).toList());
        assertEquals(List.of(false, true, true), messages().stream().map(Message::bothEnds).toList());
    }

    @Test
    void afterEventsThatWereDroppedNoPlaceIsKnown() {
        write("aaaa");
        log.apply(new EventBuffer.Piece(List.of(), 1));
        read("aa");
        write("hi");
        read("hi");
        assertEquals(List.of("aaaa", "aa", "hi"), messages().stream().map(each -> text(each)).toList());
        assertTrue(messages().getLast().bothEnds());
    }

    @Test
    void whatWasWrittenBeforeTheDiagramWasClearedIsReadIntoAnEmptyOne() {
        write("before");
        log.clear();
        read("before");
        write("abcd");
        read("ab", "cd");
        assertEquals(List.of("before", "abcd"), messages().stream().map(each -> text(each)).toList());
        assertTrue(messages().getLast().bothEnds());
    }

    @Test
    void theConnectionStandsAboveAllThatItsClientWroteAtOnce() {
        write("one", "two");
        log.apply(Events.piece(Events.connection(CLIENT_PORT, State.CONNECTED, 4)));
        read("onetwo");
        assertTrue(log.seen().ladder().rungs().getFirst() instanceof BySystem);
        assertEquals(2, log.seen().ladder().rungs().size());
    }

    @Test
    void veryManyWritesThatOneReadReturnsAreOneArrow() {
        int many = 1_000;
        for (int i = 0; i < many; i++) write("x");
        read("x".repeat(many));
        assertEquals(many, only().payload().bytes());
        assertEquals(many, only().pieces().written().size());
    }
}
