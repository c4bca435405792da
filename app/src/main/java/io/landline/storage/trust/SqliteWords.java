package io.landline.storage.trust;

import io.landline.chat.Entry;
import io.landline.chat.words.WordsChange;
import io.landline.chat.words.WordsChange.State;
import io.landline.chat.words.WordsStore;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore.Origin;
import io.landline.room.StretchedKey;
import io.landline.storage.choices.ChoiceTables;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import io.landline.storage.database.TimelineSql;
import io.landline.storage.entries.ContinuedSearch;
import io.landline.storage.entries.UnmadeRooms;
import io.landline.storage.entries.UnmadeRooms.UnmadeRoom;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Changes of words in SQLite (012-rooms.sql). Any thread; each call waits for the database, and throws a
/// [StorageException].
public final class SqliteWords implements WordsStore {
    private final Database database;
    private final SqliteTrust trust;

    public SqliteWords(Database database, SqliteTrust trust) {
        this.database = database;
        this.trust = trust;
    }

    @Override
    public List<WordsChange> all() {
        return database.read(connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT old, state, at, salt, words, entry, next FROM new_words")) {
                return Rows.all(sql, row -> change(connection, row));
            }
        });
    }

    /// Removes what a damaged database no longer has as it was written.
    ///
    /// @return whether there was nothing of the kind
    public static boolean removeUnreadable(Connection connection) throws SQLException {
        return Rows.removeUnreadable(connection, "new_words", List.of("next"),
                "old, state, at, salt, words, entry, next", row -> change(connection, row));
    }

    private static WordsChange change(Connection connection, ResultSet row) throws SQLException {
        String words = row.getString(5);
        return new WordsChange(RoomId.of(row.getBytes(1)), State.valueOf(row.getString(2)),
                Instant.ofEpochMilli(row.getLong(3)), row.getBytes(4), words == null ? null : RoomKey.of(words),
                Rows.entry(row.getBytes(6)), lacking(connection, row.getBytes(7)));
    }

    private static Set<Fingerprint> lacking(Connection connection, byte[] next) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT member FROM new_words_for WHERE next = ?")) {
            sql.setBytes(1, next);
            return new HashSet<>(Rows.all(sql, row -> Fingerprint.of(row.getBytes(1))));
        }
    }

    @Override
    public void put(WordsChange change) {
        database.write(Durability.FULL, connection -> {
            put(connection, change);
            return true;
        });
    }

    private static void put(Connection connection, WordsChange change) throws SQLException {
        Entry entry = change.entry();
        byte[] body = Objects.requireNonNull(entry.body(), "its body was checked");
        byte[] header = entry.headerBytes();
        byte[] signature = entry.signature();
        byte[] bytes = ByteBuffer.allocate(header.length + signature.length + body.length)
                .put(header)
                .put(signature)
                .put(body)
                .array();
        RoomKey words = change.words();
        byte[] next = change.next().bytes();
        Rows.update(connection,
                "INSERT OR REPLACE INTO new_words (next, old, author, state, at, words, salt, entry)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                next, change.old().bytes(), change.author().bytes(), change.state().name(),
                change.at().toEpochMilli(), words == null ? null : words.words(), change.salt(), bytes);
        Rows.update(connection, "DELETE FROM new_words_for WHERE next = ?", next);
        for (Fingerprint each : change.lacking()) {
            Rows.update(connection, "INSERT INTO new_words_for (next, member) VALUES (?, ?)", next,
                    each.bytes());
        }
    }

    /// Keeps a change that is taken, and puts the new room in the place of the old one: all of it or nothing. The old
    /// room is retired with its words. If the old one is not kept here, the new one stands last; if the new one is kept
    /// already, it stays as it is.
    public void take(WordsChange change, @Nullable Room old, Room next, Origin origin) {
        trust.byUser(connection -> take(connection, change, old, next, origin));
    }

    /// The entry of a change is stored before the change. Takes away those with a change that did not follow, since it
    /// could not be stored, or the program was killed between.
    public void forgetUnmade() {
        List<UnmadeRoom> unmade = database.read(UnmadeRooms::find);
        if (unmade.isEmpty()) return;
        database.write(Durability.FULL, connection -> {
            UnmadeRooms.remove(connection, UnmadeRooms.find(connection));
            return true;
        });
    }

    /// A change of another author that is taken.
    ///
    /// @param old null where the user has left it
    public record Step(WordsChange change, @Nullable Room old, Room next) {}

    /// The same for changes one after the other, with a proof for each author, who holds the words: all of them or
    /// none.
    public void takeAll(List<Step> steps, Instant now) {
        trust.byUser(connection -> {
            for (Step each : steps) {
                take(connection, each.change(), each.old(), each.next(), Origin.JOINED_BY_WORDS);
                SqliteTrust.proven(connection, each.next().id(), each.change().entry().header().authorKey(), now);
            }
            return steps;
        });
    }

    private static int take(Connection connection, WordsChange change, @Nullable Room old, Room next, Origin origin)
            throws SQLException {
        Long oldRow = TimelineSql.rowOf(connection, ConversationId.of(change.old()));
        Long nextRow = TimelineSql.rowOf(connection, ConversationId.of(change.next()));
        new ContinuedSearch(connection).around(oldRow, nextRow, () -> put(connection, change));
        Long place = old == null ? null : placeOf(connection, old);
        if (old != null && place != null) {
            retire(connection, old);
            ChoiceTables.move(connection, old.id().bytes(), next.id().bytes());
        }
        RoomKey words = Objects.requireNonNull(next.words(), "a room with words");
        StretchedKey stretched = Objects.requireNonNull(next.stretched(), "a room with words");
        return Rows.update(connection,
                "INSERT OR IGNORE INTO room (rowid, id, name, words, stretched, joined_at, made_here, joined_after)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(id), 0) FROM entry))",
                place, next.id().bytes(), next.name().value(), words.words(), stretched.bytes(),
                change.at().toEpochMilli(), origin == Origin.MADE_HERE);
    }

    private static @Nullable Long placeOf(Connection connection, Room room) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT rowid FROM room WHERE id = ?")) {
            sql.setBytes(1, room.id().bytes());
            return Rows.first(sql, row -> row.getLong(1));
        }
    }

    private static void retire(Connection connection, Room old) throws SQLException {
        Rows.update(connection,
                "INSERT OR REPLACE INTO retired_room (id, name, words, stretched)"
                        + " SELECT id, name, words, stretched FROM room WHERE id = ?",
                old.id().bytes());
        Rows.update(connection, "DELETE FROM room WHERE id = ?", old.id().bytes());
    }

    static List<Room> retired(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("SELECT id, name, words, stretched FROM retired_room")) {
            return Rows.all(sql, TrustRows::room);
        }
    }
}
