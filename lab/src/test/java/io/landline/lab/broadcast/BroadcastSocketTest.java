package io.landline.lab.broadcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.Payload;
import io.landline.lab.PlainUdp;
import io.landline.lab.Recorder;
import io.landline.lab.broadcast.BroadcastTargets.Way;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// The socket that sends to everybody, on loopback alone.
class BroadcastSocketTest {
    private final Recorder events = new Recorder();

    private static Way to(String address) throws IOException {
        return new Way(InetAddress.getByName(address), null);
    }

    @Test
    void whereNoWayCanBeSentOnTheReasonIsSaid() throws Exception {
        try (var heard = new PlainUdp(); var socket = new BroadcastSocket(0, false, Family.ANY, events)) {
            Payload tooLong = Payload.of("x".repeat(70_000));
            var refused = assertThrows(LabException.class,
                    () -> socket.send(List.of(to("127.0.0.1")), heard.port(), tooLong));
            assertEquals("Nothing could be sent to everybody: too long for a datagram. Is this computer on a network?",
                    refused.said().english());
            var nowhere = assertThrows(LabException.class,
                    () -> socket.send(List.of(), heard.port(), Payload.of("hello")));
            assertTrue(nowhere.said().english().contains("no interface can"), nowhere.said().english());
        }
    }

    @Test
    void anIpv6AddressNeedsTheFamilyToBeSaid() throws Exception {
        try (var heard = new DatagramSocket(0, InetAddress.getByName("::1"))) {
            var client = new BroadcastClient("::1", heard.getLocalPort(), Family.ANY, true, events);
            assertThrows(LabException.class, client::run);
        }
    }

    @Test
    void overIpv6TheInterfaceOfAWayIsTold() throws Exception {
        NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getByName("127.0.0.1"));
        assertNotNull(loopback);
        try (var heard = new DatagramSocket(0, InetAddress.getByName("::1"));
                var socket = new BroadcastSocket(0, false, Family.IPV6, events)) {
            socket.send(List.of(new Way(InetAddress.getByName("::1"), loopback)), heard.getLocalPort(),
                    Payload.of("hello"));
            assertEquals("IPv6", events.await(LabEvent.Started.class).family());
            assertEquals(List.of("hello"), events.sent());
        }
    }

    /// Who draws what passes orders it by these times.
    @Test
    void nothingComesBeforeItWasSent() throws Exception {
        var came = new ConcurrentHashMap<String, Instant>();
        try (var channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
            channel.bind(new InetSocketAddress("127.0.0.1", 0)).configureBlocking(false);
            int port = channel.socket().getLocalPort();
            var allSent = new AtomicBoolean();
            Thread receiver = Thread.ofPlatform().start(() -> noteEach(channel, came, allSent));
            try (var socket = new BroadcastSocket(0, false, Family.ANY, events)) {
                for (int i = 0; i < 2_000; i++) {
                    socket.send(List.of(to("127.0.0.1")), port, Payload.of(String.valueOf(i)));
                }
            } finally {
                allSent.set(true);
                receiver.join();
            }
        }
        for (LabEvent.Out each : events.all(LabEvent.Out.class)) {
            Instant at = came.getOrDefault(each.payload().shown(), Instant.MAX); // some are dropped on the way
            assertFalse(each.at().isAfter(at), each.at() + " is after " + at);
        }
    }

    private static void noteEach(DatagramChannel channel, Map<String, Instant> came,
            AtomicBoolean allSent) {
        ByteBuffer buffer = ByteBuffer.allocate(16);
        try {
            while (!allSent.get()) {
                if (channel.receive(buffer) == null) continue;
                Instant at = Instant.now();
                came.put(StandardCharsets.US_ASCII.decode(buffer.flip()).toString(), at);
                buffer.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatDoesNotComeIsNothing() throws Exception {
        try (var socket = new BroadcastSocket(0, true, Family.ANY, events)) {
            assertNull(socket.receive(Duration.ofMillis(1)));
            assertEquals(List.of(), events.received());
        }
    }

    @Test
    void thatADatagramWasLongerThanTheBufferIsSaid() throws Exception {
        try (var socket = new BroadcastSocket(0, true, Family.ANY, events);
                var other = new PlainUdp(new InetSocketAddress("127.0.0.1", localPort()))) {
            other.send("x".repeat(1_024));
            LabEvent.In whole = socket.receive(Recorder.PATIENCE);
            assertNotNull(whole);
            assertTrue(whole.note().english().startsWith("from 127.0.0.1"), whole.note().english());
            other.send("x".repeat(1_025));
            LabEvent.In cut = socket.receive(Recorder.PATIENCE);
            assertNotNull(cut);
            assertEquals("longer than the buffer, cut to 1024 B", cut.note().english());
            assertEquals(1_024, cut.payload().length());
        }
    }

    private int localPort() throws Exception {
        return ((InetSocketAddress) events.await(LabEvent.Started.class).local()).getPort();
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        try (var taken = new DatagramSocket(0)) {
            var refused = assertThrows(LabException.class,
                    () -> new BroadcastSocket(taken.getLocalPort(), false, Family.ANY, events));
            assertTrue(refused.said().english().contains("is taken by another program"), refused.said().english());
        }
    }

    @Test
    void aSocketThatWasClosedEndsTheSending() throws Exception {
        var socket = new BroadcastSocket(0, false, Family.ANY, events);
        socket.close();
        assertThrows(IOException.class, () -> socket.send(List.of(to("127.0.0.1")), 9, Payload.of("hello")));
        assertThrows(IOException.class, () -> socket.receive(Recorder.PATIENCE));
    }
}
