package io.landline.ui.focus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import java.util.List;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Enter leads from a field to the next one, which a low window does not show.
class FieldInSightTest {
    private static final double GAP = 600;
    private final TextField first = new TextField();
    private final TextField second = new TextField();
    private final TextField elsewhere = new TextField();
    private final ScrollPane pane = new ScrollPane(new VBox(first, gap(), second, gap()));

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static Region gap() {
        var gap = new Region();
        gap.setMinHeight(GAP);
        return gap;
    }

    private void shown() {
        first.setOnAction(_ -> second.requestFocus());
        second.setOnAction(_ -> first.requestFocus());
        elsewhere.setOnAction(_ -> second.requestFocus());
        new TestedScreen(new VBox(elsewhere, pane), 400, 400);
    }

    private static void enterIn(TextField field) {
        field.requestFocus();
        for (EventType<KeyEvent> each : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            field.fireEvent(new KeyEvent(each, "", "", KeyCode.ENTER, false, false, false, false));
        }
    }

    private boolean isInSight(Node node) {
        Bounds its = node.localToScene(node.getLayoutBounds());
        Bounds all = pane.localToScene(pane.getLayoutBounds());
        return its.getMinY() >= all.getMinY() && its.getMaxY() <= all.getMaxY();
    }

    @Test
    void theFieldToWhichEnterLeadsComesIntoSight() {
        TestedScreen.onFx(() -> {
            shown();
            assertFalse(isInSight(second));
            enterIn(first);
            pane.layout();
            assertSame(second, pane.getScene().getFocusOwner());
            assertTrue(isInSight(second), "the next one");
            enterIn(second);
            pane.layout();
            assertTrue(isInSight(first), "the one before");
        });
    }

    @Test
    void nothingScrollsWhereTheProgramMovesTheKeyboard() {
        TestedScreen.onFx(() -> {
            shown();
            first.requestFocus();
            second.requestFocus();
            assertEquals(0, pane.getVvalue());
        });
    }

    /// A page that comes back by a key stays as it was scrolled.
    @Test
    void nothingScrollsWhereTheKeyboardComesFromElsewhere() {
        TestedScreen.onFx(() -> {
            shown();
            enterIn(elsewhere);
            assertSame(second, pane.getScene().getFocusOwner());
            assertEquals(0, pane.getVvalue());
        });
    }
}
