package io.landline.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.Contacts.RoomAbout;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class WelcomePageTest extends ApplicationTest {
    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();
    private final List<String> left = new ArrayList<>();
    private WelcomePage page;

    @Override
    public void start(Stage stage) {
        node.about.add(new RoomAbout("_hall\u202Egpj.exe", "#hall", false, 2));
        page = new WelcomePage(window.context(node), () -> left.add("done"), false);
        stage.setScene(new Scene(page.view(), 1000, 900));
        stage.show();
        page.shown();
    }

    @Test
    void byKeyboardAloneARoomIsCreatedAndEntered() {
        write("class").type(KeyCode.ENTER);
        assertEquals(List.of("join class amber fox piano river"), node.done);
        assertEquals(List.of(), left);
        type(KeyCode.SPACE);
        assertEquals(List.of("done"), left);
        assertEquals(List.of("conversation #class"), window.told);
    }

    @Test
    void enterAfterTheWordsJoins() {
        interact(() -> lookup("#join-room-name").query().requestFocus());
        write("class").type(KeyCode.ENTER);
        assertTrue(lookup("#join-room-words").query().isFocused());
        write("amber fox piano river").type(KeyCode.ENTER);
        assertEquals(List.of("join class amber fox piano river"), node.done);
        assertEquals(List.of("done"), left);
    }

    @Test
    void escapeGoesBack() {
        type(KeyCode.ESCAPE);
        assertEquals(List.of("done"), left);
    }

    @Test
    void aHostileRoomNameSteersNothing() {
        Button offered = lookup((Button b) -> b.getText().contains("hall")).query();
        assertFalse(offered.isMnemonicParsing());
        assertFalse(offered.getText().contains("\u202E"));
        interact(offered::fire);
        assertTrue(lookup("#join-room-words").query().isFocused());
    }

    @Test
    void everyControlHasANameToRead() {
        interact(() -> assertEquals(List.of(), Named.nameless(page.view())));
    }
}
