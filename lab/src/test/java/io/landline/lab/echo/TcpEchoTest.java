package io.landline.lab.echo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Course;
import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.LabEvent.Connection.State;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.PlainTcp;
import io.landline.lab.Recorder;
import io.landline.lab.TypedInput;
import io.landline.lab.net.Limits;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.Target;
import io.landline.lab.net.TcpServer;
import io.landline.lab.net.UnixSockets;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TcpEchoTest {
    private final Recorder events = new Recorder();

    private TcpServer server(ServerOptions options, ServerMode mode) throws Exception {
        return TcpServer.start(options, mode, new TcpEchoServer(Transform.UPPER, false), events);
    }

    private TcpServer server() throws Exception {
        return server(ServerOptions.onLoopback(), ServerMode.CONCURRENT);
    }

    @Test
    void whatIsWrittenComesBackInCapitals() throws Exception {
        try (var server = server(); var client = new PlainTcp(server.local())) {
            assertEquals("HELLO", client.ask("hello"));
            assertEquals("AGAIN", client.ask("again"));
        }
    }

    @Test
    void fiveThousandBytesComeBackAsFiveThousand() throws Exception {
        try (var server = server(); var client = new PlainTcp(server.local())) {
            client.send("x".repeat(5_000));
            assertArrayEquals("X".repeat(5_000).getBytes(UTF_8), client.exactly(5_000));
        }
    }

    @Test
    void aCharacterCutByAReadComesBackWhole() throws Exception {
        try (var server = server(); var client = new PlainTcp(server.local())) {
            client.send("a".repeat(1_023) + "é");
            assertArrayEquals(("A".repeat(1_023) + "É").getBytes(UTF_8), client.exactly(1_025));
        }
    }

    @Test
    void whatIsNotUtf8GetsNoReplyAndEndsNothing() throws Exception {
        try (var server = server(); var client = new PlainTcp(server.local())) {
            client.send(new byte[]{(byte) 0xff});
            events.await(LabEvent.Unanswered.class);
            assertEquals("A", client.ask("a"));
        }
    }

    @Test
    void whatIsUtf16IsCalledSo() throws Exception {
        try (var server = server(); var client = new PlainTcp(server.local())) {
            client.send(new byte[]{(byte) 0xff, (byte) 0xfe, 'a', 0});
            assertTrue(events.await(LabEvent.Unanswered.class).why().english().startsWith("UTF-16, not UTF-8: encode"));
        }
    }

    @Test
    void afterTheClientsLastByteTheRestIsAnsweredAndTheServerCloses() throws Exception {
        try (var server = server(); var client = new PlainTcp(server.local())) {
            client.send("last");
            client.shutdownOutput();
            assertArrayEquals("LAST".getBytes(UTF_8), client.toTheEnd());
        }
    }

    @Test
    void inSequentialModeTheSecondWaitsUntilTheFirstHasLeft() throws Exception {
        try (var server = server(ServerOptions.onLoopback(), ServerMode.SEQUENTIAL);
                var first = new PlainTcp(server.local())) {
            assertEquals("THIS IS CLIENT 1", first.ask("this is client 1"));
            try (var second = new PlainTcp(server.local())) {
                second.send("this is client 2");
                events.await(LabEvent.Connection.class, each -> each.state() == State.WAITING);
                assertTrue(second.hearsNothing(100));
                first.close();
                assertEquals("THIS IS CLIENT 2", second.receive());
            }
        }
    }

    /// Their threads start almost together, so a turn that the threads took for themselves went to any of them.
    @Test
    void inSequentialModeAllAreServedInTheOrderInWhichTheyWereAccepted() throws Exception {
        for (int round = 0; round < 20; round++) {
            var seen = new Recorder();
            var clients = new ArrayList<PlainTcp>();
            var ports = new ArrayList<Integer>();
            try (var server = TcpServer.start(ServerOptions.onLoopback(), ServerMode.SEQUENTIAL,
                    new TcpEchoServer(Transform.UPPER, true), seen)) {
                for (int i = 0; i < Limits.CONNECTIONS_PER_ADDRESS_MAX; i++) {
                    clients.add(new PlainTcp(server.local()));
                    clients.getLast().send("a");
                    ports.add(clients.getLast().localPort());
                }
                for (var each : clients) {
                    assertEquals("A", each.receive());
                    each.close();
                }
            } finally {
                for (var each : clients) each.close();
            }
            assertEquals(ports, portsServed(seen));
        }
    }

    private static List<Integer> portsServed(Recorder seen) {
        return seen.all(LabEvent.Connection.class)
                .stream()
                .filter(each -> each.state() == State.CONNECTED)
                .map(each -> ((InetSocketAddress) each.peer().address()).getPort())
                .toList();
    }

    @Test
    void inConcurrentModeBothAreAnsweredAtOnce() throws Exception {
        try (var server = server();
                var first = new PlainTcp(server.local());
                var second = new PlainTcp(server.local())) {
            assertEquals("TWO", second.ask("two"));
            assertEquals("ONE", first.ask("one"));
        }
    }

    @Test
    void oneShotClosesAfterOneReply() throws Exception {
        try (var server = TcpServer.start(ServerOptions.onLoopback(), ServerMode.SEQUENTIAL,
                new TcpEchoServer(Transform.UPPER, true), events);
                var client = new PlainTcp(server.local());
                var next = new PlainTcp(server.local())) {
            client.send("hello");
            assertArrayEquals("HELLO".getBytes(UTF_8), client.toTheEnd());
            client.close();
            assertEquals("NEXT", next.ask("next"));
        }
    }

    @Test
    void aBrowserGetsItsOwnRequestInCapitals() throws Exception {
        try (var server = server();
                var silent = new PlainTcp(server.local());
                var browser = new PlainTcp(server.local())) {
            String request = "GET / HTTP/1.1\r\nHost: localhost:" + ((InetSocketAddress) server.local()).getPort()
                    + "\r\nCookie: " + "x".repeat(2_000) + "\r\n\r\n";
            browser.send(request);
            String reply = new String(browser.exactly(request.length()), UTF_8);
            assertTrue(reply.startsWith("GET / HTTP/1.1\r\nHOST: LOCALHOST:"), reply);
            assertTrue(silent.hearsNothing(20));
        }
    }

    @Test
    void aResetHarmsNobodyElse() throws Exception {
        try (var server = server(); var client = new PlainTcp(server.local())) {
            var killed = new PlainTcp(server.local());
            killed.send("a");
            killed.reset();
            assertEquals("B", client.ask("b"));
        }
    }

    @Test
    void theSeventeenthConnectionOfOneAddressIsClosed() throws Exception {
        var open = new ArrayList<PlainTcp>();
        try (var server = server()) {
            for (int i = 0; i < Limits.CONNECTIONS_PER_ADDRESS_MAX; i++) {
                open.add(new PlainTcp(server.local()));
                assertEquals("A", open.getLast().ask("a"));
            }
            try (var oneMore = new PlainTcp(server.local())) {
                assertEquals(0, oneMore.toTheEnd().length);
            }
            assertTrue(events.await(LabEvent.Refused.class).reason().english().contains("16"));
        } finally {
            for (PlainTcp each : open) each.close();
        }
    }

    @Test
    void aFloodClosesTheConnection() throws Exception {
        try (var server = server(ServerOptions.onLoopback().within(Limits.STANDARD.withMessagesPerSecond(3)),
                ServerMode.CONCURRENT);
                var client = new PlainTcp(server.local())) {
            int answered = 0;
            while (client.ask("a").equals("A")) answered++; // on a busy machine four may take more than a second
            assertTrue(answered >= 3, answered + " were answered");
            assertTrue(events.await(LabEvent.Refused.class).reason().english().contains("messages a second"));
        }
    }

    /// As a program that asks in a loop on ever new connections.
    @Test
    void manyConnectionsOverALimitAreToldTogether() throws Exception {
        try (var server = server(ServerOptions.onLoopback().within(Limits.STANDARD.withMessagesPerSecond(1)),
                ServerMode.CONCURRENT)) {
            for (int i = 0; i < 8; i++) {
                try (var client = new PlainTcp(server.local())) {
                    client.ask("a");
                }
            }
            events.await(LabEvent.Refused.class);
        }
        assertEquals(List.of(), events.all(LabEvent.Remark.class)
                .stream()
                .filter(each -> each.sentence().english().contains("messages a second"))
                .toList());
    }

    @Test
    void anIdleConnectionIsClosed() throws Exception {
        try (var server = server(
                ServerOptions.onLoopback().within(new Limits(Limits.MESSAGES_PER_SECOND, Duration.ofMillis(100))),
                ServerMode.CONCURRENT);
                var client = new PlainTcp(server.local())) {
            assertEquals("", client.receive());
            assertTrue(events.await(LabEvent.Refused.class).reason().english().contains("idle"));
        }
    }

    @Test
    void nothingListensAfterAStop() throws Exception {
        TcpServer server = server();
        var local = (InetSocketAddress) server.local();
        try (var client = new PlainTcp(local)) {
            client.ask("a");
            server.stop(LabMessage.of("test over"));
            assertEquals("", client.receive());
        }
        assertThrows(java.net.ConnectException.class, () -> new PlainTcp(local));
        try (var again = new ServerSocket(local.getPort(), 1, local.getAddress())) {
            assertEquals(local.getPort(), again.getLocalPort());
        }
    }

    @Test
    void theClientPutsTogetherAReplyThatComesInPieces() throws Exception {
        try (Course<String> course = Course.tcp(client -> {
            String heard = client.receive();
            client.send("HEL");
            client.send("LO");
            return heard + "," + client.receive();
        })) {
            TcpEchoClient
                    .to(new Target("127.0.0.1", course.port(), Family.ANY),
                            TypedInput.lines(List.of("", "hello", "bye")), events)
                    .run();
            assertEquals("hello,", course.finished(), "an empty line is not sent, bye neither");
            assertEquals(List.of("HELLO"), events.received());
        }
    }

    @Test
    void aClientOfAllAddressesIsToldOfThisComputer() throws Exception {
        try (Course<String> course = Course.tcp(client -> client.ask("A"))) {
            TcpEchoClient.to(new Target("0.0.0.0", course.port(), Family.ANY), TypedInput.lines(List.of("a")), events)
                    .run();
            assertEquals("127.0.0.1:" + course.port(), events.await(LabEvent.In.class).peer().name());
        }
    }

    @Test
    void aRefusedConnectionIsSaidWithItsAddress() throws Exception {
        int port;
        try (var gone = new ServerSocket(0)) {
            port = gone.getLocalPort();
        }
        var client = TcpEchoClient.to(new Target("127.0.0.1", port, Family.ANY), TypedInput.nothing(), events);
        String said = String.valueOf(assertThrows(LabException.class, client::run).getMessage());
        assertTrue(said.contains("127.0.0.1 refused"), said);
    }

    @Test
    void aUnixSocketServesTheSame(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("echo");
        try (var _ = UnixSockets.start(path, ServerOptions.onLoopback(), ServerMode.CONCURRENT,
                new TcpEchoServer(Transform.UPPER, false), events)) {
            var heard = new Recorder();
            new TcpEchoClient(all -> UnixSockets.connect(path, all), TypedInput.lines(List.of("hello")), heard).run();
            assertEquals(List.of("HELLO"), heard.received());
        }
        assertTrue(Files.notExists(path));
    }
}
