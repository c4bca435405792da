package io.landline.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.CustomTextField;
import io.landline.ui.look.Appearance;
import io.landline.ui.look.Icon;
import io.landline.ui.page.TestedScreen;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.feather.Feather;

/// The words of an empty field that has no room for them.
class FieldPromptTest {
    private static final String WORDS = "Name, address or kind";
    private static final double NARROW = 110;
    private static final double WIDE = 400;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static void over(TextField field, Consumer<TestedScreen> use) {
        TestedScreen.onFx(() -> {
            var screen = new TestedScreen(new HBox(field), WIDE, 100);
            FieldPrompt.put(field, WORDS);
            use.accept(screen);
        });
    }

    private static void width(TextField field, double width, TestedScreen screen) {
        field.setMinWidth(width);
        field.setMaxWidth(width);
        screen.settle();
    }

    private static Text drawn(TestedScreen screen) {
        return screen.all(Text.class).stream().filter(each -> each.getText().startsWith("N")).findFirst().orElseThrow();
    }

    private static double room(Text drawn) {
        return ((Pane) drawn.getParent()).getWidth();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theyEndInDotsAndAreWholeOnceThereIsRoom(boolean hasSign) {
        TextField field = TestedScreen.onFx(() -> {
            var made = new CustomTextField();
            if (hasSign) made.setLeft(new Icon(Feather.SEARCH));
            return hasSign ? made : new TextField();
        });
        over(field, screen -> {
            width(field, NARROW, screen);
            Text drawn = drawn(screen);
            assertTrue(drawn.getText().endsWith("…"), drawn::getText);
            assertTrue(drawn.getLayoutBounds().getWidth() <= room(drawn), drawn::getText);
            assertEquals(WORDS, field.getPromptText(), "the field keeps all of them");
            width(field, WIDE, screen);
            assertEquals(WORDS, drawn(screen).getText());
        });
    }

    @Test
    void wordsThatJustFitStayWhole() {
        TextField field = TestedScreen.onFx(() -> new TextField());
        over(field, screen -> {
            width(field, WIDE, screen);
            Text drawn = drawn(screen);
            double around = WIDE - room(drawn);
            double needed = Math.ceil(drawn.getLayoutBounds().getWidth());
            width(field, needed + around, screen);
            assertEquals(WORDS, drawn(screen).getText());
            width(field, needed + around - 2, screen);
            assertTrue(drawn(screen).getText().endsWith("…"));
        });
    }

    @Test
    void theyAreThereAgainOnceTheFieldIsEmptied() {
        TextField field = TestedScreen.onFx(() -> new TextField("words"));
        over(field, screen -> {
            width(field, NARROW, screen);
            field.clear();
            screen.settle();
            assertTrue(drawn(screen).getText().endsWith("…"));
            FieldPrompt.put(field, "No");
            screen.settle();
            assertEquals("No", drawn(screen).getText());
        });
    }

    @Test
    void largerLettersHaveLessRoom() {
        TextField field = TestedScreen.onFx(() -> new TextField());
        over(field, screen -> {
            width(field, WIDE / 2, screen);
            assertEquals(WORDS, drawn(screen).getText());
            Scene scene = screen.scene();
            Appearance.dress(scene, 300);
            screen.settle();
            Text drawn = drawn(screen);
            assertTrue(drawn.getText().endsWith("…"), drawn::getText);
            assertTrue(drawn.getLayoutBounds().getWidth() <= room(drawn), drawn::getText);
        });
    }
}
