package io.landline.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.skin.LabelSkin;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One layout asks a label for its height several times.
class WrappingLabelHeightTest {
    private static final double WIDTH = 200;
    private static final String TEXT = "some words that need more than one line in this width";

    private int measured;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    /// Counts how often the toolkit is asked to measure it.
    private void withLabel(Consumer<WrappingLabel> check) {
        TestedScreen.onFx(() -> {
            var label = new WrappingLabel(TEXT);
            label.setSkin(new LabelSkin(label) {
                @Override
                protected double computePrefHeight(double width, double top, double right, double bottom,
                        double left) {
                    measured++;
                    return super.computePrefHeight(width, top, right, bottom, left);
                }
            });
            check.accept(label);
        });
    }

    @Test
    void aTextIsMeasuredOnceForAWidth() {
        withLabel(label -> {
            double height = label.prefHeight(WIDTH);
            int once = measured;
            assertEquals(height, label.prefHeight(WIDTH));
            assertEquals(once, measured);
        });
    }

    @Test
    void anotherTextOrWidthOrFontIsMeasuredAnew() {
        withLabel(label -> {
            double height = label.prefHeight(WIDTH);
            assertTrue(label.prefHeight(WIDTH / 2) > height);
            label.setText(TEXT + " " + TEXT);
            assertTrue(label.prefHeight(WIDTH) > height);
            label.setText("short");
            double line = label.prefHeight(WIDTH);
            assertTrue(line < height);
            label.setStyle("-fx-font-size: 40px");
            new Scene(new Pane(label)).getRoot().applyCss();
            assertTrue(label.prefHeight(WIDTH) > line);
        });
    }

    @Test
    void whatWeBreakOurselvesIsMeasuredAnewToo() {
        withLabel(label -> {
            label.setText("\u05D0".repeat(60));
            double height = label.prefHeight(WIDTH);
            assertEquals(height, label.prefHeight(WIDTH));
            label.setText("\u05D0");
            assertTrue(label.prefHeight(WIDTH) < height);
        });
    }
}
