package io.landline.ui.look;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A tooltip has a readable width, however much it says.
class TooltipWidthTest {
    private static final String PARTY = "\uD83C\uDF89";
    private static final double WIDTH_MAX = 480;
    private static final double LINE = 16;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @Test
    void manyNamesWrap() {
        String names = String.join(", ", IntStream.range(0, 40).mapToObj(i -> "Pupil " + i).toList());
        TestedScreen.onFx(() -> {
            for (Tooltip each : List.of(new TextTooltip(names),
                    new TextTooltip(names + PARTY))) {
                assertWraps(each);
            }
        });
    }

    private static void assertWraps(Tooltip tooltip) {
        var scene = new Scene(new Label("class"), 300, 200);
        Appearance.dress(scene, 100);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        try {
            tooltip.show(stage);
            assertTrue(tooltip.getWidth() < WIDTH_MAX, () -> "wide: " + tooltip.getWidth());
            assertTrue(tooltip.getHeight() > 2 * LINE, () -> "high: " + tooltip.getHeight());
        } finally {
            tooltip.hide();
            stage.close();
        }
    }
}
