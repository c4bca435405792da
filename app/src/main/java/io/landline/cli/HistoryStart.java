package io.landline.cli;

import com.google.gson.JsonObject;
import io.landline.console.EventLines;
import io.landline.console.HistoryLines;
import io.landline.lab.Escapes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/// What `history --before` takes: a message's number, or a time. A time without a zone is this computer's own, as
/// `history` shows it. Stateless.
final class HistoryStart {
    private static final String TAKES = "--before takes a message's number (--json shows it as seq), LOG:SEQ, a date"
            + " such as 2026-11-20, or a date and time such as 2026-11-20T14:30.";

    private HistoryStart() {}

    /// Adds it to the command.
    static void add(JsonObject command, String typed, ZoneId zone) throws CommandFailedException {
        if (HistoryLines.numbered(typed) != null) {
            command.addProperty("before", typed);
        } else {
            command.addProperty("writtenBefore", EventLines.at(instant(typed, zone)));
        }
    }

    private static Instant instant(String typed, ZoneId zone) throws CommandFailedException {
        try {
            if (typed.indexOf('T') < 0) return LocalDate.parse(typed).atStartOfDay(zone).toInstant();
            boolean zoned = typed.matches(".*T.*(?:Z|[+-][0-9:]+)");
            return zoned
                    ? OffsetDateTime.parse(typed).toInstant()
                    : LocalDateTime.parse(typed).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw CommandFailedException.usage(Escapes.line(typed) + " is no such place in a history: " + TAKES);
        }
    }
}
