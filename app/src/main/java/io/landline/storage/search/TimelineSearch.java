package io.landline.storage.search;

import io.landline.chat.Entry;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Searches a conversation by words, part by part, in the order of the timeline, or all of them at once. Reads only.
/// Any thread; each call waits for the database, and throws a [StorageException].
public final class TimelineSearch {
    private static final String WALK = "SELECT id, lamport, author, number, log_id FROM entry WHERE conversation=? AND"
            + " shown=1";
    /// By one index of words.
    private static final String EVERYWHERE = "SELECT conversation.conversation, conversation.peer, header, signature,"
            + " body FROM %1$s CROSS JOIN entry ON entry.id=%1$s.rowid AND entry.shown=1 CROSS JOIN conversation ON"
            + " conversation.id=entry.conversation WHERE %1$s MATCH ? AND %1$s.rowid BETWEEN ? AND ? ORDER BY"
            + " %1$s.rowid DESC LIMIT ?";
    private static final String ENTRY = "SELECT header, signature, body FROM entry WHERE id=? AND conversation=? AND"
            + " shown=1";
    /// Matches that are all looked up and put in order. Where there are more, the newest ones are looked for along the
    /// timeline.
    static final int FEW_MAX = 500;
    /// Entries of the timeline that are passed over at a time; the first part is small, as common words are near.
    private static final int STEP_MIN = 1_000;
    static final int STEP_MAX = 16_000;
    private static final int STEP_GROWTH = 4;
    /// Matches looked at in a search of all conversations: those of rooms that were left are passed over.
    static final int LOOKED_AT_MAX = 50_000;

    private final Database database;

    /// What was found among the next entries.
    ///
    /// @param last the last entry that was looked at, found or not; null where none was left
    public record Part(List<Entry> found, @Nullable TimelinePosition last) {
        public Part {
            found = List.copyOf(found);
        }
    }

    /// An entry that was found, and where.
    ///
    /// @param peer of a direct conversation the other; null for a room's
    public record Hit(ConversationId conversation, @Nullable Fingerprint peer, Entry entry) {}

    /// What was found in all conversations.
    ///
    /// @param hasMore whether there may be more
    public record Hits(List<Hit> found, boolean hasMore) {
        public Hits {
            found = List.copyOf(found);
        }
    }

    private record Step(long id, TimelinePosition position) {}

    public TimelineSearch(Database database) { this.database = database; }

    /// The newest entries before a position (null: of all) with all of these words, oldest of these first.
    public List<Entry> newest(ConversationId conversation, String words, @Nullable TimelinePosition before, int limit) {
        return newest(conversation, SearchFilter.words(words), before, limit);
    }

    /// All of them are shown.
    public List<Entry> newest(ConversationId conversation, SearchFilter filter, @Nullable TimelinePosition before,
            int limit) {
        return newest(conversation, filter, _ -> true, before, limit);
    }

    /// The newest entries before a position (null: of all) that are shown and that the filter wants, oldest of these
    /// first. Where it names dates, the newest by their authors' clocks. A filter that names nothing finds nothing.
    ///
    /// @param shown what is shown; asked on a thread of the database
    public List<Entry> newest(ConversationId conversation, SearchFilter filter, Predicate<TimelinePosition> shown,
            @Nullable TimelinePosition before, int limit) {
        String query = SearchQuery.query(filter.words());
        if (query.isEmpty() && (!filter.narrows() || !filter.words().isBlank())) return List.of();
        return database.read(connection -> {
            Long row = TimelineSql.rowOf(connection, conversation);
            if (row == null) return List.of();
            Predicate<Entry> wanted = entry -> filter.admits(entry) && shown.test(entry.position())
                    && (before == null || entry.position().compareTo(before) < 0);
            var found = new ArrayList<Entry>();
            try (PreparedStatement sql = connection.prepareStatement(ENTRY)) {
                sql.setLong(2, row);
                SearchIndexes indexes = query.isEmpty() ? null : new SearchIndexes(connection, filter.words());
                List<Long> few = indexes == null ? List.of() : indexes.some(FEW_MAX + 1);
                if (indexes != null && few.size() <= FEW_MAX) {
                    take(sql, few, wanted, Integer.MAX_VALUE, found);
                } else {
                    walk(new TimelineWalk(connection, row, filter, before), indexes, ids -> {
                        take(sql, ids, wanted, limit, found);
                        return found.size() < limit;
                    });
                }
            }
            found.sort(Comparator.comparing(Entry::position));
            return List.copyOf(found.subList(Math.max(0, found.size() - limit), found.size()));
        });
    }

    private static void take(PreparedStatement sql, List<Long> ids, Predicate<Entry> wanted, int limit,
            List<Entry> found) throws SQLException {
        for (long id : ids) {
            if (found.size() >= limit) return;
            sql.setLong(1, id);
            Entry entry = Rows.first(sql, Rows::entry);
            if (entry != null && wanted.test(entry)) found.add(entry);
        }
    }

    private interface Taker {
        /// @return whether more are wanted
        boolean take(List<Long> ids) throws SQLException;
    }

