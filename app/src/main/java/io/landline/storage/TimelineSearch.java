package io.landline.storage;

import io.landline.chat.Entry;
import io.landline.chat.TimelinePosition;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Searches a conversation by words, part by part, in the order of the timeline. Reads only. Any thread; each call
/// waits for the database, and throws a [StorageException].
public final class TimelineSearch {
    private static final String FOUND = "SELECT header, signature, body FROM entry WHERE conversation=? AND shown=1"
            + " AND id IN (SELECT rowid FROM entry_text WHERE entry_text MATCH ?)";
    private static final String WALK = "SELECT id, lamport, author, number, log_id FROM entry WHERE conversation=? AND"
            + " shown=1";
    private static final String MATCHING = "SELECT rowid FROM entry_text WHERE entry_text MATCH ? AND rowid BETWEEN ?"
            + " AND ?";

    private final Database database;

    /// What was found among the next entries.
    ///
    /// @param last the last entry that was looked at, found or not; null where none was left
    public record Part(List<Entry> found, @Nullable TimelinePosition last) {
        public Part {
            found = List.copyOf(found);
        }
    }

    private record Step(long id, TimelinePosition position) {}

    public TimelineSearch(Database database) { this.database = database; }

    /// The newest entries before a position (null: of all) with all of these words, oldest of these first. Collects all
    /// matches to sort them, so it suits a page or two, not a whole history.
    public List<Entry> newest(ConversationId conversation, String words, @Nullable TimelinePosition before, int limit) {
        String query = SearchQuery.query(words);
        if (query.isEmpty()) return List.of();
        return database.read(connection -> {
            Long row = Timelines.rowOf(connection, conversation);
            if (row == null) return List.of();
            try (PreparedStatement sql = connection
                    .prepareStatement(FOUND + (before == null ? "" : Timelines.BEFORE) + Timelines.NEWEST_FIRST)) {
                sql.setLong(1, row);
                sql.setString(2, query);
                sql.setInt(Timelines.setEdge(sql, 3, before), limit);
                return Rows.all(sql, Rows::entry).reversed();
            }
        });
    }

    /// Walks over the next entries after a position (null: over the first), and picks those with all of these words,
    /// oldest first.
    ///
    /// @param entries how many to walk over at most
    public Part after(ConversationId conversation, String words, @Nullable TimelinePosition after, int entries) {
        String query = SearchQuery.query(words);
        if (query.isEmpty()) return new Part(List.of(), null);
        return database.read(connection -> {
            Long row = Timelines.rowOf(connection, conversation);
            List<Step> steps = row == null ? List.of() : walk(connection, row, after, entries);
            if (steps.isEmpty()) return new Part(List.of(), null);
            Set<Long> matching = matching(connection, query, steps);
            var found = new ArrayList<Entry>();
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT header, signature, body FROM entry WHERE id=?")) {
                for (Step step : steps) {
                    if (!matching.contains(step.id())) continue;
                    sql.setLong(1, step.id());
                    Entry entry = Rows.first(sql, Rows::entry);
                    if (entry != null) found.add(entry);
                }
            }
            return new Part(found, steps.getLast().position());
        });
    }

    private static List<Step> walk(Connection connection, long row, @Nullable TimelinePosition after, int entries)
            throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement(WALK + (after == null ? "" : Timelines.AFTER) + Timelines.OLDEST_FIRST)) {
            sql.setLong(1, row);
            sql.setInt(Timelines.setEdge(sql, 2, after), entries);
            return Rows.all(sql, found -> new Step(found.getLong(1), new TimelinePosition(found.getLong(2),
                    Fingerprint.of(found.getBytes(3)), found.getLong(4), ChatDatabase.logId(found.getBytes(5)))));
        }
    }

    /// Entries of one part came here at about the same time, so their ids are close, and few others lie between.
    private static Set<Long> matching(Connection connection, String query, List<Step> steps) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(MATCHING)) {
            sql.setString(1, query);
            sql.setLong(2, steps.stream().mapToLong(Step::id).min().orElseThrow());
            sql.setLong(3, steps.stream().mapToLong(Step::id).max().orElseThrow());
            return new HashSet<>(Rows.all(sql, found -> found.getLong(1)));
        }
    }
}
