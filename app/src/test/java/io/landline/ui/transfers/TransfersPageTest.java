package io.landline.ui.transfers;

import static io.landline.ui.transfers.TransfersFixture.incoming;
import static io.landline.ui.transfers.TransfersFixture.outgoing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferState;
import io.landline.language.Language;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.ui.page.TestedScreen;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The list of files by its keys, its speeds, and what it says while it is empty.
class TransfersPageTest {
    private final TransfersFixture fixture = TransfersFixture.onThisThread();
    private SpeedLimit limit;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    /// On the JavaFX thread, over these transfers.
    private void shown(Language language, BiConsumer<TestedScreen, TransfersPage> test, Transfer... transfers) {
        for (Transfer each : transfers) fixture.node.has(each);
        TestedScreen.onFx(() -> {
            limit = new SpeedLimit(fixture.node, fixture.context(language).background());
            var page = new TransfersPage(fixture.context(language), fixture.model(), limit);
            var screen = new TestedScreen(page.view(), 800, 600);
            page.shown();
            test.accept(screen, page);
        });
    }

    @Test
    void allThatFailedIsTriedAgainAtOnce() {
        shown(Language.ENGLISH, (_, page) -> {
            Button retry = node(page, Button.class, "retry-failed");
            assertEquals("Retry all 2 that failed", retry.getText());
            retry.fire();
            assertEquals(List.of("retry all"), fixture.node.told);
            assertTrue(fixture.window.told.getLast().contains("2 are tried again."), fixture.window.told::toString);
        }, FakeFileTransfers.in(incoming("1", TransferState.OFFERED), TransferState.FAILED, FailureReason.DISK_FULL),
                FakeFileTransfers.in(incoming("2", TransferState.OFFERED), TransferState.FAILED, FailureReason.LOST),
                FakeFileTransfers.in(incoming("3", TransferState.OFFERED), TransferState.FAILED,
                        FailureReason.DECLINED));
    }

    @Test
    void theSpeedIsLimitedFromTheHead() {
        shown(Language.ENGLISH, (_, page) -> {
            MenuButton menu = node(page, MenuButton.class, "speed-limit");
            assertEquals("No speed limit", menu.getText());
            menu.getItems().get(2).fire();
            assertEquals("At most 2\u00A0MB/s", menu.getText());
            assertEquals(List.of("limit IN 2000000", "limit OUT 2000000"), fixture.node.told);
        });
    }

    /// It is no setting that stays.
    @Test
    void howLongALimitHoldsIsSaidBesideIt() {
        shown(Language.ENGLISH, (_, page) -> {
            Label until = node(page, Label.class, "limit-until");
            assertFalse(until.isVisible());
            MenuButton menu = node(page, MenuButton.class, "speed-limit");
            menu.getItems().get(2).fire();
            assertTrue(until.isVisible());
            assertEquals("Until Landline is quit", until.getText());
            menu.getItems().get(0).fire();
            assertFalse(until.isVisible());
        });
    }

    private static <N extends Node> N node(TransfersPage page, Class<N> kind, String id) {
        return kind.cast(page.view().lookup("#" + id));
    }

