package io.landline.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndpointTest {
    private static final int PORT = 5_263;

    @Test
    void oneLinkLocalAddressBehindTwoInterfacesIsTwoEndpoints() throws UnknownHostException {
        var first = new Endpoint(linkLocal(2), PORT);
        var second = new Endpoint(linkLocal(3), PORT);
        assertNotEquals(first, second);
        assertEquals(first, new Endpoint(linkLocal(2), PORT));
        assertEquals(first.hashCode(), new Endpoint(linkLocal(2), PORT).hashCode());
        assertEquals(List.of(first, second), List.of(first, second, first).stream().distinct().toList());
        assertEquals(2, Set.of(first, second).size());
    }

    @Test
    void portAndAddressDecideForAllOthers() throws UnknownHostException {
        InetAddress four = InetAddress.getByName("10.77.0.1");
        assertEquals(new Endpoint(four, PORT), new Endpoint(InetAddress.getByName("10.77.0.1"), PORT));
        assertNotEquals(new Endpoint(four, PORT), new Endpoint(four, PORT + 1));
        assertNotEquals(new Endpoint(four, PORT), new Endpoint(InetAddress.getByName("10.77.0.2"), PORT));
    }

    @Test
    void addressesAreComparedWithTheirScope() throws UnknownHostException {
        assertTrue(ScopedAddress.areSame(linkLocal(2), linkLocal(2)));
        assertFalse(ScopedAddress.areSame(linkLocal(2), linkLocal(3)));
        assertFalse(ScopedAddress.areSame(linkLocal(2), InetAddress.getByName("fe80::1")));
        assertTrue(ScopedAddress.areSame(InetAddress.getByName("10.0.0.1"), InetAddress.getByName("10.0.0.1")));
    }

    /// Java gives them one where it lists the interfaces of this computer.
    @Test
    void aGlobalAddressLeadsTheSameWayWithAndWithoutAScope() throws UnknownHostException {
        InetAddress plain = InetAddress.getByName("2001:db8::1");
        InetAddress scoped = Inet6Address.getByAddress(null, plain.getAddress(), 2);
        assertTrue(ScopedAddress.areSame(plain, scoped));
        assertTrue(ScopedAddress.mayMeet(scoped, Inet6Address.getByAddress(null, plain.getAddress(), 3)));
    }

    private static InetAddress linkLocal(int scope) throws UnknownHostException {
        return Inet6Address.getByAddress(null, InetAddress.getByName("fe80::1").getAddress(), scope);
    }
}
