package io.landline.storage.trust;

import io.landline.handshake.PinnedPeer;
import io.landline.handshake.TrustStore;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore;
import io.landline.room.StretchedKey;
import io.landline.storage.choices.ChoiceTables;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rooms, pinned peers and proofs in the profile's database (001-trust.sql). Any thread; each call waits for the
/// database.
public final class SqliteTrust implements TrustStore, RoomStore {
    private static final String PEER_COLUMNS = "fingerprint, public_key, name, first_met, last_met, verified,"
            + " accepted_by_hand, blocked";

    /// Earlier versions kept a room without the proof of a run before.
    private static final String CONFIRMED_AT = "coalesce(confirmed_at,"
            + " (SELECT joined_at FROM proof WHERE proof.room = room.id LIMIT 1))";

    private final Database database;
    private final @Nullable TrustCopy copy;

    /// @param copy is told of each change; null where nothing is kept outside of the database
    public SqliteTrust(Database database, @Nullable TrustCopy copy) {
        this.database = database;
        this.copy = copy;
    }

    /// A change that the user made: in the database and in its copy when this returns.
    <T extends @Nullable Object> T byUser(Database.Work<T> work) {
        T result = counted(Durability.FULL, work);
        if (copy != null) copy.now();
        return result;
    }

    /// A change that a session brought; the session does not wait for the copy.
    private <T extends @Nullable Object> T bySession(Durability durability, Database.Work<T> work) {
        T result = counted(durability, work);
        if (copy != null) copy.soon();
        return result;
    }

    private <T extends @Nullable Object> T counted(Durability durability, Database.Work<T> work) {
        return database.write(durability, connection -> {
            T result = work.run(connection);
            TrustTables.changed(connection);
            return result;
        });
    }

    @Override
    public @Nullable PinnedPeer pinned(Fingerprint peer) {
        return database.read(connection -> {
            List<PinnedPeer> found = peers(connection, " WHERE fingerprint = ?", peer.bytes());
            return found.isEmpty() ? null : found.getFirst();
        });
    }

    @Override
    public List<PinnedPeer> pinned() {
        return database.read(SqliteTrust::peers);
    }

    @Override
    public void pin(byte[] publicKey, Instant at) {
        byte[] key = publicKey.clone();
        bySession(Durability.FULL, connection -> {
            if (meet(connection, key, at)) PinLimits.metWithoutProof(connection, fingerprint(key));
            return null;
        });
    }

    @Override
    public void proven(RoomId room, byte[] publicKey, Instant at) {
        byte[] key = publicKey.clone();
        bySession(Durability.FULL, connection -> {
            proven(connection, room, key, at);
            return null;
        });
    }

    static void proven(Connection connection, RoomId room, byte[] key, Instant at) throws SQLException {
        boolean isNew = meet(connection, key, at);
        byte[] fingerprint = fingerprint(key);
        update(connection, "INSERT OR IGNORE INTO proof (room, fingerprint) VALUES (?, ?)", room.bytes(), fingerprint);
        update(connection, "UPDATE room SET confirmed_at = ? WHERE id = ? AND confirmed_at IS NULL",
                at.toEpochMilli(), room.bytes());
        if (isNew) PinLimits.metWithProof(connection, fingerprint);
    }

    /// @return whether nobody remembered had this key
    private static boolean meet(Connection connection, byte[] publicKey, Instant at) throws SQLException {
        byte[] fingerprint = fingerprint(publicKey);
        long now = at.toEpochMilli();
        if (update(connection, "UPDATE peer SET last_met = ? WHERE fingerprint = ?", now, fingerprint) > 0) {
            return false;
        }
        update(connection, "INSERT INTO peer (fingerprint, public_key, first_met, last_met) VALUES (?, ?, ?, ?)",
                fingerprint, publicKey, now, now);
        return true;
    }

    private static byte[] fingerprint(byte[] publicKey) {
        return Fingerprint.ofPublicKey(publicKey).bytes();
    }

    @Override
    public boolean updatePinned(Fingerprint peer, PeerName name, @Nullable Endpoint endpoint, Instant at) {
        return bySession(Durability.BATCHED, connection -> {
            byte[] fingerprint = peer.bytes();
            int changed = update(connection, "UPDATE peer SET name = ?, last_met = ? WHERE fingerprint = ?",
                    name.value(), at.toEpochMilli(), fingerprint);
            if (changed > 0 && endpoint != null) putFirst(connection, fingerprint, endpoint);
            return changed > 0;
        });
    }

