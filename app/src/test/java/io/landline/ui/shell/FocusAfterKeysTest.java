package io.landline.ui.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.Page;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.shell.NavEntry.Badge;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

/// Who uses the keyboard sees where it is, also where the program brought it there.
class FocusAfterKeysTest {
    private TestedScreen screen;

    /// With one button, which has the keyboard.
    private record ButtonPage(Button button, Parent view) implements Page {
        static ButtonPage of(String name) {
            var button = new Button(name);
            return new ButtonPage(button, new StackPane(button));
        }

        @Override
        public void shown() {
            button.requestFocus();
        }

        @Override
        public void close() {}
    }

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void openTheFirstPage() {
        TestedScreen.onFx(() -> {
            List<NavEntry> pages = Stream.of("one", "two")
                    .map(each -> new NavEntry(each, Feather.DOWNLOAD, each, Badge.none(), () -> ButtonPage.of(each)))
                    .toList();
            var shell = new Shell(new FxThread(Runnable::run, Runnable::run),
                    Texts.beside(Shell.class, Language.ENGLISH), pages, _ -> ButtonPage.of("places"), () -> false);
            screen = new TestedScreen(shell.view(), 800, 600);
            shell.show("one");
            screen.settle();
        });
    }

    private void press(KeyCode code, boolean shortcut) {
        Event.fireEvent(screen.scene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false));
        screen.settle();
    }

    private static boolean isRinged(Node node) {
        return node.getPseudoClassStates().contains(PseudoClass.getPseudoClass("focus-visible"));
    }

    @Test
    void f6ShowsWhereTheKeyboardIs() {
        TestedScreen.onFx(() -> {
            Node inPage = screen.scene().getFocusOwner();
            assertFalse(isRinged(inPage), "nothing was pressed yet");
            press(KeyCode.F6, false);
            Node inNavigation = screen.scene().getFocusOwner();
            assertTrue(isRinged(inNavigation));
            press(KeyCode.F6, false);
            assertTrue(isRinged(inPage));
            assertFalse(isRinged(inNavigation));
            inPage.fireEvent(new MouseEvent(MouseEvent.MOUSE_PRESSED, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false,
                    false, false, true, false, false, true, false, true, new PickResult(inPage, 1, 1)));
            assertFalse(isRinged(inPage), "a click shows none");
        });
    }

    @Test
    void whatHasTheKeyboardAfterASheetOrOnAnotherPageIsShownToo() {
        TestedScreen.onFx(() -> {
            press(KeyCode.DIGIT2, true);
            assertTrue(isRinged(screen.scene().getFocusOwner()));
            press(KeyCode.SLASH, true);
            assertTrue(isRinged(screen.scene().getFocusOwner()));
            press(KeyCode.ESCAPE, false);
            assertTrue(isRinged(screen.scene().getFocusOwner()));
        });
    }
}
