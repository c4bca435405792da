package io.landline.ui.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// The list of a choice has rows of one height, when it opens first and later.
class ListOfChoicesTest extends ApplicationTest {
    private static final int ROWS = 10;
    private static final int ZOOM_PERCENT = 150;

    private ComboBox<String> box;

    @Override
    public void start(Stage stage) {
        box = new ComboBox<>();
        box.getItems().setAll(IntStream.range(0, 48).mapToObj(Integer::toString).toList());
        var scene = new Scene(new VBox(box), 300, 100);
        Appearance.dress(scene, ZOOM_PERCENT);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void isAsHighAtFirstAsLater() {
        double first = height();
        assertEquals(first, height());
        double lines = first / ROWS / (14.0 * ZOOM_PERCENT / 100);
        assertEquals(2.5, lines, 0.1, "rows grow with the zoom");
    }

    private double height() {
        interact(box::show);
        double height = ((ComboBoxListViewSkin<?>) box.getSkin()).getPopupContent().getLayoutBounds().getHeight();
        push(KeyCode.ESCAPE);
        return height;
    }
}
