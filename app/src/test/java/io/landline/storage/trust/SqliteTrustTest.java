package io.landline.storage.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.handshake.BlockedPeers;
import io.landline.handshake.TrustContract;
import io.landline.handshake.TrustStore;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.room.RoomStore;
import io.landline.room.RoomStore.Origin;
import io.landline.storage.database.CountedSteps;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.Rows;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTrustTest extends TrustContract {
    @TempDir
    Path folder;
    private Database database;
    private SqliteTrust store;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("landline.db"));
        store = new SqliteTrust(database, null);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected TrustStore trust() {
        return store;
    }

    @Override
    protected RoomStore roomStore() {
        return store;
    }

    @Test
    void whatWasKeptIsThereAfterARestart() throws IOException {
        Room lobby = Room.open(new RoomName("lobby"));
        byte[] key = Identity.generate().publicKey();
        store.keep(lobby, Origin.JOINED_BY_WORDS, Instant.EPOCH);
        store.pin(key, Instant.EPOCH);
        close();
        open();
        assertEquals(List.of(lobby), store.rooms().stream().map(RoomStore.Kept::room).toList());
        assertNotNull(store.pinned(Fingerprint.ofPublicKey(key)));
    }

    /// A command may be in a room for one run. The proof of that run was kept, and the room said after each start that
    /// nobody had confirmed its key.
    @Test
    void aRoomThatIsKeptAfterItsFirstProofIsConfirmed() {
        Room room = Room.open(new RoomName("class"));
        store.keep(room, Origin.JOINED_BY_WORDS, Instant.EPOCH);
        assertNull(store.rooms().getFirst().confirmedAt());
        store.forget(room.id());
        store.proven(room.id(), Identity.generate().publicKey(), Instant.EPOCH);
        Instant kept = Instant.EPOCH.plusSeconds(5);
        store.keep(room, Origin.JOINED_BY_WORDS, kept);
        assertEquals(kept, store.rooms().getFirst().confirmedAt());
    }

    @Test
    void aRoomThatAnEarlierVersionKeptWithoutItsProofIsConfirmed() {
        Room room = Room.open(new RoomName("class"));
        store.keep(room, Origin.JOINED_BY_WORDS, Instant.EPOCH);
        store.proven(room.id(), Identity.generate().publicKey(), Instant.EPOCH.plusSeconds(5));
        database.write(Durability.FULL,
                connection -> Rows.update(connection, "UPDATE room SET confirmed_at = NULL"));
        assertEquals(Instant.EPOCH, store.rooms().getFirst().confirmedAt());
    }

    @Test
    void whetherSomebodyIsBlockedIsAnsweredWithoutTheDatabase() throws IOException {
        byte[] key = Identity.generate().publicKey();
        Fingerprint peer = Fingerprint.ofPublicKey(key);
        store.pin(key, Instant.EPOCH);
        assertTrue(BlockedPeers.of(store).set(peer, true));
        close();
        open();
        BlockedPeers blocked = BlockedPeers.of(store);
        close();
        assertTrue(blocked.contains(peer)); // a read would be refused
        assertThrows(IllegalStateException.class, () -> blocked.set(peer, false));
        assertTrue(blocked.contains(peer), "what is not stored is not in force");
    }

    @Test
    void beyondTheMostTheOneMetLongestAgoGoesUnlessSomebodyVouchedForIt() {
        byte[] oldest = Identity.generate().publicKey();
        byte[] verified = Identity.generate().publicKey();
        RoomId room = Room.open(new RoomName("any")).id();
        store.proven(room, oldest, Instant.ofEpochSecond(1));
        store.pin(verified, Instant.EPOCH);
        store.setVerified(Fingerprint.ofPublicKey(verified), true);
        fillTo(TrustStore.PINNED_MAX);
        proveAll(room);
        byte[] newest = Identity.generate().publicKey();
        store.proven(room, newest, Instant.EPOCH); // a wrong clock does not make the newcomer the one to go
        assertEquals(TrustStore.PINNED_MAX, store.pinned().size());
        assertNull(store.pinned(Fingerprint.ofPublicKey(oldest)));
        assertNotNull(store.pinned(Fingerprint.ofPublicKey(verified)));
        assertNotNull(store.pinned(Fingerprint.ofPublicKey(newest)));
    }

    private void proveAll(RoomId room) {
        database.write(Durability.BATCHED, connection -> {
            try (PreparedStatement sql = connection.prepareStatement(
                    "INSERT OR IGNORE INTO proof (room, fingerprint) SELECT ?, fingerprint FROM peer")) {
                sql.setBytes(1, room.bytes());
                return sql.executeUpdate();
            }
        });
    }

    @Test
    void m5_whoHasAProofIsNeverDisplacedBySomebodyWithout() {
        RoomId room = Room.open(new RoomName("any")).id();
        fillTo(TrustStore.PINNED_MAX);
        proveAll(room);
        int before = store.provers(room).size();
        byte[] friend = Identity.generate().publicKey();
        store.proven(room, friend, Instant.EPOCH); // long unmet; with a proof he takes the place of one with a proof
        byte[] blocked = Identity.generate().publicKey();
        for (int i = 0; i < 50; i++) {
            store.pin(i == 0 ? blocked : Identity.generate().publicKey(), Instant.ofEpochSecond(9_000 + i));
        }
        assertNotNull(store.pinned(Fingerprint.ofPublicKey(friend)));
        assertTrue(store.provers(room).size() >= before, "all proofs are there");
        assertTrue(store.pinned().size() <= TrustStore.PINNED_MAX);
    }

    @Test
    void m5_ofThoseWithoutAProofAtMostAThousandAreRememberedTheLastMetOnes() {
        RoomId room = Room.open(new RoomName("any")).id();
        byte[] blocked = Identity.generate().publicKey();
        byte[] verified = Identity.generate().publicKey();
        byte[] friend = Identity.generate().publicKey();
        for (byte[] each : List.of(blocked, verified)) store.pin(each, Instant.EPOCH);
        store.setBlocked(Fingerprint.ofPublicKey(blocked), true);
        store.setVerified(Fingerprint.ofPublicKey(verified), true);
        store.proven(room, friend, Instant.EPOCH);
        fillTo(TrustStore.WITHOUT_PROOF_MAX);
        byte[] oldest = Identity.generate().publicKey();
        store.pin(oldest, Instant.ofEpochMilli(4_000));
        assertNotNull(store.pinned(Fingerprint.ofPublicKey(oldest)), "as long as there is room");
        for (int i = 0; i < 3; i++) store.pin(Identity.generate().publicKey(), Instant.ofEpochMilli(6_000 + i));
        assertEquals(TrustStore.WITHOUT_PROOF_MAX + 3, store.pinned().size(), "these, and the three that stay");
        assertNull(store.pinned(Fingerprint.ofPublicKey(oldest)));
        for (byte[] each : List.of(blocked, verified, friend)) {
            assertNotNull(store.pinned(Fingerprint.ofPublicKey(each)));
        }
    }

    @Test
    void m5_allPinsAreReadWithoutAQuestionForEach() {
        fillTo(100);
        var asked = new AtomicInteger();
        int found = database.<Integer>read(connection -> {
            var counting = (Connection) Proxy.newProxyInstance(getClass().getClassLoader(),
                    new Class<?>[]{Connection.class}, (_, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) asked.incrementAndGet();
                        return method.invoke(connection, arguments);
                    });
            return SqliteTrust.peers(counting).size();
        });
        assertEquals(98, found);
        assertTrue(asked.get() <= 2, asked + " questions");
    }

    @Test
    void whoIsKnownIsMetWithoutALookAtAllOthers() {
        RoomId room = Room.open(new RoomName("any")).id();
        byte[] friend = Identity.generate().publicKey();
        byte[] stranger = Identity.generate().publicKey();
        store.proven(room, friend, Instant.EPOCH);
        store.pin(stranger, Instant.ofEpochSecond(9_000));
        fillTo(TrustStore.WITHOUT_PROOF_MAX);
        proveAll(room);
        fillTo(TrustStore.WITHOUT_PROOF_MAX + 3);
        long few = thousandsOfSteps(() -> {
            store.proven(room, friend, Instant.EPOCH);
            store.pin(stranger, Instant.ofEpochSecond(9_000));
        });
        assertEquals(0, few, "thousands of steps of the database");
    }

    /// Of SQLite, which the writer's connection takes.
    private long thousandsOfSteps(Runnable work) {
        return CountedSteps.ofWrites(database, 1_000, work) / 1_000;
    }

    private void fillTo(int count) {
        database.write(Durability.BATCHED, connection -> {
            try (PreparedStatement sql = connection.prepareStatement(
                    "INSERT INTO peer (fingerprint, public_key, first_met, last_met) VALUES (?, ?, 5000, 5000)")) {
                byte[] key = new byte[32];
                for (int i = 3; i <= count; i++) {
                    ThreadLocalRandom.current().nextBytes(key);
                    sql.setBytes(1, Fingerprint.ofPublicKey(key).bytes());
                    sql.setBytes(2, key.clone());
                    sql.addBatch();
                }
                return sql.executeBatch().length;
            }
        });
    }
}
