package io.landline.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// Somebody presses a button while a field is empty: the keyboard goes to the first field that has to be filled in.
class WrongFieldTest extends ApplicationTest {
    private final FakeWindow window = new FakeWindow();

    @Override
    public void start(Stage stage) {
        var page = new WelcomePage(window.context(new FakeNode()), () -> {}, true, new RoomDraft());
        stage.setScene(new Scene(page.view(), 1000, 900));
        stage.show();
        page.shown();
    }

    private void press(String button) {
        interact(() -> {
            Button pressed = lookup(button).query();
            pressed.requestFocus();
            pressed.fire();
        });
    }

    private void fill(String field, String text) {
        interact(() -> lookup(field).<TextField>query().setText(text));
    }

    private boolean hasKeyboard(String field) {
        return lookup(field).query().isFocused();
    }

    @Test
    void aRoomWithoutANameIsNamedNext() {
        press("#create-room");
        assertTrue(hasKeyboard("#new-room-name"));
        press("#create-room");
        assertTrue(hasKeyboard("#new-room-name"), "also the second time");
    }

    @Test
    void whoJoinsWithNothingBeginsWithTheRoom() {
        press("#join-room");
        assertTrue(hasKeyboard("#join-room-name"));
    }

    @Test
    void whereOnlyTheWordsAreMissingTheyAreNext() {
        fill("#join-room-name", "class");
        press("#join-room");
        assertTrue(hasKeyboard("#join-room-words"));
        press("#join-room");
        assertTrue(hasKeyboard("#join-room-words"), "also the second time");
    }

    @Test
    void aMissingNameOfThePersonComesBeforeThatOfTheRoom() {
        fill("#own-name", "");
        interact(() -> lookup("#own-name").query().requestFocus());
        press("#create-room");
        assertTrue(hasKeyboard("#own-name"));
    }
}
