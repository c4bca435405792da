package io.landline.cli.message;

import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.console.EventLines;
import io.landline.console.HistoryLines;
import io.landline.lab.Escapes;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// What `history` takes as places and times: `--before` a message's number or a time, `--since` and `--until` a time. A
/// time without a zone is this computer's own, as `history` shows it; so are `today` and `yesterday`. Stateless.
final class HistoryStart {
    private HistoryStart() {}

    /// Adds it to the command.
    static void add(JsonObject command, String typed, Clock clock) throws CommandFailedException {
        if (HistoryLines.numbered(typed) != null) {
            command.addProperty("before", typed);
        } else {
            command.addProperty("writtenBefore", EventLines.at(instant(typed, clock, takes())));
        }
    }

    /// Adds the first and the last time of what is wanted; a last day counts to its end.
    static void add(JsonObject command, @Nullable String since, @Nullable String until, Clock clock)
            throws CommandFailedException {
        String ends = "--before";
        if (until != null) {
            addEnd(command, until, clock);
            ends = "--until";
        }
        if (since == null) return;
        Instant first = instant(since, clock, times());
        if (command.has("writtenBefore")
                && !first.isBefore(Instant.parse(command.get("writtenBefore").getAsString()))) {
            throw CommandFailedException.usage(CommandTexts.of(
                    "--since has to name an earlier time than {0}: nothing can be between them.", ends));
        }
        command.addProperty("writtenSince", EventLines.at(first));
    }

    private static void addEnd(JsonObject command, String until, Clock clock) throws CommandFailedException {
        if (command.has("writtenBefore")) {
            throw CommandFailedException
                    .usage(CommandTexts.of("--before and --until name two ends: leave one of them out."));
        }
        Instant end = instant(until, clock, times(), 1);
        command.addProperty("writtenBefore", EventLines.at(end));
    }

    private static String takes() {
        return CommandTexts
                .of("--before takes a message's number (--json shows it as seq), LOG:SEQ, today, yesterday, a date such"
                        + " as 2026-11-20, or a date and time such as 2026-11-20T14:30.");
    }

    private static String times() {
        return CommandTexts.of("--since and --until take today, yesterday, a date such as 2026-11-20, or a date and"
                + " time such as 2026-11-20T14:30.");
    }

    private static Instant instant(String typed, Clock clock, String takes) throws CommandFailedException {
        return instant(typed, clock, takes, 0);
    }

    /// @param daysLater of a date without a time
    private static Instant instant(String typed, Clock clock, String takes, int daysLater)
            throws CommandFailedException {
        try {
            LocalDate day = day(typed, clock);
            if (day != null) return day.plusDays(daysLater).atStartOfDay(clock.getZone()).toInstant();
            boolean zoned = typed.matches(".*T.*(?:Z|[+-][0-9:]+)");
            return zoned
                    ? OffsetDateTime.parse(typed).toInstant()
                    : LocalDateTime.parse(typed).atZone(clock.getZone()).toInstant();
        } catch (DateTimeException e) {
            throw CommandFailedException
                    .usage(CommandTexts.of("{0} cannot be read as a date. {1}", Escapes.line(typed), takes));
        }
    }

    /// The day that is named; null where the time of day stands too.
    private static @Nullable LocalDate day(String typed, Clock clock) {
        if (typed.equalsIgnoreCase("today")) return LocalDate.now(clock);
        if (typed.equalsIgnoreCase("yesterday")) return LocalDate.now(clock).minusDays(1);
        return typed.indexOf('T') < 0 ? LocalDate.parse(typed) : null;
    }
}
