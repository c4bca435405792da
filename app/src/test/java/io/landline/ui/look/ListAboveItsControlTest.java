package io.landline.ui.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// Where there is no room below, the list of a choice stands on its control, when it opens first and later.
class ListAboveItsControlTest extends ApplicationTest {
    private ComboBox<String> box;
    private Stage stage;

    @Override
    public void start(Stage shared) {
        stage = new Stage(); // its place would stay with the window that tests share
        box = new ComboBox<>();
        box.getItems().setAll(IntStream.range(0, 48).mapToObj(Integer::toString).toList());
        var scene = new Scene(new VBox(box), 300, 100);
        Appearance.dress(scene, 100);
        stage.setScene(scene);
        stage.setY(Screen.getPrimary().getVisualBounds().getMaxY() - 120);
        stage.show();
    }

    @Override
    public void stop() {
        stage.close();
    }

    @Test
    void standsOnIt() {
        assertEquals(0, gap(), 1);
        assertEquals(0, gap(), 1);
    }

    private double gap() {
        interact(box::show);
        WaitForAsyncUtils.waitForFxEvents();
        Node list = ((ComboBoxListViewSkin<?>) box.getSkin()).getPopupContent();
        Bounds its = list.localToScreen(list.getLayoutBounds());
        Bounds control = box.localToScreen(box.getLayoutBounds());
        push(KeyCode.ESCAPE);
        return control.getMinY() - its.getMaxY();
    }
}
