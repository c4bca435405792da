package io.landline.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.look.Icon;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class NavigationPaneTest {
    private static final double WIDE = 1_000;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @Test
    void arrowKeysMoveAlongThePagesAndMarkNoneThatIsNotShown() {
        TestedScreen.onFx(() -> {
            var pane = new NavigationPane("pages", new SimpleDoubleProperty(WIDE));
            var group = new ToggleGroup();
            List<ToggleButton> buttons = Stream.of("one", "two").map(ToggleButton::new).toList();
            for (ToggleButton each : buttons) {
                each.setToggleGroup(group);
                pane.add(each);
            }
            var screen = new TestedScreen(pane, 200, 400);
            ToggleButton first = buttons.getFirst();
            first.setSelected(true);
            first.requestFocus();
            press(first, KeyCode.DOWN);
            assertEquals(buttons.getLast(), screen.scene().getFocusOwner());
            assertTrue(first.isSelected());
            press(buttons.getLast(), KeyCode.UP);
            press(first, KeyCode.UP);
            assertEquals(first, screen.scene().getFocusOwner());
        });
    }

    /// Else letters that one types next would go nowhere.
    @Test
    void aClickBesideTheButtonsLeavesTheKeyboardWhereItIs() {
        TestedScreen.onFx(() -> {
            var pane = new NavigationPane("pages", new SimpleDoubleProperty(WIDE));
            var one = new ToggleButton("one");
            pane.add(one);
            var field = new TextField();
            var screen = new TestedScreen(new HBox(pane, field), 200, 400);
            field.requestFocus();
            for (String place : List.of(".nav", ".viewport")) {
                Node beside = pane.lookup(place);
                beside.fireEvent(new MouseEvent(MouseEvent.MOUSE_PRESSED, 5, 300, 5, 300, MouseButton.PRIMARY, 1, false,
                        false, false, false, true, false, false, true, false, true, new PickResult(beside, 5, 300)));
                assertEquals(field, screen.scene().getFocusOwner(), place);
            }
        });
    }

    /// A bar for scrolling takes so much of its width that it cuts off the words.
    @Test
    void atEveryHeightItsWordsGoBeforeItScrolls() {
        TestedScreen.onFx(() -> {
            var pane = new NavigationPane("pages", new SimpleDoubleProperty(WIDE));
            for (int i = 0; i < 6; i++) pane.add(new ToggleButton("Network", new Icon(Feather.ACTIVITY)));
            var screen = new TestedScreen(pane, 200, 300);
            var buttons = (Region) pane.getContent();
            for (int height = 300; height < 600; height += 2) {
                screen.size(200, height);
                if (wordsShow(buttons)) assertTrue(buttons.prefHeight(-1) <= height, "at " + height);
            }
            assertTrue(wordsShow(buttons), "there is room for words in the end");
        });
    }

    /// With large letters in a low window; somebody goes there by its key.
    @Test
    void thePageThatIsShownHasItsButtonInSight() {
        TestedScreen.onFx(() -> {
            var pane = new NavigationPane("pages", new SimpleDoubleProperty(WIDE));
            List<ToggleButton> buttons = Stream.generate(ToggleButton::new).limit(6).toList();
            for (ToggleButton each : buttons) {
                each.setGraphic(new Icon(Feather.ACTIVITY));
                pane.add(each);
            }
            new TestedScreen(pane, 200, 100).settle();
            for (ToggleButton each : List.of(buttons.getLast(), buttons.get(2), buttons.getFirst())) {
                each.setSelected(true);
                pane.layout();
                double top = each.localToScene(0, 0).getY() - pane.localToScene(0, 0).getY();
                assertTrue(top >= 0 && top + each.getHeight() <= pane.getHeight() + 1, () -> "at " + top);
            }
        });
    }

    private static boolean wordsShow(Node buttons) {
        return !buttons.getPseudoClassStates().contains(PseudoClass.getPseudoClass("tight"));
    }

    private static void press(ToggleButton at, KeyCode code) {
        Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
