package io.landline.node.handin.rule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What people type as the end of a box, and as its names: the command line and the window take the same. Stateless.
public final class BoxLimits {
    private static final Pattern FROM_NOW = Pattern.compile("(\\d{1,4})([mhdj])");

    private BoxLimits() {}

    /// Whether files can have such names. A pattern is compared with a file's name, so one with a slash fits none.
    public static boolean areNamesOfFiles(String pattern) {
        return pattern.indexOf('/') < 0;
    }

    /// A time without a zone is this computer's own; a date means the end of that day, and so do `today`
    /// and `tomorrow`.
    ///
    /// @throws DateTimeException where it is no time
    public static Instant until(String typed, Instant now, ZoneId zone) {
        Matcher fromNow = FROM_NOW.matcher(typed.toLowerCase(Locale.ROOT));
        if (fromNow.matches()) return now.plus(duration(fromNow));
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (typed.equalsIgnoreCase("today")) return endOf(today, zone);
        if (typed.equalsIgnoreCase("tomorrow")) return endOf(today.plusDays(1), zone);
        String text = typed.replace(' ', 'T');
        if (text.indexOf('T') < 0) return endOf(LocalDate.parse(text), zone);
        boolean zoned = text.matches(".*T.*(?:Z|[+-][0-9:]+)");
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    private static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }

    private static Duration duration(Matcher parts) {
        long count = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
