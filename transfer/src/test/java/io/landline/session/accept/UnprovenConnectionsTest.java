package io.landline.session.accept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnprovenConnectionsTest {
    private static final int OTHERS_MAX = 48;

    private final UnprovenConnections<Integer> unproven = new UnprovenConnections<>();
    private int next;

    @Test
    void h17_anAddressMayConnectEightTimesASecond() {
        for (int i = 0; i < UnprovenConnections.PER_ADDRESS_AND_SECOND_MAX; i++)
            assertTrue(admit(1, Duration.ZERO).taken());
        assertFalse(admit(1, Duration.ofMillis(999)).taken());
        assertTrue(admit(2, Duration.ofMillis(999)).taken());
        assertTrue(admit(1, Duration.ofSeconds(1)).taken());
    }

    private boolean takes(InetAddress from, UnprovenConnections.From where, Duration uptime) {
        return unproven.admit(next++, from, where, uptime).taken();
    }

    /// An address of one of several IPv6 networks.
    private static InetAddress six(int network, int host) throws UnknownHostException {
        return InetAddress.getByName("fd00:0:0:%x::%x".formatted(network, host));
    }

    private static InetAddress linkLocal(int scope, int host) throws UnknownHostException {
        byte[] bytes = InetAddress.getByName("fe80::%x".formatted(host)).getAddress();
        return Inet6Address.getByAddress(null, bytes, scope);
    }

    @Test
    void h17_oneComputerWithManyIpv6AddressesConnectsNoFasterThanALargeNetwork() throws UnknownHostException {
        for (int i = 0; i < UnprovenConnections.PER_NETWORK_AND_SECOND_MAX; i++) {
            assertTrue(takes(six(1, i), UnprovenConnections.From.ELSEWHERE, Duration.ZERO), "address " + i);
        }
        Duration soon = Duration.ofMillis(999);
        assertFalse(takes(six(1, 9_999), UnprovenConnections.From.ELSEWHERE, soon));
        assertTrue(takes(six(1, 9_998), UnprovenConnections.From.MEMBERS, soon), "where a member was met");
        assertTrue(takes(six(2, 1), UnprovenConnections.From.ELSEWHERE, soon), "of another network");
        assertTrue(takes(InetAddress.getByName("10.0.0.1"), UnprovenConnections.From.ELSEWHERE, soon));
        assertTrue(takes(six(1, 9_999), UnprovenConnections.From.ELSEWHERE, Duration.ofSeconds(1)));
    }

    @Test
    void h17_strangersOfANetworkTakeNothingFromAddressesWhereSomebodyIsWanted() throws UnknownHostException {
        for (int i = 0; i < 2 * UnprovenConnections.PER_NETWORK_AND_SECOND_MAX; i++) {
            takes(six(1, i), UnprovenConnections.From.ELSEWHERE, Duration.ZERO);
        }
        for (int i = 0; i < UnprovenConnections.PER_NETWORK_AND_SECOND_MAX; i++) {
            assertTrue(takes(six(1, 1_000 + i), UnprovenConnections.From.WANTED, Duration.ZERO), "address " + i);
        }
        assertFalse(takes(six(1, 9_999), UnprovenConnections.From.WANTED, Duration.ofMillis(999)),
                "bound in number too");
        assertFalse(takes(six(1, 9_998), UnprovenConnections.From.ELSEWHERE, Duration.ofMillis(999)));
    }

    @Test
    void h17_sixteenWhoAreWantedLoseNoPlaceToOtherStrangers() {
        for (int i = 0; i < UnprovenConnections.KEPT_FOR_WANTED; i++) assertEquals(List.of(), wanted(i).evicted());
        for (int i = 0; i < 100; i++) {
            List<Integer> gone = admit(100 + i, Duration.ZERO).evicted();
            assertTrue(gone.stream().allMatch(each -> each >= UnprovenConnections.KEPT_FOR_WANTED), "gone: " + gone);
        }
        assertEquals(OTHERS_MAX, unproven.open());
        assertFalse(wanted(50).evicted().contains(0), "one more takes a stranger's place");
        assertEquals(List.of(0), admit(99, Duration.ZERO).evicted(), "one more than that is safe is as others are");
        assertEquals(OTHERS_MAX, unproven.open());
    }

    @Test
    void h17_aLinkIsANetworkOfItsOwn() throws UnknownHostException {
        for (int i = 0; i < UnprovenConnections.PER_NETWORK_AND_SECOND_MAX; i++) {
            assertTrue(takes(linkLocal(1, i), UnprovenConnections.From.ELSEWHERE, Duration.ZERO), "address " + i);
        }
        assertFalse(takes(linkLocal(1, 9_999), UnprovenConnections.From.ELSEWHERE, Duration.ZERO));
        assertTrue(takes(linkLocal(2, 9_999), UnprovenConnections.From.ELSEWHERE, Duration.ZERO));
    }

    @Test
    void h17_whatOneIpv6AddressSendsTooFastTakesNothingFromItsNetwork() throws UnknownHostException {
        for (int i = 0; i < 10 * UnprovenConnections.PER_NETWORK_AND_SECOND_MAX; i++) {
            assertEquals(i < UnprovenConnections.PER_ADDRESS_AND_SECOND_MAX,
                    takes(six(1, 1), UnprovenConnections.From.ELSEWHERE, Duration.ZERO));
        }
        assertTrue(takes(six(1, 2), UnprovenConnections.From.ELSEWHERE, Duration.ZERO));
    }

    @Test
    void h17_theNinthOpenOneOfAnAddressTakesTheOldestOnesPlace() {
        for (int i = 0; i < UnprovenConnections.OPEN_PER_ADDRESS_MAX; i++) {
            assertEquals(List.of(), admit(1, Duration.ofSeconds(i)).evicted());
        }
        assertEquals(List.of(0), admit(1, Duration.ofSeconds(20)).evicted());
        assertEquals(UnprovenConnections.OPEN_PER_ADDRESS_MAX, unproven.open());
    }

    @Test
    void h17_whenAllPlacesAreTakenTheOldestOfTheBusiestAddressGoes() {
        for (int i = 0; i < OTHERS_MAX - 4; i++) {
            assertEquals(List.of(), admit(10 + i, Duration.ofSeconds(i)).evicted());
        }
        for (int i = 0; i < 4; i++) assertEquals(List.of(), admit(5, Duration.ofSeconds(60 + i)).evicted());
        assertEquals(List.of(OTHERS_MAX - 4), admit(7, Duration.ofSeconds(99)).evicted());
        assertEquals(OTHERS_MAX, unproven.open());
    }

    @Test
    void l12_sixteenPlacesAreKeptForAddressesWhereAMemberWasMet() {
        for (int i = 0; i < OTHERS_MAX; i++) assertEquals(List.of(), admit(10 + i, Duration.ofSeconds(i)).evicted());
        assertEquals(List.of(0), admit(200, Duration.ofSeconds(99)).evicted(),
                "one stranger too many costs a stranger's place");
        for (int i = 0; i < UnprovenConnections.KEPT_FOR_MEMBERS; i++)
            assertEquals(List.of(), member(100 + i).evicted());
        assertEquals(UnprovenConnections.OPEN_MAX, unproven.open());
        assertEquals(1, member(150).evicted().size());
        assertEquals(UnprovenConnections.OPEN_MAX, unproven.open());
    }

    @Test
    void l12_membersMayHoldMoreThanIsKeptForThemAsLongAsThereIsRoom() {
        for (int i = 0; i < UnprovenConnections.OPEN_MAX; i++) assertEquals(List.of(), member(10 + i).evicted());
        assertEquals(List.of(0), admit(200, Duration.ZERO).evicted());
    }

    @Test
    void h17_anAddressOfAMemberIsBoundLikeAnyOther() {
        for (int i = 0; i < UnprovenConnections.PER_ADDRESS_AND_SECOND_MAX; i++) assertTrue(member(1).taken());
        assertFalse(member(1).taken());
        assertEquals(List.of(0),
                unproven.admit(99, address(1), UnprovenConnections.From.MEMBERS, Duration.ofSeconds(9)).evicted());
    }

    @Test
    void loopbackAndOurOwnAddressesAreBoundByTheLimitInAllOnly() {
        for (int i = 0; i < UnprovenConnections.OPEN_MAX; i++) assertEquals(List.of(), exempt().evicted());
        assertEquals(List.of(0), exempt().evicted());
    }

    @Test
    void whoHasProvenItselfTakesNoPlaceAnyMore() {
        for (int i = 0; i < UnprovenConnections.OPEN_MAX; i++) exempt();
        unproven.release(3);
        unproven.release(3);
        assertEquals(List.of(), exempt().evicted());
    }

    private UnprovenConnections.Decision<Integer> admit(int host, Duration uptime) {
        return unproven.admit(next++, address(host), UnprovenConnections.From.ELSEWHERE, uptime);
    }

    private UnprovenConnections.Decision<Integer> member(int host) {
        return unproven.admit(next++, address(host), UnprovenConnections.From.MEMBERS, Duration.ZERO);
    }

    private UnprovenConnections.Decision<Integer> wanted(int host) {
        return unproven.admit(next++, address(host), UnprovenConnections.From.WANTED, Duration.ZERO);
    }

    private UnprovenConnections.Decision<Integer> exempt() {
        return unproven.admit(next++, InetAddress.getLoopbackAddress(), UnprovenConnections.From.HERE, Duration.ZERO);
    }

    private static InetAddress address(int host) {
        try {
            return InetAddress.getByAddress(new byte[]{10, 0, 0, (byte) host});
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
