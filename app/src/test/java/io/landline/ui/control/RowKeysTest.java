package io.landline.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From which row a key goes to which, in a list of 30 with a heading at each tenth.
class RowKeysTest {
    private static final String HEADING = "heading";
    private static final int ROWS = 30;

    private ListView<String> list;

    @BeforeAll
    static void start() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void show() {
        var rows = new ArrayList<String>();
        for (int i = 0; i < ROWS; i++) rows.add(i % 10 == 0 ? HEADING : "row " + i);
        list = TestedScreen.onFx(() -> new ListView<>(FXCollections.observableArrayList(rows)));
        TestedScreen.onFx(() -> list.setFixedCellSize(20));
        // ten rows and the frame
        new TestedScreen(new StackPane(list), 200, 202).settle();
    }

    private boolean press(int from, KeyCode key, boolean alt) {
        return TestedScreen.onFx(() -> {
            list.getFocusModel().focus(from);
            var event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, alt, false);
            RowKeys.pressed(event, list, row -> !row.equals(HEADING), list.getFocusModel()::focus);
            return event.isConsumed();
        });
    }

    @ParameterizedTest(name = "{1} from {0}")
    @CsvSource({"9, DOWN, 11", "11, UP, 9", "1, UP, 1", "29, DOWN, 29", "25, HOME, 1", "5, END, 29", "1, PAGE_DOWN, 11",
            "25, PAGE_DOWN, 29", "29, PAGE_UP, 19", "5, PAGE_UP, 1", "-1, DOWN, 1"})
    void goesToARowThatCanBeChosen(int from, KeyCode key, int to) {
        assertTrue(press(from, key, false));
        assertEquals(to, list.getFocusModel().getFocusedIndex());
    }

    @Test
    void theListMayEndWithAHeading() {
        TestedScreen.onFx(() -> list.getItems().setAll(List.of("row", HEADING)));
        assertTrue(press(0, KeyCode.PAGE_DOWN, false));
        assertEquals(0, list.getFocusModel().getFocusedIndex());
        assertTrue(press(0, KeyCode.END, false));
        assertEquals(0, list.getFocusModel().getFocusedIndex());
    }

    @Test
    void leavesOtherKeysAlone() {
        assertFalse(press(5, KeyCode.ENTER, false));
        assertFalse(press(5, KeyCode.DOWN, true));
        assertEquals(5, list.getFocusModel().getFocusedIndex());
    }
}
