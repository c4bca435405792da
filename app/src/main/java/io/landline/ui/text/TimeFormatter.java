package io.landline.ui.text;

import io.landline.language.Language;
import io.landline.language.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Times as people read them, in the window's language and the system's time zone. Immutable; any thread.
public final class TimeFormatter {
    private static final int DAYS_OF_A_WEEK = 7;
    /// Java has it in Arabic dates; JavaFX draws a box for it.
    private static final String RIGHT_TO_LEFT_MARK = "\u200F";

    private final Texts texts;
    private final ZoneId zone;
    private final TimeOfDay timeOfDay;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter date;
    private final DateTimeFormatter shortDate;

    public TimeFormatter(Language language, ZoneId zone) {
        this.zone = zone;
        texts = Texts.beside(TimeFormatter.class, language);
        timeOfDay = new TimeOfDay(zone);
        weekday = DateTimeFormatter.ofPattern("EEEE", language.locale());
        date = dates(language.locale());
        shortDate = DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(language.locale());
    }

    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /// `14:05`.
    public String time(Instant moment) {
        return timeOfDay.minutes(moment);
    }

    /// For a line between two days: today, yesterday, a weekday, a date.
    public String day(LocalDate day, LocalDate today) {
        return day.equals(today) ? texts.get("day.today") : named(day, today, date);
    }

    /// A day that is not today: yesterday, a weekday of the last seven days, a date.
    private String named(LocalDate day, LocalDate today, DateTimeFormatter dates) {
        long ago = ChronoUnit.DAYS.between(day, today);
        if (ago == 1) return texts.get("day.yesterday");
        return ago > 1 && ago < DAYS_OF_A_WEEK ? weekday.format(day) : inWords(dates, day);
    }

    /// A date in words. (In French the first of a month is an ordinal number; Java has `1 décembre`.)
    public static String date(LocalDate day, Locale locale) {
        return inWords(dates(locale), day);
    }

    private static DateTimeFormatter dates(Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }

    private static String inWords(DateTimeFormatter format, LocalDate day) {
        String said = shown(format, day);
        boolean isFrench = format.getLocale().getLanguage().equals(Locale.FRENCH.getLanguage());
        return isFrench ? said.replaceFirst("^1 ", "1er ") : said;
    }

    private static String shown(DateTimeFormatter format, LocalDate day) {
        return format.format(day).replace(RIGHT_TO_LEFT_MARK, "");
    }

    /// For a list: the time of today, else the day.
    public String brief(Instant moment, Instant now) {
        LocalDate day = day(moment);
        LocalDate today = day(now);
        return day.equals(today) ? time(moment) : named(day, today, shortDate);
    }

    /// All of it, for a person who wants to know.
    public String whole(Instant moment) {
        return texts.format("whole", inWords(date, day(moment)), time(moment));
    }
}
