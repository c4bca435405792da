package io.landline.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.settings.LookSettings.Theme;
import io.landline.settings.SettingsContent.Damaged;
import io.landline.settings.SettingsContent.Missing;
import io.landline.settings.SettingsContent.Whole;
import io.landline.settings.WindowSettings.Place;
import io.landline.settings.WindowSettings.Placement;
import io.landline.settings.WindowSettings.WhenClosed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The window's settings on disk, as JSON. Nothing in it is worth a question to the user: a value that is not usable is
/// passed over by itself, and written anew at the next save. Confined to one thread at a time.
public final class WindowSettingsFile {
    private static final System.Logger LOG = System.getLogger(WindowSettingsFile.class.getName());
    private static final String THEME = "theme";
    private static final String LANGUAGE = "language";
    private static final String ZOOM_PERCENT = "zoomPercent";
    private static final String PLACE = "place";
    private static final String X = "x";
    private static final String Y = "y";
    private static final String WIDTH = "width";
    private static final String HEIGHT = "height";
    private static final String MAXIMISED = "maximised";
    private static final String NOTIFICATIONS = "notifications";
    private static final String REDUCED_MOTION = "reducedMotion";
    private static final String ENTER_BREAKS = "enterBreaks";
    private static final String RECENT_EMOJI = "recentEmoji";
    private static final String WHEN_CLOSED = "whenClosed";
    private static final String OFF = "off";
    private static final String WITHOUT_PREVIEW = "withoutPreview";
    private static final String SILENT = "silent";
    private static final String QUIET = "quiet";
    /// Minutes since midnight, like the end.
    private static final String QUIET_FROM = "quietFrom";
    private static final String QUIET_TO = "quietTo";
    private static final String COUNTS_MUTED = "countsMuted";
    private static final String LAST_OPEN = "lastOpen";
    /// The first is 0.
    private static final int MINUTE_OF_DAY_MAX = 24 * 60 - 1;
    /// The longest word of a theme has six, the longest of what closing means four.
    private static final int WORD_BYTES_MAX = 16;

    private final Path file;

    /// @param file as [Profile#windowFile] has it
    public WindowSettingsFile(Path file) { this.file = file; }

    /// What is stored; the defaults where there is nothing, or nothing usable.
    public WindowSettings load() {
        return switch (SettingsContent.read(file)) {
            case Missing _ -> WindowSettings.DEFAULTS;
            case Damaged(String reason) -> passedOver(reason);
            case Whole(_, JsonFields fields) -> read(fields);
        };
    }

    private WindowSettings passedOver(String reason) {
        LOG.log(System.Logger.Level.INFO, "the window''s settings in {0} are not usable: {1}", file, reason);
        return WindowSettings.DEFAULTS;
    }

    private interface Reading<T extends @Nullable Object> {
        T value() throws MalformedJsonException;
    }

    /// What is read, or the usual value where that is not usable.
    private static <T extends @Nullable Object> T or(T usual, Reading<T> reading) {
        try {
            return reading.value();
        } catch (MalformedJsonException e) {
            LOG.log(System.Logger.Level.INFO, "a setting of the window is not usable: {0}", e.getMessage());
            return usual;
        }
    }

    private static WindowSettings read(JsonFields fields) {
        WindowSettings usual = WindowSettings.DEFAULTS;
        Place place = WindowSettingsFile.<@Nullable Place>or(null,
                () -> fields.has(PLACE) ? place(fields.object(PLACE)) : null);
        return new WindowSettings(WindowSettingsFile.<@Nullable String>or(null, () -> language(fields)), look(fields),
                new Placement(place, flag(fields, MAXIMISED)),
                or(usual.notifications(), () -> notifications(fields)),
                WindowSettingsFile.<@Nullable String>or(null,
                        () -> fields.textOrNull(LAST_OPEN, WindowSettings.LAST_OPEN_BYTES_MAX)),
                or(usual.whenClosed(), () -> whenClosed(fields)));
    }

    private static @Nullable String language(JsonFields fields) throws MalformedJsonException {
        String language = fields.textOrNull(LANGUAGE, WindowSettings.LANGUAGE_CHARACTERS_MAX);
        if (language != null && !WindowSettings.isLanguage(language)) {
            throw new MalformedJsonException("no language tag");
        }
        return language;
    }

    private static WhenClosed whenClosed(JsonFields fields) throws MalformedJsonException {
        String closing = fields.textOrNull(WHEN_CLOSED, WORD_BYTES_MAX);
        WhenClosed whenClosed = closing == null ? WindowSettings.DEFAULTS.whenClosed() : WhenClosed.ofWord(closing);
        if (whenClosed == null) throw new MalformedJsonException("closing means one of ask, tray, quit");
        return whenClosed;
    }

