package io.landline.storage.chat;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.LogKey;
import io.landline.chat.TimelinePosition;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Database;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import io.landline.storage.database.TimelineSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Conversations as a person reads them: of all entries only texts and offers that can be read, with how far our own
/// got and how many of the others' nobody has seen here. Reads only. Any thread; each call waits for the database, and
/// throws a [StorageException].
public final class Timelines {
    private static final String SHOWN = "SELECT header, signature, body, id FROM entry WHERE conversation=? AND"
            + " shown=1";
    private static final String NEWEST = SHOWN + TimelineSql.NEWEST_FIRST;
    private static final String NEWEST_BEFORE = SHOWN + TimelineSql.BEFORE + TimelineSql.NEWEST_FIRST;
    private static final String OLDEST = SHOWN + TimelineSql.OLDEST_FIRST;
    private static final String OLDEST_AFTER = SHOWN + TimelineSql.AFTER + TimelineSql.OLDEST_FIRST;
    private static final String OFFERS = "SELECT header, signature, body FROM entry INDEXED BY entry_offer WHERE"
            + " conversation=? AND kind=2 AND shown=1";
    private static final String OFFERS_NEWEST = OFFERS + TimelineSql.NEWEST_FIRST;
    private static final String OFFERS_BEFORE = OFFERS + TimelineSql.BEFORE + TimelineSql.NEWEST_FIRST;
    /// Of kinds that this version does not know. Their index was made when 12 was the last: both conditions have to
    /// stand here, else it is not used.
    private static final String LATER = "SELECT header, signature, body FROM entry WHERE conversation=? AND kind>12"
            + " AND kind>" + EntryKind.KNOWN_MAX;
    private static final String LATER_NEWEST = LATER + TimelineSql.NEWEST_FIRST;
    private static final String LATER_BEFORE = LATER + TimelineSql.BEFORE + TimelineSql.NEWEST_FIRST;
    private static final String LATER_AFTER = LATER + TimelineSql.AFTER + TimelineSql.NEWEST_FIRST;
    private static final String LATER_BETWEEN = LATER + TimelineSql.AFTER + TimelineSql.BEFORE
            + TimelineSql.NEWEST_FIRST;
    private static final String NUMBERED = "SELECT header, signature, body FROM log CROSS JOIN entry ON"
            + " entry.log=log.id AND entry.number=? AND entry.shown=1 WHERE log.conversation=? LIMIT ?";
    private static final String UNREAD = """
            SELECT count(*) FROM (SELECT 1 FROM log
              LEFT JOIN receipt ON receipt.conversation=?1 AND receipt.author=log.author AND receipt.peer=?2 AND
              receipt.log=log.log
              CROSS JOIN entry ON entry.log=log.id AND entry.number>coalesce(receipt.read, 0) AND %s
              WHERE log.conversation=?3 AND log.author<>?2 LIMIT ?4)""".formatted(UnreadEntries.MAY_BE_UNREAD);
    /// Of logs with something unread the highest id of a last entry.
    private static final String LATEST_UNREAD = """
            SELECT max(entry.id) FROM log
              LEFT JOIN receipt ON receipt.conversation=?1 AND receipt.author=log.author AND receipt.peer=?2 AND
              receipt.log=log.log
              CROSS JOIN entry ON entry.log=log.id AND entry.number>coalesce(receipt.read, 0) AND entry.number=
              (SELECT max(number) FROM entry WHERE entry.log=log.id AND %s)
              WHERE log.conversation=?3 AND log.author<>?2""".formatted(UnreadEntries.MAY_BE_UNREAD);
    private static final String RECEIPTS = "SELECT log, delivered, read FROM receipt WHERE conversation=? AND author=?";
    private static final String WRITTEN_TO = "SELECT peer FROM conversation WHERE peer IS NOT NULL"
            + " AND EXISTS (SELECT 1 FROM log WHERE log.conversation=conversation.id AND log.author=?)";
    /// Each of them finds what it wants by an index, however long the history is.
    static final List<String> QUERIES = List.of(NEWEST, NEWEST_BEFORE, OLDEST, OLDEST_AFTER, OFFERS_NEWEST,
            OFFERS_BEFORE, LATER_NEWEST, LATER_BEFORE, LATER_AFTER, LATER_BETWEEN, NUMBERED, UNREAD, LATEST_UNREAD,
            RECEIPTS);

