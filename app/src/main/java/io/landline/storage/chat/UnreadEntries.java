package io.landline.storage.chat;

import io.landline.chat.Entry;
import io.landline.chat.TimelinePosition;
import io.landline.chat.act.Edit;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Database;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import io.landline.storage.database.TimelineSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What of others' nobody has seen here. What was seen is a number for each log, so of each log it is an end. Reads
/// only. Any thread; each call waits for the database, and throws a [StorageException].
public final class UnreadEntries {
    /// Texts of one author that are looked at for a mention, edits included: the newest. No more unread entries are
    /// counted either. An author who has more hides only own mentions.
    static final int LOOKED_AT_MAX = 1_000;
    /// What may be unread. What its author deleted says nothing any more, and what this user took from a shelf was
    /// asked for.
    static final String MAY_BE_UNREAD = """
            entry.shown=1 AND entry.deletion IS NULL AND
            NOT EXISTS (SELECT 1 FROM shelf_answer WHERE shelf_answer.entry=entry.id)""";
    /// The digits may stand in the text, too: only as one of `mentions` they call somebody.
    private static final String MENTIONS = """
            instr(%1$s, CAST(?4 AS BLOB)) > 0 AND instr(iif(json_valid(CAST(%1$s AS TEXT)),
              json_extract(CAST(%1$s AS TEXT), '$.mentions'), ''), ?4) > 0""";
    /// The logs with something unread, and up to where each was read.
    private static final String UNREAD_LOGS = """
            SELECT log.author, log.id, log.lamport_to, coalesce(receipt.read, 0) FROM log
              LEFT JOIN receipt ON receipt.conversation=?1 AND receipt.author=log.author AND receipt.peer=?2 AND
              receipt.log=log.log
              WHERE log.conversation=?3 AND log.author<>?2 AND EXISTS (SELECT 1 FROM entry WHERE entry.log=log.id AND
              entry.number>coalesce(receipt.read, 0) AND entry.shown=1)""";
    /// The edits that count. Only an author edits a message. The plus keeps the order of the index: without it SQLite
    /// sorts.
    private static final String EDITS = """
            FROM act WHERE act.conversation=?3 AND act.target_author=entry.author AND act.target_log=entry.log_id AND
              act.target_number=entry.number AND act.target_id=substr(entry.hash, 1, 8) AND act.kind=6 AND
              act.present=1 AND +act.author=entry.author ORDER BY act.lamport, act.author, act.number,
              act.log_id LIMIT %d""".formatted(Edit.COUNTED_MAX);
    /// A message may mention somebody, or an edit of it. The newest of a log first, with how many texts each has.
    private static final String MENTIONING = """
            SELECT entry.id, %s OR EXISTS (SELECT 1 FROM (SELECT act.entry AS edit_row %s)
              CROSS JOIN entry AS edit ON edit.id=edit_row AND %s),
              1 + (SELECT count(*) FROM (SELECT 1 %2$s))
              FROM entry WHERE entry.log=?1 AND entry.number>?2 AND entry.shown=1 ORDER BY entry.number DESC LIMIT ?5"""
            .formatted(MENTIONS.formatted("entry.body"), EDITS, MENTIONS.formatted("edit.body"));
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
    static final List<String> QUERIES = List.of(UNREAD_LOGS, MENTIONING, ENTRY, FIRST_OF_LOGS, FROM_NUMBER,
            LAST_READ_OF_LOGS);

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

    /// A log with something unread.
    ///
    /// @param id its row
    /// @param lamport of its last entry
    /// @param read the number up to which it was read; 0 for nothing
    private record ReadLog(Fingerprint author, long id, long lamport, long read) {}

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

    /// Those that mention somebody, or an edit of which does; in no order. Of each author the newest are looked at,
    /// [#LOOKED_AT_MAX] texts or one message with its edits more. So a flood makes nobody wait, and hides nothing of
    /// others. Where there are too many, each author has as many as any other.
    ///
    /// @param digits the fingerprint, as bodies have it
    public List<Entry> mentioning(ConversationId conversation, String digits, int limit) {
        return database.read(connection -> mentioning(connection, conversation, digits, limit));
    }

    List<Entry> mentioning(Connection connection, ConversationId conversation, String digits, int limit)
            throws SQLException {
        Long id = TimelineSql.rowOf(connection, conversation);
        if (id == null) return List.of();
        var found = new LinkedHashMap<Fingerprint, Queue<Long>>();
        var left = new HashMap<Fingerprint, Integer>();
        try (PreparedStatement sql = connection.prepareStatement(MENTIONING)) {
            sql.setLong(3, id);
            sql.setString(4, digits);
            for (ReadLog log : unreadLogs(connection, conversation, id)) {
                Queue<Long> ofAuthor = found.computeIfAbsent(log.author(), _ -> new ArrayDeque<>());
                int texts = left.getOrDefault(log.author(), LOOKED_AT_MAX);
                left.put(log.author(), look(sql, log, texts, ofAuthor));
            }
        }
        found.values().removeIf(Queue::isEmpty);
        return entries(connection, inTurn(found.values(), limit));
    }

    /// The newest first.
    private List<ReadLog> unreadLogs(Connection connection, ConversationId conversation, long id) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(UNREAD_LOGS)) {
            sql.setBytes(1, conversation.bytes());
            sql.setBytes(2, self.bytes());
            sql.setLong(3, id);
            var logs = Rows.all(sql, row -> new ReadLog(Fingerprint.of(row.getBytes(1)), row.getLong(2),
                    row.getLong(3), row.getLong(4)));
            return logs.stream().sorted(Comparator.comparingLong(ReadLog::lamport).reversed()).toList();
        }
    }

    /// @param texts that may be looked at
    /// @return how many of these are left
    private static int look(PreparedStatement sql, ReadLog log, int texts, Queue<Long> found) throws SQLException {
        if (texts <= 0) return 0;
        sql.setLong(1, log.id());
        sql.setLong(2, log.read());
        sql.setInt(5, texts);
        int left = texts;
        try (ResultSet row = sql.executeQuery()) {
            while (left > 0 && row.next()) {
                if (row.getBoolean(2)) found.add(row.getLong(1));
                left -= row.getInt(3);
            }
        }
        return left;
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

    private static List<Entry> entries(Connection connection, List<Long> ids) throws SQLException {
        var entries = new ArrayList<Entry>();
        try (PreparedStatement sql = connection.prepareStatement(ENTRY)) {
            for (long id : ids) {
                sql.setLong(1, id);
                entries.add(Objects.requireNonNull(Rows.first(sql, Rows::entry), "it was found just now"));
            }
        }
        return entries;
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
