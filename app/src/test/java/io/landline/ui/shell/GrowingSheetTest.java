package io.landline.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A sheet that gets another line while somebody types in it, as the form of a poll.
class GrowingSheetTest {
    private static final double LINE = 40;
    private final TextField field = new TextField();
    private final VBox sheet = new VBox(field);
    private final SheetLayer layer = new SheetLayer(sheet);

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private TestedScreen screen() {
        sheet.setMinHeight(0);
        sheet.setMaxHeight(Region.USE_PREF_SIZE);
        return new TestedScreen(layer, 800, 400);
    }

    private void type() {
        field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.A, false, false, false, false));
    }

    private static Region line() {
        var line = new Region();
        line.setMinHeight(LINE);
        return line;
    }

    private static double top(Node node) {
        return node.localToScene(0, 0).getY();
    }

    @Test
    void whatOneTypesStaysInPlaceAndTheSheetGrowsBelow() {
        TestedScreen.onFx(() -> {
            TestedScreen screen = screen();
            type();
            double before = top(field);
            sheet.getChildren().add(line());
            screen.settle();
            assertEquals(before, top(field), "one more");
            sheet.getChildren().remove(1);
            screen.settle();
            assertEquals(before, top(field), "one less");
        });
    }

    /// As the sheet of a hand-in box, to which somebody hands in.
    @Test
    void whatOnePointsAtStaysInPlaceAndTheSheetGrowsBelow() {
        TestedScreen.onFx(() -> {
            TestedScreen screen = screen();
            TestedScreen.useAny(field);
            double before = top(field);
            sheet.getChildren().add(line());
            screen.settle();
            assertEquals(before, top(field));
        });
    }

    @Test
    void aSheetWithoutRoomBelowGoesUpAndEndsInTheWindow() {
        TestedScreen.onFx(() -> {
            TestedScreen screen = screen();
            type();
            for (int i = 0; i < 20; i++) {
                sheet.getChildren().add(line());
                screen.settle();
                assertTrue(top(sheet) >= 0, "its head is in sight");
                assertTrue(top(sheet) + sheet.getHeight() <= 400, "its end is in sight");
            }
        });
    }

    @Test
    void whatIsFilledBeforeSomebodyUsesItStandsInTheMiddle() {
        TestedScreen.onFx(() -> {
            TestedScreen screen = screen();
            sheet.getChildren().addAll(line(), line());
            screen.settle();
            assertEquals(400, 2 * top(sheet) + sheet.getHeight(), 2);
        });
    }

    @Test
    void aSheetInAWindowOfAnotherSizeStandsInTheMiddle() {
        TestedScreen.onFx(() -> {
            TestedScreen screen = screen();
            type();
            sheet.getChildren().add(line());
            screen.size(800, 600);
            assertEquals(600, 2 * top(sheet) + sheet.getHeight(), 2);
        });
    }
}
