package io.landline.storage.choices;

import io.landline.room.EntryId;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.util.List;

/// The messages that the user saved, by their ids. Each is an act of the user, and the caller keeps their number within
/// a bound. Any thread; each call waits for the database, and throws a [StorageException].
public final class SqliteSaved {
    private final Database database;

    public SqliteSaved(Database database) { this.database = database; }

    /// The last first.
    public List<EntryId> all() {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement("SELECT id FROM saved ORDER BY place DESC")) {
                return Rows.all(sql, row -> id(row.getBytes(1)));
            }
        });
    }

    public void save(EntryId id) {
        update("INSERT OR IGNORE INTO saved (id) VALUES (?)", id);
    }

    public void release(EntryId id) {
        update("DELETE FROM saved WHERE id=?", id);
    }

    private void update(String statement, EntryId id) {
        database.write(Durability.BATCHED, connection -> {
            try (PreparedStatement sql = connection.prepareStatement(statement)) {
                sql.setBytes(1, ByteBuffer.allocate(EntryId.BYTES).putLong(id.high()).putLong(id.low()).array());
                return sql.executeUpdate();
            }
        });
    }

    private static EntryId id(byte[] bytes) {
        ByteBuffer both = ByteBuffer.wrap(bytes);
        return new EntryId(both.getLong(), both.getLong());
    }
}
