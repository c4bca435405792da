package io.landline.storage;

import io.landline.chat.Entry;
import io.landline.storage.ReadableRows.Table;
import io.landline.storage.chat.SqliteBudgets;
import io.landline.storage.database.ColumnText;
import io.landline.storage.database.Rows;
import io.landline.storage.database.SqliteConnections;
import io.landline.storage.transfers.TransferRows;
import io.landline.storage.trust.SqliteWords;
import io.landline.storage.trust.TrustRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.sqlite.SQLiteErrorCode;

/// Writes what can be read of a damaged database into a new one. The damaged file is only read. The caller's thread
/// only.
final class Salvage {
    /// Reading ends here: a user waits for a start. Rooms, people and transfers come first, then the history, from its
    /// end on.
    static final Duration TIME_MAX = Duration.ofSeconds(60);
    private static final System.Logger LOG = System.getLogger(Salvage.class.getName());
    private static final int PRIMARY_CODE = 0xFF;
    private static final String ROWID = "rowid";
    private static final Table ENTRIES = new Table("entry", ROWID, true, "header, signature, body, hash");

    /// What was saved.
    record Saved(long entries, boolean all) {
        static final Saved NOTHING = new Saved(0, false);
    }

    private final Connection damaged;
    private final Connection fresh;
    private final long bytes;
    private final BooleanSupplier over;
    private boolean all = true;

    private Salvage(Connection damaged, Connection fresh, long bytes) {
        this.damaged = damaged;
        this.fresh = fresh;
        this.bytes = bytes;
        long end = System.nanoTime() + TIME_MAX.toNanos();
        over = () -> System.nanoTime() - end > 0;
    }

