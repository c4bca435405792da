package io.landline.session.dial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.session.LookAroundProgress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookAroundPlanTest {
    private static final Duration NOW = Duration.ofMinutes(7);

    private final LookAroundPlan plan = new LookAroundPlan();

    @Test
    void nothingIsTriedBeforeSomebodyStartsIt() {
        assertNull(plan.dueAt());
        assertNull(plan.claim(NOW));
        assertFalse(plan.progress().running());
    }

    @Test
    void addressesComeInTheirOrderTenInASecond() {
        plan.start(near(30), NOW);
        var tried = new ArrayList<InetAddress>();
        for (int millis = 0; millis < 1_000; millis += 10) {
            LookAroundPlan.Attempt next = plan.claim(NOW.plusMillis(millis));
            if (next != null) tried.add(next.address());
        }
        assertEquals(near(10), tried);
        assertEquals(NOW.plusSeconds(1), plan.dueAt());
    }

    @Test
    void ofTooManyAddressesTheFirstAreTried() {
        plan.start(near(LookAroundProgress.ADDRESSES_MAX), NOW);
        assertEquals(LookAroundProgress.ADDRESSES_MAX, plan.progress().addresses());
        plan.start(near(LookAroundProgress.ADDRESSES_MAX + 1), NOW);
        assertEquals(LookAroundProgress.ADDRESSES_MAX, plan.progress().addresses());
    }

    @Test
    void whileTooManyAreUnderWayTheNextOneWaits() {
        plan.start(near(LookAroundPlan.UNDER_WAY_MAX + 1), NOW);
        var first = claim(0);
        for (int i = 1; i < LookAroundPlan.UNDER_WAY_MAX; i++) claim(i);
        assertNull(plan.claim(NOW.plusMinutes(1)));
        assertNull(plan.dueAt());
        plan.ended(first, false);
        assertNotNull(plan.claim(NOW.plusMinutes(1)));
    }

    @Test
    void itTellsHowFarItIs() {
        plan.start(near(2), NOW);
        var first = claim(0);
        var second = claim(1);
        assertEquals(new LookAroundProgress(true, 2, 0, 0), plan.progress());
        plan.ended(first, true);
        plan.ended(second, false);
        assertEquals(new LookAroundProgress(false, 2, 2, 1), plan.progress());
    }

    @Test
    void cancelledItEndsWithWhatIsUnderWay() {
        plan.start(near(100), NOW);
        var first = claim(0);
        plan.cancel();
        assertNull(plan.claim(NOW.plusMinutes(1)));
        assertTrue(plan.progress().running());
        plan.ended(first, false);
        assertEquals(new LookAroundProgress(false, 1, 1, 0), plan.progress());
    }

    @Test
    void startedAgainItCountsAnewAndKeepsThePace() {
        plan.start(near(100), NOW);
        var old = claim(0);
        plan.start(near(3), NOW);
        assertNull(plan.claim(NOW), "the next address is due a tenth of a second later, whoever starts what");
        plan.ended(old, true);
        assertEquals(new LookAroundProgress(true, 3, 0, 0), plan.progress());
    }

    private LookAroundPlan.Attempt claim(int steps) {
        LookAroundPlan.Attempt attempt = plan.claim(NOW.plus(LookAroundPlan.STEP.multipliedBy(steps)));
        assertNotNull(attempt);
        return attempt;
    }

    private static List<InetAddress> near(int count) {
        var near = new ArrayList<InetAddress>();
        for (int i = 1; i <= count; i++) near.add(InetAddress.ofLiteral("10.0." + (i >> 8) + "." + (i & 0xff)));
        return near;
    }
}
