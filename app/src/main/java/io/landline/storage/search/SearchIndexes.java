package io.landline.storage.search;

import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The rows of entries that have what was typed: by the index of words and, as long as it is being renewed, by the one
/// of before, which has the older rows. One search's, on a thread of the database.
final class SearchIndexes {
    private static final String REACHED = "SELECT reached FROM search_renewal WHERE reached>0";

    /// One of them, and the rows for which it is asked.
    ///
    /// @param query of FTS5
    record Index(String table, String query, long from, long to) {
        private PreparedStatement ask(Connection connection, String rest) throws SQLException {
            PreparedStatement sql = connection.prepareStatement("SELECT rowid FROM " + table + " WHERE " + table
                    + " MATCH ? AND rowid BETWEEN ? AND ?" + rest);
            sql.setString(1, query);
            return sql;
        }

        private List<Long> rows(Connection connection, long least, long most, int limit) throws SQLException {
            try (PreparedStatement sql = ask(connection, " LIMIT ?")) {
                sql.setLong(2, Math.max(from, least));
                sql.setLong(3, Math.min(to, most));
                sql.setInt(4, limit);
                return Rows.all(sql, row -> row.getLong(1));
            }
        }
    }

    private final Connection connection;
    private final List<Index> all;

    /// @param typed something that can be looked for
    SearchIndexes(Connection connection, String typed) throws SQLException {
        this.connection = connection;
        String query = SearchQuery.query(typed);
        Long reached;
        try (PreparedStatement sql = connection.prepareStatement(REACHED)) {
            reached = Rows.first(sql, row -> row.getLong(1));
        }
        all = reached == null
                ? List.of(new Index("entry_text", query, 0, Long.MAX_VALUE))
                : List.of(new Index("entry_text", query, reached + 1, Long.MAX_VALUE),
                        new Index("entry_text_before", SearchQueryBefore.query(typed), 0, reached));
    }

    /// The one with the newest rows first.
    List<Index> all() {
        return all;
    }

    /// In no order.
    List<Long> some(int limit) throws SQLException {
        var rows = new ArrayList<Long>();
        for (Index each : all) {
            if (rows.size() < limit) rows.addAll(each.rows(connection, 0, Long.MAX_VALUE, limit - rows.size()));
        }
        return rows;
    }

    /// Those of these rows that have it, and others. Entries of one part of a timeline came here at about the same
    /// time, so their rows are close, and few others lie between.
    Set<Long> matching(Collection<Long> rows) throws SQLException {
        long least = Collections.min(rows);
        long most = Collections.max(rows);
        var matching = new HashSet<Long>();
        for (Index each : all) {
            if (each.from() <= most && each.to() >= least) {
                matching.addAll(each.rows(connection, least, most, -1)); // all
            }
        }
        return matching;
    }
}