    private static void putFirst(Connection connection, byte[] fingerprint, Endpoint endpoint) throws SQLException {
        update(connection,
                "INSERT OR REPLACE INTO peer_endpoint (fingerprint, address, scope, port, place) VALUES (?1, ?2,"
                        + " ?3, ?4, 1 + (SELECT coalesce(max(place), 0) FROM peer_endpoint WHERE fingerprint = ?1))",
                fingerprint, endpoint.address().getAddress(), StoredEndpoint.scope(endpoint.address()),
                endpoint.port());
        update(connection, "DELETE FROM peer_endpoint WHERE fingerprint = ?1 AND place NOT IN"
                + " (SELECT place FROM peer_endpoint WHERE fingerprint = ?1 ORDER BY place DESC LIMIT ?2)", fingerprint,
                PinnedPeer.MAX_ENDPOINTS);
    }

    @Override
    public boolean setVerified(Fingerprint peer, boolean verified) {
        return change("UPDATE peer SET verified = ? WHERE fingerprint = ?", verified, peer.bytes());
    }

    @Override
    public boolean setAcceptedByHand(Fingerprint peer, boolean accepted) {
        return change("UPDATE peer SET accepted_by_hand = ? WHERE fingerprint = ?", accepted, peer.bytes());
    }

    @Override
    public boolean setBlocked(Fingerprint peer, boolean blocked) {
        return change("UPDATE peer SET blocked = ? WHERE fingerprint = ?", blocked, peer.bytes());
    }

    @Override
    public Set<Fingerprint> blocked() {
        return database.read(connection -> fingerprints(connection, "SELECT fingerprint FROM peer WHERE blocked = 1"));
    }

    @Override
    public boolean forget(Fingerprint peer) {
        return byUser(connection -> {
            ChoiceTables.deleteOfPeer(connection, peer.bytes());
            return update(connection, "DELETE FROM peer WHERE fingerprint = ?", peer.bytes()) > 0;
        });
    }

    private boolean change(String sql, Object... values) {
        return byUser(connection -> update(connection, sql, values) > 0);
    }

    @Override
    public Set<RoomId> proofsOf(Fingerprint peer) {
        return database.read(connection -> {
            try (PreparedStatement sql = prepare(connection, "SELECT room FROM proof WHERE fingerprint = ?",
                    peer.bytes())) {
                return Set.copyOf(Rows.all(sql, row -> RoomId.of(row.getBytes(1))));
            }
        });
    }

    @Override
    public Map<Fingerprint, Set<RoomId>> proofs() {
        return database.read(connection -> {
            Map<Fingerprint, Set<RoomId>> proofs = new HashMap<>();
            try (PreparedStatement sql = prepare(connection, "SELECT fingerprint, room FROM proof")) {
                Rows.each(sql, row -> proofs.computeIfAbsent(Fingerprint.of(row.getBytes(1)), _ -> new HashSet<>())
                        .add(RoomId.of(row.getBytes(2))));
            }
            return proofs;
        });
    }

    @Override
    public Set<Fingerprint> provers(RoomId room) {
        return database.read(
                connection -> fingerprints(connection, "SELECT fingerprint FROM proof WHERE room = ?", room.bytes()));
    }

    @Override
    public boolean isProven(RoomId room) {
        return !provers(room).isEmpty();
    }

    @Override
    public List<Kept> rooms() {
        return database.read(connection -> {
            try (PreparedStatement sql = prepare(connection,
                    "SELECT id, name, words, stretched, joined_at, " + CONFIRMED_AT + ", made_here FROM room"
                            + " ORDER BY rowid")) {
                return Rows.all(sql, SqliteTrust::kept);
            }
        });
    }

    private static Kept kept(ResultSet row) throws SQLException {
        Instant joinedAt = Instant.ofEpochMilli(row.getLong(5));
        long confirmedAt = row.getLong(6);
        Instant confirmed = row.wasNull() ? null : Instant.ofEpochMilli(confirmedAt);
        return new Kept(TrustRows.room(row), row.getBoolean(7) ? Origin.MADE_HERE : Origin.JOINED_BY_WORDS, joinedAt,
                confirmed);
    }

    @Override
    public List<Room> retired() {
        return database.read(SqliteWords::retired);
    }

    @Override
    public void keepRetired(Room room) {
        RoomKey words = Objects.requireNonNull(room.words(), "a room with words");
        StretchedKey stretched = Objects.requireNonNull(room.stretched(), "a room with words");
        byUser(connection -> update(connection,
                "INSERT OR IGNORE INTO retired_room (id, name, words, stretched) VALUES (?, ?, ?, ?)",
                room.id().bytes(), room.name().value(), words.words(), stretched.bytes()));
    }

