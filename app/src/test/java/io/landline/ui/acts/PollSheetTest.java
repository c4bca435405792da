package io.landline.ui.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.fx.EarlyKeys;
import io.landline.ui.look.Appearance;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// The form of a poll by keyboard alone.
class PollSheetTest extends ApplicationTest {
    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();
    private PollSheet sheet;

    @Override
    public void start(Stage stage) {
        sheet = new PollSheet(window.context(node), "#class", "class", new PollDrafts(),
                () -> window.told.add("closed"));
        var window = new StackPane();
        var scene = new Scene(window, 560, 800);
        scene.setUserAgentStylesheet(Appearance.styleSheet(false));
        EarlyKeys.in(scene);
        stage.setScene(scene);
        stage.show();
        window.getChildren().add(sheet.view()); // as the window does: what scrolls is in the scene only after a layout
        sheet.shown();
    }

    @Override
    public void stop() {
        sheet.close();
    }

    private Node node(String id) {
        return lookup("#" + id).query();
    }

    private void write(String id, String text) {
        assertTrue(node(id).isFocused(), id);
        interact(() -> ((TextField) node(id)).setText(text));
        type(KeyCode.ENTER);
    }

    @Test
    void aPollIsInARoomAndForAPerson() {
        assertEquals("A poll in class", ((Label) node("poll-title")).getText());
        interact(() -> {
            var forBob = new PollSheet(window.context(node), "ab".repeat(32), "Bob", new PollDrafts(), () -> {});
            var elsewhere = new Scene(new StackPane(forBob.view()), 560, 800);
            elsewhere.getRoot().applyCss();
            elsewhere.getRoot().layout();
            assertEquals("A poll for Bob", ((Label) elsewhere.lookup("#poll-title")).getText());
            forBob.close();
        });
    }

    @Test
    void enterLeadsThroughTheFieldsAndAsksFromTheLast() {
        write("poll-question", "Tea?");
        write("poll-option-1", "yes");
        write("poll-option-2", "no");
        type(KeyCode.ENTER);
        assertEquals(List.of("poll #class Tea?"), node.chats.acts.done);
        assertEquals(List.of("closed"), window.told);
    }

    @Test
    void enterInAFieldThatHasJustComeIsNotLost() {
        interact(() -> {
            for (String id : List.of("poll-question", "poll-option-1", "poll-option-2", "poll-option-3")) {
                var field = (TextField) node(id);
                if (!id.endsWith("3")) field.setText(id);
                field.getScene()
                        .getFocusOwner()
                        .fireEvent(
                                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            }
        });
        assertEquals(List.of("poll #class poll-question"), node.chats.acts.done);
    }

    @Test
    void aTemplateIsAskedByOneMoreButton() {
        interact(() -> ((ButtonBase) node("poll-ROLL_CALL")).fire());
        interact(() -> ((ButtonBase) node("poll-ask")).fire());
        assertEquals(List.of("poll #class Roll-call: who is here?"), node.chats.acts.done);
    }

    @Test
    void escapeLeavesIt() {
        type(KeyCode.ESCAPE);
        assertEquals(List.of("closed"), window.told);
    }
}