    private static LookSettings look(JsonFields fields) {
        LookSettings usual = LookSettings.DEFAULTS;
        int zoom = or((long) usual.zoomPercent(), () -> fields.numberOr(ZOOM_PERCENT, usual.zoomPercent(),
                LookSettings.ZOOM_PERCENT_MIN, LookSettings.ZOOM_PERCENT_MAX)).intValue();
        return new LookSettings(or(usual.theme(), () -> theme(fields)), zoom,
                flag(fields, REDUCED_MOTION), flag(fields, ENTER_BREAKS),
                or(List.of(), () -> fields.texts(RECENT_EMOJI, LookSettings.RECENT_EMOJI_MAX,
                        LookSettings.EMOJI_BYTES_MAX)));
    }

    private static Theme theme(JsonFields fields) throws MalformedJsonException {
        String word = fields.textOrNull(THEME, WORD_BYTES_MAX);
        Theme theme = word == null ? LookSettings.DEFAULTS.theme() : Theme.ofWord(word);
        if (theme == null) throw new MalformedJsonException("a theme is one of system, light, dark");
        return theme;
    }

    private static NotificationSettings notifications(JsonFields fields) throws MalformedJsonException {
        NotificationSettings usual = NotificationSettings.DEFAULTS;
        if (!fields.has(NOTIFICATIONS)) return usual;
        JsonFields chosen = fields.object(NOTIFICATIONS);
        return new NotificationSettings(!flag(chosen, OFF), !flag(chosen, WITHOUT_PREVIEW), !flag(chosen, SILENT),
                flag(chosen, QUIET), or(usual.quietFrom(), () -> time(chosen, QUIET_FROM, usual.quietFrom())),
                or(usual.quietTo(), () -> time(chosen, QUIET_TO, usual.quietTo())), flag(chosen, COUNTS_MUTED));
    }

    private static boolean flag(JsonFields fields, String name) {
        return or(false, () -> fields.flag(name));
    }

    private static LocalTime time(JsonFields fields, String name, LocalTime usual) throws MalformedJsonException {
        long minute = fields.numberOr(name, usual.get(ChronoField.MINUTE_OF_DAY), 0, MINUTE_OF_DAY_MAX);
        return LocalTime.ofSecondOfDay(TimeUnit.MINUTES.toSeconds(minute));
    }

    private static Place place(JsonFields fields) throws MalformedJsonException {
        return new Place((int) fields.number(X, -Place.MAX, Place.MAX), (int) fields.number(Y, -Place.MAX, Place.MAX),
                (int) fields.number(WIDTH, 1, Place.MAX), (int) fields.number(HEIGHT, 1, Place.MAX));
    }

    /// Keeps these. A loss of power may cost them; a kill leaves these or the ones before.
    public void save(WindowSettings settings) throws IOException {
        var json = new JsonObject();
        json.addProperty(THEME, settings.look().theme().word());
        if (settings.language() != null) json.addProperty(LANGUAGE, settings.language());
        json.addProperty(ZOOM_PERCENT, settings.look().zoomPercent());
        Place place = settings.placement().place();
        if (place != null) json.add(PLACE, json(place));
        json.addProperty(MAXIMISED, settings.placement().maximised());
        json.add(NOTIFICATIONS, json(settings.notifications()));
        if (settings.look().reducedMotion()) json.addProperty(REDUCED_MOTION, true);
        if (settings.look().enterBreaks()) json.addProperty(ENTER_BREAKS, true);
        var recent = new JsonArray();
        settings.look().recentEmoji().forEach(recent::add);
        if (!recent.isEmpty()) json.add(RECENT_EMOJI, recent);
        if (settings.lastOpen() != null) json.addProperty(LAST_OPEN, settings.lastOpen());
        json.addProperty(WHEN_CLOSED, settings.whenClosed().word());
        AtomicFile.writeForNow(file, SettingsContent.bytesOf(json));
    }

    /// What is usual is absent or false, as in a file of an earlier version.
    private static JsonObject json(NotificationSettings notifications) {
        var json = new JsonObject();
        if (!notifications.on()) json.addProperty(OFF, true);
        if (!notifications.preview()) json.addProperty(WITHOUT_PREVIEW, true);
        if (!notifications.sound()) json.addProperty(SILENT, true);
        if (notifications.quiet()) json.addProperty(QUIET, true);
        json.addProperty(QUIET_FROM, notifications.quietFrom().get(ChronoField.MINUTE_OF_DAY));
        json.addProperty(QUIET_TO, notifications.quietTo().get(ChronoField.MINUTE_OF_DAY));
        if (notifications.countsMuted()) json.addProperty(COUNTS_MUTED, true);
        return json;
    }

    private static JsonObject json(Place place) {
        var json = new JsonObject();
        json.addProperty(X, place.x());
        json.addProperty(Y, place.y());
        json.addProperty(WIDTH, place.width());
        json.addProperty(HEIGHT, place.height());
        return json;
    }
}
