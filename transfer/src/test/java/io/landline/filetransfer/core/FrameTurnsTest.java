package io.landline.filetransfer.core;

import static io.landline.testing.NumberedPeers.peer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.peer.Fingerprint;
import io.landline.queue.SerialQueue;
import io.landline.session.EndReason;
import io.landline.session.SessionListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whose frames about files are worked off, and that they leave the queue room for others.
class FrameTurnsTest {
    private static final int STEPS_MAX = 16;
    private static final int FLOOD = 2_000;
    private static final Fingerprint SELF = peer(1);
    private static final Fingerprint MALLORY = peer(2);
    private static final Fingerprint BOB = peer(3);

    private final SerialQueue queue = new SerialQueue(
            new SerialQueue.Settings("queue", STEPS_MAX, Long.MAX_VALUE, Duration.ofSeconds(1)), _ -> SerialQueue.NEVER)
            .start();
    private final FrameTurns turns = new FrameTurns(queue, who -> who.equals(BOB) ? Standing.TRUSTED : Standing.MEMBER);
    private final List<String> done = new ArrayList<>();
    private final List<FakeSession> open = new ArrayList<>();
    private final CountDownLatch begin = new CountDownLatch(1);

    @AfterEach
    void close() throws InterruptedException {
        queue.close();
        for (FakeSession each : open) {
            each.close(EndReason.CLOSED);
            each.awaitEnd();
        }
    }

    private FakeSession session(Fingerprint peer) {
        var nobody = new SessionListener() {};
        FakeSession session = FakeSession.connect(SELF, nobody, peer, nobody, new FakeSession.Wire() {});
        open.add(session);
        return session;
    }

    /// The files' queue stands still until [#begin].
    private void hold() {
        queue.post(() -> {
            try {
                begin.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void h38_aFloodLeavesTheQueueRoomAndAFriendIsNext() {
        hold();
        FakeSession mallory = session(MALLORY);
        for (int i = 0; i < FLOOD; i++) turns.add(mallory, () -> done.add("mallory"));
        turns.add(session(BOB), () -> done.add("bob"));
        assertTrue(queue.hasSpace(), "the conversations wait for the queue");
        begin.countDown();
        queue.close();
        assertEquals(FLOOD + 1, done.size(), "what waits when the queue closes is done");
        assertTrue(done.indexOf("bob") <= 1, "Bob waits for " + done.indexOf("bob"));
    }

    @Test
    void whatASessionBringsKeepsItsOrderAndAFaultCostsItself() {
        hold();
        FakeSession bob = session(BOB);
        turns.add(bob, () -> done.add("opened"));
        turns.add(bob, () -> {
            throw new IllegalStateException("a fault of ours");
        });
        turns.add(bob, () -> done.add("frame"));
        turns.addLast(bob, () -> done.add("closed"));
        begin.countDown();
        queue.close();
        assertEquals(List.of("opened", "frame", "closed"), done);
    }

    /// A peer that is back at once: its new session begins when the old one has ended, also where the queue is busy.
    @Test
    void theNextSessionOfAPeerComesAfterTheEndOfTheOneBefore() {
        hold();
        FakeSession before = session(BOB);
        for (int i = 0; i < 3; i++) turns.add(before, () -> done.add("frame"));
        turns.addLast(before, () -> done.add("closed"));
        FakeSession next = session(BOB);
        turns.add(next, () -> done.add("opened"));
        begin.countDown();
        queue.close();
        assertEquals(List.of("frame", "frame", "frame", "closed", "opened"), done);
    }
}
