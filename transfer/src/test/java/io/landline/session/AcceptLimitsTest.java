package io.landline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptLimitsTest {
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
        for (int i = 0; i < AcceptLimits.OPEN_PER_ADDRESS_MAX; i++) assertEquals(List.of(), admit(1, Duration.ofSeconds(i)).evicted());
        assertEquals(List.of(0), admit(1, Duration.ofSeconds(20)).evicted());
        assertEquals(AcceptLimits.OPEN_PER_ADDRESS_MAX, limits.open());
    }

    @Test
    void h17_whenAllPlacesAreTakenTheOldestOfTheBusiestAddressGoes() {
        for (int i = 0; i < 60; i++) assertEquals(List.of(), admit(10 + i, Duration.ofSeconds(i)).evicted());
        for (int i = 0; i < 4; i++) assertEquals(List.of(), admit(5, Duration.ofSeconds(60 + i)).evicted());
        assertEquals(AcceptLimits.OPEN_MAX, limits.open());
        assertEquals(List.of(60), admit(7, Duration.ofSeconds(99)).evicted());
        assertEquals(AcceptLimits.OPEN_MAX, limits.open());
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
        return limits.admit(next++, address(host), false, uptime);
    }

    private AcceptLimits.Decision<Integer> exempt() {
        return limits.admit(next++, InetAddress.getLoopbackAddress(), true, Duration.ZERO);
    }

    private static InetAddress address(int host) {
        try {
            return InetAddress.getByAddress(new byte[]{10, 0, 0, (byte) host});
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
