package io.landline.ui.start;

import io.landline.settings.WindowSettings;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Size and place of the window, as they were when it was last closed, as far as the screens of today allow. JavaFX thread.
final class WindowPlace {
    static final double WIDTH_MIN = 480;
    static final double HEIGHT_MIN = 400;
    private static final double WIDTH_FIRST = 1_000;
    private static final double HEIGHT_FIRST = 700;
    /// So much of the title bar must be on a screen that a hand can grasp it.
    private static final double GRASP = 80;

    private WindowPlace() {}

    static void restore(Stage stage, WindowSettings settings) {
        stage.setMinWidth(WIDTH_MIN);
        stage.setMinHeight(HEIGHT_MIN);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Double width = settings.width();
        Double height = settings.height();
        stage.setWidth(Math.max(WIDTH_MIN, Math.min(width == null ? WIDTH_FIRST : width, screen.getWidth())));
        stage.setHeight(Math.max(HEIGHT_MIN, Math.min(height == null ? HEIGHT_FIRST : height, screen.getHeight())));
        Double x = settings.x();
        Double y = settings.y();
        if (x != null && y != null && !Screen.getScreensForRectangle(x, y, GRASP, 1).isEmpty()) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(settings.maximised());
    }

    /// The settings with where the window is now; of a maximised one where it was before.
    static WindowSettings kept(Stage stage, WindowSettings settings) {
        if (stage.isMaximized()) return settings.withMaximised(true);
        return settings.withPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()).withMaximised(false);
    }
}