    @Override
    public void keep(Room room, Origin origin, Instant joinedAt) {
        RoomKey words = room.words();
        StretchedKey stretched = room.stretched();
        byUser(connection -> {
            update(connection,
                    "INSERT OR IGNORE INTO room (id, name, words, stretched, joined_at, made_here, joined_after)"
                            + " VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(id), 0) FROM entry))",
                    room.id().bytes(), room.name().value(), words == null ? null : words.words(),
                    stretched == null ? null : stretched.bytes(), joinedAt.toEpochMilli(),
                    origin == Origin.MADE_HERE);
            // somebody proved it in an earlier run, which did not keep it
            update(connection, "UPDATE room SET confirmed_at = ? WHERE id = ? AND confirmed_at IS NULL"
                    + " AND EXISTS (SELECT 1 FROM proof WHERE proof.room = room.id)",
                    joinedAt.toEpochMilli(), room.id().bytes());
            return null;
        });
    }

    @Override
    public Runnable forget(RoomId room) {
        List<ChoiceTables.Row> chosen = byUser(connection -> {
            List<ChoiceTables.Row> rows = ChoiceTables.ofRoom(connection, room.bytes());
            update(connection, "DELETE FROM room WHERE id = ?", room.bytes());
            update(connection, "DELETE FROM proof WHERE room = ?", room.bytes());
            update(connection, "DELETE FROM retired_room WHERE id = ?", room.bytes());
            ChoiceTables.deleteOfRoom(connection, room.bytes());
            return rows;
        });
        database.deleteCopies(); // they have the key still, and so has the log
        database.scrub();
        return () -> byUser(connection -> {
            ChoiceTables.restore(connection, chosen);
            return null;
        });
    }

    static List<PinnedPeer> peers(Connection connection) throws SQLException {
        return peers(connection, " ORDER BY last_met DESC");
    }

    private static List<PinnedPeer> peers(Connection connection, String rest, Object... values) throws SQLException {
        Map<Fingerprint, List<Endpoint>> endpoints = endpoints(connection, values);
        try (PreparedStatement sql = prepare(connection, "SELECT " + PEER_COLUMNS + " FROM peer" + rest, values)) {
            return Rows.all(sql, row -> {
                String name = row.getString(3);
                List<Endpoint> places = endpoints.getOrDefault(TrustRows.person(row, 1, 2), List.of());
                return new PinnedPeer(row.getBytes(2), name == null ? null : new PeerName(name), places,
                        Instant.ofEpochMilli(row.getLong(4)), Instant.ofEpochMilli(row.getLong(5)),
                        TrustTables.verdicts(row));
            });
        }
    }

    /// Where peers were reached, the last first, by one query for any number of them.
    ///
    /// @param one the fingerprint of the one that is asked for; nothing for all
    private static Map<Fingerprint, List<Endpoint>> endpoints(Connection connection, Object... one)
            throws SQLException {
        Map<Fingerprint, List<Endpoint>> endpoints = new HashMap<>();
        try (PreparedStatement sql = prepare(connection,
                "SELECT fingerprint, address, scope, port FROM peer_endpoint"
                        + (one.length == 0 ? "" : " WHERE fingerprint = ?") + " ORDER BY place DESC",
                one)) {
            Rows.each(sql, row -> {
                Endpoint endpoint = StoredEndpoint.restored(row.getBytes(2), row.getString(3), row.getInt(4));
                if (endpoint == null) return;
                endpoints.computeIfAbsent(Fingerprint.of(row.getBytes(1)), _ -> new ArrayList<>()).add(endpoint);
            });
        }
        return endpoints;
    }

    private static Set<Fingerprint> fingerprints(Connection connection, String query, Object... values)
            throws SQLException {
        try (PreparedStatement sql = prepare(connection, query, values)) {
            return Set.copyOf(Rows.all(sql, row -> Fingerprint.of(row.getBytes(1))));
        }
    }

    private static int update(Connection connection, String statement, @Nullable Object... values) throws SQLException {
        return Rows.update(connection, statement, values);
    }

    private static PreparedStatement prepare(Connection connection, String statement, @Nullable Object... values)
            throws SQLException {
        PreparedStatement sql = connection.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) sql.setObject(i + 1, values[i]);
        return sql;
    }
}
