package io.landline.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlantafx.base.controls.CustomTextField;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.TestedScreen;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A field that reads from the left in every window.
class FieldFromTheLeftTest {
    private static final double ROUNDING = 1;

    @BeforeAll
    static void startScreen() throws Exception {
        TestedScreen.start();
    }

    @ParameterizedTest
    @EnumSource(value = NodeOrientation.class, names = "INHERIT", mode = EnumSource.Mode.EXCLUDE)
    void itsLettersStandInTheMiddleOfItsHeight(NodeOrientation window) {
        TestedScreen.onFx(() -> {
            var field = new CustomTextField("192.168.1.20");
            Appearance.keepOrder(field);
            var line = new HBox(field);
            line.setNodeOrientation(window);
            new TestedScreen(line, 400, 200).settle();
            Bounds shown = letters(field).localToScene(letters(field).getBoundsInLocal());
            assertEquals(field.localToScene(field.getBoundsInLocal()).getCenterY(), shown.getCenterY(), ROUNDING);
        });
    }

    private static Node letters(TextField field) {
        return field.lookupAll(".text")
                .stream()
                .filter(each -> each instanceof Text text && text.getText().equals(field.getText()))
                .findFirst()
                .orElseThrow();
    }
}
