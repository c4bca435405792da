package io.landline.ui.transfers;

import static io.landline.ui.transfers.TransfersFixture.NOW;
import static io.landline.ui.transfers.TransfersFixture.incoming;
import static io.landline.ui.transfers.TransfersFixture.item;
import static io.landline.ui.transfers.TransfersFixture.outgoing;
import static io.landline.ui.transfers.TransfersFixture.unreached;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferState;
import io.landline.node.port.NodeEvent;
import io.landline.session.EndReason;
import io.landline.ui.transfers.state.OfferAction;
import io.landline.ui.transfers.state.OfferMovement;
import io.landline.ui.transfers.state.OfferState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class TransfersViewModelTest {
    private final TransfersFixture fixture = TransfersFixture.onThisThread();

    private static List<String> rows(TransfersViewModel model) {
        return model.rows().stream().map(row -> switch (row) {
            case TransferRow.Now _ -> "now";
            case TransferRow.Earlier _ -> "earlier";
            case TransferRow.Offer(var offer) -> offer.facts().offer();
        }).toList();
    }

    @Test
    void openOnesStandAboveThoseThatAreOver() {
        fixture.node.has(incoming("1", TransferState.DONE));
        fixture.node.has(incoming("2", TransferState.RUNNING));
        fixture.node.has(incoming("3", TransferState.FAILED));
        assertEquals(List.of("now", "offer-2", "earlier", "offer-1", "offer-3"), rows(fixture.model()));
    }

    @Test
    void anOwnOfferThatHasReachedNobodyIsListedUntilSomebodyTakesItOrItIsTakenBack() {
        fixture.node.has(outgoing("1", "#class", "Zoe", TransferState.OFFERED));
        fixture.node.unreached.add(unreached("2", "Zoe", "Max"));
        fixture.node.unreached.add(unreached("3"));
        TransfersViewModel model = fixture.model();
        assertEquals(List.of("now", "offer-2", "offer-3", "offer-1"), rows(model));
        OfferViewModel offer = ((TransferRow.Offer) model.rows().get(1)).offer();
        assertEquals(new OfferState.Unreached(List.of("Zoe", "Max")), offer.state());
        assertSame(offer, model.of(item("offer-2", true, NOW), "#class"));
        fixture.node.unreached.removeFirst();
        fixture.node.has(outgoing("2", "#class", "Max", TransferState.RUNNING));
        fixture.node.offered("2-Max");
        assertInstanceOf(OfferState.Running.class, offer.state());
        OfferViewModel third = ((TransferRow.Offer) model.rows().get(1)).offer();
        third.act(OfferAction.WITHDRAW);
        assertEquals(List.of("withdraw offer-3"), fixture.node.told);
        assertEquals(List.of("now", "offer-2", "offer-1"), rows(model));
        assertEquals(FailureReason.CANCELLED, assertInstanceOf(OfferState.Over.class, third.state()).reason());
        OfferViewModel later = fixture.model().of(item("offer-3", true, NOW), "#class");
        assertEquals(FailureReason.CANCELLED, assertInstanceOf(OfferState.Over.class, later.state()).reason());
    }

    @Test
    void anOfferThatIsTakenWhileTheListIsReadStandsInItOnce() {
        fixture.node.unreached.add(unreached("1", "Zoe"));
        fixture.node.looked = () -> {
            fixture.node.unreached.clear();
            fixture.node.has(outgoing("1", "#class", "Zoe", TransferState.DONE));
        };
        assertEquals(List.of("earlier", "offer-1"), rows(fixture.model()));
    }

    @Test
    void whatStoppedAtAFolderThatIsGoneCanStartOver() {
        fixture.node.has(FakeFileTransfers.in(incoming("1", TransferState.RUNNING), TransferState.PAUSED,
                FailureReason.NO_PERMISSION));
        OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
        assertEquals(Set.of(OfferAction.RESUME, OfferAction.START_OVER, OfferAction.CANCEL), offer.actions());
        offer.act(OfferAction.START_OVER);
        assertEquals(List.of("cancel 1", "retry 1"), fixture.node.told);
        assertInstanceOf(OfferState.Waiting.class, offer.state());
    }

    @Test
    void atAReceiversMissingFolderOnlyTheReceiverCanDoSomething() {
        fixture.node.has(FakeFileTransfers.in(outgoing("1", "Zoe", "Zoe", TransferState.RUNNING),
                TransferState.PAUSED, FailureReason.NO_PERMISSION));
        assertEquals(Set.of(OfferAction.WITHDRAW),
                ((TransferRow.Offer) fixture.model().rows().get(1)).offer().actions());
    }

    @Test
    void whatWasOfferedAgainBeforeARestartIsNotOfferedOnceMore() {
        fixture.node.has(FakeFileTransfers.in(outgoing("1", "Zoe", "Zoe", TransferState.RUNNING),
                TransferState.FAILED, FailureReason.SOURCE_CHANGED));
        fixture.node.has(FakeFileTransfers.in(outgoing("2", "Zoe", "Zoe", TransferState.RUNNING),
                TransferState.FAILED, FailureReason.SOURCE_CHANGED));
        fixture.node.offeredAgain.add("offer-1");
        TransfersViewModel model = fixture.model();
        assertEquals(1, model.totals().failedProperty().get());
        assertEquals(Set.of(), fixture.model().of(item("offer-1", true, NOW), "Zoe").actions());
        assertEquals(Set.of(OfferAction.OFFER_AGAIN),
                fixture.model().of(item("offer-2", true, NOW), "Zoe").actions());
    }

    @Test
    void whoPausedTooCanResumeBeforeTheOther() {
        fixture.node.has(FakeFileTransfers.pausedByBoth(incoming("1", TransferState.RUNNING)));
        OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
        assertEquals(Set.of(OfferAction.RESUME, OfferAction.CANCEL), offer.actions());
    }

    @Test
    void offersThatWaitForAnAnswerAreCounted() {
        fixture.node.has(incoming("1", TransferState.OFFERED));
        fixture.node.has(incoming("2", TransferState.OFFERED));
        fixture.node.has(incoming("3", TransferState.RUNNING));
        fixture.node.has(outgoing("4", "#class", "Zoe", TransferState.OFFERED));
        assertEquals(2, fixture.model().totals().askedProperty().get());
    }

    @Test
    void thoseWhoAreHelpedAreCountedOnceForAllOffers() {
        TransfersViewModel model = fixture.model();
        fixture.node.publish(new NodeEvent.Helping("offer-1", 4, null));
        fixture.node.publish(new NodeEvent.Helping("offer-2", 3, 1.0));
        assertEquals(4, model.totals().helpingProperty().get());
        fixture.node.publish(new NodeEvent.Helping("offer-1", 0, null));
        assertEquals(3, model.totals().helpingProperty().get());
        fixture.node.publish(new NodeEvent.Helping("offer-2", 0, 1.1));
        assertEquals(0, model.totals().helpingProperty().get());
    }

    @Test
    void whoGetsAFileFromHereCountsAsHelpedUntilItIsThere() {
        fixture.node.has(outgoing("1", "#class", "Zoe", TransferState.RUNNING, "cc"));
        fixture.node.has(outgoing("2", "#class", "Zoe", TransferState.WAITING, "cc"));
        fixture.node.has(outgoing("3", "#class", "Eva", TransferState.OFFERED, "c1"));
        fixture.node.has(incoming("4", TransferState.RUNNING));
        TransfersViewModel model = fixture.model();
        assertEquals(1, model.totals().helpingProperty().get());
        fixture.node.becomes("1-Zoe", each -> FakeFileTransfers.in(each, TransferState.DONE, null));
        fixture.node.becomes("2-Zoe", each -> FakeFileTransfers.in(each, TransferState.DONE, null));
        fixture.node.offered("2-Zoe");
        assertEquals(0, model.totals().helpingProperty().get());
    }

    @Test
    void anEmptyListHasNoHeadings() {
        TransfersViewModel model = fixture.model();
        assertEquals(List.of(), rows(model));
        assertTrue(model.loadedProperty().get());
    }

    @Test
    void anOfferThatComesIsShownOnTop() {
        fixture.node.has(incoming("1", TransferState.RUNNING));
        TransfersViewModel model = fixture.model();
        fixture.node.isRecent = each -> each.ids().transfer().equals("2");
        fixture.node.has(incoming("2", TransferState.OFFERED));
        fixture.node.offered("2");
        assertEquals(List.of("now", "offer-2"), rows(model));
    }

    @Test
    void whatEndsMovesDownAndTheOthersStay() {
        fixture.node.has(incoming("1", TransferState.RUNNING));
        fixture.node.has(incoming("2", TransferState.RUNNING));
        TransfersViewModel model = fixture.model();
        TransferRow second = model.rows().get(2);
        var removed = new ArrayList<TransferRow>();
        model.rows().addListener((ListChangeListener<TransferRow>) change -> {
            while (change.next()) removed.addAll(change.getRemoved());
        });
        fixture.node.becomes("1", each -> FakeFileTransfers.in(each, TransferState.DONE, null));
        fixture.node.offered("1");
        assertEquals(List.of("now", "offer-2", "earlier", "offer-1"), rows(model));
        assertTrue(removed.stream().noneMatch(second::equals));
    }

    @Test
    void bytesThatArriveDoNotTouchTheList() {
        fixture.node.has(incoming("1", TransferState.RUNNING));
        TransfersViewModel model = fixture.model();
        int loads = fixture.node.loads;
        model.rows().addListener((ListChangeListener<TransferRow>) _ -> {
            throw new AssertionError("the list changed");
        });
        for (int i = 0; i < 100; i++) fixture.node.progress("1", i, i);
        assertEquals(loads, fixture.node.loads);
    }

    @Test
    void speedsOfBothDirectionsAreAddedUpApart() {
        fixture.node.has(incoming("1", TransferState.RUNNING));
        fixture.node.has(incoming("2", TransferState.RUNNING));
        fixture.node.has(outgoing("3", "#class", "Eva", TransferState.RUNNING));
        TransfersViewModel model = fixture.model();
        fixture.node.progress("1", 1, 100);
        fixture.node.progress("2", 1, 10);
        fixture.node.progress("3-Eva", 1, 7);
        assertEquals(List.of(110L, 7L),
                List.of(model.totals().receivingProperty().get(), model.totals().sendingProperty().get()));
    }

    @Test
    void whatStandsCountsNothingToASpeed() {
        fixture.node.has(incoming("1", TransferState.RUNNING));
        fixture.node.has(outgoing("2", "#class", "Max", TransferState.RUNNING, "c1"));
        fixture.node.has(outgoing("2", "#class", "Eva", TransferState.RUNNING, "c2"));
        TransfersViewModel model = fixture.model();
        fixture.node.progress("1", 1, 100_000_000);
        fixture.node.progress("2-Max", 1, 10_000_000);
        fixture.now = NOW.plus(OfferMovement.STALLED_AFTER);
        fixture.node.progress("2-Eva", 1, 7_000_000);
        model.tick();
        assertEquals(List.of(0L, 7_000_000L),
                List.of(model.totals().receivingProperty().get(), model.totals().sendingProperty().get()));
        fixture.node.progress("1", 2, 50);
        assertEquals(50, model.totals().receivingProperty().get());
    }

    @Test
    void whatIsToldAgainWhileNothingComesStandsAllTheSame() {
        fixture.node.has(incoming("1", TransferState.RUNNING));
        TransfersViewModel model = fixture.model();
        fixture.node.progress("1", 1, 2_000_000);
        fixture.now = NOW.plus(OfferMovement.STALLED_AFTER).minusMillis(1);
        fixture.node.progress("1", 1, 2_000_000);
        assertEquals(2_000_000, model.totals().receivingProperty().get());
        fixture.now = NOW.plus(OfferMovement.STALLED_AFTER);
        model.tick();
        assertEquals(0, model.totals().receivingProperty().get());
    }

    @Test
    void aTimelinesOldOfferIsReadByItself() {
        fixture.node.has(incoming("1", TransferState.DONE));
        fixture.node.isRecent = _ -> false;
        OfferViewModel offer = fixture.model().of(item("offer-1", false, NOW.minus(Duration.ofDays(3))), "#class");
        assertInstanceOf(OfferState.Done.class, offer.state());
    }

    @Test
    void anOfferHasOneModelWhereverItIsShown() {
        fixture.node.has(incoming("1", TransferState.RUNNING));
        TransfersViewModel model = fixture.model();
        OfferViewModel inTimeline = model.of(item("offer-1", false, NOW), "#class");
        assertSame(((TransferRow.Offer) model.rows().get(1)).offer(), inTimeline);
        assertEquals(0, fixture.node.offersAsked);
    }

    @Test
    void anOwnOfferThatAMemberTakesLaterBecomesARow() {
        TransfersViewModel model = fixture.model();
        OfferViewModel offer = model.of(item("offer-1", true, NOW), "#class");
        fixture.node.has(outgoing("1", "#class", "Eva", TransferState.RUNNING));
        fixture.node.offered("1-Eva");
        assertInstanceOf(OfferState.Running.class, offer.state());
        assertSame(offer, ((TransferRow.Offer) model.rows().get(1)).offer());
    }

    @Test
    void aSessionThatEndsShowsWhatWaitsNow() {
        fixture.node.has(incoming("1", TransferState.RUNNING));
        TransfersViewModel model = fixture.model();
        fixture.node.becomes("1", each -> FakeFileTransfers.in(each, TransferState.WAITING, null));
        fixture.node.publish(
                new NodeEvent.SessionClosed(TransfersFixture.fingerprint("bb"), "Max", "10.0.0.2:5263",
                        EndReason.SILENT));
        assertInstanceOf(OfferState.Away.class, ((TransferRow.Offer) model.rows().get(1)).offer().state());
    }

    @Test
    void modelsThatNoCardShowsAreForgottenAboveTheLimit() {
        TransfersViewModel model = fixture.model();
        OfferViewModel first = model.of(item("0", false, NOW), "#class");
        OfferViewModel shown = model.of(item("1", false, NOW), "#class");
        shown.attached();
        for (int i = 2; i <= TransfersViewModel.MODELS_MAX; i++) {
            model.of(item(Integer.toString(i), false, NOW), "#class");
        }
        assertSame(shown, model.of(item("1", false, NOW), "#class"));
        assertNotSame(first, model.of(item("0", false, NOW), "#class"));
    }

    @Test
    void afterClosingNothingIsWatchedOrShown() {
        TransfersViewModel model = fixture.model();
        model.close();
        fixture.node.has(incoming("1", TransferState.RUNNING));
        fixture.node.offered("1");
        assertEquals(List.of(), rows(model));
        assertEquals(0, fixture.node.watchers());
    }
}
