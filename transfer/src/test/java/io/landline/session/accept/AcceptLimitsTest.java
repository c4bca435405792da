package io.landline.session.accept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptLimitsTest {
    private static final int OTHERS_MAX = 48;

    private final AcceptLimits<Integer> limits = new AcceptLimits<>();
    private int next;

    @Test
    void h17_anAddressMayConnectEightTimesASecond() {
        for (int i = 0; i < AcceptLimits.PER_ADDRESS_AND_SECOND_MAX; i++) assertTrue(admit(1, Duration.ZERO).taken());
        assertFalse(admit(1, Duration.ofMillis(999)).taken());
        assertTrue(admit(2, Duration.ofMillis(999)).taken());
        assertTrue(admit(1, Duration.ofSeconds(1)).taken());
    }

    @Test
    void h17_theNinthOpenOneOfAnAddressTakesTheOldestOnesPlace() {
        for (int i = 0; i < AcceptLimits.OPEN_PER_ADDRESS_MAX; i++) {
            assertEquals(List.of(), admit(1, Duration.ofSeconds(i)).evicted());
        }
        assertEquals(List.of(0), admit(1, Duration.ofSeconds(20)).evicted());
        assertEquals(AcceptLimits.OPEN_PER_ADDRESS_MAX, limits.open());
    }

    @Test
    void h17_whenAllPlacesAreTakenTheOldestOfTheBusiestAddressGoes() {
        for (int i = 0; i < OTHERS_MAX - 4; i++) {
            assertEquals(List.of(), admit(10 + i, Duration.ofSeconds(i)).evicted());
        }
        for (int i = 0; i < 4; i++) assertEquals(List.of(), admit(5, Duration.ofSeconds(60 + i)).evicted());
        assertEquals(List.of(OTHERS_MAX - 4), admit(7, Duration.ofSeconds(99)).evicted());
        assertEquals(OTHERS_MAX, limits.open());
    }

    @Test
    void l12_sixteenPlacesAreKeptForAddressesWhereAMemberWasMet() {
        for (int i = 0; i < OTHERS_MAX; i++) assertEquals(List.of(), admit(10 + i, Duration.ofSeconds(i)).evicted());
        assertEquals(List.of(0), admit(200, Duration.ofSeconds(99)).evicted(),
                "one stranger too many costs a stranger's place");
        for (int i = 0; i < AcceptLimits.KEPT_FOR_MEMBERS; i++) assertEquals(List.of(), member(100 + i).evicted());
        assertEquals(AcceptLimits.OPEN_MAX, limits.open());
        assertEquals(1, member(150).evicted().size());
        assertEquals(AcceptLimits.OPEN_MAX, limits.open());
    }

    @Test
    void l12_membersMayHoldMoreThanIsKeptForThemAsLongAsThereIsRoom() {
        for (int i = 0; i < AcceptLimits.OPEN_MAX; i++) assertEquals(List.of(), member(10 + i).evicted());
        assertEquals(List.of(0), admit(200, Duration.ZERO).evicted());
    }

    @Test
    void h17_anAddressOfAMemberIsBoundLikeAnyOther() {
        for (int i = 0; i < AcceptLimits.PER_ADDRESS_AND_SECOND_MAX; i++) assertTrue(member(1).taken());
        assertFalse(member(1).taken());
        assertEquals(List.of(0),
                limits.admit(99, address(1), AcceptLimits.From.MEMBERS, Duration.ofSeconds(9)).evicted());
    }

    @Test
    void loopbackAndOurOwnAddressesAreBoundByTheLimitInAllOnly() {
        for (int i = 0; i < AcceptLimits.OPEN_MAX; i++) assertEquals(List.of(), exempt().evicted());
        assertEquals(List.of(0), exempt().evicted());
    }

    @Test
    void whoHasProvenItselfTakesNoPlaceAnyMore() {
        for (int i = 0; i < AcceptLimits.OPEN_MAX; i++) exempt();
        limits.release(3);
        limits.release(3);
        assertEquals(List.of(), exempt().evicted());
    }

    private AcceptLimits.Decision<Integer> admit(int host, Duration uptime) {
        return limits.admit(next++, address(host), AcceptLimits.From.ELSEWHERE, uptime);
    }

    private AcceptLimits.Decision<Integer> member(int host) {
        return limits.admit(next++, address(host), AcceptLimits.From.MEMBERS, Duration.ZERO);
    }

    private AcceptLimits.Decision<Integer> exempt() {
        return limits.admit(next++, InetAddress.getLoopbackAddress(), AcceptLimits.From.HERE, Duration.ZERO);
    }

    private static InetAddress address(int host) {
        try {
            return InetAddress.getByAddress(new byte[]{10, 0, 0, (byte) host});
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
