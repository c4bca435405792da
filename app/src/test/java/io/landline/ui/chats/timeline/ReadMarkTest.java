package io.landline.ui.chats.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.TimelinePosition;
import io.landline.ui.chats.FakeChats;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReadMarkTest {
    private static final Duration START = Duration.ofSeconds(100);
    private static final Duration DUE = START.plus(ReadMark.DWELL);
    private static final Duration ALMOST = DUE.minusMillis(1);

    private final ReadMark mark = new ReadMark();

    private static List<TimelinePosition> entries(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(FakeChats::position).toList();
    }

    @Test
    void whatStoodOnTheScreenForHalfASecondIsRead() {
        assertFalse(mark.see(entries(1, 9), START));
        assertEquals(DUE, mark.next());
        assertFalse(mark.tick(ALMOST));
        assertNull(mark.place());
        assertTrue(mark.tick(DUE));
        assertEquals(FakeChats.position(9), mark.place());
        assertNull(mark.next());
    }

    @Test
    void whatWasScrolledPastIsNotRead() {
        mark.see(entries(1, 9), START);
        mark.see(entries(5, 14), ALMOST);
        assertTrue(mark.tick(DUE));
        assertEquals(FakeChats.position(9), mark.place(), "it stood there all the time");
        mark.see(entries(20, 29), DUE);
        mark.see(entries(40, 49), DUE.plusMillis(400));
        assertFalse(mark.tick(DUE.plusMillis(800)));
        assertTrue(mark.tick(DUE.plusMillis(900)));
        assertEquals(FakeChats.position(49), mark.place());
    }

    @Test
    void theMarkNeverGoesBack() {
        mark.begin(FakeChats.position(50));
        assertFalse(mark.see(entries(1, 9), START));
        assertFalse(mark.tick(DUE));
        assertFalse(mark.moveTo(FakeChats.position(50)));
        assertEquals(FakeChats.position(50), mark.place());
    }

    @Test
    void nothingIsReadWhileNobodyLooks() {
        mark.see(entries(1, 9), START);
        mark.lookAway();
        assertFalse(mark.tick(DUE));
        assertNull(mark.next());
        mark.see(entries(1, 9), DUE);
        assertFalse(mark.tick(DUE.plus(ReadMark.DWELL).minusMillis(1)), "the half second begins anew");
    }

    @Test
    void anEntryThatCameLateAboveTheMarkIsReadWhenItWasSeen() {
        mark.begin(FakeChats.position(50));
        mark.setLate(List.of(FakeChats.position(7)));
        assertFalse(mark.see(entries(40, 50), START));
        assertNull(mark.next());
        assertFalse(mark.see(entries(1, 9), DUE));
        assertTrue(mark.tick(DUE.plus(ReadMark.DWELL)));
        assertEquals(FakeChats.position(50), mark.place());
        assertFalse(mark.tick(DUE.plus(ReadMark.DWELL)), "said once");
    }

    @Test
    void whatStandsBeforeALateOneInItsLogCountsWithItAndNotWhatStandsBehind() {
        mark.begin(FakeChats.position(50));
        mark.setLate(entries(5, 9));
        assertEquals(entries(5, 5), mark.unseen());
        mark.see(entries(6, 7), START);
        assertTrue(mark.tick(DUE));
        assertEquals(entries(8, 8), mark.unseen());
        assertEquals(entries(8, 9), List.copyOf(mark.late()));
    }

    @Test
    void theNodesWordOfBeforeDoesNotBringBackWhatWasSeen() {
        mark.begin(FakeChats.position(50));
        mark.setLate(entries(5, 9));
        mark.see(entries(5, 9), START);
        mark.tick(DUE);
        mark.setLate(entries(5, 10));
        assertEquals(entries(10, 10), mark.unseen());
    }

    @Test
    void whatComesBelowTheMarkIsNotLate() {
        mark.begin(FakeChats.position(50));
        mark.setLate(entries(50, 52));
        assertEquals(entries(50, 50), mark.unseen());
        mark.dropLate();
        assertEquals(List.of(), mark.unseen());
    }
}