    private final Database database;
    private final Fingerprint self;
    private final UnreadEntries unread;

    /// A conversation with at least one entry that people see.
    ///
    /// @param peer of a direct one the other; null for a room's
    /// @param unread entries of others above what was read here, at most as many as were asked for
    /// @param cameAs of the newest, or of an unread one at the end of its log: higher for what came here later
    public record Overview(ConversationId conversation, @Nullable Fingerprint peer, int unread, Entry newest,
            long cameAs) {}

    /// What one peer told of one log of ours: it has all up to the first number, a person saw all up to the second.
    public record Receipt(long delivered, long read) {}

    public Timelines(Database database, Fingerprint self) {
        this.database = database;
        this.self = self;
        unread = new UnreadEntries(database, self);
    }

    /// What of others' nobody has seen here.
    public UnreadEntries unread() {
        return unread;
    }

    private record Row(long id, ConversationId conversation, @Nullable Fingerprint peer) {}

    /// @param cameAs higher for what came here later
    private record Newest(long cameAs, Entry entry) {}

    /// All conversations with something to see, those with the latest arrival first.
    public List<Overview> overviews(int unreadMax) {
        return database.read(connection -> {
            SortedMap<Long, Overview> overviews = new TreeMap<>(Comparator.reverseOrder());
            try (PreparedStatement sql = connection.prepareStatement(NEWEST)) {
                for (Row row : conversations(connection)) {
                    sql.setLong(1, row.id());
                    sql.setInt(2, 1);
                    Newest newest = Rows.first(sql, found -> new Newest(found.getLong(4), Rows.entry(found)));
                    if (newest == null) continue;
                    int unread = unread(connection, row, unreadMax);
                    long cameAs = newest.cameAs();
                    if (unread > 0) cameAs = Math.max(cameAs, latestUnread(connection, row));
                    overviews.put(cameAs,
                            new Overview(row.conversation(), row.peer(), unread, newest.entry(), cameAs));
                }
            }
            return List.copyOf(overviews.values());
        });
    }

