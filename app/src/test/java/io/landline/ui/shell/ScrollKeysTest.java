package io.landline.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.ui.page.TestedScreen;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The keyboard alone reaches all of a sheet or a page that is higher than the window.
class ScrollKeysTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static void press(Node focused, KeyCode key, boolean shift) {
        focused.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, false, false, false));
    }

    private static double after(ScrollPane scrolled, Node focused, KeyCode key) {
        press(focused, key, false);
        return scrolled.getVvalue();
    }

    @Test
    void theListOfKeysIsReadToItsEnd() {
        TestedScreen.onFx(() -> {
            Texts texts = Texts.beside(Shell.class, Language.ENGLISH);
            var keys = new ShortcutsPanel(texts, ShortcutFormatter.ofSystem(texts, false), 6, () -> {});
            var place = new SheetLayer(keys.view());
            var screen = new TestedScreen(place, 480, 400);
            Node cross = screen.all(Button.class).getFirst();
            var scrolled = (ScrollPane) keys.view();
            double line = after(scrolled, cross, KeyCode.DOWN);
            assertTrue(line > 0, "an arrow");
            assertTrue(after(scrolled, cross, KeyCode.PAGE_DOWN) > 2 * line, "a page");
            assertEquals(line, after(scrolled, cross, KeyCode.PAGE_UP), 0.001);
            assertEquals(0, after(scrolled, cross, KeyCode.UP), 0.001);
            assertEquals(1, after(scrolled, cross, KeyCode.END));
            assertEquals(1, after(scrolled, cross, KeyCode.DOWN));
            assertEquals(0, after(scrolled, cross, KeyCode.HOME));
        });
    }

    @Test
    void whatHasAUseForTheKeysKeepsThem() {
        TestedScreen.onFx(() -> {
            var field = new TextField();
            var list = new ListView<String>();
            var box = new CheckBox();
            var content = new VBox(field, list, box);
            content.setMinHeight(1_000);
            var scrolled = new ScrollPane(content);
            var screen = new TestedScreen(new SheetLayer(scrolled), 480, 400);
            screen.settle();
            for (Node each : new Node[]{field, list}) {
                for (KeyCode key : new KeyCode[]{KeyCode.DOWN, KeyCode.PAGE_DOWN, KeyCode.END}) {
                    assertEquals(0, after(scrolled, each, key), each + " " + key);
                }
            }
            press(box, KeyCode.DOWN, true);
            assertEquals(0, scrolled.getVvalue(), "with Shift it is another key");
            assertTrue(after(scrolled, box, KeyCode.END) > 0);
        });
    }

    @Test
    void aPageIsReadToItsEndFromAButtonOfIt() {
        TestedScreen.onFx(() -> {
            var button = new Button("first");
            var list = new ListView<String>();
            var content = new VBox(button, list);
            content.setMinHeight(1_000);
            var scrolled = new ScrollPane(content);
            var outside = new Button("above");
            var place = new PageLayer();
            place.show(new VBox(outside, scrolled));
            var screen = new TestedScreen(place, 480, 400);
            screen.settle();
            assertTrue(after(scrolled, button, KeyCode.PAGE_DOWN) > 0);
            assertEquals(1, after(scrolled, button, KeyCode.END));
            assertEquals(1, after(scrolled, outside, KeyCode.HOME), "another part of the page");
            assertEquals(1, after(scrolled, list, KeyCode.HOME), "a list has its own use for it");
            assertEquals(0, after(scrolled, button, KeyCode.HOME));
        });
    }

    @Test
    void whereAllIsInSightAnArrowIsTheButtons() {
        TestedScreen.onFx(() -> {
            var first = new Button("first");
            var scrolled = new ScrollPane(new VBox(first, new Button("second")));
            var screen = new TestedScreen(new SheetLayer(scrolled), 480, 400);
            screen.settle();
            var pressed = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false);
            var reached = new boolean[1];
            first.addEventFilter(KeyEvent.KEY_PRESSED, _ -> reached[0] = true);
            first.fireEvent(pressed);
            assertTrue(reached[0]);
            assertFalse(scrolled.getVvalue() > 0);
        });
    }
}
