package io.landline.storage.transfers;

import com.google.gson.JsonArray;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore.StoredHidden;
import io.landline.filetransfer.TransferStore.StoredHidden.Stage;
import io.landline.filetransfer.TransferStore.StoredPartial;
import io.landline.filetransfer.TransferStore.StoredTop;
import io.landline.room.EntryId;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.Rows;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The part of [SqliteTransfers] that is about folders, and about own offers that are being made. Any thread.
record SqliteFolders(TransferSql sql) {
    /// Of one own offer.
    static final String EXCLUDES = "SELECT pattern FROM file_exclude WHERE offer = ? ORDER BY number";

    /// Under which id the files and the manifest of an offer are kept. Binds the offer's id twice.
    static final String LIST = "coalesce((SELECT list FROM file_list WHERE offer = ?), ?)";

    private static final SecureRandom RANDOM = new SecureRandom();

    EntryId newDraft() {
        var id = new byte[EntryId.BYTES];
        RANDOM.nextBytes(id);
        sql.write(Durability.BATCHED, "INSERT INTO file_list VALUES (?, NULL)", id);
        return EntryId.of(id);
    }

    /// Only the id is noted, whatever the number of files.
    void adopt(EntryId draft, EntryId offer) {
        sql.write(Durability.FULL, "UPDATE file_list SET offer = ? WHERE list = ?", offer.bytes(), draft.bytes());
    }

    void dropDraft(EntryId draft) {
        sql.write(Durability.BATCHED, connection -> {
            drop(connection, "list = ? AND offer IS NULL", draft.bytes());
            return null;
        });
    }

    /// What a run that was ended left half-made.
    void dropDrafts() {
        sql.write(Durability.BATCHED, connection -> {
            drop(connection, "offer IS NULL");
            return null;
        });
    }

    private static void drop(Connection connection, String which, @Nullable Object... values) throws SQLException {
        String lists = " WHERE offer IN (SELECT list FROM file_list WHERE " + which + ")";
        TransferSql.run(connection, "DELETE FROM file_source" + lists, values);
        TransferSql.run(connection, "DELETE FROM file_manifest_page" + lists, values);
        TransferSql.run(connection, "DELETE FROM file_list WHERE " + which, values);
    }

    void saveItems(EntryId offer, List<String> items) {
        sql.write(Durability.BATCHED, connection -> {
            for (int n = 0; n < items.size(); n++) {
                TransferSql.run(connection, "INSERT OR REPLACE INTO file_item VALUES (?, ?, ?)", offer.bytes(), n,
                        items.get(n));
            }
            return null;
        });
    }

    List<String> items(EntryId offer, int max) {
        return sql.read(row -> row.getString(1), "SELECT source FROM file_item WHERE offer = ? ORDER BY number LIMIT ?",
                offer.bytes(), max);
    }

    void saveExcludes(EntryId offer, List<String> patterns) {
        sql.write(Durability.FULL, connection -> {
            for (int n = 0; n < patterns.size(); n++) {
                TransferSql.run(connection, "INSERT OR REPLACE INTO file_exclude VALUES (?, ?, ?)", offer.bytes(), n,
                        patterns.get(n));
            }
            return null;
        });
    }

    static void saveChoice(Connection connection, TransferId transfer, List<String> patterns) throws SQLException {
        TransferSql.run(connection, "DELETE FROM file_choice WHERE transfer = ?", transfer.bytes());
        TransferSql.run(connection, "DELETE FROM file_received WHERE transfer = ?", transfer.bytes());
        for (int n = 0; n < patterns.size(); n++) {
            TransferSql.run(connection, "INSERT INTO file_choice VALUES (?, ?, ?)", transfer.bytes(), n,
                    patterns.get(n));
        }
    }

    void beginAnew(TransferId transfer, Set<Long> standing) {
        sql.write(Durability.BATCHED, connection -> {
            TransferSql.run(connection, """
                    DELETE FROM file_received WHERE transfer = ?1 AND EXISTS (SELECT 1 FROM file_received WHERE
                    transfer = ?1 AND taken IN ('CHANGED', 'GONE'))""", transfer.bytes());
            TransferSql.run(connection, """
                    UPDATE file_received SET verified = 0, saved = '', complete = 0 WHERE transfer = ? AND
                    taken <> 'LEFT_OUT' AND (verified > 0 OR saved <> '' OR complete) AND
                    number NOT IN (SELECT value FROM json_each(?))""", transfer.bytes(), json(standing));
            return null;
        });
    }

