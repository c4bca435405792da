package io.landline.lab.clock;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;

/// C's `strftime`, as Python gives it to a course's time server: directives such as `%Y-%m-%d`, in English, for local
/// time without a zone (so `%z` and `%Z` are empty). All other text stays, and so do directives that it does not know.
final class Strftime {
    private static final int NOON = 12;
    private static final int DAYS = 7;
    private static final int CENTURY = 100;
    private static final int NANOS_PER_MICRO = 1_000;

    private Strftime() {}

    static String format(String format, LocalDateTime time) {
        var text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '%' && i + 1 < format.length()) {
                text.append(directive(format.charAt(++i), time));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static String directive(char letter, LocalDateTime t) {
        return switch (letter) {
            case 'a', 'A', 'b', 'h', 'B', 'p' -> name(letter, t);
            case 'd', 'm', 'Y', 'y', 'C', 'j', 'e', 'g', 'G', 'V', 'u', 'w', 'U', 'W' -> date(letter, t);
            case 'H', 'I', 'M', 'S', 'f', 'k', 'l', 's' -> time(letter, t);
            case 'c' -> format("%a %b %e %H:%M:%S %Y", t);
            case 'x', 'D' -> format("%m/%d/%y", t);
            case 'X', 'T' -> format("%H:%M:%S", t);
            case 'F' -> format("%Y-%m-%d", t);
            case 'R' -> format("%H:%M", t);
            case 'r' -> format("%I:%M:%S %p", t);
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'z', 'Z' -> "";
            case '%' -> "%";
            default -> "%" + letter;
        };
    }

    private static String name(char letter, LocalDateTime t) {
        return switch (letter) {
            case 'a' -> t.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'A' -> t.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'B' -> t.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'p' -> t.getHour() < NOON ? "AM" : "PM";
            // Java's short September has four
            default -> t.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
        };
    }

    private static String date(char letter, LocalDateTime t) {
        int sundays = t.getDayOfWeek().getValue() % DAYS; // 0 = Sunday
        int mondays = t.getDayOfWeek().getValue() - 1; // 0 = Monday
        int day = t.getDayOfYear() - 1;
        return switch (letter) {
            case 'd' -> two(t.getDayOfMonth());
            case 'e' -> String.format(Locale.ROOT, "%2d", t.getDayOfMonth());
            case 'm' -> two(t.getMonthValue());
            case 'Y' -> String.valueOf(t.getYear());
            case 'y' -> two(t.getYear() % CENTURY);
            case 'C' -> two(t.getYear() / CENTURY);
            case 'j' -> String.format(Locale.ROOT, "%03d", t.getDayOfYear());
            case 'G' -> String.valueOf(t.get(IsoFields.WEEK_BASED_YEAR));
            case 'g' -> two(t.get(IsoFields.WEEK_BASED_YEAR) % CENTURY);
            case 'V' -> two(t.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'u' -> String.valueOf(t.getDayOfWeek().getValue());
            case 'w' -> String.valueOf(sundays);
            case 'U' -> two((day + DAYS - sundays) / DAYS); // the first Sunday begins week 1
            default -> two((day + DAYS - mondays) / DAYS);
        };
    }

    private static String time(char letter, LocalDateTime t) {
        int hour = t.getHour() % NOON == 0 ? NOON : t.getHour() % NOON;
        return switch (letter) {
            case 'H' -> two(t.getHour());
            case 'I' -> two(hour);
            case 'k' -> String.format(Locale.ROOT, "%2d", t.getHour());
            case 'l' -> String.format(Locale.ROOT, "%2d", hour);
            case 'M' -> two(t.getMinute());
            case 'S' -> two(t.getSecond());
            case 'f' -> String.format(Locale.ROOT, "%06d", t.getNano() / NANOS_PER_MICRO);
            default -> String.valueOf(t.atZone(ZoneId.systemDefault()).toEpochSecond());
        };
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
