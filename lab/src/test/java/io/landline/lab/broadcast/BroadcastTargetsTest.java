package io.landline.lab.broadcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Addresses;
import io.landline.lab.Family;
import io.landline.lab.broadcast.BroadcastTargets.Way;
import io.landline.lab.net.NetworkInterfaces;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a message to everybody would go from this computer. Nothing is sent.
class BroadcastTargetsTest {
    private static List<InetAddress> addresses(String to) throws Exception {
        return BroadcastTargets.of(to, Family.ANY).stream().map(Way::to).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "broadcast"})
    void everybodyIsTheLimitedAddressAndThenThatOfEachInterfaceOnce(String to) throws Exception {
        List<InetAddress> all = addresses(to);
        assertEquals("255.255.255.255", all.getFirst().getHostAddress());
        assertEquals(all.size(), new HashSet<>(all).size());
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            for (InterfaceAddress own : each.getInterfaceAddresses()) {
                InetAddress broadcast = own.getBroadcast();
                boolean isOne = each.isUp() && broadcast != null && !broadcast.isAnyLocalAddress();
                if (isOne) assertTrue(all.contains(broadcast), broadcast + " is not in " + all);
            }
        }
        assertTrue(all.stream().noneMatch(InetAddress::isAnyLocalAddress), all::toString);
    }

    @Test
    void overIpv6EverybodyIsAllNodesOnEachLink() throws Exception {
        List<Way> ways = BroadcastTargets.of("broadcast", Family.IPV6);
        for (Way each : ways) {
            assertTrue(each.to().getHostAddress().startsWith("ff02:"), each::toString);
            assertTrue(link(each).supportsMulticast(), each::toString);
        }
        assertEquals(ways.size(), ways.stream().map(Way::by).distinct().count(), "each once");
        for (Way each : ways) assertEquals("ff02::1%" + link(each).getName(), Addresses.host(each.to()));
    }

    /// A computer has several, and what is told of each would look the same.
    @Test
    void allNodesOfALinkAreWrittenWithTheInterface() throws Exception {
        NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
        assertNotNull(loopback);
        assertEquals("ff02::1%" + loopback.getName(), Addresses.host(NetworkInterfaces.allNodes(loopback)));
    }

    private static NetworkInterface link(Way way) {
        assertNotNull(way.by(), "the system does not know by which link");
        return way.by();
    }

    @Test
    void oneAddressIsThatAloneInTheFamilyOfTheSocket() throws Exception {
        assertEquals(List.of(InetAddress.getByName("127.0.0.1")), addresses("127.0.0.1"));
        Way six = BroadcastTargets.of("::1", Family.IPV6).getFirst();
        assertEquals(InetAddress.getByName("::1"), six.to());
        assertNull(six.by(), "as the system routes it");
    }
}
