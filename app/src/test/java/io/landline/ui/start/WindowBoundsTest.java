package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.settings.WindowSettings;
import io.landline.settings.WindowSettings.Place;
import io.landline.ui.page.TestedScreen;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WindowBoundsTest {
    private static final WindowSettings FIRST = WindowSettings.DEFAULTS;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static Stage restored(Place place, boolean maximised) {
        return TestedScreen.onFx(() -> {
            var stage = new Stage();
            WindowBounds.restore(stage, FIRST.withPlace(place, maximised));
            return stage;
        });
    }

    @Test
    void aWindowStandsWhereItWasClosed() {
        Stage stage = restored(new Place(100, 60, 700, 500), false);
        assertEquals(new Place(100, 60, 700, 500),
                TestedScreen.onFx(() -> WindowBounds.kept(stage, FIRST)).placement().place());
    }

    @Test
    void onAScreenThatIsGoneItIsPlacedAnewAndKeepsItsSize() {
        for (Place gone : new Place[]{new Place(-5_000, 60, 700, 500), new Place(100, 9_000, 700, 500)}) {
            Stage stage = restored(gone, false);
            assertTrue(Double.isNaN(stage.getX()) && Double.isNaN(stage.getY()), "where the system puts it");
            assertEquals(700, stage.getWidth());
            assertEquals(500, stage.getHeight());
        }
    }

    @Test
    void aWindowIsNoLargerThanTheScreen() {
        Rectangle2D screen = TestedScreen.onFx(() -> Screen.getPrimary().getVisualBounds());
        Stage stage = restored(new Place(0, 0, Place.MAX, Place.MAX), false);
        assertEquals(screen.getWidth(), stage.getWidth());
        assertEquals(screen.getHeight(), stage.getHeight());
    }

    @Test
    void aWindowIsNeverTooSmallToUse() {
        Stage stage = restored(new Place(0, 0, 1, 1), false);
        assertEquals(WindowBounds.WIDTH_MIN, stage.getWidth());
        assertEquals(WindowBounds.HEIGHT_MIN, stage.getHeight());
    }

    @Test
    void ofAMaximisedWindowThePlaceBeforeIsKept() {
        var before = new Place(100, 60, 700, 500);
        Stage stage = restored(before, true);
        WindowSettings kept = TestedScreen.onFx(() -> WindowBounds.kept(stage, FIRST.withPlace(before, false)));
        assertTrue(kept.placement().maximised());
        assertEquals(before, kept.placement().place());
    }

    @Test
    void aWindowThatWasNeverShownCanBeKept() {
        WindowSettings kept = TestedScreen.onFx(() -> WindowBounds.kept(new Stage(), FIRST));
        assertEquals(new Place(0, 0, 1, 1), kept.placement().place());
        assertFalse(kept.placement().maximised());
    }
}
