package io.landline.handshake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.identity.Identity;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore;
import io.landline.room.RoomStore.Origin;
import io.landline.room.StretchedKey;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every keeper of trust and rooms does; the one in memory and the one on disk both pass.
public abstract class TrustContract {
    private static final Instant MET = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant LATER = MET.plusSeconds(60);
    private static final Room CLASS = Room.restored(new RoomName("Class"), RoomKey.of("amber fox piano river"),
            StretchedKey.of(new byte[32]));
    private static final Room LOBBY = Room.open(new RoomName("lobby"));

    private final byte[] max = Identity.generate().publicKey();
    private final Fingerprint maxPrint = Fingerprint.ofPublicKey(max);
    private final byte[] ada = Identity.generate().publicKey();
    private final Fingerprint adaPrint = Fingerprint.ofPublicKey(ada);

    /// The store under test: the same one at each call in a test.
    protected abstract TrustStore trust();

    protected abstract RoomStore roomStore();

    private PinnedPeer pinned(Fingerprint peer) {
        return Objects.requireNonNull(trust().pinned(peer));
    }

    @Test
    void aStrangerIsNotPinned() {
        assertNull(trust().pinned(maxPrint));
        assertEquals(List.of(), trust().pinned());
        assertEquals(Set.of(), trust().proofsOf(maxPrint));
        assertFalse(trust().updatePinned(maxPrint, new PeerName("Max"), null, MET));
        assertFalse(trust().setVerified(maxPrint, true));
        assertFalse(trust().setAcceptedByHand(maxPrint, true));
        assertFalse(trust().setBlocked(maxPrint, true));
        assertFalse(trust().forget(maxPrint));
        assertNull(trust().pinned(maxPrint), "none of these pins");
    }

    @Test
    void aPinnedPeerIsRememberedByItsKey() {
        trust().pin(max, MET);
        PinnedPeer peer = pinned(maxPrint);
        assertArrayEquals(max, peer.publicKey());
        assertNull(peer.name());
        assertEquals(List.of(), peer.endpoints());
        assertEquals(MET, peer.firstMet());
        assertEquals(MET, peer.lastMet());
        assertFalse(peer.verified() || peer.acceptedByHand() || peer.blocked());
    }

    @Test
    void pinningAgainOnlyMovesTheLastMeeting() {
        trust().pin(max, MET);
        trust().updatePinned(maxPrint, new PeerName("Max"), null, MET);
        trust().setVerified(maxPrint, true);
        trust().pin(max, LATER);
        PinnedPeer peer = pinned(maxPrint);
        assertEquals(MET, peer.firstMet());
        assertEquals(LATER, peer.lastMet());
        assertEquals(new PeerName("Max"), peer.name());
        assertTrue(peer.verified());
    }

    @Test
    void theLastMetStandsFirst() {
        trust().pin(max, MET);
        trust().pin(ada, LATER);
        assertEquals(List.of(adaPrint, maxPrint), trust().pinned().stream().map(PinnedPeer::fingerprint).toList());
        trust().updatePinned(maxPrint, new PeerName("Max"), null, LATER.plusSeconds(1));
        assertEquals(maxPrint, trust().pinned().getFirst().fingerprint());
    }

    @Test
    void flagsAreKeptEachOnItsOwn() {
        trust().pin(max, MET);
        assertTrue(trust().setVerified(maxPrint, true));
        assertTrue(trust().setAcceptedByHand(maxPrint, true));
        assertTrue(trust().setBlocked(maxPrint, true));
        assertTrue(trust().setVerified(maxPrint, false));
        PinnedPeer peer = pinned(maxPrint);
        assertTrue(!peer.verified() && peer.acceptedByHand() && peer.blocked());
    }

    @Test
    void whoIsBlockedIsListedUntilThatIsTakenBackOrTheyAreForgotten() {
        trust().pin(max, MET);
        trust().pin(ada, MET);
        assertEquals(Set.of(), trust().blocked());
        trust().setBlocked(maxPrint, true);
        trust().setBlocked(adaPrint, true);
        assertEquals(Set.of(maxPrint, adaPrint), trust().blocked());
        trust().setBlocked(maxPrint, false);
        assertEquals(Set.of(adaPrint), trust().blocked());
        trust().forget(adaPrint);
        assertEquals(Set.of(), trust().blocked());
    }

