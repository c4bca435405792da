package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.SpeedLimits;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.peer.Direction;
import io.landline.room.EntryId;
import io.landline.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A limit of either side holds a transfer up by the clock that it was given, which is told here.
class LimitedTransferTest {
    private static final int BYTES = 1024 * 1024;
    private static final int RATE = 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void theSendersLimitHolds() throws Exception {
        assertTrue(secondsLookedAt(Direction.OUT) >= 2);
    }

    @Test
    void theReceiversLimitHolds() throws Exception {
        assertTrue(secondsLookedAt(Direction.IN) >= 2);
    }

    @Test
    void theSendersLimitHoldsForSeveralWhoHelpEachOther() throws Exception {
        var looks = new AtomicInteger();
        var limits = new SpeedLimits(() -> Duration.ofMillis(500).multipliedBy(looks.getAndIncrement()));
        limits.limit(Direction.OUT, RATE);
        var helping = new FakeSession.Wire() {
            @Override
            public Set<String> capabilities() {
                return Set.of(Session.SWARM_CAPABILITY);
            }
        };
        Path source = Files.write(folder.resolve("source"), new byte[3 * BYTES]);
        try (var anna = new TransferNode(folder.resolve("anna"), AcceptRule.ALL);
                var ben = new TransferNode(folder.resolve("ben"), AcceptRule.ALL);
                var cara = new TransferNode(folder.resolve("cara"), AcceptRule.ALL)) {
            anna.limitBy(limits);
            ben.connect(cara, helping);
            anna.connect(ben, helping);
            anna.connect(cara, helping);
            anna.tell(cara, anna.send(ben, source));
            ben.recorder.await(Told.Transferred.class);
            cara.recorder.await(Told.Transferred.class);
        }
        assertTrue(looks.get() / 2 >= 2, looks + " looks");
    }

    /// Moves 3 MiB at 1 MiB a second, with a clock that goes on by half a second at each look.
    private int secondsLookedAt(Direction limited) throws Exception {
        var looks = new AtomicInteger();
        var limits = new SpeedLimits(() -> Duration.ofMillis(500).multipliedBy(looks.getAndIncrement()));
        limits.limit(limited, RATE);
        Path source = Files.write(folder.resolve("source"), new byte[3 * BYTES]);
        try (var anna = new TransferNode(folder.resolve("anna"), AcceptRule.ALL);
                var ben = new TransferNode(folder.resolve("ben"), AcceptRule.ALL)) {
            (limited == Direction.OUT ? anna : ben).limitBy(limits);
            anna.connect(ben);
            EntryId offer = anna.send(ben, source);
            ben.recorder.await(Told.Transferred.class, told -> told.view().offer().equals(offer));
            assertEquals(3 * BYTES, Files.size(ben.downloads.resolve("source")));
        }
        return looks.get() / 2;
    }
}
