package io.landline.ui.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.page.TestedScreen;
import javafx.scene.Group;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AppearanceTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @Test
    void whereNothingMayMoveABarGoesOnInTenths() {
        TestedScreen.onFx(() -> {
            var bar = new Group();
            var scene = new Scene(bar);
            Appearance.reduceMotion(scene, false);
            assertEquals(0.57, Appearance.steps(bar, 0.57));
            Appearance.reduceMotion(scene, true);
            assertEquals(0.5, Appearance.steps(bar, 0.57));
            assertEquals(1, Appearance.steps(bar, 1));
            assertEquals(0, Appearance.steps(bar, 0.09));
        });
    }
}
