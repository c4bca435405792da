package io.landline.ui.sheet;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.landline.ui.page.TestedScreen;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SheetScrollTest {
    private final Button close = new Button("x");
    private final Button matters = new Button("Take");

    @BeforeAll
    static void startScreen() throws Exception {
        TestedScreen.start();
    }

    private SheetScroll opened() {
        var sheet = new SheetScroll(new VBox(close, matters), () -> {}, matters::requestFocus);
        new TestedScreen(sheet, 400, 300).settle();
        return sheet;
    }

    /// As the list of a folder that the other side sends first.
    @Test
    void whatMattersGetsTheKeyboardOnceItIsThere() {
        TestedScreen.onFx(() -> {
            matters.setVisible(false);
            SheetScroll sheet = opened();
            sheet.shown();
            assertNotSame(matters, sheet.getScene().getFocusOwner());
            matters.setVisible(true);
            sheet.filled();
            assertSame(matters, sheet.getScene().getFocusOwner());
        });
    }

    @Test
    void whoWentOnMeanwhileKeepsTheKeyboard() {
        TestedScreen.onFx(() -> {
            matters.setVisible(false);
            SheetScroll sheet = opened();
            sheet.shown();
            close.requestFocus();
            matters.setVisible(true);
            sheet.filled();
            assertSame(close, sheet.getScene().getFocusOwner());
        });
    }

    @Test
    void whatIsFilledAgainTakesNoKeyboard() {
        TestedScreen.onFx(() -> {
            SheetScroll sheet = opened();
            sheet.shown();
            assertSame(matters, sheet.getScene().getFocusOwner());
            close.requestFocus();
            sheet.filled();
            assertSame(close, sheet.getScene().getFocusOwner());
        });
    }
}
