package io.landline.ui.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.sheet.Sheet;
import io.landline.ui.sheet.SheetTest;
import java.time.Instant;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// The form of a hand-in box by keyboard alone.
class NewBoxSheetTest extends SheetTest {
    private static final double WIDTH = 500;
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Override
    protected Sheet make(Runnable close) {
        return new NewBoxSheet(window.context(node), () -> NOON, "#class", "class", new NewBoxDrafts(), close);
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
    void enterInTheLastFieldLeadsToTheOneThatLacksSomething() {
        write("collect-what", "");
        write("collect-until", "");
        write("collect-names", "");
        write("collect-size", "");
        write("collect-what", "Essay");
        interact(() -> field("collect-size").requestFocus());
        write("collect-size", "");
        assertTrue(field("collect-until").isFocused());
        assertEquals(List.of(), node.files.handIns.done);
    }

    @Test
    void enterInTheLastFieldLeadsToNamesThatNoFileHas() {
        write("collect-what", "Essay");
        write("collect-until", "2026-11-24");
        write("collect-names", "home/*.pdf");
        write("collect-size", "");
        assertTrue(field("collect-names").isFocused());
        assertEquals(List.of(), node.files.handIns.done);
    }

    @Test
    void aButtonTypesTheEnd() {
        press("collect-WEEK");
        assertEquals("2026-11-29", field("collect-until").getText());
        assertTrue(field("collect-until").isFocused());
    }

    /// In a mirrored window "*.pdf, *.odt" would read "pdf, *.odt.*".
    @Test
    void whatIsTypedAsOnTheCommandLineKeepsItsOrderInAMirroredWindow() {
        interact(() -> field("collect-what").getScene().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
        for (String each : List.of("collect-until", "collect-names", "collect-size")) {
            assertEquals(NodeOrientation.LEFT_TO_RIGHT, field(each).getEffectiveNodeOrientation(), each);
            assertEquals(HPos.RIGHT, field(each).getAlignment().getHpos(), each);
        }
        assertEquals(NodeOrientation.RIGHT_TO_LEFT, field("collect-what").getEffectiveNodeOrientation());
    }

    /// The sheet is in the middle of the window: it would move with all that is in it.
    @Test
    void nothingMovesWhileOneTypes() {
        ScrollPane sheet = (ScrollPane) field("collect-what").getScene().lookup(".sheet-scroll");
        double before = heightOf(sheet);
        for (String[] typed : List.of(new String[]{"collect-what", "Essay"}, new String[]{"collect-until", "2"},
                new String[]{"collect-until", "2026-11-2"}, new String[]{"collect-until", "2026-11-24"},
                new String[]{"collect-until", "2025-11-24"}, new String[]{"collect-names", "home/*.pdf"},
                new String[]{"collect-names", "*".repeat(300)},
                new String[]{"collect-size", "x"}, new String[]{"collect-size", "2 MB"},
                new String[]{"collect-what", "x".repeat(300)})) {
            interact(() -> field(typed[0]).setText(typed[1]));
            assertEquals(before, heightOf(sheet), 0.5, typed[0] + " " + typed[1]);
        }
    }

    private double heightOf(ScrollPane sheet) {
        interact(() -> {
            sheet.applyCss();
            sheet.layout();
        });
        return ((Region) sheet.getContent()).prefHeight(WIDTH);
    }

    @Test
    void whatWasBegunIsJudgedOnceItsFieldIsLeft() {
        interact(() -> field("collect-until").requestFocus());
        interact(() -> field("collect-until").setText("2026"));
        PseudoClass wrong = PseudoClass.getPseudoClass("danger");
        assertFalse(field("collect-until").getPseudoClassStates().contains(wrong));
        interact(() -> field("collect-names").requestFocus());
        assertTrue(field("collect-until").getPseudoClassStates().contains(wrong));
    }
}
