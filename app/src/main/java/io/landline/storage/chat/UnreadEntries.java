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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
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
    /// The digits may stand in the text, too: only as one of `mentions` they call somebody.
    private static final String MENTIONS = """
            instr(%1$s, CAST(?4 AS BLOB)) > 0 AND instr(iif(json_valid(CAST(%1$s AS TEXT)),
              json_extract(CAST(%1$s AS TEXT), '$.mentions'), ''), ?4) > 0""";
    /// A message may do it, or an edit of it.
    private static final String MENTIONING = """
            SELECT log.author, entry.id FROM log
              LEFT JOIN receipt ON receipt.conversation=?1 AND receipt.author=log.author AND receipt.peer=?2 AND
              receipt.log=log.log
              CROSS JOIN entry ON entry.log=log.id AND entry.number>coalesce(receipt.read, 0) AND entry.shown=1 AND
              (%s OR EXISTS (SELECT 1 FROM act CROSS JOIN entry AS edit ON
              edit.id=act.entry AND %s WHERE act.conversation=?3 AND
              act.target_author=entry.author AND act.target_log=entry.log_id AND act.target_number=entry.number AND
              act.target_id=substr(entry.hash, 1, 8) AND act.kind=6 AND act.present=1 AND act.author=entry.author))
              WHERE log.conversation=?3 AND log.author<>?2"""
            .formatted(MENTIONS.formatted("entry.body"), MENTIONS.formatted("edit.body"));
    private static final String ENTRY = "SELECT header, signature, body FROM entry WHERE id=?";
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
    static final List<String> QUERIES = List.of(MENTIONING, ENTRY, FIRST_OF_LOGS, FROM_NUMBER, LAST_READ_OF_LOGS);

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

    /// Those that mention somebody, or an edit of which does; in no order. Where there are too many, each author has as
    /// many as any other, so that nobody's messages hide those of others.
    ///
    /// @param digits the fingerprint, as bodies have it
    public List<Entry> mentioning(ConversationId conversation, String digits, int limit) {
        var found = new LinkedHashMap<Fingerprint, Queue<Long>>();
        ask(conversation, MENTIONING, sql -> {
            sql.setString(4, digits);
            Rows.each(sql, row -> found.computeIfAbsent(Fingerprint.of(row.getBytes(1)), _ -> new ArrayDeque<>())
                    .add(row.getLong(2)));
            return List.of();
        });
        return entries(inTurn(found.values(), limit));
    }

    private static List<Long> inTurn(Collection<Queue<Long>> queues, int limit) {
        var taken = new ArrayList<Long>();
        while (taken.size() < limit && !queues.isEmpty()) {
            queues.removeIf(queue -> {
                if (taken.size() < limit) taken.add(queue.remove());
                return queue.isEmpty();
            });
        }
        return taken;
    }

    /// What went meanwhile is left out.
    private List<Entry> entries(List<Long> ids) {
        if (ids.isEmpty()) return List.of();
        return database.read(connection -> {
            var entries = new ArrayList<Entry>();
            try (PreparedStatement sql = connection.prepareStatement(ENTRY)) {
                for (long id : ids) {
                    sql.setLong(1, id);
                    Entry entry = Rows.first(sql, Rows::entry);
                    if (entry != null) entries.add(entry);
                }
            }
            return entries;
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
