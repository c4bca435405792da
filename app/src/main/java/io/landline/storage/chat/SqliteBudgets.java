package io.landline.storage.chat;

import io.landline.chat.BudgetStore;
import io.landline.chat.EntryStore;
import io.landline.peer.Fingerprint;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Database;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was stored today for each account, in SQLite. Any thread.
public final class SqliteBudgets implements BudgetStore {
    private final ChatDatabase access;

    SqliteBudgets(Database database) { access = new ChatDatabase(database); }

    @Override
    public Map<Account, Spent> spent(long day) {
        return access.read(connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT person, purpose, bytes, entries, unknown FROM budget WHERE day=?")) {
                sql.setLong(1, day);
                var spent = new HashMap<Account, Spent>();
                try (ResultSet row = sql.executeQuery()) {
                    while (row.next()) {
                        Account account = Rows.read(row, SqliteBudgets::account);
                        spent.put(account, new Spent(row.getLong(3), row.getLong(4), row.getLong(5)));
                    }
                }
                return spent;
            }
        });
    }

    /// Removes what a damaged database no longer has as it was written.
    ///
    /// @return whether there was nothing of the kind
    public static boolean removeUnreadable(Connection connection) throws SQLException {
        return Rows.removeUnreadable(connection, "budget", List.of("day", "person", "purpose"), "person, purpose",
                SqliteBudgets::account);
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(Fingerprint.of(row.getBytes(1)), Purpose.valueOf(row.getString(2)));
    }

    @Override
    public void save(long day, Map<Account, Spent> changed) {
        access.write(EntryStore.Durability.BATCHED, connection -> {
            try (PreparedStatement others = connection.prepareStatement("DELETE FROM budget WHERE day<>?");
                    PreparedStatement sql = connection.prepareStatement("INSERT OR REPLACE INTO budget"
                            + " (day, person, purpose, bytes, entries, unknown) VALUES (?, ?, ?, ?, ?, ?)")) {
                others.setLong(1, day);
                others.executeUpdate();
                for (Map.Entry<Account, Spent> each : changed.entrySet()) {
                    sql.setLong(1, day);
                    sql.setBytes(2, each.getKey().person().bytes());
                    sql.setString(3, each.getKey().purpose().name());
                    sql.setLong(4, each.getValue().bytes());
                    sql.setLong(5, each.getValue().entries());
                    sql.setLong(6, each.getValue().unknownBytes());
                    sql.executeUpdate();
                }
                return true;
            }
        });
    }
}
