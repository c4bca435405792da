package io.landline.settings;

import io.landline.peer.RoomName;
import io.landline.room.RoomId;
import io.landline.settings.LookSettings.Theme;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How the user last had the window. Immutable; any thread.
///
/// @param language BCP 47, `fr` for example; null: the system's
/// @param lastOpen the conversation that was open last, as events name it; null before there was one. It may be gone:
///        the code that opens it checks that
public record WindowSettings(@Nullable String language, LookSettings look, Placement placement,
        NotificationSettings notifications, @Nullable String lastOpen, WhenClosed whenClosed) {
    /// RFC 5646 §4.4.1: this many characters suffice for a tag.
    public static final int LANGUAGE_CHARACTERS_MAX = 35;

    /// `#`, a room's name, `~` and all digits of its id: longer than a fingerprint.
    public static final int LAST_OPEN_BYTES_MAX = 1 + RoomName.MAX_BYTES + 1 + 2 * RoomId.BYTES;

    public static final WindowSettings DEFAULTS = new WindowSettings(null, LookSettings.DEFAULTS,
            new Placement(null, false), NotificationSettings.DEFAULTS, null, WhenClosed.ASK);

    /// What closing the window means, where the desktop shows Landline in its tray. Elsewhere it ends the program.
    public enum WhenClosed {
        /// The user was not asked yet.
        ASK,
        /// The program goes on without a window.
        TRAY,
        QUIT;

        /// As it is stored: `ask`, `tray`, `quit`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static @Nullable WhenClosed ofWord(String word) {
            for (WhenClosed each : values()) if (each.word().equals(word)) return each;
            return null;
        }
    }

    /// @param place of the window when it is not maximised; null before there was one. It may lie on a screen that is
    ///        gone: the code that shows the window checks that
    public record Placement(@Nullable Place place, boolean maximised) {}

    /// Where the window stands when it is not maximised, in JavaFX's pixels; on a second screen x and y may be
    /// negative.
    ///
    /// @param x -[#MAX] to [#MAX], like y
    /// @param width 1 to [#MAX], like height
    public record Place(int x, int y, int width, int height) {
        /// Several walls of the largest screens side by side.
        public static final int MAX = 100_000;

        public Place {
            if (!isCoordinate(x) || !isCoordinate(y)) throw new IllegalArgumentException("a window at " + x + ", " + y);
            if (width < 1 || width > MAX || height < 1 || height > MAX) {
                throw new IllegalArgumentException("a window of " + width + " × " + height);
            }
        }

        private static boolean isCoordinate(int value) {
            return value >= -MAX && value <= MAX;
        }
    }

    public WindowSettings {
        if (language != null && !isLanguage(language)) throw new IllegalArgumentException("no language tag");
    }

    /// Whether this may be a tag of BCP 47, known or not.
    static boolean isLanguage(String tag) {
        return tag.length() <= LANGUAGE_CHARACTERS_MAX && tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    }

    public WindowSettings withTheme(Theme chosen) {
        return withLook(look.withTheme(chosen));
    }

    public WindowSettings withZoomPercent(int chosen) {
        return withLook(look.withZoomPercent(chosen));
    }

    public WindowSettings withLook(LookSettings chosen) {
        return new WindowSettings(language, chosen, placement, notifications, lastOpen, whenClosed);
    }

    public WindowSettings withLanguage(@Nullable String chosen) {
        return new WindowSettings(chosen, look, placement, notifications, lastOpen, whenClosed);
    }

    public WindowSettings withPlace(@Nullable Place now, boolean maximised) {
        return new WindowSettings(language, look, new Placement(now, maximised), notifications, lastOpen, whenClosed);
    }

    public WindowSettings withLastOpen(String conversation) {
        return new WindowSettings(language, look, placement, notifications, conversation, whenClosed);
    }

    public WindowSettings withNotifications(NotificationSettings chosen) {
        return new WindowSettings(language, look, placement, chosen, lastOpen, whenClosed);
    }

    public WindowSettings withWhenClosed(WhenClosed chosen) {
        return new WindowSettings(language, look, placement, notifications, lastOpen, chosen);
    }
}
