package io.landline.storage;

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
import io.landline.room.RoomStore;
import io.landline.storage.Database.Durability;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
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
        store = new SqliteTrust(database);
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
        store.keep(lobby, Instant.EPOCH);
        store.pin(key, Instant.EPOCH);
        close();
        open();
        assertEquals(List.of(lobby), store.rooms().stream().map(RoomStore.Kept::room).toList());
        assertNotNull(store.pinned(Fingerprint.ofPublicKey(key)));
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
        store.pin(oldest, Instant.ofEpochSecond(1));
        store.pin(verified, Instant.EPOCH);
        store.setVerified(Fingerprint.ofPublicKey(verified), true);
        fillTo(TrustStore.PINNED_MAX);
        byte[] newest = Identity.generate().publicKey();
        store.pin(newest, Instant.EPOCH); // a wrong clock does not make the newcomer the one to go
        assertEquals(TrustStore.PINNED_MAX, store.pinned().size());
        assertNull(store.pinned(Fingerprint.ofPublicKey(oldest)));
        assertNotNull(store.pinned(Fingerprint.ofPublicKey(verified)));
        assertNotNull(store.pinned(Fingerprint.ofPublicKey(newest)));
    }

    private void fillTo(int count) {
        database.write(Durability.BATCHED, connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("WITH RECURSIVE n(i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
                            + " INSERT INTO peer (fingerprint, public_key, first_met, last_met)"
                            + " SELECT randomblob(32), randomblob(32), 5000, 5000 FROM n")) {
                sql.setInt(1, count);
                return sql.executeUpdate();
            }
        });
    }
}
