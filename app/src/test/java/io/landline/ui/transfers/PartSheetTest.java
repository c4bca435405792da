package io.landline.ui.transfers;

import static io.landline.ui.transfers.TransfersFixture.incoming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.OfferListing;
import io.landline.filetransfer.OfferListing.Item;
import io.landline.filetransfer.TransferState;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Part;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.text.Language;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartSheetTest {
    private final TransfersFixture fixture = new TransfersFixture(new FxThread(Runnable::run, Runnable::run));

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void offerAFolder() {
        fixture.node.folders.put("", new OfferListing(List.of(new Item("Holiday", true, 3, 35)), 0));
        fixture.node.folders.put("Holiday", new OfferListing(List.of(new Item("raw", true, 1, 20),
                new Item(".hidden", false, 1, 5), new Item("a.jpg", false, 1, 10)), 0));
        Transfer one = incoming("1", TransferState.OFFERED);
        fixture.node.has(new Transfer(one.ids(), one.direction(), one.other(),
                new Content(List.of("Holiday"), 3, 35, 2), one.progress(), one.offered(), List.of()));
    }

    private OfferViewModel offer() {
        return ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
    }

    /// The sheet behind the card's button.
    private TestedScreen opened() {
        offer().act(OfferAction.CHOOSE);
        return new TestedScreen(fixture.window.sheet.view(), 600, 700);
    }

    private static List<String> labels(TestedScreen screen) {
        return screen.all(Label.class).stream().map(label -> label.getText().replaceAll("\\p{Cf}", "")).toList();
    }

    private static CheckBox box(TestedScreen screen, String name) {
        return screen.all(CheckBox.class)
                .stream()
                .filter(box -> box.getParent()
                        .getChildrenUnmodifiable()
                        .stream()
                        .anyMatch(each -> each instanceof Label label
                                && label.getText().replaceAll("\\p{Cf}", "").equals(name)))
                .findFirst()
                .orElseThrow();
    }

    private static Button button(TestedScreen screen, String id) {
        return screen.all(Button.class).stream().filter(each -> id.equals(each.getId())).findFirst().orElseThrow();
    }

    @Test
    void onlyOffersOfSeveralFilesAreTakenInPart() {
        TestedScreen.onFx(() -> {
            assertTrue(offer().actions().contains(OfferAction.CHOOSE));
            var other = new TransfersFixture(new FxThread(Runnable::run, Runnable::run));
            other.node.has(incoming("1", TransferState.OFFERED));
            assertEquals(Set.of(OfferAction.ACCEPT, OfferAction.DECLINE),
                    ((TransferRow.Offer) other.model().rows().get(1)).offer().actions());
        });
    }

    @Test
    void aFolderThatIsAllOpensByItselfAndWhatIsInItStaysUnread() {
        TestedScreen.onFx(() -> {
            List<String> shown = labels(opened());
            assertTrue(shown.containsAll(List.of("Holiday", "raw", ".hidden", "a.jpg", "3 files · 35 B")),
                    shown::toString);
            assertFalse(shown.contains("b.jpg"));
            assertEquals(List.of("", "Holiday"), fixture.node.listed);
        });
    }

    @Test
    void whatIsTickedIsCountedAndTaken() {
        TestedScreen.onFx(() -> {
            TestedScreen screen = opened();
            box(screen, "raw").fire();
            screen.settle();
            assertTrue(labels(screen).contains("2 of 3 files · 15 B of 35 B"), labels(screen)::toString);
            assertTrue(box(screen, "Holiday").isIndeterminate());
            button(screen, "part-take").fire();
            assertEquals(List.of("only [/, !/Holiday/raw]", "accept 1"), fixture.node.told);
        });
    }

    @Test
    void nothingCannotBeTaken() {
        TestedScreen.onFx(() -> {
            TestedScreen screen = opened();
            button(screen, "part-none").fire();
            assertTrue(button(screen, "part-take").isDisabled());
            button(screen, "part-all").fire();
            assertFalse(button(screen, "part-take").isDisabled());
        });
    }

    @Test
    void whoIsAwayIsSaidAndAskedOnceMore() {
        TestedScreen.onFx(() -> {
            fixture.node.reachable = false;
            TestedScreen screen = opened();
            assertTrue(labels(screen).stream().anyMatch(each -> each.startsWith("Max is away or does not answer")),
                    labels(screen)::toString);
            fixture.node.reachable = true;
            button(screen, "part-again").fire();
            screen.settle();
            assertTrue(labels(screen).contains("Holiday"));
        });
    }

    @Test
    void aPartIsCountedOnItsCardAndItsBarReachesTheEnd() {
        fixture.node.becomes("1", known -> new Transfer(known.ids(), known.direction(), known.other(),
                known.content(), new Part(2, 15), known.progress(), known.offered(), known.paths()));
        fixture.node.becomes("1", known -> FakeFileTransfers.in(known, TransferState.RUNNING, null));
        OfferViewModel offer = offer();
        assertEquals(15, ((OfferState.Running) offer.state()).total());
        assertTrue(new OfferFormatter(fixture.context(Language.ENGLISH)).about(offer)
                .startsWith("2 of 3 files · 15 B of 35 B"));
    }
}
