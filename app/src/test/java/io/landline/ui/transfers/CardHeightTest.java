package io.landline.ui.transfers;

import static io.landline.ui.transfers.TransfersFixture.outgoing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferState;
import io.landline.language.Language;
import io.landline.node.port.NodeEvent;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.transfers.state.OfferAction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// An own offer to a room says more while its files move than afterwards. Whoever is about to press something above or
/// below it must not find it elsewhere.
class CardHeightTest {
    /// Of the card in a bubble: two lines of what moves.
    private static final double BUBBLE = 330;

    private final TransfersFixture fixture = TransfersFixture.onThisThread();

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @Test
    void aPauseAndItsEndLeaveTheCardAsHighAsItWas() {
        TestedScreen.onFx(() -> {
            OfferViewModel offer = running();
            var card = new TransferCard(fixture.context(Language.ENGLISH));
            card.show(offer);
            var screen = new TestedScreen(card, BUBBLE, 300);
            double running = card.prefHeight(BUBBLE);
            offer.act(OfferAction.PAUSE);
            screen.settle();
            assertEquals(running, card.prefHeight(BUBBLE), "paused");
            offer.act(OfferAction.RESUME);
            screen.settle();
            assertEquals(running, card.prefHeight(BUBBLE), "resumed");
        });
    }

    @Test
    void aCardOfAnotherOfferOrWidthIsAsHighAsItsText() {
        TestedScreen.onFx(() -> {
            OfferViewModel offer = running();
            var card = new TransferCard(fixture.context(Language.ENGLISH));
            card.show(offer);
            var screen = new TestedScreen(card, BUBBLE, 300);
            double running = card.prefHeight(BUBBLE);
            offer.act(OfferAction.PAUSE);
            screen.settle();
            card.show(null);
            card.show(offer);
            screen.settle();
            assertTrue(card.prefHeight(BUBBLE) < running, "as one that was never shown");
            offer.act(OfferAction.RESUME);
            screen.settle();
            assertEquals(running, card.prefHeight(BUBBLE));
            screen.size(700, 300);
            assertTrue(card.prefHeight(700) < running, "in one line");
        });
    }

    private OfferViewModel running() {
        fixture.node.has(outgoing("2", "#class", "Max", TransferState.RUNNING, "c1"));
        fixture.node.has(outgoing("2", "#class", "Eva", TransferState.RUNNING, "c2"));
        OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
        fixture.node.progress("2-Max", 400_000, 30_100);
        fixture.node.publish(new NodeEvent.Helping("offer-2", 2, 1.1, 0));
        return offer;
    }
}
