package io.landline.node.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.landline.handshake.BlockedPeers;
import io.landline.identity.Identity;
import io.landline.node.port.CommandException;
import io.landline.peer.Fingerprint;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.trust.SqliteTrust;
import io.landline.testing.StoppedThread;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockDecisionsTest extends DatabaseTest {
    private final Identity somebody = Identity.generate();
    private final List<Boolean> told = new ArrayList<>();
    private BlockDecisions decisions;

    private void decide(boolean blocked, Runnable meanwhile) {
        Fingerprint peer = somebody.fingerprint();
        try {
            decisions.set(peer, blocked, () -> {
                meanwhile.run();
                told.add(blocked);
            });
        } catch (CommandException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void ofTwoDecisionsAtOnceThatOneIsToldLastThatIsStored() throws InterruptedException {
        var trust = new SqliteTrust(database, null);
        trust.pin(somebody.publicKey(), Instant.EPOCH);
        decisions = new BlockDecisions(BlockedPeers.of(trust), trust, _ -> null, InstantSource.system());
        Thread later = Thread.ofPlatform().unstarted(() -> decide(false, () -> {
        }));
        decide(true, () -> {
            later.start(); // while sessions are told of the first one
            StoppedThread.await(later);
        });
        later.join();
        assertEquals(List.of(true, false), told);
        assertFalse(decisions.blocked().contains(somebody.fingerprint()));
    }
}
