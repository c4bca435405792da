package io.landline.ui.places.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.ShelfCommands.Shelf;
import io.landline.shelf.ShelfItem;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.look.Appearance;
import io.landline.ui.sheet.Sheet;
import io.landline.ui.sheet.SheetTest;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Somebody's shelf in the window: folders are opened, and what is ticked is taken.
class ShelfSheetTest extends SheetTest {
    private static final ShelfItem FILE = new ShelfItem("a.txt", false, 3, 1);

    @Override
    protected Sheet make(Runnable close) {
        node.files.shelves.page = 100;
        node.files.shelves.folders.put(List.of(),
                List.of(ShelfItem.ofFolder("2024"), ShelfItem.ofFolder("gone"), FILE));
        node.files.shelves.folders.put(List.of("2024"), List.of(new ShelfItem("b.txt", false, 4, 1)));
        var shelf = new Shelf("01".repeat(8), "#class", FakeChats.peer(1), "Anna", "Photos", null);
        return new ShelfSheet(window.context(node), shelf, close);
    }

    private Node part(String id) {
        return lookup("#" + id).query();
    }

    private void key(int row, KeyCode key) {
        interact(() -> {
            ListView<?> list = (ListView<?>) part("shelf-list");
            list.requestFocus();
            list.getSelectionModel().select(row);
        });
        push(key);
    }

    private int rows() {
        return ((ListView<?>) part("shelf-list")).getItems().size();
    }

    private static double middle(Node node) {
        return node.localToScene(node.getLayoutBounds()).getCenterY();
    }

    @Test
    void aNameStandsInTheMiddleOfItsRowAsItsBoxDoes() {
        Node line = lookup(".ticked-line").query();
        interact(() -> {
            Appearance.dress(line.getScene(), 100);
            line.getScene().getRoot().applyCss();
            line.getScene().getRoot().layout();
        });
        assertEquals(middle(line), middle(line.lookup(".check-box")), 1);
        assertEquals(middle(line), middle(line.lookup(".label")), 1);
    }

    @Test
    void whatIsTickedInSeveralFoldersIsTakenTogether() {
        key(2, KeyCode.SPACE);
        key(0, KeyCode.ENTER);
        assertEquals(1, rows());
        key(0, KeyCode.SPACE);
        assertEquals("Take 2 files (7\u00A0B)", ((Labeled) part("shelf-take")).getText());
        press("shelf-take");
        assertEquals(List.of("take a.txt", "take 2024/b.txt"), node.files.shelves.done);
        assertTrue(window.told.contains("closed"));
    }

    @Test
    void aProgramIsMarkedAndReadAsOne() {
        node.files.shelves.folders.put(List.of("2024"), List.of(new ShelfItem("setup.exe", false, 4, 1)));
        key(0, KeyCode.ENTER);
        Node mark = lookup(".ticked-line-program").query();
        Node row = mark;
        while (!(row instanceof ListCell<?>)) row = row.getParent();
        assertTrue(row.getAccessibleText().contains("program"), row.getAccessibleText());
    }

    @Test
    void whereNothingIsTickedTheFolderThatIsShownIsTaken() {
        assertEquals("Take all", ((Labeled) part("shelf-take")).getText());
        key(0, KeyCode.ENTER);
        assertEquals("Take this folder", ((Labeled) part("shelf-take")).getText());
        press("shelf-take");
        assertEquals(List.of("take 2024"), node.files.shelves.done);
    }

    @Test
    void aClickOnTheArrowOpensAFolderOfWhichNothingCanBeTakenWhereItIsEmpty() {
        node.files.shelves.folders.put(List.of("2024"), List.of());
        Node arrow = lookup("#shelf-into").queryAll()
                .stream()
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow();
        interact(() -> ((ButtonBase) arrow).fire());
        assertEquals(0, rows());
        assertTrue(part("shelf-take").isDisabled());
        assertFalse(part("shelf-all").isVisible());
    }

    @Test
    void aFolderThatIsGoneSaysSoAndTheWayUpStays() {
        key(1, KeyCode.ENTER);
        assertEquals(0, rows());
        assertTrue(part("shelf-again").isVisible());
        assertTrue(part("shelf-take").isDisabled());
        assertFalse(((Labeled) part("shelf-said")).getText().isBlank());
        press("shelf-up");
        assertEquals(3, rows());
        assertFalse(part("shelf-again").isVisible());
    }

    @Test
    void aTickWhileSomethingIsTakenDoesNotOfferToTakeItAgain() {
        key(2, KeyCode.SPACE);
        window.hold();
        press("shelf-take");
        key(0, KeyCode.SPACE);
        assertTrue(part("shelf-take").isDisabled());
        press("shelf-take");
        interact(window::goOn);
        assertEquals(List.of("take a.txt"), node.files.shelves.done);
    }
}
