package io.landline.storage.trust;

import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import io.landline.room.StretchedKey;
import io.landline.storage.database.ColumnText;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Rooms and people as they stand in rows, each with the id or fingerprint that follows from the rest of its row. A row
/// that contradicts itself was changed by the disk: it would be another room, or somebody else, without a word. What
/// throws an [IllegalArgumentException] here is told as damage by [Rows#read]. The database's threads only.
public final class TrustRows {
    private static final String ROOM_COLUMNS = "id, name, words, stretched";

    private TrustRows() {}

    /// Of the columns `id, name, words, stretched`, from the first on.
    static Room room(ResultSet row) throws SQLException {
        String name = ColumnText.of(row, 2);
        return room(row.getBytes(1), Objects.requireNonNull(name), ColumnText.of(row, 3), row.getBytes(4));
    }

    /// @throws IllegalArgumentException where the id is not that of such a room
    static Room room(byte[] id, String name, @Nullable String words, byte @Nullable [] stretched) {
        Room room = words == null || stretched == null
                ? Room.open(new RoomName(name))
                : Room.restored(new RoomName(name), RoomKey.of(words), StretchedKey.of(stretched));
        if (!room.id().equals(RoomId.of(id))) throw new IllegalArgumentException("a room with the id of another");
        return room;
    }

    /// The person with the fingerprint and the public key in these columns.
    static Fingerprint person(ResultSet row, int fingerprint, int publicKey) throws SQLException {
        var person = Fingerprint.ofPublicKey(row.getBytes(publicKey));
        if (!person.equals(Fingerprint.of(row.getBytes(fingerprint)))) {
            throw new IllegalArgumentException("a key with the fingerprint of another");
        }
        return person;
    }

    /// Removes what a damaged database no longer has as it was written. `trust.json` may have it still.
    ///
    /// @return whether there was nothing of the kind
    public static boolean removeUnreadable(Connection connection) throws SQLException {
        boolean all = true;
        for (String table : List.of("room", "retired_room")) {
            all &= Rows.removeUnreadable(connection, table, List.of("id"), ROOM_COLUMNS, TrustRows::room);
        }
        return all & clearNames(connection) & Rows.removeUnreadable(connection, "peer", List.of("fingerprint"),
                "fingerprint, public_key", row -> person(row, 1, 2));
    }

    /// What is no name any more costs the name alone: who is blocked stays so.
    private static boolean clearNames(Connection connection) throws SQLException {
        var nameless = new ArrayList<byte[]>();
        try (PreparedStatement sql = connection
                .prepareStatement("SELECT fingerprint, name FROM peer WHERE name IS NOT NULL")) {
            Rows.each(sql, row -> {
                if (!PeerName.fits(row.getString(2))) nameless.add(row.getBytes(1));
            });
        }
        for (byte[] each : nameless) {
            Rows.update(connection, "UPDATE peer SET name = NULL WHERE fingerprint = ?", each);
        }
        return nameless.isEmpty();
    }

    /// Whether the texts of a table's rows decide which room they are of.
    public static boolean areRooms(String table) {
        return table.equals("room") || table.equals("retired_room");
    }
}
