package io.landline.handshake;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BlockedPeersTest {
    private final MemoryTrust trust = new MemoryTrust();
    private final Identity max = Identity.generate();
    private final Fingerprint peer = max.fingerprint();

    @Test
    void aBlockAndItsEndAreInForceAtOnceAndAfterARestart() {
        trust.pin(max.publicKey(), Instant.EPOCH);
        BlockedPeers blocked = BlockedPeers.of(trust);
        assertFalse(blocked.contains(peer));
        assertTrue(blocked.set(peer, true));
        assertTrue(blocked.contains(peer));
        assertTrue(BlockedPeers.of(trust).contains(peer));
        assertTrue(blocked.set(peer, false));
        assertFalse(blocked.contains(peer));
        assertFalse(BlockedPeers.of(trust).contains(peer));
    }

    @Test
    void whoWasNeverMetIsNotBlocked() {
        BlockedPeers blocked = BlockedPeers.of(trust);
        assertFalse(blocked.set(peer, true));
        assertFalse(blocked.contains(peer));
    }
}
