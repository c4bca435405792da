package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkBuffersTest {
    private static final Duration NOW = Duration.ofSeconds(100);
    private static final int CHUNK = 1 << 20;

    private final BulkBuffers<Line> buffers = new BulkBuffers<>();

    private record Line(Standing standing, Duration usedAt) implements BulkBuffers.Taker {}

    @Test
    void c1_peopleOfOpenRoomsTakeHalfOfAllAndLeaveTheRest() {
        int opened = 0;
        while (open(Standing.OPEN_ROOM, NOW).taken()) opened++;
        assertEquals(CostRules.BULK_BUFFER_BYTES_MAX / 2 / BulkBuffers.BASE_BYTES, opened);
        assertEquals(CostRules.BULK_BUFFER_BYTES_MAX / 2, buffers.total());
        assertEquals(new BulkBuffers.Decision<>(true, List.of()), open(Standing.MEMBER, NOW));
    }

    @Test
    void c1_aBetterStandingClosesTheWorstTheLongestIdleFirst() {
        var idle = new Line(Standing.OPEN_ROOM, NOW.minusSeconds(5));
        var busy = new Line(Standing.OPEN_ROOM, NOW);
        fill(busy, CostRules.BULK_BUFFER_BYTES_MAX / 4);
        fill(idle, CostRules.BULK_BUFFER_BYTES_MAX / 2);
        var member = new Line(Standing.MEMBER, NOW.minusSeconds(90));
        fill(member, CostRules.BULK_BUFFER_BYTES_MAX / 4 * 3);
        var friend = new Line(Standing.TRUSTED, NOW);
        fill(friend, CostRules.BULK_BUFFER_BYTES_MAX);
        assertEquals(List.of(idle), buffers.more(friend, CHUNK, NOW).givingWay());
        assertEquals(List.of(), buffers.more(friend, CHUNK, NOW).givingWay(), "what it held is free now");
    }

    @Test
    void c1_amongEqualsOnlyWhoIsIdleGivesWay() {
        var lazy = new Line(Standing.MEMBER, NOW.minus(BulkBuffers.IDLE).plusNanos(1));
        fill(lazy, CostRules.bulkBufferBytes(Standing.MEMBER));
        assertFalse(open(Standing.MEMBER, NOW).taken());
        assertFalse(open(Standing.OPEN_ROOM, NOW).taken());
        assertEquals(List.of(lazy), open(Standing.MEMBER, NOW.plusNanos(1)).givingWay());
    }

    @Test
    void whoIsRefusedCostsNobodyAnything() {
        var stranger = new Line(Standing.OPEN_ROOM, NOW);
        fill(stranger, CHUNK);
        fill(new Line(Standing.MEMBER, NOW), CostRules.bulkBufferBytes(Standing.MEMBER));
        var member = new Line(Standing.MEMBER, NOW);
        assertTrue(buffers.open(member, NOW).taken(), "the stranger gave way");
        long before = buffers.total();
        assertFalse(buffers.more(member, 4 * CHUNK, NOW).taken());
        assertEquals(before, buffers.total());
    }

    @Test
    void whatIsOnlyUsefulClosesNobody() {
        var friend = new Line(Standing.TRUSTED, NOW);
        assertTrue(buffers.open(friend, NOW).taken());
        assertTrue(buffers.spare(friend, CHUNK));
        fill(new Line(Standing.OPEN_ROOM, NOW), CostRules.bulkBufferBytes(Standing.OPEN_ROOM));
        fill(friend, CostRules.BULK_BUFFER_BYTES_MAX);
        assertFalse(buffers.spare(friend, 1));
    }

    @Test
    void c1_whatIsOnlyUsefulLeavesMostOfTheLevelForWhatIsNeeded() {
        var line = new Line(Standing.MEMBER, NOW);
        fill(line, CostRules.bulkBufferBytes(Standing.MEMBER) / BulkBuffers.SPARE_PART - CHUNK);
        assertTrue(buffers.spare(line, CHUNK));
        assertFalse(buffers.spare(line, 1));
        assertTrue(buffers.more(line, CHUNK, NOW).taken());
    }

    @Test
    void whatIsGivenBackCanBeHadAgain() {
        var line = new Line(Standing.MEMBER, NOW);
        fill(line, CostRules.bulkBufferBytes(Standing.MEMBER));
        assertFalse(buffers.more(line, CHUNK, NOW).taken());
        buffers.giveBack(line, CHUNK);
        assertTrue(buffers.more(line, CHUNK, NOW).taken());
        buffers.release(line);
        buffers.giveBack(line, CHUNK);
        assertEquals(0, buffers.total(), "a closed one holds nothing that it could give back");
    }

    @Test
    void whoIsClosedHoldsNothingAndGetsNothing() {
        var line = new Line(Standing.MEMBER, NOW);
        assertTrue(buffers.open(line, NOW).taken());
        assertTrue(buffers.more(line, CHUNK, NOW).taken());
        buffers.release(line);
        buffers.release(line);
        assertEquals(0, buffers.total());
        assertFalse(buffers.more(line, CHUNK, NOW).taken());
        assertFalse(buffers.spare(line, 1));
    }

    /// The line takes what there is up to this total.
    private void fill(Line line, long total) {
        if (buffers.total() == 0 || !buffers.more(line, 0, NOW).taken()) buffers.open(line, NOW);
        while (buffers.total() < total) {
            assertTrue(buffers.more(line, (int) Math.min(CHUNK, total - buffers.total()), NOW).taken());
        }
    }

    private BulkBuffers.Decision<Line> open(Standing standing, Duration uptime) {
        return buffers.open(new Line(standing, uptime), uptime);
    }
}
