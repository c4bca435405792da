package io.landline.beacon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.beacon.UsableInterface.OwnAddress;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// How networks are called, and which of them are listened to only.
class NetworkNameTest {
    private static final ListenOnlyNetworks CAFE = new ListenOnlyNetworks(Set.of("wlan0 192.168.7.0/24"));

    @Test
    void aNetworkIsCalledByItsInterfaceAndItsIpv4Subnets() {
        assertEquals("wlan0 192.168.7.0/24", card("wlan0", "192.168.7.33/24").network());
        assertEquals("eth0 10.0.0.0/8 172.16.16.0/20",
                card("eth0", "172.16.18.1/20", "10.9.8.7/8", "fd77::5/64").network());
        assertEquals("tun0 10.8.0.2/32", card("tun0", "10.8.0.2/32").network());
    }

    @Test
    void whereNoSubnetIsKnownItIsCalledByItsInterface() {
        assertEquals("wlan0", card("wlan0", "169.254.3.4/16", "fe80::1/64").network());
    }

    @Test
    void theNetworkThatWasChosenIsCoveredAndNoOtherOfTheSameCardOrName() {
        assertTrue(CAFE.covers(card("wlan0", "192.168.7.99/24")));
        assertFalse(CAFE.covers(card("wlan0", "192.168.8.99/24")));
        assertFalse(CAFE.covers(card("wlan1", "192.168.7.99/24")));
        assertFalse(CAFE.covers(card("wlan", "fe80::1/64")));
    }

    @Test
    void aCardThatHasNoSubnetYetIsCoveredWhereItMayBeJoiningOneThatIs() {
        assertTrue(CAFE.covers(card("wlan0", "fe80::1/64")));
        assertFalse(CAFE.covers(card("eth0", "fe80::1/64")));
    }

    private static UsableInterface card(String name, String... addresses) {
        return new UsableInterface(name, 2, false, true, Arrays.stream(addresses).map(NetworkNameTest::own).toList());
    }

    private static OwnAddress own(String text) {
        String[] parts = text.split("/");
        return new OwnAddress(InetAddress.ofLiteral(parts[0]), Integer.parseInt(parts[1]), null);
    }
}
