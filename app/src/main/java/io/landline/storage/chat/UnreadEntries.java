package io.landline.storage.chat;

import io.landline.chat.Entry;
import io.landline.chat.TimelinePosition;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Database;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import io.landline.storage.database.TimelineSql;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What of others' nobody has seen here. What was seen is a number for each log, so of each log it is an end. Reads
/// only. Any thread; each call waits for the database, and throws a [StorageException].
public final class UnreadEntries {
    /// What may be unread. What its author deleted says nothing any more, and what this user took from a shelf was
    /// asked for.
    static final String MAY_BE_UNREAD = """
            entry.shown=1 AND entry.deletion IS NULL AND
            NOT EXISTS (SELECT 1 FROM shelf_answer WHERE shelf_answer.entry=entry.id)""";
    /// The letters may stand in a message, or in an edit of it.
    private static final String NAMING = """
            SELECT entry.header, entry.signature, entry.body FROM log
              LEFT JOIN receipt ON receipt.conversation=?1 AND receipt.author=log.author AND receipt.peer=?2 AND
              receipt.log=log.log
              CROSS JOIN entry ON entry.log=log.id AND entry.number>coalesce(receipt.read, 0) AND entry.shown=1 AND
              (instr(entry.body, CAST(?5 AS BLOB)) > 0 OR EXISTS (SELECT 1 FROM act CROSS JOIN entry AS edit ON
              edit.id=act.entry AND instr(edit.body, CAST(?5 AS BLOB)) > 0 WHERE act.conversation=?3 AND
              act.target_author=entry.author AND act.target_log=entry.log_id AND act.target_number=entry.number AND
              act.target_id=substr(entry.hash, 1, 8) AND act.kind=6 AND act.present=1 AND act.author=entry.author))
              WHERE log.conversation=?3 AND log.author<>?2 LIMIT ?4""";
    private static final String FIRST_OF_LOGS = """
            SELECT entry.lamport, entry.author, entry.number, entry.log_id, log.id FROM log
              LEFT JOIN receipt ON receipt.conversation=?1 AND receipt.author=log.author AND receipt.peer=?2 AND
              receipt.log=log.log
              CROSS JOIN entry ON entry.log=log.id AND entry.number=(SELECT min(number) FROM entry WHERE
              entry.log=log.id AND entry.number>coalesce(receipt.read, 0) AND %s)
              WHERE log.conversation=?3 AND log.author<>?2""".formatted(MAY_BE_UNREAD);
    private static final String FROM_NUMBER = """
            SELECT lamport, author, number, log_id FROM entry WHERE log=? AND number>=? AND %s
              ORDER BY number LIMIT ?""".formatted(MAY_BE_UNREAD);
    private static final String LAST_READ_OF_LOGS = """
            SELECT entry.lamport, entry.author, entry.number, entry.log_id FROM log
              JOIN receipt ON receipt.conversation=?1 AND receipt.author=log.author AND receipt.peer=?2 AND
              receipt.log=log.log
              CROSS JOIN entry ON entry.log=log.id AND entry.number=(SELECT max(number) FROM entry WHERE
              entry.log=log.id AND entry.number<=receipt.read AND entry.shown=1)
              WHERE log.conversation=?3 AND log.author<>?2""";
    /// As [Timelines#QUERIES].
    static final List<String> QUERIES = List.of(NAMING, FIRST_OF_LOGS, FROM_NUMBER, LAST_READ_OF_LOGS);

    private final Database database;
    private final Fingerprint self;

    UnreadEntries(Database database, Fingerprint self) {
        this.database = database;
        this.self = self;
    }

    private interface Question<T> {
        List<T> ask(PreparedStatement sql) throws SQLException;
    }

    /// A log of which something was not seen.
    private record Log(long id, TimelinePosition first) {}

    /// Where the first one stands; null where all are seen.
    public @Nullable TimelinePosition first(ConversationId conversation) {
        return first(conversation, _ -> true);
    }

    /// Where the first of these stands; null where all of them are seen.
    ///
    /// @param counted holds for the entries of a log up to one of them, and for none behind it
    public @Nullable TimelinePosition first(ConversationId conversation, Predicate<TimelinePosition> counted) {
        return logs(conversation).stream()
                .map(Log::first)
                .filter(counted)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /// How many of these there are, at most `limit`.
    ///
    /// @param counted as of [#first(ConversationId, Predicate)]
    public int count(ConversationId conversation, Predicate<TimelinePosition> counted, int limit) {
        int count = 0;
        for (Log log : logs(conversation)) {
            if (count >= limit) break;
            if (counted.test(log.first())) count += (int) from(log, limit).stream().filter(counted).count();
        }
        return Math.min(count, limit);
    }

    /// Where the newest of others' stands that was seen; null for none.
    public @Nullable TimelinePosition lastRead(ConversationId conversation) {
        return ask(conversation, LAST_READ_OF_LOGS, sql -> Rows.all(sql, UnreadEntries::position)).stream()
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /// Of each log those before a place, and the first after it; in no order.
    ///
    /// @param limit of one log, and of those before the place after which no more are looked for
    public List<TimelinePosition> around(ConversationId conversation, TimelinePosition place, int limit) {
        var unread = new ArrayList<TimelinePosition>();
        for (Log log : logs(conversation)) {
            if (log.first().compareTo(place) > 0) {
                unread.add(log.first());
            } else if (unread.size() < limit) {
                for (TimelinePosition each : from(log, limit)) {
                    unread.add(each);
                    if (each.compareTo(place) > 0) break; // Lamport times rise within a log
                }
            }
        }
        return unread;
    }

    /// Those that hold these letters anywhere in their bodies, or in those of their edits; in no order.
    public List<Entry> naming(ConversationId conversation, String letters, int limit) {
        return ask(conversation, NAMING, sql -> {
            sql.setInt(4, limit);
            sql.setString(5, letters);
            return Rows.all(sql, Rows::entry);
        });
    }

    private List<Log> logs(ConversationId conversation) {
        return ask(conversation, FIRST_OF_LOGS,
                sql -> Rows.all(sql, row -> new Log(row.getLong(5), position(row))));
    }

    private List<TimelinePosition> from(Log log, int limit) {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(FROM_NUMBER)) {
                sql.setLong(1, log.id());
                sql.setLong(2, log.first().number());
                sql.setInt(3, limit);
                return Rows.all(sql, UnreadEntries::position);
            }
        });
    }

    /// @param query one with the conversation, this user and the conversation's row in its first three places
    private <T> List<T> ask(ConversationId conversation, String query, Question<T> question) {
        return database.read(connection -> {
            Long id = TimelineSql.rowOf(connection, conversation);
            if (id == null) return List.<T>of();
            try (PreparedStatement sql = connection.prepareStatement(query)) {
                sql.setBytes(1, conversation.bytes());
                sql.setBytes(2, self.bytes());
                sql.setLong(3, id);
                return question.ask(sql);
            }
        });
    }

    private static TimelinePosition position(ResultSet row) throws SQLException {
        return new TimelinePosition(row.getLong(1), Fingerprint.of(row.getBytes(2)), row.getLong(3),
                ChatDatabase.logId(row.getBytes(4)));
    }
}
