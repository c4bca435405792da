package io.landline.node.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.handshake.MemoryTrust;
import io.landline.handshake.PinnedPeer;
import io.landline.handshake.TrustStore;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import java.lang.Thread.State;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class NodeStandingsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_000);
    private static final Room CLASS = Room.keyed(new RoomName("class"), RoomKey.of("amber fox piano river"));

    private final MemoryTrust store = new MemoryTrust();
    private final Identity somebody = Identity.generate();
    private final Fingerprint peer = somebody.fingerprint();

    @Test
    void whatIsStoredIsKnownFromTheStart() {
        store.proven(CLASS.id(), somebody.publicKey(), NOW);
        Identity other = Identity.generate();
        store.pin(other.publicKey(), NOW);
        NodeStandings standings = open();
        assertEquals(Standing.MEMBER, standings.of(peer));
        assertEquals(Standing.OPEN_ROOM, standings.of(other.fingerprint()));
        assertEquals(Standing.STRANGER, standings.of(Identity.generate().fingerprint()));
    }

    @Test
    void eachChangeIsKnownAtOnce() {
        NodeStandings standings = open();
        standings.pin(somebody.publicKey(), NOW);
        assertEquals(Standing.OPEN_ROOM, standings.of(peer));
        standings.proven(CLASS.id(), somebody.publicKey(), NOW);
        assertEquals(Standing.MEMBER, standings.of(peer));
        standings.setAcceptedByHand(peer, true);
        assertEquals(Standing.TRUSTED, standings.of(peer));
        standings.setAcceptedByHand(peer, false);
        standings.setVerified(peer, true);
        assertEquals(Standing.TRUSTED, standings.of(peer));
        standings.forget(peer);
        assertEquals(Standing.STRANGER, standings.of(peer));
    }

    @Test
    void whoProvedARoomThatWasLeftIsNoMemberAnyMore() {
        NodeStandings standings = open();
        standings.proven(CLASS.id(), somebody.publicKey(), NOW);
        store.forget(CLASS.id());
        standings.load();
        assertEquals(Standing.OPEN_ROOM, standings.of(peer));
    }

    @Test
    void strangersWithoutEndPushOutNobodyWhoIsKnownBetter() {
        NodeStandings standings = open();
        standings.proven(CLASS.id(), somebody.publicKey(), NOW);
        byte[] key = new byte[32];
        for (int i = 0; i <= TrustStore.PINNED_MAX; i++) {
            standings.pin(ByteBuffer.wrap(key).putInt(i).array().clone(), NOW);
        }
        assertEquals(Standing.MEMBER, standings.of(peer));
        assertEquals(Standing.OPEN_ROOM, standings.of(Fingerprint.ofPublicKey(key)));
    }

    @Test
    void whomThisUserWroteToDirectlyIsTrustedAndStaysSo() {
        NodeStandings standings = open();
        standings.proven(CLASS.id(), somebody.publicKey(), NOW);
        assertTrue(standings.wroteTo(peer));
        assertFalse(standings.wroteTo(peer), "nothing new");
        assertEquals(Standing.TRUSTED, standings.of(peer));
        standings.pin(somebody.publicKey(), NOW);
        standings.setVerified(peer, false);
        assertEquals(Standing.TRUSTED, standings.of(peer));
        assertEquals(Standing.TRUSTED, NodeStandings.of(store, () -> List.of(CLASS), Set.of(peer)).of(peer));
    }

    @Test
    void aProofThatIsStoredWhileAllAreReadAnewCounts() throws InterruptedException {
        var noting = new AtomicReference<Thread>();
        var standings = new AtomicReference<NodeStandings>();
        var slow = new MemoryTrust() {
            @Override
            public List<PinnedPeer> pinned() {
                List<PinnedPeer> read = super.pinned();
                NodeStandings its = standings.get();
                if (its != null && noting.get() == null) {
                    Thread proof = Thread.ofPlatform()
                            .unstarted(() -> its.proven(CLASS.id(), somebody.publicKey(), NOW));
                    noting.set(proof);
                    proof.start(); // it comes through now, or waits for this reading
                    Set<State> ended = Set.of(State.BLOCKED, State.WAITING, State.TERMINATED);
                    while (!ended.contains(proof.getState())) Thread.onSpinWait();
                }
                return read;
            }
        };
        standings.set(NodeStandings.of(slow, () -> List.of(CLASS), new HashSet<>()));
        standings.get().load();
        noting.get().join();
        assertEquals(Standing.MEMBER, standings.get().of(peer));
    }

    private NodeStandings open() {
        return NodeStandings.of(store, () -> List.of(CLASS), Set.of());
    }
}