    private static String json(Set<Long> numbers) {
        var json = new JsonArray();
        numbers.forEach(json::add);
        return json.toString();
    }

    List<String> choice(TransferId transfer) {
        return sql.read(row -> row.getString(1), "SELECT pattern FROM file_choice WHERE transfer = ? ORDER BY number",
                transfer.bytes());
    }

    void saveHidden(TransferId transfer, StoredHidden hidden) {
        sql.write(Durability.FULL, "INSERT OR REPLACE INTO file_hidden VALUES (?, ?, ?)", transfer.bytes(),
                hidden.name(), hidden.stage().name());
    }

    static boolean removeUnreadable(Connection connection) throws SQLException {
        return Rows.removeUnreadable(connection, "file_hidden", List.of("transfer"), "name, stage",
                SqliteFolders::hidden);
    }

    private static StoredHidden hidden(ResultSet row) throws SQLException {
        return new StoredHidden(row.getString(1), Stage.valueOf(row.getString(2)));
    }

    @Nullable
    StoredHidden hidden(TransferId transfer) {
        return TransferSql.first(sql.read(SqliteFolders::hidden,
                "SELECT name, stage FROM file_hidden WHERE transfer = ?", transfer.bytes()));
    }

    void forgetHidden(TransferId transfer) {
        sql.write(Durability.BATCHED, "DELETE FROM file_hidden WHERE transfer = ?", transfer.bytes());
    }

    List<StoredPartial> orphans() {
        return sql.read(
                row -> new StoredPartial(TransferId.of(row.getBytes(1)), 0, row.getString(2), row.getString(3)), """
                        SELECT t.id, t.folder, h.name FROM file_hidden h JOIN file_transfer t ON t.id = h.transfer
                        WHERE t.state IN ('DONE', 'FAILED')""");
    }

    void saveTops(Durability durability, TransferId transfer, List<StoredTop> tops) {
        sql.write(durability, connection -> {
            for (StoredTop top : tops) {
                TransferSql.run(connection, "INSERT OR REPLACE INTO file_top VALUES (?, ?, ?, ?, ?)",
                        transfer.bytes(), top.number(), top.name(), top.saved(), top.complete());
            }
            return null;
        });
    }

    List<StoredTop> tops(TransferId transfer, int first, int max) {
        return sql.read(
                row -> new StoredTop(row.getInt(1), row.getString(2), row.getString(3), row.getBoolean(4)),
                "SELECT number, name, saved, complete FROM file_top WHERE transfer = ? AND number >= ? ORDER BY number"
                        + " LIMIT ?",
                transfer.bytes(), first, max);
    }

    /// Where the first top folders of a transfer that is done stand, in order, by their names in the hidden folder.
    static Map<String, String> saved(Connection connection, TransferId transfer, int max) throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("SELECT name, saved FROM file_top WHERE transfer = ? AND saved <> ''"
                        + " ORDER BY number LIMIT ?")) {
            sql.setBytes(1, transfer.bytes());
            sql.setInt(2, max);
            var saved = new LinkedHashMap<String, String>();
            for (List<String> top : Rows.all(sql, row -> List.of(row.getString(1), row.getString(2)))) {
                saved.put(top.getFirst(), top.getLast());
            }
            return saved;
        }
    }

    /// Of the offers in `temp.over`.
    static void forgetOver(Connection connection) throws SQLException {
        TransferSql.run(connection, """
                DELETE FROM file_top WHERE transfer IN (SELECT id FROM file_transfer WHERE offer IN temp.over)""");
        TransferSql.run(connection, """
                DELETE FROM file_choice WHERE transfer IN (SELECT id FROM file_transfer WHERE offer IN temp.over)""");
        TransferSql.run(connection, """
                DELETE FROM file_failed WHERE transfer IN (SELECT id FROM file_transfer WHERE offer IN temp.over)""");
        TransferSql.run(connection, """
                DELETE FROM file_first WHERE transfer IN (SELECT id FROM file_transfer WHERE offer IN temp.over)""");
        TransferSql.run(connection, "DELETE FROM file_exclude WHERE offer IN temp.over");
        TransferSql.run(connection, "DELETE FROM file_item WHERE offer IN temp.over");
        drop(connection, "offer IN temp.over");
    }
}
