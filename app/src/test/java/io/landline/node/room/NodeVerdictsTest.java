package io.landline.node.room;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.handshake.BlockedPeers;
import io.landline.handshake.MemoryTrust;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NodeVerdictsTest {
    private final MemoryTrust trust = new MemoryTrust();
    private final BlockedPeers blocked = BlockedPeers.of(trust);
    private final NodeVerdicts verdicts = new NodeVerdicts(trust, blocked);

    private Fingerprint met() {
        Identity other = Identity.generate();
        trust.pin(other.publicKey(), Instant.EPOCH);
        return other.fingerprint();
    }

    @Test
    void whoIsVerifiedIsNotBlockedForThatAndTheOtherWayRound() {
        Fingerprint ada = met();
        Fingerprint ben = met();
        trust.setVerified(ada, true);
        blocked.set(ben, true);
        assertTrue(verdicts.isVerified(ada) && !verdicts.isBlocked(ada));
        assertTrue(verdicts.isBlocked(ben) && !verdicts.isVerified(ben));
    }

    @Test
    void nothingIsDecidedOfAStranger() {
        Fingerprint stranger = Identity.generate().fingerprint();
        assertFalse(verdicts.isVerified(stranger) || verdicts.isBlocked(stranger));
    }
}
