package io.landline.storage.entries;

import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// Forgets, once a run of the program, the proofs of deletes that stand for no entry: earlier versions left them where
/// they dropped a log. The writer's thread only.
final class ProofSweep {
    /// A step takes a few milliseconds, for which other writes wait.
    static final int PROOFS_A_STEP = 10_000;

    /// The last row that was looked at.
    private long done;
    private boolean over;

    /// @return whether more is to be done
    boolean step(Connection connection) throws SQLException {
        if (over) return false;
        List<Long> next = next(connection);
        over = next.size() < PROOFS_A_STEP;
        if (next.isEmpty()) return false;
        try (PreparedStatement sql = connection
                .prepareStatement("DELETE FROM deletion WHERE id>? AND id<=? AND NOT EXISTS (SELECT 1 FROM entry"
                        + " INDEXED BY entry_deletion WHERE entry.deletion=deletion.id)")) {
            sql.setLong(1, done);
            sql.setLong(2, next.getLast());
            sql.executeUpdate();
        }
        done = next.getLast();
        return !over;
    }

    private List<Long> next(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("SELECT id FROM deletion WHERE id>? ORDER BY id LIMIT ?")) {
            sql.setLong(1, done);
            sql.setInt(2, PROOFS_A_STEP);
            return Rows.all(sql, row -> row.getLong(1));
        }
    }
}
