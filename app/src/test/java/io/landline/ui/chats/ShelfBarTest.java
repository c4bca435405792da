package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.ShelfCommands.Shelf;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.places.shelf.ShelvesSheet;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ButtonBase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which folders are open to a room stands above its messages, as long as they are.
class ShelfBarTest extends ChatsPageScreen {
    @Override
    String fill() {
        fixture.chats.room("class", true, 0);
        fixture.chats.room("other", true, 0);
        return "#class";
    }

    private void open(Shelf... shelves) {
        interact(() -> {
            fixture.transfers.shelves.shelves.clear();
            fixture.transfers.shelves.shelves.addAll(List.of(shelves));
            fixture.chats.changed("#class");
        });
    }

    private static Shelf shelf(int number, String title, @Nullable Path folder) {
        return new Shelf(String.format("%016x", number), "#class", Fixture.MAX, folder == null ? "Max" : "", title,
                folder);
    }

    private String words() {
        return ((EmojiLabel) node("shelves-words")).said().replaceAll("\\p{Cf}", "");
    }

    private void press() {
        interact(() -> ((ButtonBase) node("shelves-way")).fire());
    }

    @Test
    void aFolderOfSomebodyIsBrowsedByOnePress() {
        assertFalse(node("shelves").isVisible());
        open(shelf(1, "Photos", null));
        assertEquals("Max has a folder open to this room: Photos", words());
        press();
        assertEquals(List.of("ShelfSheet"), fixture.window.told);
        open();
        assertFalse(node("shelves").isVisible(), "closed, or its owner went away");
    }

    @Test
    void severalAndOwnOnesLeadToTheList() {
        open(shelf(1, "Photos", Path.of("/")));
        assertEquals("Your folder Photos is open to this room", words());
        open(shelf(1, "Photos", Path.of("/nowhere/photos")));
        assertEquals("Your folder Photos is open to this room, but it is not there now", words());
        open(shelf(1, "Photos", null), shelf(2, "Notes", null));
        assertEquals("2 folders are open to this room: Photos, Notes", words());
        press();
        assertTrue(fixture.window.sheet instanceof ShelvesSheet);
    }

    @Test
    void anotherRoomHasItsOwn() {
        open(shelf(1, "Photos", null));
        interact(() -> page.open("#other"));
        assertFalse(node("shelves").isVisible());
    }
}
