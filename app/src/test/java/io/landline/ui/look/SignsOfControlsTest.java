package io.landline.ui.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.landline.ui.page.TestedScreen;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Controls of the toolkit say what they are for on each of our grounds, in both themes.
class SignsOfControlsTest {
    private TextField field;
    private CheckBox box;
    private RadioButton round;
    private ProgressBar bar;
    private Label muted;
    private Label sign;
    private Region bubble;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private void show(boolean dark) {
        field = new TextField();
        box = new CheckBox();
        round = new RadioButton();
        bar = new ProgressBar(0.1);
        muted = new Label("muted");
        sign = new Label("sign");
        bubble = new Region();
        muted.setStyle("-fx-text-fill: -color-fg-muted;");
        sign.setStyle("-fx-text-fill: -color-fg-subtle;");
        bubble.setStyle("-fx-background-color: -color-bg-subtle;");
        field.setPromptText("what it is for");
        var scene = new Scene(new VBox(field, box, round, bar, muted, sign, bubble));
        scene.setUserAgentStylesheet(Appearance.styleSheet(dark));
        Appearance.dress(scene, 100);
        field.pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), true);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static Paint ground(Node of) {
        return ((Region) of).getBackground().getFills().getFirst().getFill();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRoundSignHasNoSquareBelowIt(boolean dark) {
        TestedScreen.onFx(() -> {
            show(dark);
            assertEquals(Color.TRANSPARENT, ground(round));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFieldWithTheKeyboardStillSaysWhatItIsFor(boolean dark) {
        TestedScreen.onFx(() -> {
            show(dark);
            Paint prompt = field.lookupAll(".text")
                    .stream()
                    .filter(each -> each instanceof Text text && text.getText().equals("what it is for"))
                    .map(each -> ((Text) each).getFill())
                    .findFirst()
                    .orElse(Color.TRANSPARENT);
            assertEquals(muted.getTextFill(), prompt);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theEdgeOfABoxIsASign(boolean dark) {
        TestedScreen.onFx(() -> {
            show(dark);
            assertEquals(sign.getTextFill(), ground(box.lookup(".box")));
            box.setSelected(true);
            box.applyCss();
            assertNotEquals(sign.getTextFill(), ground(box.lookup(".box")), "one that is ticked is filled");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theTrackOfABarDiffersFromABubble(boolean dark) {
        TestedScreen.onFx(() -> {
            show(dark);
            assertNotEquals(ground(bubble), ground(bar.lookup(".track")));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFieldThatIsWrongShowsWhetherItHasTheKeyboard(boolean dark) {
        TestedScreen.onFx(() -> {
            show(dark);
            field.pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), true);
            field.applyCss();
            Background with = field.getBackground();
            field.pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), false);
            field.applyCss();
            assertNotEquals(with, field.getBackground());
        });
    }

    private static Bounds arrow(Control of, int zoom) {
        var scene = new Scene(new VBox(of), 600, 400);
        scene.setUserAgentStylesheet(Appearance.styleSheet(false));
        Appearance.dress(scene, zoom);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return of.lookup(".arrow").getLayoutBounds();
    }

    @Test
    void theSignOfAListGrowsWithTheLetters() {
        TestedScreen.onFx(() -> {
            Bounds usual = arrow(new MenuButton("words"), 100);
            assertEquals(5, usual.getHeight(), 0.1);
            Bounds large = arrow(new MenuButton("words"), 300);
            assertEquals(3 * usual.getWidth(), large.getWidth(), 1);
            assertEquals(3 * usual.getHeight(), large.getHeight(), 1);
            assertEquals(usual, arrow(new ComboBox<String>(), 100), "of a list of choices, too");
            assertEquals(large, arrow(new ComboBox<String>(), 300), "of a list of choices, too");
        });
    }

    /// It is a picture of a calendar, which the size of an arrow would press flat.
    @Test
    void theSignOfADayIsAsHighAsWideAndGrowsWithTheLetters() {
        TestedScreen.onFx(() -> {
            Bounds usual = arrow(new DatePicker(), 100);
            assertEquals(12, usual.getWidth(), 1);
            assertEquals(usual.getWidth(), usual.getHeight(), 0.1);
            Bounds large = arrow(new DatePicker(), 300);
            assertEquals(3 * usual.getWidth(), large.getWidth(), 1);
            assertEquals(large.getWidth(), large.getHeight(), 0.1);
        });
    }
}
