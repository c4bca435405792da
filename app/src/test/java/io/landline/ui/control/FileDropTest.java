package io.landline.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.Drop;
import io.landline.ui.page.TestedScreen;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FileDropTest {
    private final List<List<Path>> dropped = new ArrayList<>();
    private boolean possible = true;
    private final FileDrop drop = new FileDrop(() -> possible, dropped::add);

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @Test
    void filesAboveAreShownAsWelcome() {
        assertTrue(drop.hover(List.of(new File("a.txt"))));
        assertTrue(drop.above().get());
    }

    @Test
    void whatIsHeldAboveIsKnownByItsNames() {
        drop.hover(List.of(new File("/home/me/a.txt"), new File("/home/me/Holiday")));
        assertEquals(List.of("a.txt", "Holiday"), drop.items().get());
        drop.drop(List.of(new File("/home/me/a.txt")));
        assertEquals(List.of(), drop.items().get());
    }

    @Test
    void whatIsDraggedOutOfAConversationIsNotDroppedIntoIt() {
        var card = new Pane();
        var conversation = new Pane(new Pane(card));
        assertTrue(NodeTree.isIn(card, conversation));
        assertFalse(NodeTree.isIn(card, new Pane()));
        assertFalse(NodeTree.isIn(null, conversation), "another program");
    }

    @Test
    void theSignOfAConversationGoesWhileACardInItTakesTheFiles() {
        var card = new Pane();
        var conversation = new Pane(card);
        var within = new FileDrop(() -> true, dropped::add);
        drop.attach(conversation);
        within.attach(card);
        TestedScreen.onFx(() -> {
            assertTrue(Drop.over(conversation, List.of(Path.of("a.txt"))));
            assertTrue(drop.above().get());
            assertTrue(Drop.over(card, List.of(Path.of("a.txt"))));
            assertTrue(within.above().get());
            assertFalse(drop.above().get(), "it would cover the card, and say something else");
        });
    }

    @Test
    void whatIsNoFileIsNotTaken() {
        assertFalse(drop.hover(List.of()));
        assertFalse(drop.drop(List.of()));
        assertTrue(dropped.isEmpty());
    }

    @Test
    void whereNothingMayBeWrittenNothingIsTaken() {
        possible = false;
        assertFalse(drop.hover(List.of(new File("a.txt"))));
        assertFalse(drop.above().get());
        assertFalse(drop.drop(List.of(new File("a.txt"))));
        assertTrue(dropped.isEmpty());
    }

    @Test
    void droppedFilesAreHandedOnAndTheSignGoes() {
        drop.hover(List.of(new File("a.txt")));
        assertTrue(drop.drop(List.of(new File("a.txt"), new File("folder"))));
        assertEquals(List.of(List.of(Path.of("a.txt"), Path.of("folder"))), dropped);
        assertFalse(drop.above().get());
    }
}
