package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.testing.Patience;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(Patience.SECONDS)
class WritingGateTest {
    private static final RoomId ROOM = RoomId.of(new byte[16]);
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final Duration LATE = WritingGate.FIRST_MEETING_MAX;

    private static final Set<Thread.State> AT_THE_GATE_OR_THROUGH = EnumSet.of(Thread.State.TIMED_WAITING,
            Thread.State.TERMINATED);

    private final WritingGate gate = new WritingGate();

    /// Writes as soon as the gate lets it.
    private Thread write() {
        return Thread.ofPlatform().start(() -> gate.await(CONVERSATION));
    }

    /// Looks once the writer has come to the gate: it stands there, or was let through.
    private static void assertWaits(Thread writer) {
        while (!AT_THE_GATE_OR_THROUGH.contains(writer.getState())) Thread.onSpinWait();
        assertEquals(Thread.State.TIMED_WAITING, writer.getState());
    }

    @Test
    void nothingWaitsWhereNobodyWasMet() {
        gate.await(CONVERSATION);
        assertNull(gate.tick(Duration.ZERO, _ -> false, () -> false));
    }

    @Test
    void whatIsWrittenWaitsForTheFirstExchangeOfItsRoomAlone() throws InterruptedException {
        gate.begun(ROOM, Duration.ZERO);
        Thread writer = write();
        gate.await(ConversationId.of(RoomId.of(new byte[]{1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})));
        assertNotNull(gate.tick(Duration.ZERO, _ -> false, () -> true));
        assertWaits(writer);
        assertNull(gate.tick(Duration.ZERO, CONVERSATION::equals, () -> false));
        writer.join();
    }

    /// The room was joined, and the conversations have not heard of the member: everybody they know has said all.
    @Test
    void aMeetingThatHasNotBegunIsNotOver() throws InterruptedException {
        gate.joined(ROOM, Duration.ZERO);
        assertNotNull(gate.tick(Duration.ZERO, _ -> true, () -> true));
        Thread writer = write();
        assertWaits(writer);
        gate.begun(ROOM, Duration.ZERO);
        assertNull(gate.tick(Duration.ZERO, _ -> true, () -> true));
        writer.join();
    }

    @Test
    void afterALostHistoryWhatIsWrittenWaitsUntilSomebodyWasAskedOrForFiveSeconds() throws InterruptedException {
        gate.askFirst();
        Thread writer = write();
        assertNotNull(gate.tick(WritingGate.LOST_HISTORY_MAX.minusMillis(1), _ -> true, () -> false));
        assertWaits(writer);
        assertNull(gate.tick(Duration.ZERO, _ -> false, () -> true));
        writer.join();
        gate.askFirst();
        assertNull(gate.tick(WritingGate.LOST_HISTORY_MAX, _ -> false, () -> false));
    }

    @Test
    void aMemberThatSaysNothingKeepsNothingBackForLongAndOnlyOnce() {
        gate.begun(ROOM, Duration.ZERO);
        assertNotNull(gate.tick(LATE.minusMillis(1), _ -> false, () -> false));
        assertNull(gate.tick(LATE, _ -> false, () -> false));
        gate.begun(ROOM, LATE);
        gate.await(CONVERSATION);
        assertNull(gate.tick(LATE, _ -> false, () -> false));
    }

    @Test
    void twoWhoHaveNothingSayThatAtOnce() {
        var world = new World(1);
        World.Node ada = world.node();
        World.Node ben = world.node();
        world.connect(ada, ben, ROOM);
        assertFalse(ada.core.isCaughtUp(CONVERSATION));
        while (world.step());
        assertTrue(ada.core.isCaughtUp(CONVERSATION));
        assertTrue(ben.core.isCaughtUp(CONVERSATION));
    }

    @Test
    void whoeverIsNewIsCaughtUpWhenTheNewestWordsAreHere() {
        var world = new World(1);
        World.Node ada = world.node();
        World.Node ben = world.node();
        ada.say(CONVERSATION, "said before");
        world.connect(ada, ben, ROOM);
        while (!ben.core.isCaughtUp(CONVERSATION)) assertTrue(world.step());
        assertEquals(1, ben.history(CONVERSATION).size());
    }
}
