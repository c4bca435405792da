package io.landline.beacon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.beacon.UsableInterface.OwnAddress;
import io.landline.testing.BackgroundFailures;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/// The beacon on a network that has IPv6 alone: the real loopback interface, of which it knows only `::1`.
@ExtendWith(BackgroundFailures.class)
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere loopback has another name")
class Ipv6BeaconTest {
    private static final byte[] POEM = "Two cans and a string".getBytes(UTF_8);
    private static final int TRIES_MAX = 100;

    private final List<ReceivedDatagram> heard = new ArrayList<>();
    private final List<String> passed = new ArrayList<>();
    private int port;
    private UsableInterface six;

    @BeforeEach
    void findLoopback() throws IOException {
        NetworkInterface loopback = NetworkInterface.getByName("lo");
        assertNotNull(loopback);
        six = new UsableInterface("lo", loopback.getIndex(), false, true,
                List.of(new OwnAddress(InetAddress.getByName("::1"), 128, null)));
        try (var free = new DatagramSocket(0, InetAddress.getByName("::1"))) {
            port = free.getLocalPort() - SocketBeacon.OWN_PORTS;
        }
    }

    private SocketBeacon beacon(InterfaceSource source) throws IOException {
        var beacon = new SocketBeacon(port, List.of(), source, _ -> {});
        assertTrue(beacon.refresh());
        return beacon;
    }

    private SocketBeacon beacon() throws IOException {
        return beacon(() -> List.of(six));
    }

    private ReceivedDatagram receive(SocketBeacon beacon) {
        heard.clear();
        for (int i = 0; i < TRIES_MAX && heard.isEmpty(); i++) beacon.receive(Duration.ofMillis(50), heard::add);
        return heard.getFirst();
    }

    /// Notes where a datagram was to go.
    private final class Ways implements DatagramTap {
        @Override
        public void cameIn(ReceivedDatagram datagram, InetSocketAddress own) {}

        @Override
        public void wentOut(byte[] datagram, InetSocketAddress own, InetSocketAddress to, String interfaceName) {
            passed.add(to.getAddress().getHostAddress() + " port " + to.getPort());
        }

        @Override
        public void wasRefused(InetSocketAddress to, String interfaceName, String problem) {
            passed.add(to.getAddress().getHostAddress() + " port " + to.getPort());
        }
    }

    private void tap(SocketBeacon beacon) {
        beacon.tap(new DatagramTap() {
            @Override
            public void cameIn(ReceivedDatagram datagram, InetSocketAddress own) {
                passed.add("in " + datagram.interfaceName());
            }

            @Override
            public void wentOut(byte[] datagram, InetSocketAddress own, InetSocketAddress to, String interfaceName) {
                passed.add("out " + interfaceName);
            }

            @Override
            public void wasRefused(InetSocketAddress to, String interfaceName, String problem) {
                passed.add("refused " + interfaceName);
            }
        });
    }

    @Test
    void datagramsGoFromOwnSocketToOwnSocketAndBack() throws Exception {
        try (var one = beacon(); var two = beacon()) {
            tap(one);
            one.send(POEM, new InetSocketAddress("::1", port + 2)); // the second beacon has the second port
            ReceivedDatagram atTwo = receive(two);
            assertEquals("lo", atTwo.interfaceName());
            assertEquals(new InetSocketAddress("::1", port + 1), atTwo.from());
            two.answer("Over".getBytes(UTF_8), atTwo);
            assertEquals("Over", new String(receive(one).bytes(), UTF_8));
            assertEquals(List.of("out lo", "in lo"), passed);
        }
    }

    /// Whether loopback has a route for it differs between systems.
    @Test
    void theOnlyWayToEverybodyIsAMulticast() throws Exception {
        try (var one = beacon()) {
            one.tap(new Ways());
            one.broadcast(POEM);
            assertEquals(
                    List.of(InterfaceSockets.scoped(InterfaceSockets.GROUP_6, six.index()).getHostAddress() + " port "
                            + port),
                    passed);
        }
    }

    @Test
    void aLinkLocalAddressIsReachedByTheSocketOfItsScope() throws Exception {
        try (var one = beacon()) {
            tap(one);
            one.send(POEM, new InetSocketAddress(linkLocal(six.index()), port)); // the loopback interface has none
            one.send(POEM, new InetSocketAddress(InetAddress.getByName("::1"), port));
            assertEquals(List.of("refused lo", "out lo"), passed);
        }
    }

    @Test
    void whatGoesOutByTheSharedSocketHasItsPort() throws Exception {
        try (var one = beacon()) {
            one.sendFromShared(POEM, InetAddress.getByName("::1"));
            assertEquals(port, receive(one).from().getPort());
        }
    }

    @Test
    void interfacesThatCannotBeListedNowAreThoseOfBefore() throws Exception {
        var source = new AtomicReference<InterfaceSource>(() -> List.of(six));
        try (var one = beacon(() -> source.get().interfaces())) {
            source.set(() -> {
                throw new IOException("not now");
            });
            assertFalse(one.refresh());
            assertEquals(List.of(six), one.interfaces());
            var without = new UsableInterface("lo", six.index(), false, false, six.addresses());
            source.set(() -> List.of(without));
            assertTrue(one.refresh());
            tap(one);
            one.broadcastWidely(POEM);
            assertEquals(List.of(), passed, "without multicast there is no way out by IPv6");
        }
    }

    private static InetAddress linkLocal(int scope) throws UnknownHostException {
        byte[] bytes = InetAddress.getByName("fe80::1").getAddress();
        return Inet6Address.getByAddress(null, bytes, scope);
    }
}
