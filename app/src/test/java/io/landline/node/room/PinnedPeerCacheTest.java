package io.landline.node.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.handshake.MemoryTrust;
import io.landline.handshake.PinnedPeer;
import io.landline.handshake.TrustStore;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PinnedPeerCacheTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_000);
    private static final Room CLASS = Room.keyed(new RoomName("class"), RoomKey.of("amber fox piano river"));

    private final MemoryTrust store = new MemoryTrust();
    private final PinnedPeerCache memory = new PinnedPeerCache(store);
    private final Identity ada = Identity.generate();
    private final Identity max = Identity.generate();

    @Test
    void aChangeOfOnePeerIsNotedAndNothingElseIsRead() {
        store.pin(ada.publicKey(), NOW);
        assertEquals(List.of(ada.fingerprint()), fingerprints());
        store.proven(CLASS.id(), max.publicKey(), NOW.plusSeconds(1));
        assertEquals(List.of(ada.fingerprint()), fingerprints(), "from memory");
        memory.changed(max.fingerprint());
        assertEquals(List.of(max.fingerprint(), ada.fingerprint()), fingerprints(), "last met first");
        assertEquals(Set.of(CLASS.id()), memory.proofsOf(max.fingerprint()));
        store.updatePinned(ada.fingerprint(), new PeerName("Ada"), null, NOW.plusSeconds(2));
        memory.changed(ada.fingerprint());
        PinnedPeer known = memory.pinned(ada.fingerprint());
        assertNotNull(known);
        assertEquals(new PeerName("Ada"), known.name());
        assertEquals(List.of(ada.fingerprint(), max.fingerprint()), fingerprints());
    }

    @Test
    void aForgottenPeerIsGoneWithItsProofs() {
        store.proven(CLASS.id(), ada.publicKey(), NOW);
        assertEquals(Set.of(CLASS.id()), memory.proofsOf(ada.fingerprint()));
        assertEquals(1, memory.pinned().size());
        store.forget(ada.fingerprint());
        memory.changed(ada.fingerprint());
        assertNull(memory.pinned(ada.fingerprint()));
        assertEquals(Set.of(), memory.proofsOf(ada.fingerprint()));
        assertEquals(List.of(), memory.pinned());
    }

    @Test
    void theProofsOfARoomThatWasLeftAreGone() {
        store.proven(CLASS.id(), ada.publicKey(), NOW);
        assertEquals(1, memory.pinned().size());
        store.forget(CLASS.id());
        memory.forget();
        assertEquals(Set.of(), memory.proofsOf(ada.fingerprint()));
        assertEquals(1, memory.pinned().size());
        assertEquals(Set.of(), memory.proofsOf(ada.fingerprint()), "from memory too");
    }

    @Test
    void whatTheStoreForgetsAtItsBoundIsForgottenHere() {
        store.pin(ada.publicKey(), NOW);
        assertEquals(1, memory.pinned().size());
        byte[] key = new byte[32];
        for (int i = 0; i < TrustStore.PINNED_MAX; i++) {
            byte[] each = ByteBuffer.wrap(key).putInt(i).array().clone();
            store.pin(each, NOW.plusSeconds(1));
            memory.changed(Fingerprint.ofPublicKey(each));
        }
        assertNull(store.pinned(ada.fingerprint()), "met longest ago");
        assertNull(memory.pinned(ada.fingerprint()));
        assertFalse(fingerprints().contains(ada.fingerprint()));
        assertEquals(TrustStore.PINNED_MAX, memory.pinned().size());
    }

    @Test
    void afterAReadThatFailedAllIsReadAnew() {
        store.pin(ada.publicKey(), NOW);
        assertEquals(1, memory.pinned().size());
        store.pin(max.publicKey(), NOW);
        store.failWith(new IllegalStateException("the disk"));
        assertThrows(IllegalStateException.class, () -> memory.changed(max.fingerprint()));
        store.failWith(null);
        assertTrue(fingerprints().contains(max.fingerprint()));
    }

    private List<Fingerprint> fingerprints() {
        return memory.pinned().stream().map(PinnedPeer::fingerprint).toList();
    }
}
