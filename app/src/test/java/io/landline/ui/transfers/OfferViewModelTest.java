package io.landline.ui.transfers;

import static io.landline.ui.transfers.TransfersFixture.NOW;
import static io.landline.ui.transfers.TransfersFixture.incoming;
import static io.landline.ui.transfers.TransfersFixture.outgoing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.Transfers;
import io.landline.node.FileTransfers.Transfer;
import io.landline.ui.transfers.OfferState.Pauser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfferViewModelTest {
    private final TransfersFixture fixture = TransfersFixture.onThisThread();

    private OfferViewModel shown(Transfer... transfers) {
        for (Transfer each : transfers) fixture.node.has(each);
        TransfersViewModel all = fixture.model();
        return ((TransferRow.Offer) all.rows().get(1)).offer();
    }

    @Test
    void somebodysOfferIsAskedAbout() {
        OfferViewModel offer = shown(incoming("1", TransferState.OFFERED));
        assertInstanceOf(OfferState.Asked.class, offer.state());
        assertEquals(Set.of(OfferAction.ACCEPT, OfferAction.DECLINE), offer.actions());
    }

    @Test
    void acceptingTakesItToTheNodeAndShowsWhatBecameOfIt() {
        OfferViewModel offer = shown(incoming("1", TransferState.OFFERED));
        offer.act(OfferAction.ACCEPT);
        assertEquals(List.of("accept 1"), fixture.node.told);
        assertInstanceOf(OfferState.Waiting.class, offer.state());
        assertFalse(offer.busyProperty().get());
    }

    @Test
    void whatCannotBeDoneNowIsNotTakenToTheNode() {
        OfferViewModel offer = shown(incoming("1", TransferState.OFFERED));
        offer.act(OfferAction.RESUME);
        assertEquals(List.of(), fixture.node.told);
    }

    @Test
    void aRefusedCommandIsTold() {
        OfferViewModel offer = shown(incoming("1", TransferState.OFFERED));
        fixture.node.becomes("1", each -> FakeFileTransfers.in(each, TransferState.FAILED, "cancelled"));
        offer.act(OfferAction.ACCEPT);
        assertEquals(List.of("That transfer is over already."), fixture.problems);
        assertInstanceOf(OfferState.Over.class, offer.state());
    }

    @Test
    void bytesThatArriveMoveTheBarAndTellTheTimeLeft() {
        OfferViewModel offer = shown(incoming("1", TransferState.RUNNING));
        fixture.node.progress("1", 1_000_000, 1_500_000);
        var running = assertInstanceOf(OfferState.Running.class, offer.state());
        assertEquals(1_000_000, running.bytes());
        assertEquals(Duration.ofSeconds(2), running.left());
    }

    @Test
    void withoutARateNobodyKnowsTheTimeLeft() {
        OfferViewModel offer = shown(incoming("1", TransferState.RUNNING));
        assertEquals(null, assertInstanceOf(OfferState.Running.class, offer.state()).left());
    }

    @Test
    void bytesOfATransferThatWasThoughtToWaitAreReadAnew() {
        OfferViewModel offer = shown(incoming("1", TransferState.WAITING));
        fixture.node.becomes("1", each -> FakeFileTransfers.in(each, TransferState.RUNNING, null));
        fixture.node.progress("1", 10, 10);
        assertInstanceOf(OfferState.Running.class, offer.state());
    }

    @Test
    void whatWasReadBeforeTheLastEventDoesNotMoveTheBarBack() {
        OfferViewModel offer = shown(incoming("1", TransferState.RUNNING));
        fixture.node.progress("1", 2_000_000, 10);
        fixture.node.offered("1");
        assertEquals(2_000_000, assertInstanceOf(OfferState.Running.class, offer.state()).bytes());
    }

    @Test
    void theRateGoesWithTheRunning() {
        OfferViewModel offer = shown(incoming("1", TransferState.RUNNING));
        fixture.node.progress("1", 10, 500);
        fixture.node.becomes("1", each -> FakeFileTransfers.in(each, TransferState.WAITING, null));
        fixture.node.offered("1");
        assertEquals(0, offer.rate());
    }

    @Test
    void whoPausedMayResume() {
        OfferViewModel offer = shown(incoming("1", TransferState.RUNNING));
        offer.act(OfferAction.PAUSE);
        assertEquals(Pauser.WE, assertInstanceOf(OfferState.Paused.class, offer.state()).by());
        assertTrue(offer.actions().contains(OfferAction.RESUME));
    }

    @Test
    void aPauseByTheOtherIsShownAtOnceAndNotOursToEnd() {
        Transfer running = outgoing("1", "bb".repeat(32), "Max", TransferState.RUNNING);
        OfferViewModel offer = shown(running);
        fixture.node.pausedByPeer(running.ids().transfer());
        assertEquals(Pauser.THEY, assertInstanceOf(OfferState.Paused.class, offer.state()).by());
        assertFalse(offer.actions().contains(OfferAction.RESUME));
    }

    @Test
    void aFullDiskIsAPauseWithAReason() {
        OfferViewModel offer = shown(
                FakeFileTransfers.in(incoming("1", TransferState.OFFERED), TransferState.PAUSED, "disk-full"));
        assertEquals("disk-full", assertInstanceOf(OfferState.Paused.class, offer.state()).reason());
        assertTrue(offer.actions().contains(OfferAction.RESUME));
    }

    @Test
    void aReceiversFullDiskIsNotOursToResume() {
        Transfer paused = FakeFileTransfers.in(outgoing("1", "#class", "Max", TransferState.OFFERED),
                TransferState.PAUSED, "disk-full");
        assertEquals(Set.of(OfferAction.WITHDRAW), shown(paused).actions());
    }

    @Test
    void whatArrivedIsShownInItsFolder() {
        Path path = Path.of("/downloads/holiday.jpg");
        OfferViewModel offer = shown(FakeFileTransfers.with(incoming("1", TransferState.OFFERED), TransferState.DONE,
                null, 4_000_000, List.of(path)));
        offer.act(OfferAction.SHOW);
        assertEquals(List.of(path), fixture.shown);
    }

    @Test
    void whatWasSentIsNotShownInAFolder() {
        assertEquals(Set.of(), shown(outgoing("1", "bb".repeat(32), "Max", TransferState.DONE)).actions());
    }

    @Test
    void anOfferToARoomCountsWhoHasTakenIt() {
        OfferViewModel offer = shown(outgoing("1", "#class", "Max", TransferState.DONE),
                outgoing("1", "#class", "Eva", TransferState.OFFERED),
                outgoing("1", "#class", "Ali", TransferState.DONE));
        assertEquals(new Receivers(3, 2, 1), assertInstanceOf(OfferState.Standing.class, offer.state()).receivers());
        assertEquals("#class", offer.who());
    }

    @Test
    void aRunningOfferToARoomAddsUpWhatIsTaken() {
        OfferViewModel offer = shown(outgoing("1", "#class", "Max", TransferState.RUNNING),
                outgoing("1", "#class", "Eva", TransferState.RUNNING),
                outgoing("1", "#class", "Ali", TransferState.OFFERED));
        fixture.node.progress("1-Max", 300_000, 100_000);
        fixture.node.progress("1-Eva", 100_000, 50_000);
        var running = assertInstanceOf(OfferState.Running.class, offer.state());
        assertEquals(List.of(400_000L, 2_000_000L, 150_000L),
                List.of(running.bytes(), running.total(), running.rate()));
    }

    @Test
    void pausingAnOfferToARoomPausesAllThatMove() {
        OfferViewModel offer = shown(outgoing("1", "#class", "Max", TransferState.RUNNING),
                outgoing("1", "#class", "Eva", TransferState.WAITING),
                outgoing("1", "#class", "Ali", TransferState.DONE));
        offer.act(OfferAction.PAUSE);
        assertEquals(List.of("pause 1-Max", "pause 1-Eva"), fixture.node.told);
    }

    @Test
    void anOwnOfferIsWithdrawnAsAWhole() {
        OfferViewModel offer = shown(outgoing("1", "#class", "Max", TransferState.RUNNING),
                outgoing("1", "#class", "Eva", TransferState.OFFERED));
        offer.act(OfferAction.WITHDRAW);
        assertEquals(List.of("withdraw offer-1"), fixture.node.told);
        assertEquals("cancelled", assertInstanceOf(OfferState.Over.class, offer.state()).reason());
    }

    @Test
    void anOwnOfferThatReachedNobodyStandsForSevenDays() {
        TransfersViewModel all = fixture.model();
        OfferViewModel offer = all.of(
                TransfersFixture.item("o", true, NOW.minus(Transfers.OFFER_STANDS).plusSeconds(1)), "#class");
        assertEquals(new OfferState.Standing(Receivers.NONE), offer.state());
    }

    @Test
    void anOlderOneHasExpired() {
        TransfersViewModel all = fixture.model();
        OfferViewModel offer = all.of(TransfersFixture.item("o", true, NOW.minus(Transfers.OFFER_STANDS)), "#class");
        assertInstanceOf(OfferState.Expired.class, offer.state());
    }

    @Test
    void anOfferOfSomebodyThatTheNodeForgotHasExpired() {
        OfferViewModel offer = fixture.model().of(TransfersFixture.item("o", false, NOW), "#class");
        assertInstanceOf(OfferState.Expired.class, offer.state());
    }
}
