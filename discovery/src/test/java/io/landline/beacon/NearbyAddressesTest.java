package io.landline.beacon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.landline.beacon.UsableInterface.OwnAddress;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearbyAddressesTest {
    private static final int MAX = 1_024;

    @Test
    void theAddressesNextToOursComeFirst() throws Exception {
        List<InetAddress> order = nearestFirst(List.of(card("eth0", "192.168.1.7", 24)));
        assertEquals(List.of("192.168.1.6", "192.168.1.8", "192.168.1.5", "192.168.1.9"), texts(order).subList(0, 4));
        assertEquals(253, order.size());
        assertFalse(texts(order).contains("192.168.1.0") || texts(order).contains("192.168.1.255"),
                "those of the net and of all");
        assertFalse(texts(order).contains("192.168.1.7"), "our own");
    }

    @Test
    void subnetsTakeTurns() throws Exception {
        List<InetAddress> order = nearestFirst(List.of(card("eth0", "192.168.1.7", 24), card("wlan0", "10.0.0.9", 8)));
        assertEquals(List.of("192.168.1.6", "192.168.1.8", "10.0.0.8", "10.0.0.10", "192.168.1.5"),
                texts(order).subList(0, 5));
    }

    @Test
    void twoCardsInOneSubnetSweepItOnceAndNotEachOther() throws Exception {
        List<InetAddress> order = nearestFirst(
                List.of(card("eth0", "192.168.1.7", 24), card("wlan0", "192.168.1.8", 24)));
        assertEquals(252, order.size());
        assertEquals(252, new HashSet<>(order).size());
    }

    @Test
    void aLargeSubnetIsSweptUpToALimit() throws Exception {
        assertEquals(MAX, nearestFirst(List.of(card("eth0", "10.1.2.3", 8))).size());
        List<InetAddress> atTheEdge = nearestFirst(List.of(card("eth0", "10.0.0.1", 8)));
        assertEquals(MAX, atTheEdge.size());
        assertEquals("10.0.0.2", atTheEdge.getFirst().getHostAddress());
    }

    @Test
    void subnetsWithoutNeighboursAreNotSwept() throws Exception {
        assertEquals(List.of(), nearestFirst(
                List.of(card("tun0", "10.8.0.2", 32), card("eth0", "169.254.7.7", 16), new UsableInterface("lo", 1,
                        true, false, List.of(new OwnAddress(InetAddress.getByName("127.0.0.1"), 8, null))))));
        assertEquals(1, nearestFirst(List.of(card("eth0", "10.8.0.2", 30))).size());
    }

    private static List<InetAddress> nearestFirst(List<UsableInterface> cards) {
        return NearbyAddresses.nearestFirst(cards, MAX);
    }

    private static UsableInterface card(String name, String address, int prefixBits) throws Exception {
        return new UsableInterface(name, 2, false, true,
                List.of(new OwnAddress(InetAddress.getByName(address), prefixBits, null)));
    }

    private static List<String> texts(List<InetAddress> addresses) {
        return addresses.stream().map(InetAddress::getHostAddress).toList();
    }
}
