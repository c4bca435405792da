package io.landline.beacon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.beacon.UsableInterface.OwnAddress;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressPolicyTest {
    private final List<UsableInterface> card = List.of(new UsableInterface("eth0", 2, false, true,
            List.of(new OwnAddress(at("198.51.100.7"), 26, at("198.51.100.63")),
                    new OwnAddress(scoped("fe80::7", 2), 64, null))));

    @Test
    void onLinkAndPrivateAddressesAreLocalAndNoOthers() {
        for (String local : new String[]{"198.51.100.1", "198.51.100.62", "10.1.2.3", "172.16.0.1", "172.31.9.9",
                "192.168.1.1", "169.254.9.9", "100.64.0.0", "100.127.255.255", "fd77::1"}) {
            assertTrue(AddressPolicy.isLocal(at(local), card), local);
        }
        for (String far : new String[]{"198.51.100.64", "8.8.8.8", "172.32.0.1", "11.0.0.1", "100.63.255.255",
                "100.128.0.0", "2001:db8::1", "fec0::1", "127.0.0.1", "::1"}) {
            assertFalse(AddressPolicy.isLocal(at(far), card), far);
        }
        assertTrue(AddressPolicy.isLocal(scoped("fe80::9", 2), card));
    }

    @Test
    void loopbackIsLocalWhereItsInterfaceIsUsed() {
        var lo = new UsableInterface("lo", 1, true, false, List.of(new OwnAddress(at("127.0.0.1"), 8, null)));
        assertTrue(AddressPolicy.isLocal(at("127.3.3.3"), List.of(lo)));
    }

    @Test
    void h13_sourcesThatCannotBeAreNotPossible() {
        for (String bad : new String[]{"0.0.0.0", "0.1.2.3", "255.255.255.255", "224.0.0.1", "239.255.52.63",
                "240.0.0.1", "::", "ff12::1", "fe80::1"}) {
            assertFalse(AddressPolicy.isPossibleSource(at(bad)), bad);
        }
        assertTrue(AddressPolicy.isPossibleSource(scoped("fe80::1", 2)));
        assertTrue(AddressPolicy.isPossibleSource(at("::ffff:10.0.0.1")));
    }

    @Test
    void aLinkLocalAddressIsReachedByItsScopeOnly() {
        assertTrue(card.getFirst().reaches(scoped("fe80::9", 2)));
        assertFalse(card.getFirst().reaches(scoped("fe80::9", 3)));
    }

    @Test
    void h87_theBroadcastAddressComesFromThePrefix() throws Exception {
        assertEquals(at("10.255.255.255"), SystemInterfaces.broadcast((Inet4Address) at("10.1.2.3"), 8, null));
        assertEquals(at("192.168.3.255"), SystemInterfaces.broadcast((Inet4Address) at("192.168.2.1"), 23, null));
        assertEquals(at("192.168.2.3"),
                SystemInterfaces.broadcast((Inet4Address) at("192.168.2.1"), 30, at("0.0.0.0")));
        assertNull(SystemInterfaces.broadcast((Inet4Address) at("192.168.2.1"), 31, null));
        assertNull(SystemInterfaces.broadcast((Inet4Address) at("192.168.2.1"), 32, at("192.168.2.1")));
    }

    @Test
    void theIpv4SocketPrefersAnAddressThatDhcpGaveAndTheIpv6OneALinkLocalAddress() {
        var both = new UsableInterface("eth0", 2, false, true, List.of(new OwnAddress(at("169.254.1.1"), 16, null),
                new OwnAddress(at("192.168.1.5"), 24, null), new OwnAddress(at("fd77::5"), 64, null),
                new OwnAddress(scoped("fe80::5", 2), 64, null)));
        assertEquals(at("192.168.1.5"), both.ipv4().orElseThrow().address());
        assertTrue(both.ipv6().orElseThrow().address().isLinkLocalAddress());
    }

    private static InetAddress at(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new AssertionError(literal, e);
        }
    }

    private static InetAddress scoped(String literal, int scope) {
        try {
            return Inet6Address.getByAddress(null, at(literal).getAddress(), scope);
        } catch (UnknownHostException e) {
            throw new AssertionError(literal, e);
        }
    }
}
