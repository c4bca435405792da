package io.landline.ui.transfers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.Choice;
import io.landline.filetransfer.OfferListing.Item;
import io.landline.node.port.FileTransfers.Part;
import io.landline.ui.transfers.PartSelection.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Of Holiday (a.jpg, raw with b.jpg and c.jpg) and notes.
class PartSelectionTest {
    private static final Item HOLIDAY = new Item("Holiday", true, 3, 60);
    private static final Item A = new Item("a.jpg", false, 1, 10);
    private static final Item RAW = new Item("raw", true, 2, 50);
    private static final Item B = new Item("b.jpg", false, 1, 20);
    private static final Item C = new Item("c.jpg", false, 1, 30);
    private static final Item NOTES = new Item("notes", false, 1, 5);
    private final PartSelection selection = new PartSelection(new Part(4, 65));

    @Test
    void atFirstEverythingIsTaken() {
        assertEquals(new Part(4, 65), selection.taken());
        assertEquals(Box.ALL, selection.box("Holiday/raw", RAW));
        assertEquals(List.of(), selection.places());
    }

    @Test
    void whatIsLeftOutIsTakenOffAllThatIsAroundIt() {
        selection.set("Holiday/raw", RAW, false);
        assertEquals(new Part(2, 15), selection.taken());
        assertEquals(Box.SOME, selection.box("Holiday", HOLIDAY));
        assertEquals(Box.NONE, selection.box("Holiday/raw", RAW));
        assertEquals(Box.NONE, selection.box("Holiday/raw/b.jpg", B));
        assertEquals(Box.ALL, selection.box("Holiday/a.jpg", A));
        assertEquals(List.of("/", "!/Holiday/raw"), selection.places());
    }

    @Test
    void oneFileOfWhatIsLeftOutIsTaken() {
        selection.set("Holiday/raw", RAW, false);
        selection.set("Holiday/raw/c.jpg", C, true);
        assertEquals(new Part(3, 45), selection.taken());
        assertEquals(Box.SOME, selection.box("Holiday/raw", RAW));
        assertEquals(List.of("/", "!/Holiday/raw", "/Holiday/raw/c.jpg"), selection.places());
    }

    @Test
    void aFolderDecidesForAllThatIsInIt() {
        selection.set("Holiday/raw/b.jpg", B, false);
        selection.set("Holiday", HOLIDAY, true);
        assertEquals(List.of(), selection.places());
        selection.set("Holiday/raw/b.jpg", B, false);
        selection.set("Holiday", HOLIDAY, false);
        assertEquals(new Part(1, 5), selection.taken());
        assertEquals(List.of("/", "!/Holiday"), selection.places());
    }

    @Test
    void aFolderWhoseFilesAreAllLeftOutOneByOneIsEmptied() {
        selection.set("Holiday/raw/b.jpg", B, false);
        selection.set("Holiday/raw/c.jpg", C, false);
        assertEquals(Box.NONE, selection.box("Holiday/raw", RAW));
        selection.set("Holiday/raw/c.jpg", C, true);
        assertEquals(List.of("/", "!/Holiday/raw/b.jpg"), selection.places());
    }

    @Test
    void fromNothingASingleFileIsTaken() {
        selection.setAll(false);
        assertEquals(new Part(0, 0), selection.taken());
        assertEquals(List.of("!/"), selection.places());
        selection.set("notes", NOTES, true);
        assertEquals(new Part(1, 5), selection.taken());
        assertEquals(List.of("/notes"), selection.places());
        assertFalse(Choice.of(selection.places()).takes(List.of("Holiday", "notes")));
        assertTrue(Choice.of(selection.places()).takes(List.of("notes")));
        selection.setAll(true);
        assertEquals(List.of(), selection.places());
    }

    @Test
    void aFolderWhoseNameBeginsLikeAnotherIsAnother() {
        selection.set("Holi", new Item("Holi", true, 1, 1), false);
        assertEquals(Box.ALL, selection.box("Holiday", HOLIDAY));
    }

    @Test
    void anEmptyFolderIsTakenOrLeft() {
        Item empty = new Item("empty", true, 0, 0);
        assertEquals(Box.ALL, selection.box("empty", empty));
        selection.set("empty", empty, false);
        assertEquals(Box.NONE, selection.box("empty", empty));
        assertEquals(List.of("/", "!/empty"), selection.places());
    }

    @Test
    void theFolderAroundAnEmptyFolderShowsThatNotAllInItIsAlike() {
        Item empty = new Item("empty", true, 0, 0);
        selection.set("Holiday/empty", empty, false);
        assertEquals(Box.SOME, selection.box("Holiday", HOLIDAY), "without the empty one");
        selection.setAll(false);
        selection.set("Holiday/empty", empty, true);
        assertEquals(Box.SOME, selection.box("Holiday", HOLIDAY), "the empty one alone");
        selection.set("Holiday/empty", empty, false);
        assertEquals(Box.NONE, selection.box("Holiday", HOLIDAY));
    }

    @Test
    void asManyBoxesDifferAsAChoiceHolds() {
        for (int i = 1; i < Choice.PLACES_MAX; i++) {
            assertTrue(selection.hasSpaceFor("f" + i));
            selection.set("f" + i, B, false);
        }
        assertFalse(selection.hasSpaceFor("more"));
        assertTrue(selection.hasSpaceFor("f1"), "it differs already");
        Choice.of(selection.places());
    }
}
