package io.landline.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.focus.FocusRing;
import io.landline.ui.look.Appearance;
import java.util.ArrayList;
import java.util.List;
import javafx.event.EventType;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// A button and a menu that have no room for their words.
class ClippedTextTest extends ApplicationTest {
    private static final String WORDS = "They match: mark as verified";
    private static final double NARROW = 90;

    private Button other;
    private Button button;
    private MenuButton menu;

    @Override
    public void start(Stage stage) {
        other = new Button("OK");
        button = new Button(WORDS);
        menu = new MenuButton("Keep: for ever and a day");
        for (Labeled each : List.of(button, menu)) each.setMaxWidth(NARROW);
        var scene = new Scene(new VBox(other, button, menu), 400, 300);
        FocusRing.attach(scene);
        ClippedText.attach(scene);
        stage.setScene(scene);
        stage.show();
    }

    /// The windows are hidden in no certain order after this: no tooltip is among them, which goes with its owner.
    @AfterEach
    void takeTheTooltipsAway() {
        onFx(() -> {
            for (Window each : List.copyOf(Window.getWindows())) if (each instanceof Tooltip) each.hide();
        });
    }

    /// With the layout that the next pulse would bring: on a busy machine that one may come late.
    private void onFx(Runnable step) {
        interact(() -> {
            step.run();
            other.getScene().getRoot().applyCss();
            other.getScene().getRoot().layout();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void fire(Node node, EventType<MouseEvent> type) {
        node.fireEvent(new MouseEvent(type, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false, false, false, true, false,
                false, false, false, false, null));
    }

    private static List<String> tooltips() {
        return Window.getWindows()
                .stream()
                .filter(Tooltip.class::isInstance)
                .map(each -> ((Tooltip) each).getText())
                .toList();
    }

    @Test
    void theMouseFindsAllTheWords() {
        assertTrue(button.isTextTruncated());
        assertNull(button.getTooltip());
        onFx(() -> fire(button, MouseEvent.MOUSE_ENTERED_TARGET));
        assertEquals(WORDS, button.getTooltip().getText());
    }

    @Test
    void theyGoOnceThereIsRoom() {
        onFx(() -> fire(button, MouseEvent.MOUSE_ENTERED_TARGET));
        onFx(() -> button.setMaxWidth(Double.MAX_VALUE));
        assertFalse(button.isTextTruncated());
        assertNull(button.getTooltip());
    }

    @Test
    void whatAnotherTooltipSaysStaysBelowThemAndComesBack() {
        var why = new Tooltip("Compare it aloud");
        onFx(() -> button.setTooltip(why));
        onFx(() -> fire(button, MouseEvent.MOUSE_ENTERED_TARGET));
        assertEquals(WORDS + "\nCompare it aloud", button.getTooltip().getText());
        onFx(() -> button.setMaxWidth(Double.MAX_VALUE));
        assertSame(why, button.getTooltip());
    }

    @Test
    void aTooltipThatHasThemStays() {
        var whole = new Tooltip(WORDS);
        onFx(() -> button.setTooltip(whole));
        onFx(() -> fire(button, MouseEvent.MOUSE_ENTERED_TARGET));
        assertSame(whole, button.getTooltip());
    }

    @Test
    void otherWordsAreSaidOnTheNextVisit() {
        onFx(() -> fire(button, MouseEvent.MOUSE_ENTERED_TARGET));
        onFx(() -> button.setText("They do not match any more"));
        onFx(() -> fire(button, MouseEvent.MOUSE_ENTERED_TARGET));
        assertEquals("They do not match any more", button.getTooltip().getText());
    }

    @Test
    void whatIsWholeHasNoTooltip() {
        onFx(() -> fire(other, MouseEvent.MOUSE_ENTERED_TARGET));
        assertNull(other.getTooltip());
    }

    @Test
    void theKeyboardShowsThemAtOnceAndTakesThemAlong() {
        onFx(other::requestFocus);
        press(KeyCode.TAB).release(KeyCode.TAB);
        assertTrue(button.isFocused());
        assertEquals(List.of(WORDS), tooltips());
        press(KeyCode.TAB).release(KeyCode.TAB);
        assertEquals(List.of("Keep: for ever and a day"), tooltips(), "a menu has its words in a label of its own");
        press(KeyCode.TAB).release(KeyCode.TAB);
        assertEquals(List.of(), tooltips());
    }

    @Test
    void theyAreAsLargeAsTheLettersOfTheWindow() {
        for (int percent : new int[]{100, 200}) {
            onFx(() -> Appearance.dress(other.getScene(), percent));
            onFx(other::requestFocus);
            press(KeyCode.TAB).release(KeyCode.TAB);
            List<Double> sizes = Window.getWindows()
                    .stream()
                    .filter(Tooltip.class::isInstance)
                    .map(each -> ((Tooltip) each).getFont().getSize())
                    .toList();
            assertEquals(List.of(Appearance.FONT_PX * percent / 100), sizes);
        }
    }

    @Test
    void aClickTakesThemAway() {
        onFx(other::requestFocus);
        press(KeyCode.TAB).release(KeyCode.TAB);
        onFx(() -> fire(other, MouseEvent.MOUSE_PRESSED));
        assertEquals(List.of(), tooltips());
    }

    @Test
    void theyGoBeforeTheirWindow() {
        onFx(other::requestFocus);
        press(KeyCode.TAB).release(KeyCode.TAB);
        assertEquals(List.of(WORDS), tooltips());
        var left = new ArrayList<String>();
        onFx(() -> {
            Window window = other.getScene().getWindow();
            window.setOnHiding(_ -> left.addAll(tooltips()));
            window.hide();
        });
        assertEquals(List.of(), left);
    }

    @Test
    void aScreenReaderReadsAllOfThem() {
        assertEquals(WORDS, button.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }
}
