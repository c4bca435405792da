package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.cost.WaitingBytes;
import io.landline.frame.Frame;
import io.landline.session.Lane;
import io.landline.session.wire.FrameRateLimit;
import io.landline.session.wire.Lanes;
import io.landline.session.wire.Outbox;
import io.landline.testing.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class QueuesTest {
    private final WaitingBytes waiting = new WaitingBytes();
    private final Lanes lanes = lanes(Standing.MEMBER);

    @Test
    void conversationsGoBeforeFilesAndEachLaneKeepsItsOrder() {
        lanes.offer(Lane.FILES, frame(1, 0));
        lanes.offer(Lane.CHAT, frame(2, 0));
        lanes.offer(Lane.FILES, frame(3, 0));
        lanes.offer(Lane.CHAT, frame(4, 0));
        var types = new ArrayList<Integer>();
        for (Frame frame = lanes.poll(); frame != null; frame = lanes.poll()) types.add(frame.type());
        assertEquals(List.of(2, 4, 1, 3), types);
    }

    @Test
    void h23_aLaneIsBoundedByFrames() {
        for (int i = 0; i < Lanes.FRAMES_MAX; i++) assertTrue(lanes.offer(Lane.CHAT, frame(1, 1)));
        assertFalse(lanes.offer(Lane.CHAT, frame(1, 1)));
        assertTrue(lanes.offer(Lane.FILES, frame(1, 1)));
        lanes.poll();
        assertTrue(lanes.offer(Lane.CHAT, frame(1, 1)));
    }

    @Test
    void h23_aLaneIsBoundedByBytes() {
        int fit = Lanes.BYTES_MAX / Frame.CONTROL_BODY_BYTES_MAX;
        for (int i = 0; i < fit; i++) assertTrue(lanes.offer(Lane.CHAT, frame(1, Frame.CONTROL_BODY_BYTES_MAX)));
        assertFalse(lanes.offer(Lane.CHAT, frame(1, 1)));
    }

    @Test
    void c1_whatWaitsForAHundredPeersThatDoNotReadIsBounded() {
        long taken = 0;
        for (int i = 0; i < 100; i++) {
            Lanes its = lanes(Standing.OPEN_ROOM);
            for (Lane lane : List.of(Lane.CHAT, Lane.FILES)) {
                while (its.offer(lane, frame(1, Frame.CONTROL_BODY_BYTES_MAX))) taken += Frame.CONTROL_BODY_BYTES_MAX;
            }
        }
        long bound = WaitingBytes.BYTES_MAX / 2 + 100 * WaitingBytes.SENT_OWN_BYTES;
        assertTrue(taken <= bound, taken + " bytes wait; it was " + 200L * Lanes.BYTES_MAX);
        Lanes friends = lanes(Standing.TRUSTED);
        for (int i = 0; i < 2; i++) assertTrue(friends.offer(Lane.CHAT, frame(1, Frame.CONTROL_BODY_BYTES_MAX)));
    }

    @Test
    void c1_whatWasWrittenOrWillNeverBeCountsNoMore() {
        Lanes closed = lanes(Standing.MEMBER);
        for (Lanes each : List.of(lanes, closed)) {
            while (each.offer(Lane.CHAT, frame(1, Frame.CONTROL_BODY_BYTES_MAX))) {}
        }
        assertEquals(WaitingBytes.BYTES_MAX / 2, waiting.waiting());
        while (lanes.poll() != null) {}
        closed.close();
        assertEquals(0, waiting.waiting());
    }

    @Test
    void c1_whoFindsNoRoomInTheNodeGetsItWhenItsOwnFramesHaveLeft() throws Exception {
        for (int peers = 0; waiting.waiting() < WaitingBytes.BYTES_MAX / 4 * 3
                - Frame.CONTROL_BODY_BYTES_MAX; peers++) {
            assertTrue(peers < 1_000, "nothing of it counts");
            Lanes other = lanes(Standing.TRUSTED);
            for (int i = 0; i < 2; i++) other.offer(Lane.CHAT, frame(1, Frame.CONTROL_BODY_BYTES_MAX));
        }
        while (lanes.offer(Lane.CHAT, frame(1, Frame.CONTROL_BODY_BYTES_MAX))) {}
        Future<Void> put = waitingPut(Lane.FILES, frame(2, Frame.CONTROL_BODY_BYTES_MAX));
        while (type(lanes.poll()) == 1) {}
        put.get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    private Lanes lanes(Standing standing) {
        return new Lanes(waiting.sender(() -> standing), () -> {});
    }

    @Test
    void whoWaitsForRoomIsToldOfTheEnd() throws Exception {
        for (int i = 0; i < Lanes.FRAMES_MAX; i++) lanes.offer(Lane.CHAT, frame(1, 1));
        Future<Void> put = waitingPut(Lane.CHAT, frame(2, 1));
        lanes.close();
        assertThrows(ExecutionException.class, () -> put.get(Patience.SECONDS, TimeUnit.SECONDS));
        assertFalse(lanes.offer(Lane.FILES, frame(1, 1)));
    }

    @Test
    void whoWaitsForRoomGetsIt() throws Exception {
        for (int i = 0; i < Lanes.FRAMES_MAX; i++) lanes.offer(Lane.CHAT, frame(1, 1));
        Future<Void> put = waitingPut(Lane.CHAT, frame(2, 1));
        lanes.poll();
        put.get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    /// Returns when the thread that puts it waits for room.
    private Future<Void> waitingPut(Lane lane, Frame frame) {
        var put = new FutureTask<Void>(() -> {
            lanes.put(lane, frame);
            return null;
        });
        Thread thread = Thread.ofPlatform().daemon().start(put);
        while (thread.getState() != Thread.State.WAITING && thread.isAlive()) Thread.onSpinWait();
        assertFalse(put.isDone(), "it does not wait");
        return put;
    }

    @Test
    void theSessionsOwnFramesGoBeforeThoseOfTheLanes() {
        var outbox = new Outbox();
        lanes.offer(Lane.CHAT, frame(2, 0));
        outbox.attach(lanes);
        outbox.offer(frame(1, 0));
        assertEquals(1, type(outbox.poll()));
        assertEquals(2, type(outbox.poll()));
        assertNull(outbox.poll());
    }

    @Test
    void theFarewellIsTheLastFrameAndLeavesTheLanesToOthers() {
        var outbox = new Outbox();
        lanes.offer(Lane.CHAT, frame(2, 0));
        outbox.attach(lanes);
        outbox.offer(frame(1, 0));
        outbox.finish(frame(9, 0));
        outbox.finish(frame(8, 0));
        assertFalse(outbox.offer(frame(3, 0)));
        assertEquals(1, type(outbox.poll()));
        assertFalse(outbox.isFinished());
        assertEquals(9, type(outbox.poll()));
        assertTrue(outbox.isFinished());
        assertNull(outbox.poll());
        assertEquals(2, type(lanes.poll()));
    }

    /// Of hundreds of people in a room most say nothing for hours.
    @Test
    void anOutboxHasNoThreadWhileNothingWaits() throws Exception {
        var outbox = new Outbox();
        outbox.offer(frame(1, 0));
        var threads = new LinkedBlockingQueue<Thread>();
        var taken = new LinkedBlockingQueue<Frame>();
        outbox.takenBy("landline-write-test", () -> {
            threads.add(Thread.currentThread());
            for (Frame frame = outbox.poll(); frame != null; frame = outbox.poll()) taken.add(frame);
        });
        for (int i = 1; i <= 3; i++) {
            Frame frame = taken.poll(Patience.SECONDS, TimeUnit.SECONDS);
            assertNotNull(frame, "frame " + i + " was not taken");
            assertEquals(i, frame.type());
            for (Thread thread = threads.take(); thread != null; thread = threads.poll()) {
                assertTrue(thread.join(Patience.LIMIT), "its thread waits");
            }
            outbox.offer(frame(i + 1, 0));
        }
    }

    @Test
    void theOutboxIsBounded() {
        var outbox = new Outbox();
        for (int i = 0; i < Outbox.FRAMES_MAX; i++) assertTrue(outbox.offer(frame(1, 0)));
        assertFalse(outbox.offer(frame(1, 0)));
    }

    @Test
    void aTokenIsGoodOnceForTenSecondsAndForItsSession() {
        var tokens = new BulkTokens<String>(new Random(1));
        byte[] first = tokens.give("one", Duration.ZERO);
        byte[] second = tokens.give("other", Duration.ZERO);
        byte[] third = tokens.give("one", Duration.ZERO);
        assertEquals(BulkTokens.TOKEN_BYTES, first.length);
        assertSame("one", tokens.redeem(first, BulkTokens.GOOD_FOR));
        assertNull(tokens.redeem(first, Duration.ZERO));
        assertNull(tokens.redeem(second, BulkTokens.GOOD_FOR.plusNanos(1)));
        tokens.forget("one");
        assertNull(tokens.redeem(third, Duration.ZERO));
        assertNull(tokens.redeem(new byte[BulkTokens.TOKEN_BYTES], Duration.ZERO));
    }

    @Test
    void aSessionHasThreeTokensThatWaitAndAFourthTakesItsOwnOldest() {
        var tokens = new BulkTokens<String>(new Random(1));
        byte[] oldest = tokens.give("one", Duration.ZERO);
        byte[] next = tokens.give("one", Duration.ZERO);
        for (int i = 1; i < BulkTokens.WAITING_A_SESSION_MAX; i++) tokens.give("one", Duration.ZERO);
        assertNull(tokens.redeem(oldest, Duration.ZERO));
        assertSame("one", tokens.redeem(next, Duration.ZERO));
        byte[] afterOneWasUsed = tokens.give("one", Duration.ZERO);
        tokens.give("one", Duration.ZERO);
        assertSame("one", tokens.redeem(afterOneWasUsed, Duration.ZERO));
    }

    @Test
    void l3_whoeverAsksWithoutEndCostsNoOtherSessionItsToken() {
        var tokens = new BulkTokens<String>(new Random(1));
        byte[] friends = tokens.give("friend", Duration.ZERO);
        for (int i = 0; i < 1_000; i++) tokens.give("stranger", Duration.ZERO);
        assertSame("friend", tokens.redeem(friends, BulkTokens.GOOD_FOR));
    }

    @Test
    void h38_aBurstPassesAndThenThePaceIsKept() {
        var pace = new FrameRateLimit(10, 20, Duration.ZERO);
        for (int i = 0; i < 20; i++) assertEquals(Duration.ZERO, pace.claim(Duration.ZERO));
        assertEquals(Duration.ofMillis(100), pace.claim(Duration.ZERO));
        assertEquals(Duration.ZERO, pace.claim(Duration.ofSeconds(1)));
    }

    private static int type(Frame frame) {
        return frame == null ? -1 : frame.type();
    }

    private static Frame frame(int type, int size) {
        return new Frame(type, new byte[size]);
    }
}
