package io.landline.ui.transfers;

import static io.landline.ui.transfers.TransfersFixture.incoming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.Choice;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.OfferListing;
import io.landline.filetransfer.OfferListing.Item;
import io.landline.filetransfer.TransferState;
import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Part;
import io.landline.node.port.FileTransfers.Progress;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.ui.control.TickedLine;
import io.landline.ui.fx.FxThread;
import io.landline.ui.look.Appearance;
import io.landline.ui.look.Icon;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.transfers.state.OfferAction;
import io.landline.ui.transfers.state.OfferState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Border;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.feather.Feather;

class OfferPartSheetTest {
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
        fixture.node.has(PlainRecords.transfer(one.ids(), one.direction(), one.other(),
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
                        .lookupAll(".label")
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
            assertTrue(shown.containsAll(List.of("Holiday", "raw", ".hidden", "a", ".jpg", "3 files · 35\u00A0B")),
                    shown::toString);
            assertFalse(shown.contains("b"));
            assertEquals(List.of("", "Holiday"), fixture.node.listed);
        });
    }

    @Test
    void whatIsTickedIsCountedAndTaken() {
        TestedScreen.onFx(() -> {
            TestedScreen screen = opened();
            box(screen, "raw").fire();
            screen.settle();
            assertTrue(labels(screen).contains("2 of 3 files · 15\u00A0B of 35\u00A0B"), labels(screen)::toString);
            assertTrue(box(screen, "Holiday").isIndeterminate());
            button(screen, "part-take").fire();
            assertEquals(List.of("only [/, !/Holiday/raw]", "accept 1"), fixture.node.told);
        });
    }

    @Test
    void theRestOfWhatWasTakenInPartIsTakenLater() {
        TestedScreen.onFx(() -> {
            Transfer done = incoming("1", TransferState.DONE);
            var whole = new Content(List.of("Holiday"), 3, 35, 2);
            for (Part taken : List.of(new Part(2, 15), new Part(1, 20, true), whole.whole())) {
                fixture.node.has(new Transfer(done.ids(), done.direction(), done.other(), whole, taken,
                        done.progress(), done.offered(), List.of(Path.of("Holiday").toAbsolutePath())));
                OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
                assertEquals(taken.files() == 2, offer.actions().contains(OfferAction.TAKE_REST));
                offer.act(OfferAction.TAKE_REST);
            }
            assertEquals(List.of("retry 1"), fixture.node.told);
        });
    }

    @Test
    void aRestThatFailedByItselfIsSaidAndCountsAsFailed() {
        TestedScreen.onFx(() -> {
            Transfer done = incoming("1", TransferState.DONE);
            var whole = new Content(List.of("Holiday"), 3, 35, 2);
            for (FailureReason reason : new FailureReason[]{null, FailureReason.SOURCE_GONE, FailureReason.LOST}) {
                fixture.node.has(new Transfer(done.ids(), done.direction(), done.other(), whole, new Part(2, 15),
                        new Progress(TransferState.DONE, 15, reason, false), done.offered(), List.of()));
                OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
                assertTrue(offer.actions().contains(OfferAction.TAKE_REST));
                assertEquals(reason == FailureReason.LOST, offer.hasFailed(), "what is gone fails again");
                String said = new OfferFormatter(fixture.context(Language.ENGLISH)).state(offer);
                assertEquals(reason != null, said.contains("The rest did not come: "), said);
                assertEquals(reason == FailureReason.SOURCE_GONE, said.contains("The file is no longer where"), said);
                assertEquals(reason == null, said.contains("Arrived complete"), said);
                assertEquals(reason != null, said.startsWith("What was ticked arrived and was checked"), said);
            }
        });
    }

    @Test
    void ofAnOfferThatIsOlderThanOffersStandNoRestIsTaken() {
        TestedScreen.onFx(() -> {
            Transfer done = incoming("1", TransferState.DONE);
            var whole = new Content(List.of("Holiday"), 3, 35, 2);
            fixture.node.has(new Transfer(done.ids(), done.direction(), done.other(), whole, new Part(2, 15),
                    done.progress(), done.offered().minus(OfferBody.STANDS), List.of()));
            OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
            assertFalse(offer.actions().contains(OfferAction.TAKE_REST));
        });
    }

    @Test
    void nothingCannotBeTakenAndTheSheetSaysWhy() {
        TestedScreen.onFx(() -> {
            TestedScreen screen = opened();
            String why = "No file is ticked. Tick at least one."; // an empty folder may be
            button(screen, "part-none").fire();
            assertTrue(button(screen, "part-take").isDisabled());
            assertTrue(labels(screen).contains(why), labels(screen)::toString);
            button(screen, "part-all").fire();
            assertFalse(button(screen, "part-take").isDisabled());
            assertFalse(labels(screen).contains(why));
        });
    }

    @Test
    void aProgramInAFolderIsMarkedAndReadAsOne() {
        TestedScreen.onFx(() -> {
            fixture.node.folders.put("Holiday", new OfferListing(List.of(new Item("raw.exe", true, 1, 20),
                    new Item("setup.exe", false, 1, 5), new Item("a.jpg", false, 1, 10)), 0));
            TestedScreen screen = opened();
            List<Boolean> marked = new ArrayList<>();
            for (TickedLine row : screen.all(TickedLine.class)) {
                boolean isMarked = row.lookup(".ticked-line-program") != null;
                assertEquals(isMarked,
                        new Icon(Feather.TERMINAL).getText().equals(((Icon) row.lookup(".icon")).getText()));
                var cell = (TreeCell<?>) row.getParent();
                assertEquals(isMarked, cell.getAccessibleText().contains("program"), cell.getAccessibleText());
                marked.add(isMarked);
            }
            assertEquals(List.of(false, false, true, false), marked);
        });
    }

    @Test
    void theTreeShowsThatItHasTheKeyboardAndKeepsItsSize() {
        TestedScreen.onFx(() -> {
            TestedScreen screen = opened();
            var tree = (TreeView<?>) screen.scene().lookup("#part-tree");
            Border without = tree.getBorder();
            tree.pseudoClassStateChanged(PseudoClass.getPseudoClass("focus-visible"), true);
            tree.applyCss();
            Paint edge = tree.getBorder().getStrokes().getFirst().getTopStroke();
            assertNotEquals(without.getStrokes().getFirst().getTopStroke(), edge);
            assertEquals(without.getInsets(), tree.getBorder().getInsets(), "nothing in it moves");
        });
    }

    @ParameterizedTest
    @CsvSource({"480, 100", "480, 150", "480, 200", "1000, 150"})
    void nothingOfARowLiesOnAnotherPartOfItAndItsNameCanBeRead(double width, int percent) {
        TestedScreen.onFx(() -> {
            Item folder = new Item("raw pictures", true, 120, 345_678_901);
            Item file = new Item("a picture with a long name.jpg", false, 1, 123_456_789);
            fixture.node.folders.put("Holiday", new OfferListing(List.of(folder, file), 0));
            TestedScreen screen = opened();
            Appearance.dress(screen.scene(), percent);
            screen.size(width, 700);
            List<TickedLine> rows = screen.all(TickedLine.class);
            assertEquals(3, rows.size());
            for (TickedLine row : rows) {
                List<Node> parts = row.lookupAll(".check-box, .icon, .label").stream().filter(Node::isVisible).toList();
                double end = row.localToScene(row.getLayoutBounds()).getMaxX();
                for (Node one : parts) {
                    Bounds bounds = one.localToScene(one.getLayoutBounds());
                    assertTrue(bounds.getMaxX() <= end + 1, () -> one + " ends outside");
                    for (Node other : parts) {
                        if (one == other || isIn(one, other) || isIn(other, one)) continue;
                        assertFalse(bounds.intersects(other.localToScene(other.getLayoutBounds())),
                                () -> one + " lies on " + other);
                    }
                }
                Label name = (Label) row.lookup(".label");
                double em = name.getFont().getSize();
                assertTrue(name.getWidth() >= Math.min(name.prefWidth(-1), 6 * em), () -> name + " is cut short");
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"360, 200", "432, 200", "480, 150", "360, 100", "1000, 200"})
    void theCountOfAFolderInFoldersIsReadWhole(double width, int percent) {
        TestedScreen.onFx(() -> {
            Item file = new Item("a.jpg", false, 1, 999_900_000);
            fixture.node.folders.put("Holiday", new OfferListing(List.of(new Item("raw", true, 120, 345_678_901)), 0));
            fixture.node.folders.put("Holiday/raw",
                    new OfferListing(List.of(new Item("deep", true, 119, 345_678_901)), 0));
            fixture.node.folders.put("Holiday/raw/deep", new OfferListing(List.of(file), 0));
            TestedScreen screen = opened();
            Appearance.dress(screen.scene(), percent);
            screen.size(width, 900);
            var tree = (TreeView<?>) screen.scene().lookup("#part-tree");
            for (int row = 1; row < 3; row++) {
                tree.getTreeItem(row).setExpanded(true);
                screen.settle();
            }
            List<Label> sizes = screen.all(TickedLine.class)
                    .stream()
                    .flatMap(row -> row.lookupAll(".ticked-line-size").stream())
                    .filter(each -> each instanceof Label && each.isVisible())
                    .map(Label.class::cast)
                    .toList();
            assertEquals(4, sizes.size());
            for (Label size : sizes) {
                assertTrue(size.getWidth() >= size.prefWidth(-1) - 1, () -> size + " is cut short");
                assertTrue(size.getHeight() >= size.prefHeight(-1) - 1, () -> size + " is too low");
            }
        });
    }

    private static void press(Node node, KeyCode key) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        node.fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, false, false, false, false));
    }

    private static boolean isInSight(TreeView<?> tree, double height) {
        var flow = (VirtualFlow<?>) tree.lookup(".virtual-flow");
        Node row = flow.getVisibleCell(tree.getSelectionModel().getSelectedIndex());
        if (row == null) return false;
        Bounds inTree = flow.sceneToLocal(row.localToScene(row.getLayoutBounds()));
        Bounds inSheet = row.localToScene(row.getLayoutBounds());
        return inTree.getMinY() >= -1 && inTree.getMaxY() <= flow.getHeight() + 1 && inSheet.getMinY() >= 0
                && inSheet.getMaxY() <= height;
    }

    /// The wheel may have led away from it, and arrows may come quicker than the window is drawn.
    @ParameterizedTest
    @CsvSource({"460,true", "460,false", "300,false"})
    void theRowThatTheSpaceBarTicksIsInSight(double height, boolean quick) {
        TestedScreen.onFx(() -> {
            List<Item> files = IntStream.range(0, 60).mapToObj(i -> new Item("a" + i, false, 1, 10)).toList();
            fixture.node.folders.put("Holiday", new OfferListing(files, 0));
            TestedScreen screen = opened();
            screen.size(600, height);
            var tree = (TreeView<?>) screen.scene().lookup("#part-tree");
            tree.requestFocus();
            for (int i = 0; i < 40; i++) {
                press(tree, KeyCode.DOWN);
                if (!quick) screen.settle();
            }
            press(tree, KeyCode.SPACE);
            assertTrue(isInSight(tree, height));
            ((VirtualFlow<?>) tree.lookup(".virtual-flow")).scrollTo(0);
            screen.settle();
            assertFalse(isInSight(tree, height));
            press(tree, KeyCode.SPACE);
            assertTrue(isInSight(tree, height));
            screen.settle();
            assertTrue(isInSight(tree, height), "once it is drawn");
        });
    }

    private static boolean isIn(Node inner, Node outer) {
        for (Node each = inner; each != null; each = each.getParent()) if (each == outer) return true;
        return false;
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
                .startsWith("2 of 3 files · 15\u00A0B of 35\u00A0B"));
    }

    /// In a window of 480 pixels, with the edge around a sheet.
    @ParameterizedTest
    @CsvSource({"350, 100", "650, 150", "650, 200", "900, 100"})
    void theTreeGivesWayToTheButton(double height, int percent) {
        TestedScreen.onFx(() -> {
            TestedScreen screen = opened();
            Appearance.dress(screen.scene(), percent);
            screen.size(432, height);
            Button take = button(screen, "part-take");
            assertTrue(take.localToScene(take.getLayoutBounds()).getMaxY() <= height, take + " at " + height);
            Node tree = take.getScene().lookup("#part-tree");
            assertTrue(tree.getLayoutBounds().getHeight() > 4 * take.getFont().getSize(), "two rows at least");
        });
    }

    @Test
    void whereNoMoreBoxesCanDifferTheSheetSaysSoUntilOneIsTakenBack() {
        TestedScreen.onFx(() -> {
            PageContext context = fixture.context(Language.ENGLISH);
            var model = new PartViewModel(context, offer().facts(), "1", () -> {});
            var sheet = new OfferPartSheet(context, model, () -> {});
            var none = new Item("x", false, 0, 0);
            for (int i = 1; i < Choice.PLACES_MAX; i++) model.choose("Holiday/x" + i, none, false);
            var screen = new TestedScreen(sheet.view(), 600, 700);
            box(screen, "a").fire();
            screen.settle();
            String most = "No more than 10,000 boxes can differ from the folder around them. Tick folders instead.";
            assertTrue(labels(screen).contains(most), () -> labels(screen).toString());
            assertTrue(box(screen, "a").isSelected(), "it is as it was");
            assertTrue(model.choose("Holiday/x1", none, true), "it makes space");
            assertFalse(labels(screen).contains(most));
            sheet.close();
        });
    }
}
