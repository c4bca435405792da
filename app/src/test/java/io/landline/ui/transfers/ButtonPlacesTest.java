package io.landline.ui.transfers;

import static io.landline.ui.transfers.TransfersFixture.incoming;
import static io.landline.ui.transfers.TransfersFixture.outgoing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferState;
import io.landline.language.Language;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the other side does moves no button that ends a transfer under a mouse that was on another one.
class ButtonPlacesTest {
    private final TransfersFixture fixture = new TransfersFixture(new FxThread(Runnable::run, Runnable::run));

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static Node button(TestedScreen of, String action) {
        return of.scene().getRoot().lookup(".transfers-card-" + action);
    }

    private static Bounds place(TestedScreen of, String action) {
        Node button = button(of, action);
        return button.localToScene(button.getLayoutBounds());
    }

    private TestedScreen screen(OfferViewModel offer) {
        var card = new TransferCard(fixture.context(Language.ENGLISH));
        card.show(offer);
        return new TestedScreen(card, 600, 300);
    }

    @Test
    void cancelStaysWhereItWasWhenTheOtherPauses() {
        TestedScreen.onFx(() -> {
            fixture.node.has(incoming("1", TransferState.RUNNING));
            OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
            TestedScreen screen = screen(offer);
            Bounds before = place(screen, "cancel");
            fixture.node.pausedByPeer("1");
            screen.settle();
            assertEquals(before, place(screen, "cancel"));
            button(screen, "pause").fireEvent(new ActionEvent());
            assertEquals(List.of(), fixture.node.told.stream().filter(each -> !each.startsWith("only")).toList());
        });
    }

    @Test
    void withdrawStaysWhereItWasWhenNobodyTakesItAnyMore() {
        TestedScreen.onFx(() -> {
            Transfer running = outgoing("1", "#class", "Max", TransferState.RUNNING);
            fixture.node.has(running);
            TransfersViewModel model = fixture.model();
            TestedScreen screen = screen(((TransferRow.Offer) model.rows().get(1)).offer());
            double before = place(screen, "withdraw").getMinX();
            fixture.node.becomes(running.ids().transfer(),
                    each -> FakeFileTransfers.in(each, TransferState.OFFERED, null));
            model.refresh();
            screen.settle();
            assertEquals(before, place(screen, "withdraw").getMinX());
        });
    }

    @Test
    void cancelStaysWhereItWasWhenThisUserPausesAndGoesOn() {
        TestedScreen.onFx(() -> {
            Transfer running = incoming("1", TransferState.RUNNING);
            fixture.node.has(running);
            TransfersViewModel model = fixture.model();
            TestedScreen screen = screen(((TransferRow.Offer) model.rows().get(1)).offer());
            Bounds before = place(screen, "cancel");
            fixture.node.becomes(running.ids().transfer(),
                    each -> FakeFileTransfers.in(each, TransferState.PAUSED, null));
            model.refresh();
            screen.settle();
            assertNotNull(button(screen, "resume"));
            assertEquals(before, place(screen, "cancel"));
        });
    }

    /// Cards below stay under the mouse.
    @Test
    void aCardKeepsThePlaceOfItsBarWhenItsFilesHaveArrived() {
        TestedScreen.onFx(() -> {
            Transfer running = incoming("1", TransferState.RUNNING);
            fixture.node.has(running);
            TransfersViewModel model = fixture.model();
            var card = new TransferCard(fixture.context(Language.ENGLISH));
            card.show(((TransferRow.Offer) model.rows().get(1)).offer());
            TestedScreen screen = new TestedScreen(card, 600, 300);
            fixture.node.becomes(running.ids().transfer(),
                    each -> FakeFileTransfers.in(each, TransferState.DONE, null));
            model.refresh();
            screen.settle();
            Node bar = card.lookup(".progress-bar");
            assertFalse(bar.isVisible());
            assertTrue(bar.isManaged(), "its place is kept");
        });
    }

    /// A card that comes into sight has only what can be done.
    @Test
    void aCardThatIsShownAnewKeepsNoPlace() {
        TestedScreen.onFx(() -> {
            fixture.node.has(incoming("1", TransferState.RUNNING));
            OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
            fixture.node.pausedByPeer("1");
            assertNull(button(screen(offer), "pause"));
        });
    }
}
