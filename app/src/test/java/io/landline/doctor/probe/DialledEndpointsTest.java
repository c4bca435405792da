package io.landline.doctor.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.peer.Endpoint;
import java.net.InetAddress;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DialledEndpointsTest {
    private final DialledEndpoints dialled = new DialledEndpoints();

    private static Endpoint port(int port) {
        return new Endpoint(InetAddress.getLoopbackAddress(), port);
    }

    @Test
    void eachEndpointIsDialledOnce() {
        assertTrue(dialled.claim(port(5264)));
        assertFalse(dialled.claim(port(5264)));
        assertTrue(dialled.claim(port(5265)));
    }

    @Test
    void h4_portsThatPresenceShowsWithoutEndEarnNoFurtherConnections() {
        assertEquals(DialledEndpoints.MAX,
                IntStream.range(5264, 6264).filter(port -> dialled.claim(port(port))).count());
    }
}
