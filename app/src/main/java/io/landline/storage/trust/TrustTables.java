package io.landline.storage.trust;

import io.landline.handshake.PinnedPeer.Verdict;
import io.landline.peer.Fingerprint;
import io.landline.storage.database.Rows;
import io.landline.storage.trust.TrustState.Pin;
import io.landline.storage.trust.TrustState.Place;
import io.landline.storage.trust.TrustState.RoomRow;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All of the trust tables at once (001-trust.sql, 003-trust-state.sql). The database's threads only.
final class TrustTables {
    private TrustTables() {}

    /// The counter is read first: a change that comes in between is told again.
    static TrustState read(Connection connection) throws SQLException {
        long[] counter = counter(connection);
        try (PreparedStatement sql = connection.prepareStatement(
                "SELECT id, name, words, stretched, joined_at, confirmed_at, made_here FROM room ORDER BY rowid")) {
            List<RoomRow> rooms = Rows.all(sql, row -> {
                TrustRows.room(row);
                return new RoomRow(row.getBytes(1), row.getString(2), row.getString(3), row.getBytes(4), row.getLong(5),
                        number(row, 6), row.getBoolean(7));
            });
            return new TrustState(counter[0], counter[1], rooms, pins(connection));
        }
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : (Long) value;
    }

    private static long[] counter(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT change, at FROM trust_state")) {
            long[] counter = Rows.first(sql, row -> new long[]{row.getLong(1), row.getLong(2)});
            return counter == null ? new long[2] : counter;
        }
    }

    private static List<Pin> pins(Connection connection) throws SQLException {
        Map<ByteBuffer, List<Place>> places = new HashMap<>();
        try (PreparedStatement sql = connection.prepareStatement(
                "SELECT fingerprint, address, scope, port FROM peer_endpoint ORDER BY fingerprint, place DESC")) {
            Rows.each(sql, row -> places.computeIfAbsent(ByteBuffer.wrap(row.getBytes(1)), _ -> new ArrayList<>())
                    .add(new Place(row.getBytes(2), row.getString(3), row.getInt(4))));
        }
        Map<ByteBuffer, List<byte[]>> proofs = new HashMap<>();
        try (PreparedStatement sql = connection.prepareStatement("SELECT fingerprint, room FROM proof")) {
            Rows.each(sql, row -> proofs.computeIfAbsent(ByteBuffer.wrap(row.getBytes(1)), _ -> new ArrayList<>())
                    .add(row.getBytes(2)));
        }
        try (PreparedStatement sql = connection.prepareStatement(
                "SELECT fingerprint, public_key, name, first_met, last_met, verified,"
                        + " accepted_by_hand, blocked FROM peer ORDER BY last_met DESC")) {
            return Rows.all(sql, row -> {
                var key = ByteBuffer.wrap(TrustRows.person(row, 1, 2).bytes());
                return new Pin(row.getBytes(2), row.getString(3), row.getLong(4), row.getLong(5), verdicts(row),
                        places.getOrDefault(key, List.of()),
                        proofs.getOrDefault(key, List.of()));
            });
        }
    }

    /// Those in a row of `peer`.
    static Set<Verdict> verdicts(ResultSet row) throws SQLException {
        var verdicts = EnumSet.noneOf(Verdict.class);
        if (row.getBoolean("verified")) verdicts.add(Verdict.VERIFIED);
        if (row.getBoolean("accepted_by_hand")) verdicts.add(Verdict.ACCEPTED_BY_HAND);
        if (row.getBoolean("blocked")) verdicts.add(Verdict.BLOCKED);
        return verdicts;
    }

    /// Counts a change of these tables, in the transaction that makes it.
    static void changed(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.executeUpdate(
                    "UPDATE trust_state SET change = change + 1, at = CAST(unixepoch('subsec') * 1000 AS INTEGER)");
        }
    }

    /// Puts a state in the place of what is here, its counter too.
    static void replace(Connection connection, TrustState state) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            for (String table : List.of("peer", "peer_endpoint", "proof", "room")) {
                sql.executeUpdate("DELETE FROM " + table);
            }
        }
        addMissing(connection, state);
        Rows.update(connection, "UPDATE trust_state SET change = ?, at = ?", state.change(), state.at());
    }

    /// Adds what is not here; what is here stays.
    static void addMissing(Connection connection, TrustState state) throws SQLException {
        for (RoomRow room : state.rooms()) {
            Rows.update(connection,
                    "INSERT OR IGNORE INTO room (id, name, words, stretched, joined_at, confirmed_at, made_here)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    room.id(), room.name(), room.words(), room.stretched(), room.joinedAt(), room.confirmedAt(),
                    room.made());
        }
        for (Pin pin : state.pins()) {
            byte[] fingerprint = Fingerprint.ofPublicKey(pin.publicKey()).bytes();
            int added = Rows.update(connection,
                    "INSERT OR IGNORE INTO peer (fingerprint, public_key, name, first_met, last_met, verified,"
                            + " accepted_by_hand, blocked) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    fingerprint, pin.publicKey(), pin.name(), pin.firstMet(), pin.lastMet(),
                    pin.verdicts().contains(Verdict.VERIFIED), pin.verdicts().contains(Verdict.ACCEPTED_BY_HAND),
                    pin.verdicts().contains(Verdict.BLOCKED));
            if (added == 0) continue;
            int place = pin.places().size();
            for (Place each : pin.places()) {
                Rows.update(connection,
                        "INSERT OR IGNORE INTO peer_endpoint (fingerprint, address, scope, port, place) VALUES (?, ?,"
                                + " ?, ?, ?)",
                        fingerprint, each.address(), each.scope(), each.port(), place--);
            }
            for (byte[] room : pin.proofs()) {
                Rows.update(connection, "INSERT OR IGNORE INTO proof (room, fingerprint) VALUES (?, ?)", room,
                        fingerprint);
            }
        }
    }
}
