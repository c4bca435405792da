package io.landline.settings;

import java.time.LocalTime;

/// Which notifications the user wants from the desktop. Immutable; any thread.
///
/// @param on whether there are any
/// @param preview whether they show the text; if not, only who wrote and in which conversation
/// @param sound whether the first of a burst may be heard
/// @param quiet whether there are quiet hours, in which nothing is shown
/// @param quietFrom when they begin each day
/// @param quietTo when they end; earlier than the beginning: on the next day
/// @param countsMuted whether what is unread in muted conversations counts in title, badge and tray
public record NotificationSettings(boolean on, boolean preview, boolean sound, boolean quiet, LocalTime quietFrom,
        LocalTime quietTo, boolean countsMuted) {
    public static final NotificationSettings DEFAULTS = new NotificationSettings(true, true, true, false,
            LocalTime.of(22, 0), LocalTime.of(7, 0), false);

    /// Whether nothing is to be shown at this time of the day. Where both ends are the same all day is quiet.
    public boolean isQuietAt(LocalTime time) {
        if (!quiet) return false;
        boolean begun = !time.isBefore(quietFrom);
        boolean over = !time.isBefore(quietTo);
        return quietFrom.isBefore(quietTo) ? begun && !over : begun || !over;
    }

    public NotificationSettings withOn(boolean chosen) {
        return new NotificationSettings(chosen, preview, sound, quiet, quietFrom, quietTo, countsMuted);
    }

    public NotificationSettings withPreview(boolean chosen) {
        return new NotificationSettings(on, chosen, sound, quiet, quietFrom, quietTo, countsMuted);
    }

    public NotificationSettings withSound(boolean chosen) {
        return new NotificationSettings(on, preview, chosen, quiet, quietFrom, quietTo, countsMuted);
    }

    public NotificationSettings withQuiet(boolean chosen) {
        return new NotificationSettings(on, preview, sound, chosen, quietFrom, quietTo, countsMuted);
    }

    public NotificationSettings withQuietHours(LocalTime from, LocalTime to) {
        return new NotificationSettings(on, preview, sound, quiet, from, to, countsMuted);
    }

    public NotificationSettings withCountsMuted(boolean chosen) {
        return new NotificationSettings(on, preview, sound, quiet, quietFrom, quietTo, chosen);
    }
}
