package io.landline.ui.text;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// The time of day, alike on every page and in every language: 24 hours, in columns that do not change their width.
/// Immutable; any thread.
///
/// @param zone the user's
public record TimeOfDay(ZoneId zone) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    /// An answer comes within fifty milliseconds.
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    public static TimeOfDay ofSystem() {
        return new TimeOfDay(ZoneId.systemDefault());
    }

    /// `14:05`.
    public String minutes(Instant moment) {
        return MINUTES.format(moment.atZone(zone));
    }

    /// `14:05`.
    public static String minutes(LocalTime time) {
        return MINUTES.format(time);
    }

    /// `14:05:09`.
    public String seconds(Instant moment) {
        return SECONDS.format(moment.atZone(zone));
    }

    /// `14:05:09.031`.
    public String millis(Instant moment) {
        return MILLIS.format(moment.atZone(zone));
    }
}
