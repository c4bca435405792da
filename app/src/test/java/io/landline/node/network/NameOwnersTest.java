package io.landline.node.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.handshake.PinnedPeer;
import io.landline.handshake.PinnedPeer.Verdict;
import io.landline.identity.Identity;
import io.landline.peer.PeerName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NameOwnersTest {
    private final List<PinnedPeer> pinned = new ArrayList<>();

    private PinnedPeer met(String name, long at, Verdict... verdicts) {
        Instant met = Instant.EPOCH.plusSeconds(at);
        var peer = new PinnedPeer(Identity.generate().publicKey(), new PeerName(name), List.of(), met, met,
                Set.of(verdicts));
        pinned.add(peer);
        return peer;
    }

    private boolean isOfAnother(PinnedPeer who) {
        return new NameOwners(pinned).isOfAnother(who.fingerprint(), who, new PeerName("Ada"));
    }

    @Test
    void h42_ofAHundredNamesakesOnlyTheOneWhoWasMetFirstBearsTheName() {
        for (int i = 100; i > 0; i--) met("Ada", i);
        assertEquals(List.of(pinned.getLast()), pinned.stream().filter(each -> !isOfAnother(each)).toList());
    }

    /// Somebody who was met before the friend may take the friend's name later.
    @Test
    void h42_whoWasMetBeforeAVerifiedPersonAndTakesTheirNameIsNotTheOne() {
        PinnedPeer poser = met("Ada", 1);
        PinnedPeer friend = met("Ada", 2, Verdict.VERIFIED);
        assertTrue(isOfAnother(poser));
        assertFalse(isOfAnother(friend));
    }

    @Test
    void whoIsBlockedOwnsNoName() {
        met("Ada", 1, Verdict.VERIFIED, Verdict.BLOCKED);
        assertFalse(isOfAnother(met("Ada", 2)));
    }

    @Test
    void whoWasNeverMetIsNotTheOneThatWas() {
        met("Ada", 1);
        var owners = new NameOwners(pinned);
        assertTrue(owners.isOfAnother(Identity.generate().fingerprint(), null, new PeerName("\u0410da")));
        assertFalse(owners.isOfAnother(Identity.generate().fingerprint(), null, new PeerName("Zoe")));
    }

    @Test
    void namesakesOfOneMomentAreNotToldApartByTime() {
        PinnedPeer one = met("Ada", 1);
        PinnedPeer other = met("Ada", 1);
        assertFalse(isOfAnother(one) || isOfAnother(other));
    }
}
