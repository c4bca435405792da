package io.landline.storage.search;

import io.landline.chat.Entry;
import io.landline.chat.EntryHeader;
import io.landline.chat.TimelinePosition;
import io.landline.peer.Fingerprint;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Rows;
import io.landline.storage.database.TimelineSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Passes over the entries of a conversation that people see, the newest first, some at a time. It reads no more of
/// them than their place in an index. The order is that of the timeline or, if a search names dates, that of the
/// authors' clocks. One search's, on a thread of the database.
public final class TimelineWalk {
    private static final String WRITTEN = "substr(header, 105, 8)";
    private static final String BY_PLACE = "SELECT id FROM entry INDEXED BY entry_shown WHERE conversation=? AND"
            + " shown=1";
    static final String NEWEST = BY_PLACE + TimelineSql.NEWEST_FIRST;
    static final String NEWEST_BEFORE = BY_PLACE + TimelineSql.BEFORE + TimelineSql.NEWEST_FIRST;
    /// The plus keeps the order of the index, in which the author stands too.
    static final String NEWEST_OF = BY_PLACE + " AND +author=?" + TimelineSql.NEWEST_FIRST;
    static final String NEWEST_OF_BEFORE = BY_PLACE + TimelineSql.BEFORE + " AND +author=?" + TimelineSql.NEWEST_FIRST;
    static final String LATEST = "SELECT id FROM entry INDEXED BY entry_written WHERE conversation=?1 AND shown=1 AND "
            + WRITTEN + ">=?2 AND " + WRITTEN + "<=?3 AND (" + WRITTEN + "<?3 OR id<?4) ORDER BY " + WRITTEN
            + " DESC, id DESC LIMIT ?5";
    private static final String PLACE = "SELECT header, signature, NULL FROM entry WHERE id=?";
    /// Each goes along an index.
    public static final List<String> QUERIES = List.of(NEWEST, NEWEST_BEFORE, NEWEST_OF, NEWEST_OF_BEFORE, LATEST);

    /// Later than any clock in a header.
    private static final Instant AFTER_ALL = Instant.ofEpochMilli(EntryHeader.NUMBER_MAX + 1);

    private final Connection connection;
    private final long conversation;
    private final SearchFilter filter;
    private final boolean byClock;
    private @Nullable TimelinePosition edge;
    private Instant until;
    private long untilId;

    /// @param conversation its row
    /// @param before where it begins; null at the end of the conversation
    TimelineWalk(Connection connection, long conversation, SearchFilter filter, @Nullable TimelinePosition before) {
        this.connection = connection;
        this.conversation = conversation;
        this.filter = filter;
        byClock = filter.hasDates();
        edge = before;
        until = filter.until() == null ? AFTER_ALL : filter.until();
    }

    /// The rows of the next entries; fewer than asked for at the end.
    List<Long> next(int count) throws SQLException {
        List<Long> ids = byClock ? latest(count) : newest(count);
        if (ids.size() < count) return ids;
        try (PreparedStatement sql = connection.prepareStatement(PLACE)) {
            sql.setLong(1, ids.getLast());
            Entry last = Rows.first(sql, Rows::entry);
            if (last == null) return ids;
            edge = last.position();
            until = last.written();
            untilId = ids.getLast();
        }
        return ids;
    }

    private List<Long> newest(int count) throws SQLException {
        Fingerprint author = filter.from();
        String query = edge == null
                ? author == null ? NEWEST : NEWEST_OF
                : author == null ? NEWEST_BEFORE : NEWEST_OF_BEFORE;
        try (PreparedStatement sql = connection.prepareStatement(query)) {
            sql.setLong(1, conversation);
            int place = TimelineSql.setEdge(sql, 2, edge);
            if (author != null) sql.setBytes(place++, author.bytes());
            sql.setInt(place, count);
            return Rows.all(sql, row -> row.getLong(1));
        }
    }

    private List<Long> latest(int count) throws SQLException {
        Instant since = filter.since() == null ? Instant.EPOCH : filter.since();
        try (PreparedStatement sql = connection.prepareStatement(LATEST)) {
            sql.setLong(1, conversation);
            sql.setBytes(2, bytes(since));
            sql.setBytes(3, bytes(until));
            sql.setLong(4, untilId);
            sql.setInt(5, count);
            return new ArrayList<>(Rows.all(sql, row -> row.getLong(1)));
        }
    }

    private static byte[] bytes(Instant at) {
        if (at.isBefore(Instant.EPOCH)) return ChatDatabase.bytes(0);
        return ChatDatabase.bytes(at.isBefore(AFTER_ALL) ? at.toEpochMilli() : AFTER_ALL.toEpochMilli());
    }
}