    /// On the row with this number; the first is a heading.
    private static void press(TransfersPage page, int row, KeyCode key) {
        ListView<?> list = node(page, ListView.class, "transfers");
        list.getSelectionModel().clearAndSelect(row);
        list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    /// As from the keyboard: to what has it.
    private static void type(TransfersPage page, KeyCode key) {
        for (var kind : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Node owner = page.view().getScene().getFocusOwner();
            owner.fireEvent(new KeyEvent(kind, "", "", key, false, false, false, false));
        }
    }

    private static Button focused(TransfersPage page) {
        return (Button) page.view().getScene().getFocusOwner();
    }

    @Test
    void tabLeadsIntoTheRowThatWasChosen() {
        shown(Language.ENGLISH, (screen, page) -> {
            screen.settle();
            press(page, 2, KeyCode.A);
            type(page, KeyCode.TAB);
            focused(page).fire();
            type(page, KeyCode.TAB);
            focused(page).fire();
            assertEquals(List.of("accept 2", "pause 2"), fixture.node.told);
        }, incoming("1", TransferState.OFFERED), incoming("2", TransferState.OFFERED));
    }

    @Test
    void theChosenRowIsTheOneThatTheKeyboardWentTo() {
        shown(Language.ENGLISH, (screen, page) -> {
            screen.settle();
            ListView<?> list = node(page, ListView.class, "transfers");
            press(page, 1, KeyCode.A);
            for (int i = 0; i < 3; i++) type(page, KeyCode.TAB);
            assertEquals(2, list.getSelectionModel().getSelectedIndex(), "past both buttons of the first offer");
            assertEquals(2, list.getFocusModel().getFocusedIndex());
            list.requestFocus();
            type(page, KeyCode.ENTER);
            assertEquals(List.of("accept 2"), fixture.node.told);
        }, incoming("1", TransferState.OFFERED), incoming("2", TransferState.OFFERED));
    }

    @Test
    void withoutFilesThePageSaysHowTheyCome() {
        shown(Language.FRENCH, (screen, page) -> {
            assertTrue(screen.texts().contains("Pas encore de fichiers"), screen.texts()::toString);
            assertFalse(node(page, ListView.class, "transfers").isVisible());
            fixture.node.has(incoming("1", TransferState.OFFERED));
            fixture.node.offered("1");
            screen.settle();
            assertFalse(screen.texts().contains("Pas encore de fichiers"), screen.texts()::toString);
            assertTrue(screen.texts().contains("En cours"), screen.texts()::toString);
            assertTrue(node(page, ListView.class, "transfers").isVisible());
        });
    }

    @Test
    void enterAcceptsWhatIsOfferedAndSpaceDoesNotTouchIt() {
        shown(Language.ENGLISH, (_, page) -> {
            press(page, 1, KeyCode.SPACE);
            press(page, 1, KeyCode.A);
            assertEquals(List.of(), fixture.node.told);
            press(page, 1, KeyCode.ENTER);
            assertEquals(List.of("accept 1"), fixture.node.told);
        }, incoming("1", TransferState.OFFERED));
    }

    @Test
    void spacePausesWhatMovesAndGoesOnWithIt() {
        shown(Language.ENGLISH, (_, page) -> {
            press(page, 1, KeyCode.ENTER);
            assertEquals(List.of(), fixture.node.told, "Enter does not stop anything");
            press(page, 1, KeyCode.SPACE);
            press(page, 1, KeyCode.SPACE);
            assertEquals(List.of("pause 1", "resume 1"), fixture.node.told);
        }, incoming("1", TransferState.RUNNING));
    }

    @Test
    void enterShowsWhatArrivedInItsFolder() {
        Path path = Path.of("/downloads/holiday.jpg");
        shown(Language.ENGLISH, (_, page) -> {
            press(page, 1, KeyCode.ENTER);
            assertEquals(List.of("folder " + path), fixture.window.told);
        }, FakeFileTransfers.with(incoming("1", TransferState.OFFERED), TransferState.DONE, null, 4_000_000,
                List.of(path)));
    }

    private static int chosen(TransfersPage page) {
        ListView<?> list = node(page, ListView.class, "transfers");
        assertEquals(list.getSelectionModel().getSelectedIndex(), list.getFocusModel().getFocusedIndex());
        return list.getSelectionModel().getSelectedIndex();
    }

    @Test
    void theArrowKeysPassOverHeadings() {
        shown(Language.ENGLISH, (screen, page) -> {
            screen.settle();
            type(page, KeyCode.DOWN);
            assertEquals(1, chosen(page), "below the first heading");
            type(page, KeyCode.UP);
            assertEquals(1, chosen(page), "nothing above");
            type(page, KeyCode.DOWN);
            assertEquals(3, chosen(page), "over the second heading");
            type(page, KeyCode.DOWN);
            assertEquals(3, chosen(page), "nothing below");
            type(page, KeyCode.UP);
            assertEquals(1, chosen(page));
        }, incoming("1", TransferState.OFFERED),
                FakeFileTransfers.in(incoming("2", TransferState.OFFERED), TransferState.FAILED, FailureReason.LOST));
    }

    @ParameterizedTest
    @EnumSource(names = {"HOME", "PAGE_UP"})
    void theKeysForTheTopChooseTheFirstOffer(KeyCode key) {
        shown(Language.ENGLISH, (screen, page) -> {
            screen.settle();
            press(page, 2, KeyCode.A);
            type(page, key);
            assertEquals(1, chosen(page));
        }, incoming("1", TransferState.OFFERED), incoming("2", TransferState.OFFERED));
    }

    /// Of the first row, as it is laid out.
    private static double height(TestedScreen screen) {
        screen.settle();
        return screen.all(TransferCell.class)
                .stream()
                .filter(each -> each.getIndex() == 1)
                .findFirst()
                .orElseThrow()
                .getHeight();
    }

    @Test
    void aRowKeepsItsHeightWhenItsOfferIsAccepted() {
        shown(Language.ENGLISH, (screen, page) -> {
            double asked = height(screen);
            press(page, 1, KeyCode.ENTER);
            assertEquals(asked, height(screen), "waiting");
            fixture.node.becomes("1", each -> FakeFileTransfers.in(each, TransferState.RUNNING, null));
            fixture.node.offered("1");
            assertEquals(asked, height(screen), "begun");
            fixture.node.progress("1", 1_000_000, 1_500_000);
            assertEquals(asked, height(screen), "running");
        }, incoming("1", TransferState.OFFERED), incoming("2", TransferState.OFFERED));
    }

    private static void mouse(TransfersPage page, EventType<MouseEvent> kind) {
        ListView<?> list = node(page, ListView.class, "transfers");
        list.fireEvent(new MouseEvent(kind, 9, 9, 9, 9, MouseButton.NONE, 0, false, false, false, false, false, false,
                false, false, false, false, null));
    }

    /// What stands in the list, from above.
    private static List<String> rows(TransfersPage page) {
        ListView<?> list = node(page, ListView.class, "transfers");
        return list.getItems().stream().map(row -> switch ((TransferRow) row) {
            case TransferRow.Now _ -> "now";
            case TransferRow.Earlier _ -> "earlier";
            case TransferRow.Offer(var offer) -> offer.facts().offer();
        }).toList();
    }

    private void arrives(String id) {
        fixture.node.becomes(id, each -> FakeFileTransfers.in(each, TransferState.DONE, null));
        fixture.node.offered(id);
    }

    /// A card that goes to the other group moves the buttons of all cards between.
    @Test
    void noCardGoesElsewhereWhileSomebodyPointsAtTheList() {
        shown(Language.ENGLISH, (_, page) -> {
            mouse(page, MouseEvent.MOUSE_ENTERED);
            arrives("1");
            assertEquals(List.of("now", "offer-1", "offer-2"), rows(page));
            mouse(page, MouseEvent.MOUSE_EXITED);
            assertEquals(List.of("now", "offer-2", "earlier", "offer-1"), rows(page));
            mouse(page, MouseEvent.MOUSE_ENTERED);
            fixture.node.becomes("1", each -> FakeFileTransfers.in(each, TransferState.RUNNING, null));
            fixture.node.offered("1");
            assertEquals(List.of("now", "offer-2", "earlier", "offer-1"), rows(page), "it is tried again");
            page.hidden();
            assertEquals(List.of("now", "offer-1", "offer-2"), rows(page), "the page was left");
        }, incoming("1", TransferState.RUNNING), incoming("2", TransferState.RUNNING));
    }

    @Test
    void aHeadingTakesNoKey() {
        shown(Language.ENGLISH, (_, page) -> {
            press(page, 0, KeyCode.ENTER);
            press(page, 0, KeyCode.SPACE);
            assertEquals(List.of(), fixture.node.told);
        }, incoming("1", TransferState.OFFERED));
    }

    @Test
    void theSpeedsOfBothDirectionsAreShownWhileSomethingMoves() {
        shown(Language.ENGLISH, (screen, page) -> {
            Label receiving = node(page, Label.class, "transfers-receiving");
            Label sending = node(page, Label.class, "transfers-sending");
            assertFalse(receiving.isVisible() || sending.isVisible());
            fixture.node.progress("1", 10, 1_500_000);
            assertEquals("1.5\u00A0MB/s", receiving.getText());
            assertEquals("Receiving 1.5\u00A0MB/s", receiving.getAccessibleText());
            assertTrue(receiving.isVisible());
            assertFalse(sending.isVisible(), "nothing is sent");
            fixture.node.progress("2-Eva", 10, 800_000);
            assertTrue(sending.isVisible());
            fixture.node.becomes("1", each -> FakeFileTransfers.in(each, TransferState.DONE, null));
            fixture.node.offered("1");
            screen.settle();
            assertFalse(receiving.isVisible(), "it has arrived");
        }, incoming("1", TransferState.RUNNING), outgoing("2", "#class", "Eva", TransferState.RUNNING));
    }

    @Test
    void afterClosingThePageFollowsNothing() {
        shown(Language.ENGLISH, (_, page) -> {
            Label receiving = node(page, Label.class, "transfers-receiving");
            page.close();
            fixture.node.progress("1", 10, 1_500_000);
            assertFalse(receiving.isVisible());
        }, incoming("1", TransferState.RUNNING));
    }
}
