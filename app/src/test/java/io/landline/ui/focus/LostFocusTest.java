package io.landline.ui.focus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// A control that has the keyboard waits, is hidden, or goes.
class LostFocusTest extends ApplicationTest {
    private Button first;
    private Button pressed;
    private Button farBelow;
    private VBox around;
    private ListView<String> list;
    private Button inList;
    private ScrollPane scrolled;
    private Scene scene;

    @Override
    public void start(Stage stage) {
        first = new Button("first");
        pressed = new Button("pressed");
        farBelow = new Button("far below");
        around = new VBox(pressed);
        list = new ListView<>();
        inList = new Button("in the list");
        scrolled = new ScrollPane();
        var space = new Region();
        space.setMinHeight(2_000);
        list.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                setGraphic(empty ? null : inList);
            }
        });
        list.getItems().add("one");
        list.setPrefHeight(100);
        scrolled.setContent(new VBox(list, around, space, farBelow));
        scene = new Scene(new VBox(first, scrolled), 400, 400);
        LostFocus.attach(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void onFx(Runnable step) {
        interact(step);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node owner() {
        return scene.getFocusOwner();
    }

    @Test
    void whatWaitsGetsTheKeyboardBackAndNothingScrolls() {
        onFx(pressed::requestFocus);
        onFx(() -> pressed.setDisable(true));
        assertEquals(0, scrolled.getVvalue(), "the page has scrolled");
        assertFalse(farBelow.isFocused());
        onFx(() -> pressed.setDisable(false));
        assertTrue(pressed.isFocused(), "it is on " + owner());
    }

    @Test
    void whoWentOnMeanwhileIsNotCalledBack() {
        onFx(pressed::requestFocus);
        onFx(() -> pressed.setDisable(true));
        onFx(first::requestFocus);
        onFx(() -> pressed.setDisable(false));
        assertTrue(first.isFocused());
    }

    @Test
    void whatIsHiddenLeavesTheKeyboardToWhatSurroundsIt() {
        onFx(pressed::requestFocus);
        onFx(() -> around.setVisible(false));
        assertEquals(0, scrolled.getVvalue(), "the page has scrolled");
        assertFalse(farBelow.isFocused() || first.isFocused());
    }

    @Test
    void whatIsHiddenForAStepKeepsIt() {
        onFx(pressed::requestFocus);
        onFx(() -> {
            around.setVisible(false);
            around.setVisible(true);
        });
        assertTrue(pressed.isFocused(), "it is on " + owner());
    }

    @Test
    void whatGoesLeavesItToWhatSurroundedIt() {
        onFx(pressed::requestFocus);
        onFx(() -> around.getChildren().clear());
        assertFalse(farBelow.isFocused() || first.isFocused(), "it is on " + owner());
    }

    @Test
    void whatIsTakenOutAndPutBackKeepsIt() {
        onFx(pressed::requestFocus);
        onFx(() -> around.getChildren().setAll(new Button("new"), pressed));
        assertTrue(pressed.isFocused(), "it is on " + owner());
    }

    @Test
    void aControlOfARowLeavesItToTheList() {
        onFx(inList::requestFocus);
        onFx(() -> inList.setDisable(true));
        assertSame(list, owner());
        onFx(() -> inList.setDisable(false));
        assertSame(list, owner(), "the control may be another row's by now");
    }
}
