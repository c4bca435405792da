package io.landline.settings;

import java.util.ArrayList;
import java.util.List;

/// What the user chose about the window's look and its keys, beside theme and size. Immutable; any thread.
///
/// @param reducedMotion whether nothing moves by itself, also where the system does not ask for that
/// @param enterBreaks whether Enter begins a new line and Shift+Enter sends, not the other way round
/// @param recentEmoji the last one first; at most [#RECENT_EMOJI_MAX]
public record LookSettings(boolean reducedMotion, boolean enterBreaks, List<String> recentEmoji) {
    /// Three lines of the picker.
    public static final int RECENT_EMOJI_MAX = 27;
    /// The longest that Unicode has is a couple with two tones of skin: 35 bytes.
    public static final int EMOJI_BYTES_MAX = 64;

    public static final LookSettings DEFAULTS = new LookSettings(false, false, List.of());

    public LookSettings {
        recentEmoji = List.copyOf(recentEmoji);
        if (recentEmoji.size() > RECENT_EMOJI_MAX) throw new IllegalArgumentException("too many emoji");
    }

    public LookSettings withReducedMotion(boolean chosen) {
        return new LookSettings(chosen, enterBreaks, recentEmoji);
    }

    public LookSettings withEnterBreaks(boolean chosen) {
        return new LookSettings(reducedMotion, chosen, recentEmoji);
    }

    /// With this one as the last that was used.
    public LookSettings withUsed(String emoji) {
        var used = new ArrayList<String>();
        used.add(emoji);
        for (String each : recentEmoji) if (!each.equals(emoji) && used.size() < RECENT_EMOJI_MAX) used.add(each);
        return new LookSettings(reducedMotion, enterBreaks, used);
    }
}
