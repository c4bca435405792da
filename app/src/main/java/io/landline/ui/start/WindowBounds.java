package io.landline.ui.start;

import io.landline.settings.WindowSettings;
import io.landline.settings.WindowSettings.Place;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Size and place of the window, as they were when it was last closed, as far as the screens of today allow. JavaFX
/// thread.
final class WindowBounds {
    static final double WIDTH_MIN = 480;
    static final double HEIGHT_MIN = 400;
    private static final double WIDTH_FIRST = 1_000;
    private static final double HEIGHT_FIRST = 700;
    /// This much of the title bar must be on a screen, so that a hand can grasp it.
    private static final double GRASP = 80;

    private WindowBounds() {}

    static void restore(Stage stage, WindowSettings settings) {
        stage.setMinWidth(WIDTH_MIN);
        stage.setMinHeight(HEIGHT_MIN);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Place before = settings.placement().place();
        stage.setWidth(Math.max(WIDTH_MIN, Math.min(before == null ? WIDTH_FIRST : before.width(), screen.getWidth())));
        stage.setHeight(
                Math.max(HEIGHT_MIN, Math.min(before == null ? HEIGHT_FIRST : before.height(), screen.getHeight())));
        if (before != null && !Screen.getScreensForRectangle(before.x(), before.y(), GRASP, 1).isEmpty()) {
            stage.setX(before.x());
            stage.setY(before.y());
        }
        stage.setMaximized(settings.placement().maximised());
    }

    /// The settings with where the window is now; of a maximised one where it was before.
    static WindowSettings kept(Stage stage, WindowSettings settings) {
        if (stage.isMaximized()) return settings.withPlace(settings.placement().place(), true);
        var now = new Place(rounded(stage.getX()), rounded(stage.getY()), Math.max(1, rounded(stage.getWidth())),
                Math.max(1, rounded(stage.getHeight())));
        return settings.withPlace(now, false);
    }

    private static int rounded(double pixels) {
        return Math.clamp(Math.round(pixels), -Place.MAX, Place.MAX); // NaN, of a window that was never shown, is 0
    }
}
