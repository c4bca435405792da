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
import io.landline.ui.page.Drop;
import io.landline.ui.page.TestedScreen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Files that a person adds to an offer that stands.
class AddedFilesTest {
    private static final List<Path> MORE = List.of(Path.of("/home/me/more.pdf"), Path.of("/home/me/pictures"));
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("above");

    private final TransfersFixture fixture = new TransfersFixture(new FxThread(Runnable::run, Runnable::run));
    private final List<String> added = new ArrayList<>();
    private final TransfersViewModel model = fixture.model();
    private boolean possible = true;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    /// Of the one offer that there is.
    private TransferCard card(Transfer only) {
        fixture.node.has(only);
        model.refresh();
        var card = new TransferCard(fixture.context(Language.ENGLISH),
                new FurtherFiles(() -> possible, (to, files) -> added.add(to + " " + files)));
        card.show(((TransferRow.Offer) model.rows().get(1)).offer());
        new TestedScreen(card, 600, 300).settle();
        return card;
    }

    private void becomes(String transfer, TransferState state) {
        fixture.node.becomes(transfer, each -> FakeFileTransfers.in(each, state, null));
        model.refresh();
    }

    private static Node button(TransferCard card) {
        return card.lookup(".transfers-card-add");
    }

    @Test
    void filesThatAreDroppedOnAnOwnOfferGoToItsConversationAtOnce() {
        TestedScreen.onFx(() -> {
            TransferCard card = card(outgoing("1", "#class", "Max", TransferState.OFFERED));
            assertTrue(Drop.over(card, MORE));
            assertTrue(card.getPseudoClassStates().contains(ABOVE), "one sees where they will go");
            assertTrue(Drop.files(card, MORE));
            assertEquals(List.of("#class " + MORE), added);
            assertFalse(card.getPseudoClassStates().contains(ABOVE));
        });
    }

    @Test
    void filesAreAddedAsLongAsTheOfferStands() {
        TestedScreen.onFx(() -> {
            TransferCard card = card(outgoing("1", "#class", "Max", TransferState.OFFERED));
            assertTrue(button(card).isFocusTraversable(), "the keyboard gets there");
            for (TransferState open : List.of(TransferState.WAITING, TransferState.RUNNING, TransferState.PAUSED)) {
                becomes("1-Max", open);
                assertNotNull(button(card), open.name());
            }
            for (TransferState over : List.of(TransferState.DONE, TransferState.FAILED)) {
                becomes("1-Max", over);
                assertNull(button(card), over.name());
                assertFalse(Drop.over(card, MORE), over.name());
                assertFalse(Drop.files(card, MORE), over.name());
            }
            assertEquals(List.of(), added);
        });
    }

    @Test
    void nothingIsAddedToSomebodyElsesOffer() {
        TestedScreen.onFx(() -> {
            TransferCard card = card(incoming("1", TransferState.RUNNING));
            assertNull(button(card));
            assertFalse(Drop.files(card, MORE));
        });
    }

    @Test
    void nothingIsAddedWhereNothingCanBeSentUntilItCan() {
        TestedScreen.onFx(() -> {
            possible = false;
            TransferCard card = card(outgoing("1", "#class", "Max", TransferState.OFFERED));
            assertNull(button(card));
            assertFalse(Drop.files(card, MORE));
            possible = true;
            card.look();
            assertNotNull(button(card));
        });
    }

    /// Dropped on its own conversation, a picture does nothing.
    @Test
    void whatIsDraggedOutOfAnotherCardIsNotAdded() {
        TestedScreen.onFx(() -> {
            TransferCard card = card(outgoing("1", "#class", "Max", TransferState.OFFERED));
            assertFalse(Drop.over(card, MORE, new TransferCard(fixture.context(Language.ENGLISH))));
        });
    }

    @Test
    void whatEndsTheOfferStandsAfterWhatAddsToIt() {
        TestedScreen.onFx(() -> {
            TransferCard card = card(outgoing("1", "#class", "Max", TransferState.RUNNING));
            var places = new ArrayList<Double>();
            for (String each : List.of("add", "pause", "withdraw")) {
                places.add(card.lookup(".transfers-card-" + each).localToScene(0, 0).getX());
            }
            assertEquals(places.stream().sorted().toList(), places);
        });
    }
}
