package io.landline.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.Page;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.shell.NavEntry.Badge;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.kordamp.ikonli.feather.Feather;

/// The toolkit asks for no menu by a key on Linux and macOS: the window does.
@DisabledOnOs(OS.WINDOWS)
class MenuKeyTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static Page none() {
        throw new AssertionError("no page is shown");
    }

    @Test
    void whatHasTheKeyboardIsAskedForItsMenuByEachOfTheTwoKeys() {
        TestedScreen.onFx(() -> {
            var shell = new Shell(new FxThread(Runnable::run, Runnable::run),
                    Texts.beside(Shell.class, Language.ENGLISH),
                    List.of(new NavEntry("one", Feather.MESSAGE_CIRCLE, "One", Badge.none(), MenuKeyTest::none)),
                    _ -> none(), () -> false);
            var screen = new TestedScreen(shell.view(), 400, 300);
            var field = new TextField();
            ((Pane) shell.view()).getChildren().add(field);
            screen.settle();
            field.requestFocus();
            var asked = new ArrayList<Boolean>();
            field.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
                asked.add(event.isKeyboardTrigger());
                event.consume();
            });
            field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F10, true, false, false, false));
            field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.CONTEXT_MENU, false, false, false,
                    false));
            assertEquals(List.of(true, true), asked);
        });
    }
}
