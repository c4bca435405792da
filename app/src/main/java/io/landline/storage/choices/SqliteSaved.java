package io.landline.storage.choices;

import io.landline.chat.Entry;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.IdRange;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// The messages that the user saved, by their ids. Each is an act of the user, and the caller keeps their number within
/// a bound. Any thread; each call waits for the database, and throws a [StorageException].
public final class SqliteSaved {
    private final Database database;

    public SqliteSaved(Database database) { this.database = database; }

    /// A message by its name, with what is said of it where it is not here any more.
    ///
    /// @param written by the author's clock
    public record Place(EntryId id, ConversationId conversation, Fingerprint author, Instant written) {
        public static Place of(Entry entry) {
            return new Place(entry.id(), entry.header().conversation(), entry.author(), entry.written());
        }
    }

    /// The last first.
    public List<Place> all() {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(
                    "SELECT id, conversation, author, written FROM saved ORDER BY place DESC")) {
                return Rows.all(sql, row -> new Place(EntryId.of(row.getBytes(1)), ConversationId.of(row.getBytes(2)),
                        Fingerprint.of(row.getBytes(3)),
                        Instant.ofEpochMilli(ByteBuffer.wrap(row.getBytes(4)).getLong())));
            }
        });
    }

    public int count() {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement("SELECT count(*) FROM saved")) {
                return Objects.requireNonNull(Rows.first(sql, row -> row.getInt(1)));
            }
        });
    }

    /// The saved ids that begin with these hex digits, also of messages that are not here any more.
    public List<EntryId> named(String digits, int limit) {
        IdRange range = IdRange.of(digits, EntryId.BYTES);
        return database.read(connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT id FROM saved WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?")) {
                sql.setBytes(1, range.first());
                sql.setBytes(2, range.last());
                sql.setInt(3, limit);
                return Rows.all(sql, row -> EntryId.of(row.getBytes(1)));
            }
        });
    }

    public void save(Place place) {
        database.write(Durability.BATCHED, connection -> {
            try (PreparedStatement sql = connection.prepareStatement(
                    "INSERT OR IGNORE INTO saved (id, conversation, author, written) VALUES (?, ?, ?, ?)")) {
                sql.setBytes(1, place.id().bytes());
                sql.setBytes(2, place.conversation().bytes());
                sql.setBytes(3, place.author().bytes());
                sql.setBytes(4, ChatDatabase.bytes(place.written().toEpochMilli()));
                return sql.executeUpdate();
            }
        });
    }

    public void release(EntryId id) {
        database.write(Durability.BATCHED, connection -> {
            try (PreparedStatement sql = connection.prepareStatement("DELETE FROM saved WHERE id=?")) {
                sql.setBytes(1, id.bytes());
                return sql.executeUpdate();
            }
        });
    }
}
