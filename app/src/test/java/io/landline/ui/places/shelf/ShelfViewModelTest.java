package io.landline.ui.places.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.ShelfCommands.Shelf;
import io.landline.shelf.ShelfItem;
import io.landline.shelf.WantedItem;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Pages as they are scrolled to, and answers that come too late.
class ShelfViewModelTest {
    private static final Shelf SHELF = new Shelf("01".repeat(8), "#class", FakeChats.peer(1), "Anna", "Photos", null);

    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();
    private final ShelfViewModel model = new ShelfViewModel(window.context(node), SHELF);

    private void folder(List<String> path, int files) {
        node.files.shelves.folders.put(path, IntStream.range(0, files)
                .mapToObj(i -> new ShelfItem(String.format("f%05d", i), false, 1, 1))
                .toList());
    }

    @Test
    void theNextPageComesWhenItIsAskedFor() {
        folder(List.of(), 5);
        model.open(List.of());
        assertEquals(2, model.items().size());
        assertTrue(model.state().get().hasMore());
        model.more();
        model.more();
        assertEquals(5, model.items().size());
        assertFalse(model.state().get().hasMore());
        model.more();
        assertEquals(5, model.items().size());
    }

    @Test
    void aPageThatComesAfterThePersonWentElsewhereIsNotShown() {
        folder(List.of(), 3);
        node.files.shelves.folders.put(List.of("2024"), List.of());
        window.hold();
        model.open(List.of());
        model.open(ShelfItem.ofFolder("2024"));
        window.goOn();
        assertEquals(List.of("2024"), model.state().get().path());
        assertEquals(0, model.items().size());
        assertFalse(model.state().get().loading());
    }

    @Test
    void aFolderOfMoreNamesThanAreShownIsCut() {
        node.files.shelves.page = 1_000;
        folder(List.of(), ShelfViewModel.ROWS_MAX + 1);
        model.open(List.of());
        while (model.state().get().hasMore()) model.more();
        assertEquals(ShelfViewModel.ROWS_MAX, model.items().size());
        assertTrue(model.state().get().isCut());
    }

    @Test
    void anOwnerOfEndlessEmptyPagesIsNotAskedForEver() {
        node.files.shelves.endless = true;
        model.open(List.of());
        assertEquals(ShelfViewModel.PAGES_MAX, node.files.shelves.asked);
        assertTrue(model.state().get().isCut());
        model.open(List.of());
        assertEquals(2 * ShelfViewModel.PAGES_MAX, node.files.shelves.asked, "a person may look again");
    }

    private void stands(boolean isOpen) {
        node.files.shelves.shelves.clear();
        if (isOpen) node.files.shelves.shelves.add(SHELF);
        node.chats.changed("#class");
    }

    @Test
    void aShelfThatIsClosedWhileItIsLookedAtSaysSoAndGoesOnWhenItIsOpenAgain() {
        folder(List.of("2024"), 2);
        stands(true);
        model.open(List.of("2024"));
        assertNull(model.state().get().failure());
        stands(false);
        assertNotNull(model.state().get().failure());
        assertEquals(2, model.items().size(), "what was seen stays");
        stands(true);
        assertNull(model.state().get().failure());
        assertEquals(List.of("2024"), model.state().get().path());
    }

    @Test
    void aShelfThatIsClosedAndOpenedAnewIsGoneOnWith() {
        folder(List.of(), 1);
        stands(true);
        model.open(List.of());
        stands(false);
        node.files.shelves.shelves.add(
                new Shelf("02".repeat(8), "#class", SHELF.owner(), "Anna", "Photos", null));
        node.chats.changed("#class");
        assertNull(model.state().get().failure());
        assertEquals("02".repeat(8), model.shelf().id());
    }

    @Test
    void allThatIsListedIsTickedAtOnceAndTickedNoMore() {
        node.files.shelves.page = 400;
        folder(List.of(), 300);
        model.open(List.of());
        model.tickAll();
        assertEquals(300, model.tickedCount());
        model.tick(model.items().getFirst());
        assertFalse(model.areAllTicked());
        model.tickAll();
        assertEquals(300, model.tickedCount());
        model.tickAll();
        assertEquals(0, model.tickedCount());
    }

    @Test
    void noMoreIsTickedThanOneTakeHolds() {
        node.files.shelves.page = 2_000;
        folder(List.of(), WantedItem.COUNT_MAX + 1);
        model.open(List.of());
        model.tickAll();
        assertEquals(WantedItem.COUNT_MAX, model.tickedCount());
        assertTrue(model.isFull());
    }

    @Test
    void aFailureIsKeptUntilItIsTriedAgain() {
        model.open(List.of("gone"));
        assertNotNull(model.state().get().failure());
        folder(List.of("gone"), 1);
        model.open(List.of("gone"));
        assertEquals(1, model.items().size());
    }
}
