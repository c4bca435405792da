package io.landline.presence;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SourceGateTest {
    private static final byte[] PACKET = {1, 2, 3};

    private final SourceGate gate = new SourceGate();

    private static InetSocketAddress linkLocal(int scope) throws UnknownHostException {
        byte[] address = InetAddress.getByName("fe80::1").getAddress();
        return new InetSocketAddress(Inet6Address.getByAddress(null, address, scope), 5263);
    }

    @Test
    void oneDatagramByTwoBroadcastsIsLetInOnce() {
        var from = new InetSocketAddress("10.77.0.1", 5263);
        assertTrue(gate.admits(from, PACKET, Duration.ZERO));
        assertFalse(gate.admits(from, PACKET, SourceGate.TWIN_WITHIN.minusMillis(1)));
        assertTrue(gate.admits(from, PACKET, SourceGate.TWIN_WITHIN));
    }

    @Test
    void oneDatagramByTwoInterfacesShowsTwoWays() throws UnknownHostException {
        assertTrue(gate.admits(linkLocal(2), PACKET, Duration.ZERO));
        assertTrue(gate.admits(linkLocal(3), PACKET, Duration.ZERO));
        assertFalse(gate.admits(linkLocal(2), PACKET, Duration.ofMillis(1)));
    }
}