    /// @param into a database of this version's schema, with nothing in it
    static Saved run(Path damaged, Connection into) throws IOException {
        try (Connection from = SqliteConnections.forSalvage(damaged)) {
            return new Salvage(from, into, Files.size(damaged)).run();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "nothing of the damaged history can be read", e);
            return Saved.NOTHING;
        } catch (SalvageException e) {
            LOG.log(System.Logger.Level.WARNING, "what was saved of the damaged history cannot be written", e);
            throw new IOException("What can be read of the damaged history in " + damaged
                    + " cannot be written anew. Nothing was changed; check the free space, and start again.", e);
        }
    }

    private Saved run() throws SalvageException {
        try (Statement sql = fresh.createStatement()) {
            sql.execute("BEGIN IMMEDIATE");
            sql.execute("PRAGMA defer_foreign_keys=ON"); // a peer's endpoint may be read before the peer
            for (Table table : tables()) copy(table);
            // the newest own entries may be lost: a new log, or two would bear one number
            sql.execute("UPDATE conversation SET own_log = NULL");
            var entries = new SalvagedEntries(fresh);
            all &= ReadableRows.read(damaged, ENTRIES, bytes, row -> take(entries, row), over);
            long count = entries.finish();
            all &= TrustRows.removeUnreadable(fresh);
            removeOrphans(sql);
            all &= TransferRows.removeUnreadable(fresh) & SqliteWords.removeUnreadable(fresh)
                    & SqliteBudgets.removeUnreadable(fresh);
            sql.execute("COMMIT");
            return new Saved(count, all);
        } catch (SQLException e) {
            throw new SalvageException(e);
        }
    }

    /// The tables that are copied as they are: those of this version, but for entries and acts, and for what is noted
    /// of the index of the search, which is made anew.
    private List<Table> tables() throws SQLException {
        var tables = new ArrayList<Table>();
        try (Statement sql = fresh.createStatement();
                ResultSet row = sql.executeQuery(
                        "SELECT name, wr FROM pragma_table_list WHERE type='table' AND schema='main'"
                                + " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'entry%' AND name NOT IN ('log',"
                                + " 'act', 'search_renewal', 'search_words_left') ORDER BY name DESC")) {
            while (row.next()) {
                String name = row.getString(1);
                List<String> columns = columnsOfBoth(name);
                if (name.equals("room")) columns.add(ROWID); // the order in which they were joined
                tables.add(table(name, row.getBoolean(2), String.join(", ", columns)));
            }
        }
        return tables;
    }

    private Table table(String name, boolean withoutRowid, String columns) throws SQLException {
        if (!withoutRowid) return new Table(name, ROWID, true, columns);
        try (PreparedStatement sql = fresh.prepareStatement("SELECT name, type FROM pragma_table_info(?) WHERE pk=1")) {
            sql.setString(1, name);
            return Objects.requireNonNull(Rows.first(sql,
                    row -> new Table(name, row.getString(1), row.getString(2).equals("INTEGER"), columns)), name);
        }
    }

    /// Columns of this version that the damaged database has too: it may be of an earlier version. Where its schema
    /// cannot be read, those of this version.
    private List<String> columnsOfBoth(String table) throws SQLException {
        List<String> columns = columns(fresh, table);
        try {
            List<String> there = columns(damaged, table);
            if (!there.isEmpty()) columns.retainAll(there);
        } catch (SQLException e) {
            all = false;
        }
        return columns;
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("SELECT name FROM pragma_table_info(?) ORDER BY cid")) {
            sql.setString(1, table);
            return Rows.all(sql, row -> row.getString(1));
        }
    }

    private void copy(Table table) throws SQLException, SalvageException {
        String[] names = table.columns().split(", ");
        int columns = names.length;
        boolean areRooms = TrustRows.areRooms(table.name());
        String places = "?" + ", ?".repeat(columns - 1);
        try (PreparedStatement sql = fresh.prepareStatement(
                "INSERT OR REPLACE INTO " + table.name() + " (" + table.columns() + ") VALUES (" + places + ")")) {
            all &= ReadableRows.read(damaged, table, bytes, row -> {
                try {
                    for (int i = 1; i <= columns; i++) {
                        Object value = row.getObject(i + 1);
                        boolean fits = FixedLengths.fits(names[i - 1], value);
                        if (!fits || areRooms && value instanceof String && !ColumnText.isWhole(row.getBytes(i + 1))) {
                            all = false;
                            return;
                        }
                        sql.setObject(i, value);
                    }
                } catch (SQLException e) {
                    return; // a value that lies on another page, which is damaged
                }
                write(sql::executeUpdate);
            }, over);
        }
    }

    private void take(SalvagedEntries entries, ResultSet row) throws SalvageException {
        long id;
        byte[] hash;
        Entry entry;
        try {
            id = row.getLong(1);
            hash = row.getBytes(5);
            entry = Entry.stored(row.getBytes(2), row.getBytes(3), row.getBytes(4));
        } catch (SQLException | RuntimeException e) {
            all = false; // bytes that are no entry any more
            return;
        }
        write(() -> all &= entries.add(id, entry, hash));
    }

    private interface Writing {
        void run() throws SQLException;
    }

    /// A row that breaks a rule of its table is damaged too, and left out.
    private void write(Writing row) throws SalvageException {
        try {
            row.run();
        } catch (SQLException e) {
            if ((e.getErrorCode() & PRIMARY_CODE) != SQLiteErrorCode.SQLITE_CONSTRAINT.code
                    && (e.getErrorCode() & PRIMARY_CODE) != SQLiteErrorCode.SQLITE_MISMATCH.code) {
                throw new SalvageException(e);
            }
            all = false;
        }
    }

    /// Rows that refer to an unreadable peer or entry would keep the transaction from being committed.
    private static void removeOrphans(Statement sql) throws SQLException {
        for (String table : List.of("peer_endpoint", "proof")) {
            sql.execute("DELETE FROM " + table + " WHERE fingerprint NOT IN (SELECT fingerprint FROM peer)");
        }
        sql.execute("DELETE FROM shelf_answer WHERE entry NOT IN (SELECT id FROM entry)");
    }
}
