package io.landline.ui.places.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.PlainRecords;
import io.landline.node.port.ShelfCommands.Shelf;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.sheet.Sheet;
import io.landline.ui.sheet.SheetTest;
import io.landline.ui.welcome.FakeNode;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class ShelvesSheetTest extends SheetTest {
    private static final int OF_EACH = 32;

    private static Shelf shelf(int owner, int number) {
        return new Shelf("%08x%08x".formatted(owner, number), "#class", FakeChats.peer(owner), "Eve", "Title " + number,
                null);
    }

    @Override
    protected Sheet make(Runnable close) {
        node.rooms.add(PlainRecords.ownRoom("#class", "#class", "class", false, false, "amber fox", false));
        for (int owner = 1; owner <= 20; owner++) {
            for (int i = 0; i < OF_EACH; i++) node.files.shelves.shelves.add(shelf(owner, i));
        }
        node.files.shelves.shelves.add(shelf(77, 0));
        node.files.shelves.shelves.add(new Shelf("aa".repeat(8), "#class", FakeNode.SELF, "", "Mine", Path.of("mine")));
        return new ShelvesSheet(window.context(node), "#class", close);
    }

    /// One member may open shelves under many identities.
    @Test
    void ofVeryManyShelvesSomeAreListedAndTheOthersCounted() {
        assertEquals(ShelvesPart.ROWS_MAX, lookup(".button").queryAll()
                .stream()
                .filter(each -> String.valueOf(each.getId()).matches("shelf-(close|browse)-.*"))
                .count());
        List<String> words = lookup(".label").queryAllAs(Label.class).stream().map(Label::getText).toList();
        assertTrue(words.contains("and " + (20 * OF_EACH + 2 - ShelvesPart.ROWS_MAX) + " more"), words::toString);
        assertTrue(lookup("#shelf-close-" + "aa".repeat(8)).tryQuery().isPresent(), "an own one can be closed");
        assertTrue(lookup("#shelf-browse-" + shelf(77, 0).id()).tryQuery().isPresent(), "the first of each is listed");
    }
}
