package io.landline.settings;

import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.settings.SettingsContent.Whole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The window's settings on disk, a JSON object beside the node's. Nothing in it is worth a question: what cannot be read is the default,
/// and a file that cannot be written costs only that. Any thread.
public final class WindowSettingsFile {
    private static final System.Logger LOG = System.getLogger(WindowSettingsFile.class.getName());
    private static final Set<String> THEMES = Set.of(WindowSettings.THEME_OF_SYSTEM, "light", "dark");
    private static final int WORD_BYTES_MAX = 35; // RFC 5646 §4.4.1: as long as a language tag has to be taken
    /// Logical pixels: past the largest wall of screens.
    private static final int PIXELS_MAX = 100_000;

    private final Path file;
    private WindowSettings settings;

    private WindowSettingsFile(Path file, WindowSettings settings) {
        this.file = file;
        this.settings = settings;
    }

    /// Reads the file; changes nothing on disk.
    public static WindowSettingsFile load(Path file) {
        if (!(SettingsContent.read(file) instanceof Whole whole)) return new WindowSettingsFile(file, WindowSettings.DEFAULTS);
        return new WindowSettingsFile(file, read(whole.fields()));
    }

    private static WindowSettings read(JsonFields fields) {
        String theme = word(fields, "theme");
        Integer zoom = number(fields, "zoomPercent", WindowSettings.ZOOM_PERCENT_MIN, WindowSettings.ZOOM_PERCENT_MAX);
        WindowSettings defaults = WindowSettings.DEFAULTS;
        return new WindowSettings(theme != null && THEMES.contains(theme) ? theme : defaults.theme(), word(fields, "language"),
                zoom == null ? defaults.zoomPercent() : zoom, pixels(fields, "x", -PIXELS_MAX), pixels(fields, "y", -PIXELS_MAX),
                pixels(fields, "width", 1), pixels(fields, "height", 1), flag(fields, "maximised"));
    }

    private static @Nullable String word(JsonFields fields, String key) {
        try {
            return fields.textOrNull(key, WORD_BYTES_MAX);
        } catch (MalformedJsonException e) {
            return ignored(key, e);
        }
    }

    private static @Nullable Integer number(JsonFields fields, String key, int min, int max) {
        try {
            return fields.has(key) ? (Integer) (int) fields.number(key, min, max) : null;
        } catch (MalformedJsonException e) {
            return ignored(key, e);
        }
    }

    private static @Nullable Double pixels(JsonFields fields, String key, int min) {
        Integer number = number(fields, key, min, PIXELS_MAX);
        return number == null ? null : Double.valueOf(number);
    }

    private static boolean flag(JsonFields fields, String key) {
        try {
            return fields.flag(key);
        } catch (MalformedJsonException e) {
            return Objects.requireNonNullElse(WindowSettingsFile.<Boolean>ignored(key, e), false);
        }
    }

    private static <T> @Nullable T ignored(String key, MalformedJsonException e) {
        LOG.log(System.Logger.Level.INFO, "the window''s setting {0} is not usable: {1}", key, e.getMessage());
        return null;
    }

    public synchronized WindowSettings settings() {
        return settings;
    }

    /// Keeps these settings; waits for the disk.
    public synchronized void save(WindowSettings chosen) {
        if (chosen.equals(settings)) return;
        settings = chosen;
        var json = new JsonObject();
        json.addProperty("theme", chosen.theme());
        if (chosen.language() != null) json.addProperty("language", chosen.language());
        json.addProperty("zoomPercent", chosen.zoomPercent());
        add(json, "x", chosen.x());
        add(json, "y", chosen.y());
        add(json, "width", chosen.width());
        add(json, "height", chosen.height());
        json.addProperty("maximised", chosen.maximised());
        try {
            AtomicFile.write(file, SettingsContent.bytesOf(json));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the window's settings could not be saved", e);
        }
    }

    private static void add(JsonObject json, String key, @Nullable Double pixels) {
        if (pixels != null) json.addProperty(key, Math.round(pixels));
    }
}