    /// Of each room that is kept what had come here last when it was joined, as [Overview#cameAs].
    public Map<ConversationId, Long> joinedAfter() {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement("SELECT id, joined_after FROM room")) {
                var joined = new HashMap<ConversationId, Long>();
                Rows.each(sql, row -> joined.put(ConversationId.of(row.getBytes(1)), row.getLong(2)));
                return joined;
            }
        });
    }

    private static List<Row> conversations(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT id, conversation, peer FROM conversation")) {
            return Rows.all(sql, row -> {
                byte[] peer = row.getBytes(3);
                return new Row(row.getLong(1), ConversationId.of(row.getBytes(2)),
                        peer == null ? null : Fingerprint.of(peer));
            });
        }
    }

    private long latestUnread(Connection connection, Row of) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(LATEST_UNREAD)) {
            bind(sql, of);
            Long latest = Rows.first(sql, row -> row.getLong(1));
            return latest == null ? 0 : latest;
        }
    }

    private void bind(PreparedStatement sql, Row of) throws SQLException {
        sql.setBytes(1, of.conversation().bytes());
        sql.setBytes(2, self.bytes());
        sql.setLong(3, of.id());
    }

    private int unread(Connection connection, Row of, int max) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(UNREAD)) {
            bind(sql, of);
            sql.setInt(4, max);
            Integer count = Rows.first(sql, row -> row.getInt(1));
            return count == null ? 0 : count;
        }
    }

    /// The newest entries before a position (null: of all), oldest of these first.
    public List<Entry> newest(ConversationId conversation, @Nullable TimelinePosition before, int limit) {
        return part(conversation, before == null ? NEWEST : NEWEST_BEFORE, before, limit).reversed();
    }

    /// The oldest entries after a position (null: of all), oldest first.
    public List<Entry> after(ConversationId conversation, @Nullable TimelinePosition position, int limit) {
        return part(conversation, position == null ? OLDEST : OLDEST_AFTER, position, limit);
    }

    /// The newest offers before a position (null: of all), oldest of these first.
    public List<Entry> offers(ConversationId conversation, @Nullable TimelinePosition before, int limit) {
        return part(conversation, before == null ? OFFERS_NEWEST : OFFERS_BEFORE, before, limit).reversed();
    }

    /// Who has a log in this conversation.
    public List<Fingerprint> authors(ConversationId conversation) {
        return database.read(connection -> {
            Long id = TimelineSql.rowOf(connection, conversation);
            if (id == null) return List.of();
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT DISTINCT author FROM log WHERE conversation=?")) {
                sql.setLong(1, id);
                return Rows.all(sql, row -> Fingerprint.of(row.getBytes(1)));
            }
        });
    }

    /// Who has a log in any conversation.
    public List<Fingerprint> authors() {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement("SELECT DISTINCT author FROM log")) {
                return Rows.all(sql, row -> Fingerprint.of(row.getBytes(1)));
            }
        });
    }

    /// The newest entries of later versions between two places (null: no edge there), oldest of these first.
    public List<Entry> later(ConversationId conversation, @Nullable TimelinePosition after,
            @Nullable TimelinePosition before, int limit) {
        String query = after == null
                ? before == null ? LATER_NEWEST : LATER_BEFORE
                : before == null ? LATER_AFTER : LATER_BETWEEN;
        return database.read(connection -> {
            Long id = TimelineSql.rowOf(connection, conversation);
            if (id == null) return List.<Entry>of();
            try (PreparedStatement sql = connection.prepareStatement(query)) {
                sql.setLong(1, id);
                sql.setInt(TimelineSql.setEdge(sql, TimelineSql.setEdge(sql, 2, after), before), limit);
                return Rows.all(sql, Rows::entry).reversed();
            }
        });
    }

    /// The entries that have this number in their logs, one of each log.
    public List<Entry> numbered(ConversationId conversation, long number, int limit) {
        return database.read(connection -> {
            Long id = TimelineSql.rowOf(connection, conversation);
            if (id == null) return List.of();
            try (PreparedStatement sql = connection.prepareStatement(NUMBERED)) {
                sql.setLong(1, number);
                sql.setLong(2, id);
                sql.setInt(3, limit);
                return Rows.all(sql, Rows::entry);
            }
        });
    }

    /// @param query one of ours, with the edge's place in it where there is one
    private List<Entry> part(ConversationId conversation, String query, @Nullable TimelinePosition edge, int limit) {
        return database.read(connection -> {
            Long id = TimelineSql.rowOf(connection, conversation);
            if (id == null) return List.of();
            try (PreparedStatement sql = connection.prepareStatement(query)) {
                sql.setLong(1, id);
                sql.setInt(TimelineSql.setEdge(sql, 2, edge), limit);
                return Rows.all(sql, Rows::entry);
            }
        });
    }

    /// What every peer told of every log of ours in this conversation.
    public Map<LogKey, List<Receipt>> receipts(ConversationId conversation) {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(RECEIPTS)) {
                sql.setBytes(1, conversation.bytes());
                sql.setBytes(2, self.bytes());
                var receipts = new HashMap<LogKey, List<Receipt>>();
                Rows.each(sql, row -> {
                    var log = new LogKey(conversation, self, ChatDatabase.logId(row.getBytes(1)));
                    receipts.computeIfAbsent(log, _ -> new ArrayList<>())
                            .add(new Receipt(row.getLong(2), row.getLong(3)));
                });
                return receipts;
            }
        });
    }

    /// The other sides of direct conversations in which this node's user wrote.
    public Set<Fingerprint> writtenTo() {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(WRITTEN_TO)) {
                sql.setBytes(1, self.bytes());
                return Set.copyOf(Rows.all(sql, row -> Fingerprint.of(row.getBytes(1))));
            }
        });
    }
}
