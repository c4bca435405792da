package io.landline.settings;

import org.jspecify.annotations.Nullable;

/// How the user likes the window, and where it was. Immutable; any thread.
///
/// @param theme `system`, `light` or `dark`
/// @param language a BCP 47 tag; null: the system's
/// @param zoomPercent [#ZOOM_PERCENT_MIN] to [#ZOOM_PERCENT_MAX]
/// @param x of the screen, in logical pixels; null where the window was never placed; so are the other three
public record WindowSettings(String theme, @Nullable String language, int zoomPercent, @Nullable Double x, @Nullable Double y,
        @Nullable Double width, @Nullable Double height, boolean maximised) {
    /// Below, letters have fewer than nine pixels.
    public static final int ZOOM_PERCENT_MIN = 70;
    /// For the last row of a class room.
    public static final int ZOOM_PERCENT_MAX = 250;
    public static final String THEME_OF_SYSTEM = "system";

    public static final WindowSettings DEFAULTS = new WindowSettings(THEME_OF_SYSTEM, null, 100, null, null, null, null, false);

    public WindowSettings {
        if (zoomPercent < ZOOM_PERCENT_MIN || zoomPercent > ZOOM_PERCENT_MAX) throw new IllegalArgumentException(zoomPercent + " %");
    }

    public WindowSettings withTheme(String chosen) {
        return new WindowSettings(chosen, language, zoomPercent, x, y, width, height, maximised);
    }

    public WindowSettings withLanguage(String tag) {
        return new WindowSettings(theme, tag, zoomPercent, x, y, width, height, maximised);
    }

    public WindowSettings withZoom(int percent) {
        return new WindowSettings(theme, language, percent, x, y, width, height, maximised);
    }

    public WindowSettings withPlace(double left, double top, double wide, double high) {
        return new WindowSettings(theme, language, zoomPercent, left, top, wide, high, maximised);
    }

    public WindowSettings withMaximised(boolean now) {
        return new WindowSettings(theme, language, zoomPercent, x, y, width, height, now);
    }
}
