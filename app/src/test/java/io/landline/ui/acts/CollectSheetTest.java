package io.landline.ui.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.look.Appearance;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.time.Instant;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// The form of a hand-in box by keyboard alone.
class CollectSheetTest extends ApplicationTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();
    private CollectSheet sheet;

    @Override
    public void start(Stage stage) {
        sheet = new CollectSheet(window.context(node), () -> NOON, "#class", "class", () -> window.told.add("closed"));
        var pane = new StackPane();
        var scene = new Scene(pane, 560, 800);
        scene.setUserAgentStylesheet(Appearance.styleSheet(false));
        stage.setScene(scene);
        stage.show();
        pane.getChildren().add(sheet.view());
        sheet.shown();
    }

    @Override
    public void stop() {
        sheet.close();
    }

    private TextField field(String id) {
        return lookup("#" + id).query();
    }

    private void write(String id, String text) {
        assertTrue(field(id).isFocused(), id);
        interact(() -> field(id).setText(text));
        type(KeyCode.ENTER);
    }

    @Test
    void enterLeadsThroughTheFieldsAndMakesTheBoxFromTheLast() {
        write("collect-what", "Essay");
        write("collect-until", "2026-11-24");
        write("collect-names", "*.pdf");
        write("collect-size", "");
        assertEquals(List.of("collect #class"), node.files.handIns.done);
        assertEquals(List.of("closed"), window.told);
    }

    @Test
    void aButtonTypesTheEnd() {
        interact(() -> ((ButtonBase) lookup("#collect-WEEK").query()).fire());
        assertEquals("2026-11-29", field("collect-until").getText());
        assertTrue(field("collect-until").isFocused());
    }
}
