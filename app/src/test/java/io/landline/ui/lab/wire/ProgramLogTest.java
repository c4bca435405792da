package io.landline.ui.lab.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.LabEvent;
import io.landline.lab.LabEvent.Connection.State;
import io.landline.lab.Payload;
import io.landline.lab.Transport;
import io.landline.ui.lab.wire.Ladder.Lifeline;
import io.landline.ui.lab.wire.Ladder.Message;
import io.landline.ui.lab.wire.Measurements.ServedClient;
import io.landline.ui.lab.wire.Measurements.Transfer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramLogTest {
    private static final int SERVER = 1;
    private static final int CLIENT = 2;
    private final ProgramLog log = new ProgramLog();

    private void startBoth(String boundTo) {
        log.apply(Events.piece(Events.started(SERVER, true, boundTo, 12_000),
                Events.started(CLIENT, false, "127.0.0.1", 50_000)));
    }

    private List<Message> messages() {
        return log.seen().ladder().rungs().stream().map(Message.class::cast).toList();
    }

    @Test
    void aMessageThatBothEndsTellOfIsOneRungFromSocketToSocket() {
        startBoth("127.0.0.1");
        log.apply(Events.piece(Events.out(CLIENT, "127.0.0.1", 12_000, "hi"),
                Events.in(SERVER, "127.0.0.1", 50_000, "hi"), Events.out(SERVER, "127.0.0.1", 50_000, "HI"),
                Events.in(CLIENT, "127.0.0.1", 12_000, "HI")));
        List<Lifeline> lanes = log.seen().ladder().lanes();
        assertEquals(List.of(SERVER, CLIENT), lanes.stream().map(Lifeline::card).toList());
        int server = lanes.getFirst().id();
        int client = lanes.getLast().id();
        assertEquals(2, messages().size());
        assertTrue(messages().stream().allMatch(Message::bothEnds));
        assertEquals(List.of(client, server), List.of(messages().getFirst().from(), messages().getFirst().to()));
        assertEquals(List.of(server, client), List.of(messages().getLast().from(), messages().getLast().to()));
    }

    @Test
    void theEndThatTellsFirstDoesNotMatter() {
        startBoth("127.0.0.1");
        log.apply(Events.piece(Events.in(SERVER, "127.0.0.1", 50_000, "hi"),
                Events.out(CLIENT, "127.0.0.1", 12_000, "hi")));
        assertEquals(1, messages().size());
        assertTrue(messages().getFirst().bothEnds());
    }

    @Test
    void theSameWordsSentTwiceAreTwoRungs() {
        startBoth("127.0.0.1");
        log.apply(Events.piece(Events.out(CLIENT, "127.0.0.1", 12_000, "hi"),
                Events.out(CLIENT, "127.0.0.1", 12_000, "hi"), Events.in(SERVER, "127.0.0.1", 50_000, "hi"),
                Events.in(SERVER, "127.0.0.1", 50_000, "hi")));
        assertEquals(2, messages().size());
        assertTrue(messages().stream().allMatch(Message::bothEnds));
    }

    @Test
    void whatOneWriteSentAndTwoReadsReturnedIsThreeRungs() {
        startBoth("127.0.0.1");
        log.apply(Events.piece(Events.out(CLIENT, "127.0.0.1", 12_000, "abcd"),
                Events.in(SERVER, "127.0.0.1", 50_000, "ab"), Events.in(SERVER, "127.0.0.1", 50_000, "cd")));
        assertEquals(3, messages().size());
        assertFalse(messages().stream().anyMatch(Message::bothEnds));
    }

    @Test
    void aServerOnAllInterfacesIsTheOneThatTheLoopbackAddressReaches() {
        startBoth("0.0.0.0");
        log.apply(Events.piece(Events.out(CLIENT, "127.0.0.1", 12_000, "hi"),
                Events.in(SERVER, "127.0.0.1", 50_000, "hi")));
        assertEquals(1, messages().size());
    }

    @Test
    void anotherComputersPortIsNotTakenForAServerOfHere() {
        var far = new ProgramLog(_ -> false);
        far.apply(Events.piece(Events.started(SERVER, true, "0.0.0.0", 12_000),
                Events.started(CLIENT, false, "192.0.2.1", 50_000), Events.out(CLIENT, "192.0.2.9", 12_000, "hi")));
        assertTrue(far.seen()
                .ladder()
                .lanes()
                .stream()
                .anyMatch(each -> each.isElsewhere() && each.address().equals("192.0.2.9:12000")));
    }

    @Test
    void anotherProgramHasALineOfItsOwn() {
        log.apply(Events.piece(Events.started(SERVER, true, "127.0.0.1", 12_000),
                Events.in(SERVER, "192.0.2.7", 4_000, "hi"), Events.in(SERVER, "192.0.2.8", 4_000, "hi")));
        assertEquals(2, log.seen().ladder().lanes().stream().filter(Lifeline::isElsewhere).count());
    }

    @Test
    void aClientThatTheServerToldOfFirstIsNotDrawnTwice() {
        log.apply(Events.piece(Events.started(SERVER, true, "127.0.0.1", 12_000),
                Events.connection(50_000, State.CONNECTED, 0), Events.started(CLIENT, false, "127.0.0.1", 50_000)));
        assertEquals(List.of(SERVER, CLIENT), log.seen().ladder().lanes().stream().map(Lifeline::card).toList());
    }

    @Test
    void whatAnotherProgramGotStaysThereWhenOneOfOursOpensItsPortLater() {
        log.apply(Events.piece(Events.started(CLIENT, false, "127.0.0.1", 50_000),
                Events.out(CLIENT, "127.0.0.1", 12_000, "hi")));
        int before = messages().getFirst().to();
        log.apply(Events.piece(new ProgramEvent(SERVER, 1, new LabEvent.Started(Events.AT.plusSeconds(1), true,
                new InetSocketAddress("127.0.0.1", 12_000), Transport.UDP, "IPv4"))));
        log.apply(Events.piece(Events.out(CLIENT, "127.0.0.1", 12_000, "you?")));
        assertEquals(before, messages().getFirst().to());
        assertEquals(List.of(Lifeline.ELSEWHERE, SERVER),
                messages().stream().map(each -> cardAt(each.to())).toList());
    }

    private int cardAt(int lane) {
        return log.seen()
                .ladder()
                .lanes()
                .stream()
                .filter(each -> each.id() == lane)
                .findFirst()
                .orElseThrow()
                .card();
    }

    private List<String> rungs() {
        return log.seen().ladder().rungs().stream().map(each -> switch (each) {
            case Message sent -> String.valueOf(sent.payload().start().text());
            case Ladder.BySystem told -> told.doing().name();
            case Ladder.Silence _ -> "silence";
        }).toList();
    }

    @Test
    void aConnectionStandsAboveWhatItsClientWroteAtOnce() {
        startBoth("127.0.0.1");
        log.apply(Events.piece(Events.out(CLIENT, "127.0.0.1", 12_000, "hi"),
                Events.connection(50_000, State.CONNECTED, 4)));
        log.apply(Events.piece(Events.in(SERVER, "127.0.0.1", 50_000, "hi"),
                Events.connection(50_000, State.CLOSED, 5)));
        assertEquals(List.of("CONNECTED", "hi", "CLOSED"), rungs());
        List<Instant> times = log.seen().ladder().rungs().stream().map(Ladder.Rung::at).toList();
        assertEquals(times.stream().sorted().toList(), times);
    }

    @Test
    void whoWaitedIsServedBelowWhatWasWrittenMeanwhile() {
        startBoth("127.0.0.1");
        log.apply(Events.piece(Events.out(CLIENT, "127.0.0.1", 12_000, "hi"),
                Events.connection(50_000, State.WAITING, 4), Events.connection(50_000, State.CONNECTED, 9)));
        log.apply(Events.piece(Events.in(SERVER, "127.0.0.1", 50_000, "hi")));
        assertEquals(List.of("WAITING", "hi", "CONNECTED"), rungs());
    }

    @Test
    void ofManyMessagesTheNewestAreKeptAndTheOthersCounted() {
        log.apply(Events.piece(Events.started(SERVER, true, "127.0.0.1", 12_000)));
        int more = 10;
        for (int i = 0; i < ProgramLog.ROWS_MAX + more; i++) {
            log.apply(Events.piece(Events.in(SERVER, "127.0.0.1", 4_000, "message " + i)));
        }
        ProgramLog.Seen seen = log.seen();
        assertEquals(ProgramLog.ROWS_MAX, seen.rows().size());
        assertEquals(more + 1, seen.left());
        assertEquals(LadderBuilder.RUNGS_MAX, seen.ladder().rungs().size());
        assertEquals(more, seen.ladder().left());
        assertEquals("message " + (ProgramLog.ROWS_MAX + more - 1), seen.rows().getLast().payload().start().text());
    }

    @Test
    void manyStrangersFillTheDiagramOnlySoFar() {
        log.apply(Events.piece(Events.started(SERVER, true, "127.0.0.1", 12_000)));
        for (int i = 1; i <= LadderBuilder.LANES_MAX * 3; i++) {
            log.apply(Events.piece(Events.in(SERVER, "127.0.0.1", i, "hi")));
        }
        assertTrue(log.seen().ladder().lanes().size() <= LadderBuilder.LANES_MAX);
    }

    @Test
    void ofALongMessageTheBeginningIsKeptWithItsWholeLength() {
        String text = "x".repeat(Excerpt.BYTES_MAX + 1);
        log.apply(Events.piece(Events.in(SERVER, "127.0.0.1", 4_000, text)));
        Excerpt kept = log.seen().rows().getFirst().payload();
        assertEquals(Excerpt.BYTES_MAX, kept.start().length());
        assertEquals(text.length(), kept.bytes());
        assertTrue(kept.isCut());
        assertFalse(Excerpt.of(Payload.of(text.substring(1))).isCut());
    }

    @Test
    void whatIsClearedIsGoneAndTheSocketsStay() {
        startBoth("127.0.0.1");
        log.apply(Events.piece(Events.out(CLIENT, "127.0.0.1", 12_000, "hi")));
        log.clear();
        assertEquals(List.of(), log.seen().rows());
        assertEquals(List.of(), log.seen().ladder().rungs());
        log.apply(Events.piece(Events.out(CLIENT, "127.0.0.1", 12_000, "again"),
                Events.in(SERVER, "127.0.0.1", 50_000, "again")));
        assertEquals(1, messages().size());
    }

    @Test
    void aNewStartOfAMeasurementBeginsANewPicture() {
        log.apply(Events.piece(Events.sample(1, 1, Duration.ofMillis(3)), Events.sample(1, 2, null),
                Events.sample(2, 1, null)));
        assertEquals(List.of(1), log.seen().measures().samples().stream().map(each -> each.packet().number()).toList());
    }

    @Test
    void aCountThatBeginsAgainIsTheSecondHalfOfAComparison() {
        log.apply(Events.piece(Events.sample(1, Duration.ofMillis(3)), Events.sample(2, null),
                Events.sample(1, Duration.ofMillis(1))));
        assertEquals(List.of(false, false, true),
                log.seen().measures().samples().stream().map(Measurements.Sample::second).toList());
    }

    @Test
    void aClientWaitsFromItsComingUntilItIsServed() {
        log.apply(Events.piece(Events.connection(1, State.CONNECTED, 0), Events.connection(2, State.WAITING, 10),
                Events.connection(1, State.CLOSED, 50), Events.connection(2, State.CONNECTED, 51)));
        List<ServedClient> clients = log.seen().measures().clients();
        assertEquals(new ServedClient("127.0.0.1:1", 0, 0.0, 50.0), clients.getFirst());
        assertEquals(10, clients.getLast().came());
        assertEquals(51.0, clients.getLast().served());
        assertNull(clients.getLast().gone());
    }

    @Test
    void filesAtOnceStandBesideEachOtherAndANewOneTakesThePlaceOfOneThatEnded() {
        log.apply(Events.piece(Events.progress(SERVER, 1, 0, 0, 9L), Events.progress(SERVER, 2, 0, 0, 9L),
                Events.progress(SERVER, 1, 5, 9, 9L),
                Events.progress(SERVER, 2, 5, 4, 9L)));
        assertEquals(List.of("127.0.0.1:1", "127.0.0.1:2"),
                log.seen().measures().transfers().stream().map(Transfer::peer).toList());
        assertEquals(List.of(2, 2),
                log.seen().measures().transfers().stream().map(each -> each.steps().size()).toList());
        log.apply(Events.piece(Events.progress(SERVER, 3, 0, 0, 9L)));
        assertEquals(List.of("127.0.0.1:2", "127.0.0.1:3"),
                log.seen().measures().transfers().stream().map(Transfer::peer).toList());
    }

    @Test
    void anEndThatDoesNotKnowTheLengthHasOneFileAtATime() {
        log.apply(Events.piece(Events.progress(CLIENT, 1, 0, 0, null), Events.progress(CLIENT, 1, 5, 9, null),
                Events.progress(CLIENT, 1, 0, 0, null)));
        assertEquals(1, log.seen().measures().transfers().getFirst().steps().size());
    }

    @Test
    void ofManyFilesAtOnceTheNewestAreDrawn() {
        for (int i = 0; i <= TransfersBuilder.TRANSFERS_MAX; i++) {
            log.apply(Events.piece(Events.progress(SERVER, i, 0, 0, 9L)));
        }
        assertEquals(TransfersBuilder.TRANSFERS_MAX, log.seen().measures().transfers().size());
        assertEquals("127.0.0.1:1", log.seen().measures().transfers().getFirst().peer());
    }

    @Test
    void whenTheTapeIsFullTheOldestMessagesGoAndNoFact() {
        var tape = new EventBuffer();
        tape.add(Events.started(SERVER, true, "127.0.0.1", 12_000));
        for (int i = 0; i < EventBuffer.MESSAGES_MAX + 5; i++) tape.add(Events.in(SERVER, "127.0.0.1", 4_000, "m" + i));
        EventBuffer.Piece piece = tape.take();
        assertEquals(5, piece.dropped());
        assertEquals(EventBuffer.MESSAGES_MAX + 1, piece.events().size());
        assertTrue(piece.events().getFirst().event() instanceof LabEvent.Started);
        assertEquals(List.of(), tape.take().events());
    }
}
