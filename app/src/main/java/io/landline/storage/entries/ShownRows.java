package io.landline.storage.entries;

import io.landline.chat.view.FoldedText;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Which entries are shown, and by which text the search finds them ([io.landline.storage.database.SearchableText]).
/// Nothing is in the search's index that is not shown: an index without its texts must only be told to forget what is
/// in it. Within the caller's transaction; the writer's thread only.
final class ShownRows {
    private final Connection connection;
    private final OverwriteAllowance allowance;

    ShownRows(Connection connection, OverwriteAllowance allowance) {
        this.connection = connection;
        this.allowance = allowance;
    }

    /// @param id the row of the entry
    boolean isShown(long id) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT 1 FROM entry WHERE id=? AND shown=1")) {
            sql.setLong(1, id);
            return Rows.first(sql, _ -> true) != null;
        }
    }

    /// @param id the row of the entry
    void set(long id, boolean shown) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("UPDATE entry SET shown=? WHERE id=?")) {
            sql.setBoolean(1, shown);
            sql.setLong(2, id);
            sql.executeUpdate();
        }
    }

    /// Lets the search find this text; nothing for null.
    void addToSearch(long id, @Nullable String text) throws SQLException {
        if (text == null) return;
        boolean isRenewed = Rows.update(connection, "INSERT INTO entry_text (rowid, text) SELECT ?1, ?2 WHERE NOT"
                + " EXISTS (SELECT 1 FROM search_renewal WHERE reached>=?1)", id, FoldedText.indexed(text)) > 0;
        if (!isRenewed) Rows.update(connection, "INSERT INTO entry_text_before (rowid, text) VALUES (?, ?)", id, text);
    }

    /// Takes the very text out of the search that was put into it; nothing for null, and for what is not shown.
    void takeFromSearch(long id, @Nullable String text) throws SQLException {
        if (text == null || !isShown(id)) return;
        if (id <= SearchRenewal.reached(connection)) {
            Rows.update(connection,
                    "INSERT INTO entry_text_before (entry_text_before, rowid, text) VALUES ('delete', ?,"
                            + " ?)",
                    id, text);
            return;
        }
        String folded = FoldedText.indexed(text);
        SearchIndexCleanup.prepare(connection, folded, allowance);
        Rows.update(connection, "INSERT INTO entry_text (entry_text, rowid, text) VALUES ('delete', ?, ?)", id, folded);
    }
}
