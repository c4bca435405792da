package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalAddressesTest {
    private static final LocalAddresses ALL = new LocalAddresses(
            List.of(own("127.0.0.1", 8), own("192.0.2.17", 29), own("2001:db8:1::5", 64)), false);
    private static final LocalAddresses LO = new LocalAddresses(List.of(own("127.0.0.1", 8), own("::1", 128)), true);

    @ParameterizedTest
    @CsvSource({"127.0.0.1,true", "127.9.9.9,true", "::1,true", "10.1.2.3,true", "172.15.0.1,false", "172.16.0.1,true",
            "172.31.255.255,true", "172.32.0.1,false", "192.168.0.1,true", "169.254.1.1,true", "100.63.255.255,false",
            "100.64.0.0,true", "100.127.255.255,true", "100.128.0.0,false", "192.0.2.16,true", "192.0.2.23,true",
            "192.0.2.24,false", "192.0.2.15,false", "8.8.8.8,false", "fe80::1,true", "fc00::1,true", "fdff::1,true",
            "fe00::1,false", "2001:db8:1::99,true", "2001:db8:2::99,false", "0.0.0.0,false", "224.0.0.1,false",
            "ff02::1,false", "::,false"})
    void onlyLoopbackLinkLocalPrivateAndOnLinkAddressesAreSpokenWith(String address, boolean allowed)
            throws UnknownHostException {
        assertEquals(allowed, ALL.allows(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,true", "127.0.0.2,true", "::1,true", "10.0.0.1,false", "192.168.1.1,false", "fe80::1,false"})
    void restrictedToLoopbackNobodyElseIsSpokenWith(String address, boolean allowed) throws UnknownHostException {
        assertEquals(allowed, LO.allows(InetAddress.getByName(address)));
    }

    @Test
    void weDialFromTheAddressOfTheSameSubnetElseOfTheSameFamily() throws UnknownHostException {
        var two = new LocalAddresses(List.of(own("10.0.0.1", 24), own("10.0.1.1", 24)), true);
        assertEquals(InetAddress.getByName("10.0.1.1"), two.localFor(InetAddress.getByName("10.0.1.9")));
        assertEquals(InetAddress.getByName("10.0.0.1"), two.localFor(InetAddress.getByName("192.168.7.7")));
        assertNull(two.localFor(InetAddress.getByName("fd00::1")));
        assertNull(two.localFor(InetAddress.getByName("127.0.0.1")));
    }

    @Test
    void aLinkLocalAddressIsDialledFromItsOwnInterface() throws UnknownHostException {
        InetAddress here = linkLocal(1, 2);
        InetAddress there = linkLocal(2, 3);
        var two = new LocalAddresses(List.of(new LocalAddresses.Own(here, 64), new LocalAddresses.Own(there, 64)),
                true);
        assertEquals(there, two.localFor(linkLocal(9, 3)));
        assertEquals(here, two.localFor(linkLocal(9, 2)));
        assertNull(two.localFor(linkLocal(9, 4)), "an interface that may not be used");
        assertFalse(two.allows(linkLocal(9, 4)));
    }

    private static InetAddress linkLocal(int last, int scope) throws UnknownHostException {
        return Inet6Address.getByAddress(null, InetAddress.getByName("fe80::" + last).getAddress(), scope);
    }

    private static LocalAddresses.Own own(String address, int prefix) {
        try {
            return new LocalAddresses.Own(InetAddress.getByName(address), prefix);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
