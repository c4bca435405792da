package io.landline.storage.transfers;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/// Takes offers that are over out of the database, with all that belongs to them. On the writer's thread.
final class OldOffers {
    private OldOffers() {}

    /// Those written before this moment that have no open transfer, and nothing left on the disk.
    static void forget(Connection connection, Instant written) throws SQLException {
        TransferSql.run(connection, "CREATE TEMP TABLE IF NOT EXISTS over (offer BLOB)");
        TransferSql.run(connection, "DELETE FROM temp.over");
        TransferSql.run(connection, """
                INSERT INTO temp.over SELECT id FROM file_offer o WHERE written < ?
                AND NOT EXISTS (SELECT 1 FROM file_transfer t WHERE t.offer = o.id AND (t.state NOT IN ('DONE',
                'FAILED')
                OR EXISTS (SELECT 1 FROM file_hidden h WHERE h.transfer = t.id)
                OR EXISTS (SELECT 1 FROM file_received f WHERE f.transfer = t.id AND f.partial <> '')))""",
                written.toEpochMilli());
        SqliteFolders.forgetOver(connection);
        TransferSql.run(connection,
                "DELETE FROM file_received WHERE transfer IN (SELECT id FROM file_transfer WHERE offer IN"
                        + " temp.over)");
        TransferSql.run(connection, "DELETE FROM file_transfer WHERE offer IN temp.over");
        TransferSql.run(connection, "DELETE FROM file_source WHERE offer IN temp.over");
        TransferSql.run(connection, "DELETE FROM file_manifest_page WHERE offer IN temp.over");
        TransferSql.run(connection, "DELETE FROM file_hash_page WHERE offer IN temp.over");
        TransferSql.run(connection, "DELETE FROM file_offer WHERE id IN temp.over");
    }
}