    /// @param indexes null for all entries
    private static void walk(TimelineWalk walk, @Nullable SearchIndexes indexes, Taker taker) throws SQLException {
        int count = STEP_MIN;
        while (true) {
            List<Long> ids = walk.next(count);
            if (ids.isEmpty()) return;
            Set<Long> matching = indexes == null ? Set.copyOf(ids) : indexes.matching(ids);
            boolean more = taker.take(ids.stream().filter(matching::contains).toList());
            if (!more || ids.size() < count) return;
            count = Math.min(STEP_MAX, count * STEP_GROWTH);
        }
    }

    /// The entries that the filter wants in the direct conversations and in these rooms, those that came last first. A
    /// filter without words finds nothing.
    ///
    /// @param rooms with what is shown of each; asked on a thread of the database
    public Hits everywhere(SearchFilter filter, Map<ConversationId, Predicate<TimelinePosition>> rooms, int limit) {
        String query = SearchQuery.query(filter.words());
        if (query.isEmpty()) return new Hits(List.of(), false);
        return database.read(connection -> {
            var found = new ArrayList<Hit>();
            int lookedAt = 0;
            for (SearchIndexes.Index index : new SearchIndexes(connection, filter.words()).all()) {
                try (PreparedStatement sql = connection.prepareStatement(EVERYWHERE.formatted(index.table()))) {
                    sql.setString(1, index.query());
                    sql.setLong(2, index.from());
                    sql.setLong(3, index.to());
                    sql.setInt(4, LOOKED_AT_MAX - lookedAt);
                    try (ResultSet row = sql.executeQuery()) {
                        while (row.next()) {
                            lookedAt++;
                            Hit hit = hit(row, filter, rooms);
                            if (hit == null) continue;
                            if (found.size() == limit) return new Hits(found, true);
                            found.add(hit);
                        }
                    }
                }
            }
            return new Hits(found, lookedAt == LOOKED_AT_MAX);
        });
    }

    /// Null where it is not wanted.
    private static @Nullable Hit hit(ResultSet row, SearchFilter filter,
            Map<ConversationId, Predicate<TimelinePosition>> rooms) throws SQLException {
        ConversationId conversation = ConversationId.of(row.getBytes(1));
        byte[] peer = row.getBytes(2);
        Predicate<TimelinePosition> shown = peer == null ? rooms.get(conversation) : _ -> true;
        if (shown == null) return null;
        Entry entry = Rows.entry(row, 3);
        if (!filter.admits(entry) || !shown.test(entry.position())) return null;
        return new Hit(conversation, peer == null ? null : Fingerprint.of(peer), entry);
    }

    /// Walks over the next entries after a position (null: over the first), and picks those with all of these words,
    /// oldest first. Each walk has the index gather all that begins with a word. So where few entries have it, and none
    /// of the next ones, all of them are picked at once.
    ///
    /// @param entries how many to walk over at most
    /// @param most how many to pick at most on the way; the walk ends there
    public Part after(ConversationId conversation, String words, @Nullable TimelinePosition after, int entries,
            int most) {
        String query = SearchQuery.query(words);
        if (query.isEmpty()) return new Part(List.of(), null);
        return database.read(connection -> {
            Long row = TimelineSql.rowOf(connection, conversation);
            List<Step> steps = row == null ? List.of() : walk(connection, row, after, entries);
            if (row == null || steps.isEmpty()) return new Part(List.of(), null);
            var indexes = new SearchIndexes(connection, words);
            Set<Long> matching = indexes.matching(steps.stream().map(Step::id).toList());
            List<Step> picked = steps.stream().filter(step -> matching.contains(step.id())).limit(most).toList();
            if (picked.isEmpty()) {
                List<Long> few = indexes.some(FEW_MAX + 1);
                if (few.size() <= FEW_MAX) return new Part(after(connection, row, few, after), null);
            }
            var found = new ArrayList<Entry>();
            try (PreparedStatement sql = connection.prepareStatement(ENTRY)) {
                sql.setLong(2, row);
                take(sql, picked.stream().map(Step::id).toList(), _ -> true, Integer.MAX_VALUE, found);
            }
            return new Part(found, (picked.size() == most ? picked : steps).getLast().position());
        });
    }

    private static List<Entry> after(Connection connection, long row, List<Long> ids, @Nullable TimelinePosition after)
            throws SQLException {
        var found = new ArrayList<Entry>();
        try (PreparedStatement sql = connection.prepareStatement(ENTRY)) {
            sql.setLong(2, row);
            take(sql, ids, each -> after == null || each.position().compareTo(after) > 0, Integer.MAX_VALUE, found);
        }
        found.sort(Comparator.comparing(Entry::position));
        return found;
    }

    private static List<Step> walk(Connection connection, long row, @Nullable TimelinePosition after, int entries)
            throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement(WALK + (after == null ? "" : TimelineSql.AFTER) + TimelineSql.OLDEST_FIRST)) {
            sql.setLong(1, row);
            sql.setInt(TimelineSql.setEdge(sql, 2, after), entries);
            return Rows.all(sql, found -> new Step(found.getLong(1), new TimelinePosition(found.getLong(2),
                    Fingerprint.of(found.getBytes(3)), found.getLong(4), ChatDatabase.logId(found.getBytes(5)))));
        }
    }
}
