package io.landline.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WaitingBytesTest {
    private static final long PIECE = 128L << 10;

    private final WaitingBytes waiting = new WaitingBytes();

    @Test
    void whatIsOnesOwnIsAlwaysTaken() {
        fill(Standing.OPEN_ROOM, 200);
        fill(Standing.MEMBER, 200);
        fill(Standing.TRUSTED, 200);
        WaitingBytes.Holder little = waiting.reader(() -> Standing.MEMBER);
        assertTrue(little.tryTake(PIECE), "its only one");
        assertFalse(little.tryTake(1));
        for (Standing standing : List.of(Standing.MEMBER, Standing.STRANGER)) {
            WaitingBytes.Holder quiet = waiting.reader(() -> standing);
            for (int i = 0; i < 4; i++) assertTrue(quiet.tryTake(WaitingBytes.READ_OWN_BYTES / 4));
            assertFalse(quiet.tryTake(WaitingBytes.READ_OWN_BYTES / 4));
        }
    }

    @Test
    void h38_allPlacesOfOpenRoomsTogetherKeepLittleWaiting() {
        long piece = WaitingBytes.READ_OWN_BYTES / 2;
        long taken = 0;
        for (int i = 0; i < CostRules.OPEN_ROOM_SESSIONS_MAX; i++) {
            WaitingBytes.Holder holder = waiting.reader(() -> Standing.OPEN_ROOM);
            if (holder.tryTake(PIECE)) taken += PIECE; // not even the first, where there is no room
            while (holder.tryTake(piece)) taken += piece;
        }
        long own = CostRules.OPEN_ROOM_SESSIONS_MAX * WaitingBytes.READ_OWN_BYTES;
        assertTrue(taken <= WaitingBytes.BYTES_MAX / 2 + own, taken + " bytes");
        assertTrue(waiting.reader(() -> Standing.MEMBER).tryTake(PIECE));
    }

    @Test
    void oneFrameMayAlwaysWaitToBeSent() {
        fill(Standing.OPEN_ROOM, 200);
        assertFalse(waiting.reader(() -> Standing.OPEN_ROOM).tryTake(PIECE));
        assertTrue(waiting.sender(() -> Standing.OPEN_ROOM).tryTake(PIECE));
    }

    @Test
    void whoBecomesAMemberWithSomethingWaitingIsCountedAsOne() {
        var standing = new AtomicReference<>(Standing.OPEN_ROOM);
        WaitingBytes.Holder holder = waiting.reader(standing::get);
        assertTrue(holder.tryTake(PIECE));
        assertEquals(PIECE - WaitingBytes.READ_OWN_BYTES, waiting.waiting());
        standing.set(Standing.MEMBER);
        holder.awaitRoom(PIECE);
        assertTrue(holder.tryTake(PIECE));
        assertEquals(2 * PIECE - WaitingBytes.READ_OWN_BYTES, waiting.waiting());
        standing.set(Standing.OPEN_ROOM);
        holder.give(PIECE);
        holder.give(PIECE);
        assertEquals(0, waiting.waiting());
    }

    /// As many holders as it takes, each filled until nothing more fits.
    private List<WaitingBytes.Holder> fill(Standing standing, int holders) {
        var all = new ArrayList<WaitingBytes.Holder>();
        for (int i = 0; i < holders; i++) {
            WaitingBytes.Holder holder = waiting.reader(() -> standing);
            while (holder.tryTake(PIECE)) {
            }
            all.add(holder);
        }
        return all;
    }

    @Test
    void oneHolderAloneMayTakeHalf() {
        WaitingBytes.Holder alone = waiting.reader(() -> Standing.MEMBER);
        while (alone.tryTake(PIECE)) {
        }
        assertEquals(WaitingBytes.BYTES_MAX / 2 - WaitingBytes.READ_OWN_BYTES, waiting.waiting());
    }

    @Test
    void aboveHalfAHolderKeepsToItsShare() {
        WaitingBytes.Holder first = waiting.reader(() -> Standing.MEMBER);
        while (first.tryTake(PIECE)) {
        }
        WaitingBytes.Holder second = waiting.reader(() -> Standing.MEMBER);
        long before = waiting.waiting();
        while (second.tryTake(PIECE)) {
        }
        assertEquals(WaitingBytes.SHARE_BYTES - WaitingBytes.READ_OWN_BYTES, waiting.waiting() - before);
    }

    @Test
    void worseStandingsLeaveRoomForBetterOnes() {
        fill(Standing.OPEN_ROOM, 80);
        WaitingBytes.Holder member = waiting.reader(() -> Standing.MEMBER);
        assertTrue(member.tryTake(PIECE));
        assertTrue(member.tryTake(PIECE));
        fill(Standing.MEMBER, 150);
        WaitingBytes.Holder friend = waiting.reader(() -> Standing.TRUSTED);
        assertTrue(friend.tryTake(PIECE));
        assertTrue(friend.tryTake(PIECE));
    }

    @Test
    void whoIsVerifiedWhileTheSessionLastsGetsTheRoomOfAFriendAtOnce() {
        var standing = new AtomicReference<>(Standing.MEMBER);
        WaitingBytes.Holder holder = waiting.reader(standing::get);
        fill(Standing.MEMBER, 200);
        assertTrue(holder.tryTake(PIECE), "its own");
        assertFalse(holder.tryTake(PIECE));
        standing.set(Standing.TRUSTED);
        assertTrue(holder.tryTake(PIECE));
    }

    @Test
    void h38_thousandsOfHoldersStayNearTheBound() {
        int holders = 1_000;
        fill(Standing.TRUSTED, holders);
        assertTrue(waiting.waiting() <= WaitingBytes.BYTES_MAX, waiting.waiting() + " bytes");
    }

    @Test
    void nothingIsReadWhileThereIsNoRoomForIt() throws Exception {
        WaitingBytes.Holder holder = waiting.reader(() -> Standing.MEMBER);
        while (holder.tryTake(PIECE)) {
        }
        Future<Boolean> ready = waiting(() -> {
            holder.awaitRoom(PIECE);
            return true;
        });
        holder.give(PIECE);
        assertTrue(ready.get(Patience.SECONDS, TimeUnit.SECONDS));
        assertTrue(holder.tryTake(PIECE));
        assertFalse(holder.tryTake(PIECE));
    }

    @Test
    void h38_emptyFramesCostTheirObjects() {
        WaitingBytes.Holder flooder = waiting.reader(() -> Standing.MEMBER);
        int pieces = 0;
        while (flooder.tryTake(0)) pieces++;
        assertEquals((WaitingBytes.BYTES_MAX / 2 + WaitingBytes.READ_OWN_BYTES) / WaitingBytes.PIECE_BYTES_MIN, pieces);
    }

    @Test
    void whatIsGivenBackLetsTheNextOneIn() throws Exception {
        WaitingBytes.Holder holder = waiting.reader(() -> Standing.MEMBER);
        while (holder.tryTake(PIECE)) {
        }
        Future<Boolean> taken = waiting(() -> holder.take(PIECE));
        assertFalse(holder.tryTake(PIECE));
        holder.give(PIECE);
        assertTrue(taken.get(Patience.SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void aClosedHolderLetsGoOfWhoeverWaits() throws Exception {
        WaitingBytes.Holder holder = waiting.reader(() -> Standing.MEMBER);
        while (holder.tryTake(PIECE)) {
        }
        Future<Boolean> taken = waiting(() -> holder.take(PIECE));
        Future<Boolean> ready = waiting(() -> {
            holder.awaitRoom(PIECE);
            return true;
        });
        holder.close();
        assertFalse(taken.get(Patience.SECONDS, TimeUnit.SECONDS));
        assertTrue(ready.get(Patience.SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void aClosedHolderTakesNothingThoughThereIsRoom() {
        WaitingBytes.Holder holder = waiting.reader(() -> Standing.MEMBER);
        holder.close();
        assertFalse(holder.tryTake(1));
        assertFalse(holder.take(1));
    }

    @Test
    void anEmptyFrameThatWasTakenIsGivenBackWhole() {
        WaitingBytes.Holder holder = waiting.reader(() -> Standing.MEMBER);
        long pieces = WaitingBytes.READ_OWN_BYTES / WaitingBytes.PIECE_BYTES_MIN;
        for (int i = 0; i < 2 * pieces; i++) assertTrue(holder.take(0));
        assertEquals(WaitingBytes.READ_OWN_BYTES, waiting.waiting());
        for (int i = 0; i < pieces; i++) holder.give(0);
        assertEquals(0, waiting.waiting());
    }

    /// Returns when it waits.
    private static Future<Boolean> waiting(Callable<Boolean> work) {
        var task = new FutureTask<>(work);
        Thread thread = Thread.ofPlatform().daemon().start(task);
        while (thread.getState() != Thread.State.WAITING && thread.isAlive()) Thread.onSpinWait();
        assertFalse(task.isDone(), "it does not wait");
        return task;
    }

    @Test
    void whatAClosedHolderHoldsCountsUntilItIsGivenBack() {
        WaitingBytes.Holder holder = waiting.reader(() -> Standing.MEMBER);
        assertTrue(holder.tryTake(PIECE));
        assertTrue(holder.tryTake(PIECE));
        holder.close();
        assertEquals(2 * PIECE - WaitingBytes.READ_OWN_BYTES, waiting.waiting());
        holder.give(PIECE);
        holder.give(PIECE);
        assertEquals(0, waiting.waiting());
    }
}
