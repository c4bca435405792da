package io.landline.ui.transfers;

import static io.landline.fixture.PlainRecords.transfer;
import static io.landline.ui.transfers.TransfersFixture.NOW;
import static io.landline.ui.transfers.TransfersFixture.incoming;
import static io.landline.ui.transfers.TransfersFixture.outgoing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferState;
import io.landline.language.Language;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.ui.transfers.state.OfferAction;
import io.landline.ui.transfers.state.OfferMovement;
import io.landline.ui.transfers.state.OfferState;
import io.landline.ui.transfers.state.OfferState.Pauser;
import io.landline.ui.transfers.state.Receivers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void nothingIsTakenOfSomebodyWhoIsBlockedUntilThatEnds() {
        OfferViewModel offer = shown(incoming("1", TransferState.OFFERED));
        block(true);
        assertEquals(new OfferState.Blocked(false), offer.state());
        assertEquals(Set.of(OfferAction.DECLINE), offer.actions());
        assertEquals("You have blocked \u200eMax\u200e. Unblock them to take this.",
                new OfferFormatter(fixture.context(Language.ENGLISH)).state(offer));
        block(false);
        assertEquals(Set.of(OfferAction.ACCEPT, OfferAction.DECLINE), offer.actions());
    }

    @Test
    void whatWasTakenOfSomebodyWhoIsBlockedNowDoesNotSeemToGoOn() {
        OfferViewModel offer = shown(incoming("1", TransferState.WAITING));
        block(true);
        assertEquals(new OfferState.Blocked(true), offer.state());
        assertEquals(Set.of(OfferAction.CANCEL), offer.actions());
        fixture.node.becomes("1", each -> FakeFileTransfers.in(each, TransferState.FAILED, FailureReason.DISK_FULL));
        fixture.chats.changed("#class");
        assertEquals(Set.of(), offer.actions(), "no retry");
        block(false);
        assertEquals(Set.of(OfferAction.RETRY), offer.actions());
    }

    private void block(boolean blocked) {
        fixture.blocked = blocked;
        fixture.chats.changed("bb".repeat(32));
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
        fixture.node.becomes("1", each -> FakeFileTransfers.in(each, TransferState.FAILED, FailureReason.CANCELLED));
        offer.act(OfferAction.ACCEPT);
        assertEquals(List.of("problem: That transfer is over already."), fixture.window.told);
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

    private OfferViewModel received(TransferState state, FailureReason reason) {
        return shown(FakeFileTransfers.in(incoming("1", TransferState.OFFERED), state, reason));
    }

    @Test
    void aFullDiskIsAPauseWithAReason() {
        OfferViewModel offer = received(TransferState.PAUSED, FailureReason.DISK_FULL);
        assertEquals(FailureReason.DISK_FULL, assertInstanceOf(OfferState.Paused.class, offer.state()).reason());
        assertTrue(offer.actions().contains(OfferAction.RESUME));
    }

    @Test
    void aReceiversFullDiskIsNotOursToResume() {
        Transfer paused = FakeFileTransfers.in(outgoing("1", "#class", "Max", TransferState.OFFERED),
                TransferState.PAUSED, FailureReason.DISK_FULL);
        assertEquals(Set.of(OfferAction.WITHDRAW), shown(paused).actions());
    }

    @Test
    void whatArrivedIsShownInItsFolder() {
        Path path = Path.of("/downloads/holiday.jpg");
        OfferViewModel offer = shown(FakeFileTransfers.with(incoming("1", TransferState.OFFERED), TransferState.DONE,
                null, 4_000_000, List.of(path)));
        offer.act(OfferAction.SHOW);
        assertEquals(List.of("folder " + path), fixture.window.told);
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
        assertEquals("#class", offer.transfers().who());
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
        assertEquals(FailureReason.CANCELLED, assertInstanceOf(OfferState.Over.class, offer.state()).reason());
    }

    @Test
    void anOwnOfferThatReachedNobodyStandsForSevenDays() {
        TransfersViewModel all = fixture.model();
        OfferViewModel offer = all.of(
                TransfersFixture.item("o", true, NOW.minus(OfferBody.STANDS).plusSeconds(1)), "#class");
        assertEquals(new OfferState.Standing(Receivers.NONE), offer.state());
    }

    @Test
    void anOlderOneHasExpired() {
        TransfersViewModel all = fixture.model();
        OfferViewModel offer = all.of(TransfersFixture.item("o", true, NOW.minus(OfferBody.STANDS)), "#class");
        assertInstanceOf(OfferState.Expired.class, offer.state());
    }

    @Test
    void anOfferOfSomebodyThatTheNodeForgotHasExpired() {
        OfferViewModel offer = fixture.model().of(TransfersFixture.item("o", false, NOW), "#class");
        assertInstanceOf(OfferState.Expired.class, offer.state());
    }

    private String said(OfferViewModel offer, Language language) {
        return new OfferFormatter(fixture.context(language)).state(offer);
    }

    @Test
    void aTransferWhoseOtherSideIsGoneSaysSoAtOnce() {
        OfferViewModel offer = shown(incoming("1", TransferState.RUNNING));
        fixture.node.progress("1", 1_000_000, 1_500_000);
        fixture.node.gone("1"); // and the node still has it as running: it hears of the session's end a moment later
        assertEquals("\u200EMax\u200E is away: goes on when they are back · 1\u00A0MB of 4\u00A0MB",
                said(offer, Language.ENGLISH));
        assertTrue(said(offer, Language.FRENCH).startsWith("\u200EMax\u200E n’est pas là\u202F: reprise à son retour"));
        assertEquals(0, offer.rate());
    }

    @Test
    void itGoesOnWhenTheOtherIsBack() {
        OfferViewModel offer = shown(incoming("1", TransferState.RUNNING));
        fixture.node.gone("1");
        fixture.node.back("1");
        fixture.node.progress("1", 1_000_000, 1_500_000);
        assertTrue(said(offer, Language.ENGLISH).startsWith("1\u00A0MB of 4\u00A0MB"));
    }

    @Test
    void whatDoesNotMoveForTwoSecondsIsSaidToStand() {
        fixture.node.has(incoming("1", TransferState.RUNNING));
        TransfersViewModel all = fixture.model();
        OfferViewModel offer = ((TransferRow.Offer) all.rows().get(1)).offer();
        fixture.node.progress("1", 1_000_000, 1_500_000);
        fixture.now = NOW.plus(OfferMovement.STALLED_AFTER).minusMillis(1);
        all.tick();
        assertInstanceOf(OfferState.Running.class, offer.state());
        fixture.now = NOW.plus(OfferMovement.STALLED_AFTER);
        all.tick();
        assertEquals("Nothing moves just now: waiting for \u200EMax\u200E · 1\u00A0MB of 4\u00A0MB",
                said(offer, Language.ENGLISH));
        assertFalse(all.totals().movingProperty().get());
        fixture.node.progress("1", 1_100_000, 1_500_000);
        assertInstanceOf(OfferState.Running.class, offer.state());
        assertTrue(all.totals().movingProperty().get());
    }

    @Test
    void whatWaitsForSomebodyWhoIsAwayNamesThatPersonFromTheStart() {
        fixture.connected = false;
        OfferViewModel offer = shown(incoming("1", TransferState.WAITING));
        assertEquals("\u200EMax\u200E is away: starts when they are back", said(offer, Language.ENGLISH));
    }

    @Test
    void anOfferToARoomMovesWhileOneOfItsTakersIsHere() {
        OfferViewModel offer = shown(outgoing("1", "#class", "Max", TransferState.RUNNING, "c1"),
                outgoing("1", "#class", "Eva", TransferState.RUNNING, "c2"));
        fixture.node.gone("1-Max");
        assertInstanceOf(OfferState.Running.class, offer.state());
        fixture.node.gone("1-Eva");
        assertEquals("2 people who take it are away: goes on when they are back", said(offer, Language.ENGLISH));
    }

    @Test
    void aSessionThatAnotherOneReplacedIsNoFarewell() {
        OfferViewModel offer = shown(incoming("1", TransferState.RUNNING));
        fixture.node.replaced("1");
        assertInstanceOf(OfferState.Running.class, offer.state());
    }

    private OfferViewModel arrived(Content content, int paths) {
        Transfer one = incoming("1", TransferState.DONE);
        List<Path> stand = Stream.iterate(0, i -> i + 1).limit(paths).map(i -> Path.of("/downloads/" + i)).toList();
        return shown(transfer(one.ids(), one.direction(), one.other(), content, one.progress(), one.offered(), stand));
    }

    @Test
    void whatArrivedIsDraggedOutAsAWholeOrNotAtAll() {
        List<String> ten = Stream.iterate(0, i -> i + 1).limit(10).map(String::valueOf).toList();
        assertEquals(2, arrived(new Content(List.of("a", "b"), 2, 5), 2).files().size());
        assertEquals(1, arrived(new Content(List.of("Holiday"), 120, 5, 3), 1).files().size());
        assertEquals(10, arrived(new Content(ten, 10, 5), 10).files().size());
        assertEquals(List.of(), arrived(new Content(ten, 12, 5), 10).files(), "ten of twelve would be a lie");
        assertEquals(List.of(), shown(incoming("2", TransferState.RUNNING)).files());
    }

    @Test
    void whatFailedOnItsWayHereIsTakenAgain() {
        OfferViewModel offer = received(TransferState.FAILED, FailureReason.DISK_FULL);
        assertEquals(Set.of(OfferAction.RETRY), offer.actions());
        assertTrue(offer.hasFailed());
        offer.act(OfferAction.RETRY);
        assertEquals(List.of("retry 1"), fixture.node.told);
        assertInstanceOf(OfferState.Waiting.class, offer.state());
    }

    @Test
    void anOwnOfferIsMadeAgainOnce() {
        OfferViewModel offer = shown(FakeFileTransfers.in(outgoing("1", "#class", "Max", TransferState.OFFERED),
                TransferState.FAILED, FailureReason.SOURCE_CHANGED));
        offer.act(OfferAction.OFFER_AGAIN);
        assertEquals(List.of("retry 1-Max"), fixture.node.told);
        assertEquals(Set.of(), offer.actions());
        assertFalse(offer.hasFailed());
    }

    @Test
    void whatSomebodyEndedOrCannotGiveIsNotTriedAgainWithAll() {
        for (String reason : List.of("CANCELLED_BY_RECEIVER", "DECLINED", "SOURCE_GONE", "SOURCE_CHANGED")) {
            OfferViewModel over = received(TransferState.FAILED, FailureReason.valueOf(reason));
            assertFalse(over.hasFailed());
            assertEquals(Set.of(OfferAction.RETRY), over.actions(), "one may think better of it");
        }
    }

    @Test
    void whatItsSenderCancelledIsNotTakenAgainSinceItDoesNotStand() {
        assertEquals(Set.of(), received(TransferState.FAILED, FailureReason.CANCELLED).actions());
    }

    @Test
    void whatWaitsIsPausedToo() {
        OfferViewModel offer = shown(incoming("1", TransferState.WAITING));
        offer.act(OfferAction.PAUSE);
        assertEquals(List.of("pause 1"), fixture.node.told);
    }

    @Test
    void whatWaitsForSomebodyWhoIsAwayIsPausedToo() {
        fixture.connected = false;
        assertTrue(shown(incoming("1", TransferState.WAITING)).actions().contains(OfferAction.PAUSE));
    }

    @Test
    void onlyAHarmlessFileThatArrivedIsOpened(@TempDir Path folder) throws IOException {
        Path picture = Files.writeString(folder.resolve("a.gif"), "GIF89a…");
        Path program = Files.writeString(folder.resolve("b.gif"), "#!/bin/sh");
        OfferViewModel offer = shown(FakeFileTransfers.with(incoming("1", TransferState.OFFERED), TransferState.DONE,
                null, 4_000_000, List.of(picture)));
        assertEquals(Set.of(OfferAction.SHOW), offer.actions(), "nobody sees it: nothing is read");
        offer.attached();
        assertEquals(Set.of(OfferAction.OPEN, OfferAction.SHOW), offer.actions());
        offer.act(OfferAction.OPEN);
        assertEquals(List.of("open " + picture), fixture.window.told);
        fixture.node.has(FakeFileTransfers.with(incoming("2", TransferState.OFFERED), TransferState.DONE, null,
                4_000_000, List.of(program)));
        OfferViewModel other = fixture.model().of(TransfersFixture.item("offer-2", false, NOW), "#class");
        other.attached();
        assertEquals(Set.of(OfferAction.SHOW), other.actions());
    }
}