    @Test
    void theLastEndpointStandsFirstAndOldOnesGo() throws Exception {
        trust().pin(max, MET);
        var all = new ArrayList<Endpoint>();
        for (int i = 0; i <= PinnedPeer.MAX_ENDPOINTS; i++) {
            var endpoint = new Endpoint(InetAddress.getByAddress(new byte[]{10, 0, 0, (byte) (i + 1)}), 5263);
            all.addFirst(endpoint);
            trust().updatePinned(maxPrint, new PeerName("Max"), endpoint, MET);
        }
        assertEquals(all.subList(0, PinnedPeer.MAX_ENDPOINTS), pinned(maxPrint).endpoints());
        Endpoint again = all.get(3);
        trust().updatePinned(maxPrint, new PeerName("Max"), again, MET);
        assertEquals(again, pinned(maxPrint).endpoints().getFirst());
        assertEquals(PinnedPeer.MAX_ENDPOINTS, Set.copyOf(pinned(maxPrint).endpoints()).size());
        trust().updatePinned(maxPrint, new PeerName("Max 2"), null, LATER);
        assertEquals(again, pinned(maxPrint).endpoints().getFirst(), "no endpoint changes none");
    }

    @Test
    void anIpv6EndpointComesBack() throws Exception {
        trust().pin(max, MET);
        var endpoint = new Endpoint(InetAddress.getByName("::1"), 5264);
        trust().updatePinned(maxPrint, new PeerName("Max"), endpoint, MET);
        assertEquals(List.of(endpoint), pinned(maxPrint).endpoints());
    }

    @Test
    void aProofPinsAndIsFoundFromBothSides() {
        trust().proven(CLASS.id(), max, MET);
        trust().proven(CLASS.id(), max, LATER);
        assertNotNull(trust().pinned(maxPrint));
        assertEquals(Set.of(CLASS.id()), trust().proofsOf(maxPrint));
        assertEquals(Set.of(maxPrint), trust().provers(CLASS.id()));
        assertEquals(Set.of(), trust().provers(RoomId.of(new byte[RoomId.BYTES])));
    }

    @Test
    void aForgottenPeerHasProvenNothing() {
        trust().proven(CLASS.id(), max, MET);
        assertTrue(trust().forget(maxPrint));
        assertNull(trust().pinned(maxPrint));
        assertEquals(Set.of(), trust().proofsOf(maxPrint));
        assertEquals(Set.of(), trust().provers(CLASS.id()));
        trust().pin(max, LATER);
        assertEquals(Set.of(), trust().proofsOf(maxPrint), "and starts anew");
    }

    @Test
    void roomsComeBackInTheOrderOfJoining() {
        roomStore().keep(CLASS, Origin.MADE_HERE, MET);
        roomStore().keep(LOBBY, Origin.JOINED_BY_WORDS, MET);
        roomStore().keep(CLASS, Origin.JOINED_BY_WORDS, LATER);
        List<RoomStore.Kept> kept = roomStore().rooms();
        assertEquals(List.of(CLASS, LOBBY), kept.stream().map(RoomStore.Kept::room).toList());
        Room room = kept.getFirst().room();
        assertEquals(CLASS.name(), room.name());
        assertEquals(CLASS.words(), room.words());
        assertEquals(CLASS.stretched(), room.stretched());
        assertTrue(room.generatedStrength());
        assertEquals(MET, kept.getFirst().joinedAt());
        assertEquals(Origin.MADE_HERE, kept.getFirst().origin(), "and stays what it was");
        assertEquals(Origin.JOINED_BY_WORDS, kept.getLast().origin());
        assertTrue(kept.getLast().room().open());
    }

    @Test
    void aRoomIsUnconfirmedUntilTheFirstProof() {
        roomStore().keep(CLASS, Origin.MADE_HERE, MET);
        assertNull(roomStore().rooms().getFirst().confirmedAt());
        trust().proven(CLASS.id(), max, LATER);
        trust().proven(CLASS.id(), ada, LATER.plusSeconds(1));
        assertEquals(LATER, roomStore().rooms().getFirst().confirmedAt());
    }

    @Test
    void aForgottenRoomTakesItsProofsAlong() {
        roomStore().keep(CLASS, Origin.MADE_HERE, MET);
        roomStore().keep(LOBBY, Origin.JOINED_BY_WORDS, MET);
        trust().proven(CLASS.id(), max, MET);
        roomStore().forget(CLASS.id());
        roomStore().forget(CLASS.id());
        assertEquals(List.of(LOBBY), roomStore().rooms().stream().map(RoomStore.Kept::room).toList());
        assertEquals(Set.of(), trust().proofsOf(maxPrint));
        assertNotNull(trust().pinned(maxPrint));
    }
}
