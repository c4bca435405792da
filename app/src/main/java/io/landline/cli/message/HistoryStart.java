package io.landline.cli.message;

import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.console.EventLines;
import io.landline.console.HistoryLines;
import io.landline.lab.Escapes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What `history` takes as places and times: `--before` a message's number or a time, `--since` and `--until` a time. A
/// time without a zone is this computer's own, as `history` shows it. Stateless.
final class HistoryStart {
    private HistoryStart() {}

    /// Adds it to the command.
    static void add(JsonObject command, String typed, ZoneId zone) throws CommandFailedException {
        if (HistoryLines.numbered(typed) != null) {
            command.addProperty("before", typed);
        } else {
            command.addProperty("writtenBefore", EventLines.at(instant(typed, zone, takes())));
        }
    }

    /// Adds the first and the last time of what is wanted; a last day counts to its end.
    static void add(JsonObject command, @Nullable String since, @Nullable String until, ZoneId zone)
            throws CommandFailedException {
        String ends = "--before";
        if (until != null) {
            addEnd(command, until, zone);
            ends = "--until";
        }
        if (since == null) return;
        Instant first = instant(since, zone, times());
        if (command.has("writtenBefore")
                && !first.isBefore(Instant.parse(command.get("writtenBefore").getAsString()))) {
            throw CommandFailedException.usage(CommandTexts.of(
                    "--since has to name an earlier time than {0}: nothing can be between them.", ends));
        }
        command.addProperty("writtenSince", EventLines.at(first));
    }

    private static void addEnd(JsonObject command, String until, ZoneId zone) throws CommandFailedException {
        if (command.has("writtenBefore")) {
            throw CommandFailedException
                    .usage(CommandTexts.of("--before and --until name two ends: leave one of them out."));
        }
        Instant end = instant(until, zone, times(), 1);
        command.addProperty("writtenBefore", EventLines.at(end));
    }

    private static String takes() {
        return CommandTexts
                .of("--before takes a message's number (--json shows it as seq), LOG:SEQ, a date such as 2026-11-20,"
                        + " or a date and time such as 2026-11-20T14:30.");
    }

    private static String times() {
        return CommandTexts.of("--since and --until take a date such as 2026-11-20, or a date and time such as"
                + " 2026-11-20T14:30.");
    }

    private static Instant instant(String typed, ZoneId zone, String takes) throws CommandFailedException {
        return instant(typed, zone, takes, 0);
    }

    /// @param daysLater of a date without a time
    private static Instant instant(String typed, ZoneId zone, String takes, int daysLater)
            throws CommandFailedException {
        try {
            if (typed.indexOf('T') < 0) {
                return LocalDate.parse(typed).plusDays(daysLater).atStartOfDay(zone).toInstant();
            }
            boolean zoned = typed.matches(".*T.*(?:Z|[+-][0-9:]+)");
            return zoned
                    ? OffsetDateTime.parse(typed).toInstant()
                    : LocalDateTime.parse(typed).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw CommandFailedException
                    .usage(CommandTexts.of("{0} cannot be read as a date. {1}", Escapes.line(typed), takes));
        }
    }
}
