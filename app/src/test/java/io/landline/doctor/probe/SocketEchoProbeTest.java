package io.landline.doctor.probe;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.beacon.UsableInterface;
import io.landline.beacon.UsableInterface.OwnAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which cards are tried by IPv6.
class SocketEchoProbeTest {
    private static final int INDEX = 2;
    private static final int PREFIX_BITS = 64;

    private static UsableInterface card(boolean multicast, String... addresses) {
        List<OwnAddress> own = Stream.of(addresses)
                .map(each -> new OwnAddress(InetAddress.ofLiteral(each), PREFIX_BITS, null))
                .toList();
        return new UsableInterface("eth0", INDEX, false, multicast, own);
    }

    @Test
    void aCardWithIpv4IsTriedByThatAlone() {
        assertFalse(SocketEchoProbe.isForIpv6(card(true, "10.77.0.1", "fe80::1", "fd77::1"), true));
    }

    @Test
    void withIpv6AloneALinkLocalAddressWillDo() {
        assertTrue(SocketEchoProbe.isForIpv6(card(true, "fe80::1"), false));
    }

    @Test
    void besideIpv4ALinkLocalAddressAloneProvesNothing() {
        assertFalse(SocketEchoProbe.isForIpv6(card(true, "fe80::1"), true));
        assertTrue(SocketEchoProbe.isForIpv6(card(true, "fe80::1", "fd77::1"), true));
    }

    @Test
    void aCardWithoutMulticastHasNoWayForIt() {
        assertFalse(SocketEchoProbe.isForIpv6(card(false, "fd77::1"), false));
    }
}
