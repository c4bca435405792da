package io.landline.beacon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.BackgroundFailures;
import io.landline.testing.FreeSharedPort;
import io.landline.testing.Patience;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.PortUnreachableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The beacon on the real loopback interface; it carries a poem.
@ExtendWith(BackgroundFailures.class)
class SocketBeaconTest {
    private static final byte[] POEM = "Two cans and a string".getBytes(UTF_8);
    private final List<ReceivedDatagram> heard = new ArrayList<>();

    @Test
    void aBroadcastReachesAllBeaconsOfTheHostAndTheAnswerOnlyWhoSpoke() throws Exception {
        int port = FreeSharedPort.find();
        try (var one = lo(port); var two = lo(port); var three = lo(port)) {
            one.broadcast(POEM);
            ReceivedDatagram atTwo = receive(two);
            assertEquals("lo", atTwo.interfaceName());
            assertEquals(port + 1, atTwo.from().getPort());
            receive(three);
            receive(one); // its own broadcast came back too
            two.answer("Over".getBytes(UTF_8), atTwo);
            assertEquals("Over", new String(receive(one).bytes(), UTF_8));
            assertTrue(nothingFor(three));
        }
    }

    @Test
    void h01_aDatagramThatIsTooLongComesCutToOneByteMoreThanMayBe() throws Exception {
        int port = FreeSharedPort.find();
        try (var one = lo(port); var two = lo(port)) {
            one.broadcast(new byte[60_000]);
            assertEquals(Beacon.MAX_BYTES + 1, receive(two).bytes().length);
        }
    }

    @Test
    void h86_anInterfaceThatGoesAndComesIsNewsEachTimeAndWorksAgain() throws Exception {
        int port = FreeSharedPort.find();
        List<UsableInterface> real = new SystemInterfaces().interfaces()
                .stream()
                .filter(UsableInterface::loopback)
                .toList();
        var now = new AtomicReference<>(real);
        try (var one = new SocketBeacon(port, List.of("lo"), now::get, _ -> {}); var two = lo(port)) {
            assertTrue(one.refresh());
            assertFalse(one.refresh());
            now.set(List.of());
            assertTrue(one.refresh());
            one.broadcast(POEM);
            assertTrue(nothingFor(two));
            now.set(real);
            assertTrue(one.refresh());
            one.broadcast(POEM);
            int from = receive(two).from().getPort();
            assertTrue(from > port && from <= port + 16);
        }
    }

    @Test
    void h14_aSocketThatFailsNowAndThenIsKept() throws Exception {
        int port = FreeSharedPort.find();
        try (var one = lo(port); var two = lo(port)) {
            UdpSocket socket = sharedSocket(one, two);
            fail(socket, UdpSocket.ERRORS_IN_A_ROW_MAX - 1);
            one.broadcast(POEM);
            receive(two, socket); // the errors, then the datagram
            fail(socket, UdpSocket.ERRORS_IN_A_ROW_MAX - 1);
            one.broadcast(POEM);
            receive(two, socket);
            assertFalse(two.refresh());
        }
    }

    @Test
    void h14_aSocketThatFailsTenTimesInARowIsOpenedAnew() throws Exception {
        int port = FreeSharedPort.find();
        try (var one = lo(port); var two = lo(port)) {
            UdpSocket socket = sharedSocket(one, two);
            fail(socket, UdpSocket.ERRORS_IN_A_ROW_MAX);
            one.broadcast(POEM);
            awaitClosed(socket, two);
            assertTrue(two.refresh());
            one.broadcast(POEM);
            receive(two);
            assertFalse(two.refresh());
        }
    }

    /// Waits until that very socket took one; a shared one of the other family may be quicker.
    private static void receive(SocketBeacon beacon, UdpSocket by) {
        var took = new AtomicBoolean();
        long deadline = System.nanoTime() + Patience.LIMIT.toNanos();
        while (!took.get() && System.nanoTime() < deadline) {
            beacon.receive(Duration.ofMillis(100), each -> {
                if (each.by() == by) took.set(true);
            });
        }
        assertTrue(took.get(), "nothing came");
    }

