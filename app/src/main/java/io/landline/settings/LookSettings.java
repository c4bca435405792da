package io.landline.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the user chose about the window's look and its keys. Immutable; any thread.
///
/// @param zoomPercent [#ZOOM_PERCENT_MIN] to [#ZOOM_PERCENT_MAX]
/// @param reducedMotion whether nothing moves by itself, also where the system does not ask for that
/// @param enterBreaks whether Enter begins a new line and Shift+Enter sends, not the other way round
/// @param recentEmoji the last one first; at most [#RECENT_EMOJI_MAX]
public record LookSettings(Theme theme, int zoomPercent, boolean reducedMotion, boolean enterBreaks,
        List<String> recentEmoji) {
    /// Below, text is smaller than a screen shows it well.
    public static final int ZOOM_PERCENT_MIN = 50;
    /// Above, a laptop's screen holds no line of text.
    public static final int ZOOM_PERCENT_MAX = 300;
    /// Three lines of the picker.
    public static final int RECENT_EMOJI_MAX = 27;
    /// The longest that Unicode has is a couple with two tones of skin: 35 bytes.
    public static final int EMOJI_BYTES_MAX = 64;

    public static final LookSettings DEFAULTS = new LookSettings(Theme.SYSTEM, 100, false, false, List.of());

    public enum Theme {
        /// As the system is.
        SYSTEM, LIGHT, DARK;

        /// As it is stored: `system`, `light`, `dark`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static @Nullable Theme ofWord(String word) {
            for (Theme theme : values()) if (theme.word().equals(word)) return theme;
            return null;
        }
    }

    public LookSettings {
        if (zoomPercent < ZOOM_PERCENT_MIN || zoomPercent > ZOOM_PERCENT_MAX) {
            throw new IllegalArgumentException("zoom of " + zoomPercent + " %");
        }
        recentEmoji = List.copyOf(recentEmoji);
        if (recentEmoji.size() > RECENT_EMOJI_MAX) throw new IllegalArgumentException("too many emoji");
    }

    public LookSettings withTheme(Theme chosen) {
        return new LookSettings(chosen, zoomPercent, reducedMotion, enterBreaks, recentEmoji);
    }

    public LookSettings withZoomPercent(int chosen) {
        return new LookSettings(theme, chosen, reducedMotion, enterBreaks, recentEmoji);
    }

    public LookSettings withReducedMotion(boolean chosen) {
        return new LookSettings(theme, zoomPercent, chosen, enterBreaks, recentEmoji);
    }

    public LookSettings withEnterBreaks(boolean chosen) {
        return new LookSettings(theme, zoomPercent, reducedMotion, chosen, recentEmoji);
    }

    /// With this emoji as the one that was used last.
    public LookSettings withUsed(String emoji) {
        var used = new ArrayList<String>();
        used.add(emoji);
        for (String each : recentEmoji) if (!each.equals(emoji) && used.size() < RECENT_EMOJI_MAX) used.add(each);
        return new LookSettings(theme, zoomPercent, reducedMotion, enterBreaks, used);
    }
}
