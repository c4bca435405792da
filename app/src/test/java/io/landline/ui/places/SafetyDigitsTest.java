package io.landline.ui.places;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The safety number as two people compare it, one perhaps in a mirrored window.
class SafetyDigitsTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @Test
    void theGroupsStandInTheSameOrderInAMirroredWindow() {
        TestedScreen.onFx(() -> {
            for (NodeOrientation direction : List.of(NodeOrientation.LEFT_TO_RIGHT, NodeOrientation.RIGHT_TO_LEFT)) {
                var digits = new SafetyDigits();
                digits.show("01234 56789 98765 43210 11111 22222");
                var view = new StackPane(digits);
                view.setNodeOrientation(direction);
                new TestedScreen(view, 400, 200);
                Bounds first = onScreen(digits.getChildren().get(0));
                Bounds second = onScreen(digits.getChildren().get(1));
                assertTrue(first.getCenterX() < second.getCenterX(), direction.name());
            }
        });
    }

    private static Bounds onScreen(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