    /// The one of IPv4.
    private static UdpSocket sharedSocket(SocketBeacon from, SocketBeacon of) {
        from.broadcast(POEM);
        var socket = new AtomicReference<@Nullable UdpSocket>();
        long deadline = System.nanoTime() + Patience.LIMIT.toNanos();
        while (socket.get() == null && System.nanoTime() < deadline) {
            of.receive(Duration.ofMillis(100), each -> {
                if (each.by() instanceof UdpSocket shared && shared.local().getAddress() instanceof Inet4Address) {
                    socket.set(shared);
                }
            });
        }
        UdpSocket found = socket.get();
        assertNotNull(found, "nothing came");
        return found;
    }

    /// As Windows tells of an unreachable port.
    private static void fail(UdpSocket socket, int times) {
        var left = new AtomicInteger(times);
        socket.receiveBy(buffer -> {
            if (left.getAndDecrement() > 0) throw new PortUnreachableException("told by ICMP");
            return socket.channel.receive(buffer);
        });
    }

    private static UsableInterface loopback() throws IOException {
        return new SystemInterfaces().interfaces()
                .stream()
                .filter(UsableInterface::loopback)
                .findFirst()
                .orElseThrow();
    }

    private static void awaitClosed(UdpSocket socket, SocketBeacon beacon) {
        long deadline = System.nanoTime() + Patience.LIMIT.toNanos();
        while (socket.channel.isOpen() && System.nanoTime() < deadline) beacon.receive(Duration.ofMillis(100), _ -> {});
        assertFalse(socket.channel.isOpen());
    }

    @Test
    void h89_whereAGroupCannotBeJoinedBroadcastGoesOn() throws Exception {
        int port = FreeSharedPort.find();
        UsableInterface lo = loopback();
        var noSuchDevice = new UsableInterface(lo.name(), 999_999, true, true, lo.addresses());
        try (var one = new SocketBeacon(port, List.of("lo"), () -> List.of(noSuchDevice), _ -> {});
                var two = lo(port)) {
            assertTrue(one.refresh());
            one.broadcast(POEM);
            receive(two);
            two.broadcast(POEM);
            receive(one);
        }
    }

    @Test
    void whatIsNotChosenIsClosedAtTheNextLookAndOpenedAgainWhenItIs() throws Exception {
        int port = FreeSharedPort.find();
        try (var one = lo(port); var two = lo(port)) {
            one.use(List.of("none"));
            assertTrue(one.refresh());
            assertEquals(List.of(), one.interfaces());
            one.broadcast(POEM);
            assertTrue(nothingFor(two));
            one.use(List.of("lo"));
            assertTrue(one.refresh());
            one.broadcast(POEM);
            assertEquals(port + 1, receive(two).from().getPort());
        }
    }

    @Test
    void nothingIsBroadcastInANetworkThatIsListenedToOnlyThoughItIsNotKnownYetThatWeAreThere() throws Exception {
        int port = FreeSharedPort.find();
        UsableInterface lo = loopback();
        var now = new AtomicReference<>(List.of(lo));
        try (var one = new SocketBeacon(port, List.of("lo"), now::get, _ -> {}); var two = lo(port)) {
            assertTrue(one.refresh());
            one.keepSilentIn(new ListenOnlyNetworks(Set.of("lo 127.9.0.0/16")));
            one.broadcast(POEM);
            receive(two);
            var elsewhere = new UsableInterface.OwnAddress(InetAddress.getByName("127.9.0.1"), 16, null);
            now.set(List.of(new UsableInterface("lo", lo.index(), true, true, List.of(elsewhere))));
            while (!nothingFor(two)) assertTrue(one.interfaces().contains(lo), "the second copy");
            one.broadcast(POEM);
            assertTrue(nothingFor(two));
        }
    }

    private static SocketBeacon lo(int port) throws Exception {
        return SocketBeacon.open(port, List.of("lo"), warning -> {
            throw new AssertionError(warning);
        });
    }

    private ReceivedDatagram receive(SocketBeacon beacon) {
        heard.clear();
        long deadline = System.nanoTime() + Patience.LIMIT.toNanos();
        while (heard.isEmpty()) {
            if (System.nanoTime() > deadline) throw new AssertionError("nothing came");
            beacon.receive(Duration.ofMillis(100), heard::add);
        }
        return heard.getLast();
    }

    private boolean nothingFor(SocketBeacon beacon) {
        heard.clear();
        beacon.receive(Duration.ofMillis(50), heard::add);
        return heard.isEmpty();
    }
}
