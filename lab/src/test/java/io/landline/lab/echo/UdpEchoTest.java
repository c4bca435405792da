package io.landline.lab.echo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Course;
import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.PlainUdp;
import io.landline.lab.Recorder;
import io.landline.lab.TypedInput;
import io.landline.lab.net.Limits;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.Target;
import io.landline.lab.net.UdpClient;
import io.landline.lab.net.UdpServer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class UdpEchoTest {
    private final Recorder events = new Recorder();

    private UdpServer server(ServerOptions options) throws Exception {
        return UdpServer.start(options, new UdpEchoServer(Transform.UPPER, UdpEchoServer.BUFFER_BYTES), events);
    }

    @Test
    void aTextComesBackInCapitalsOfUnicode() throws Exception {
        try (var server = server(ServerOptions.onLoopback()); var client = new PlainUdp(server.local())) {
            assertEquals("STRASSE CAFÉ", client.ask("straße café"));
        }
    }

    @Test
    void capitalsAreTheSameOnATurkishMachine() throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try (var server = server(ServerOptions.onLoopback()); var client = new PlainUdp(server.local())) {
            assertEquals("IP", client.ask("ip"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void oneSocketHearsBothFamilies() throws Exception {
        try (var server = server(ServerOptions.everywhere(0));
                var six = new PlainUdp(new InetSocketAddress("::1", server.local().getPort()));
                var four = new PlainUdp(new InetSocketAddress("127.0.0.1", server.local().getPort()))) {
            assertEquals("TEST V6", six.ask("test v6"));
            assertEquals("TEST V4", four.ask("test v4"));
            assertTrue(events.all(LabEvent.In.class)
                    .get(1)
                    .peer()
                    .full()
                    .contains("(IPv4 on a dual-stack socket, ::ffff:127.0.0.1)"));
        }
    }

    @Test
    void aServerOfOneFamilyDoesNotHearTheOther() throws Exception {
        try (var server = server(new ServerOptions("", 0, Family.IPV6, false, Limits.STANDARD));
                var four = new PlainUdp(new InetSocketAddress("127.0.0.1", server.local().getPort()))) {
            four.send("test");
            assertEquals("of the other IP version", events.await(LabEvent.Refused.class).reason().english());
            assertTrue(four.hearsNothing(50));
        }
    }

    @Test
    void interleavedClientsGetTheirOwnReplies() throws Exception {
        try (var server = server(ServerOptions.onLoopback());
                var one = new PlainUdp(server.local());
                var two = new PlainUdp(server.local())) {
            one.send("one");
            two.send("two");
            assertEquals("TWO", two.receive());
            assertEquals("ONE", one.receive());
        }
    }

    @Test
    void anEmptyDatagramComesBackEmptyAndEndsNothing() throws Exception {
        try (var server = server(ServerOptions.onLoopback()); var client = new PlainUdp(server.local())) {
            assertEquals("", client.ask(""));
            assertEquals("A", client.ask("a"));
        }
    }

    @Test
    void whatIsNotUtf8GetsNoReplyAndEndsNothing() throws Exception {
        try (var server = server(ServerOptions.onLoopback()); var client = new PlainUdp(server.local())) {
            client.send(new byte[]{(byte) 0xff, 'a'});
            assertEquals("A", client.ask("a"));
            assertTrue(events.await(LabEvent.Unanswered.class).why().english().contains("UTF-8"));
        }
    }

    /// Such bytes are what Java's `getBytes(UTF_16)` and Python's `encode('utf-16')` make of a text.
    @Test
    void whatIsUtf16IsCalledSo() throws Exception {
        try (var server = server(ServerOptions.onLoopback()); var client = new PlainUdp(server.local())) {
            client.send(new byte[]{(byte) 0xfe, (byte) 0xff, 0, 'a'});
            assertEquals("A", client.ask("a"));
            assertTrue(events.await(LabEvent.Unanswered.class).why().english().startsWith("UTF-16, not UTF-8: encode"));
        }
    }

    /// A program of somebody else may answer with more than the client reads.
    @Test
    void aClientSaysThatAnAnswerWasCut() throws Exception {
        try (var server = new PlainUdp();
                var client = UdpClient.open(new Target("127.0.0.1", server.port(), Family.ANY), 0, events)) {
            client.send(Payload.of("hello"));
            server.receive();
            server.reply("A".repeat(2_048));
            assertEquals("A".repeat(2_048), client.receive(2_048, UdpClient.PATIENCE).text());
            assertEquals(LabMessage.NOTHING, events.all(LabEvent.In.class).getLast().note());
            server.reply("A".repeat(2_049));
            assertEquals("A".repeat(2_048), client.receive(2_048, UdpClient.PATIENCE).text());
            assertEquals("longer than the buffer, cut to 2048 B",
                    events.all(LabEvent.In.class).getLast().note().english());
        }
    }

    @Test
    void twoThousandAndFortyEightBytesComeBackWholeAndOneMoreIsCut() throws Exception {
        try (var server = server(ServerOptions.onLoopback()); var client = new PlainUdp(server.local())) {
            assertEquals("A".repeat(2_048), client.ask("a".repeat(2_048)));
            assertEquals("A".repeat(2_048), client.ask("a".repeat(2_049)));
            assertTrue(events.all(LabEvent.In.class).getLast().note().english().contains("cut to 2048"));
        }
    }

    @Test
    void aFloodIsDroppedAndToldOnceASecond() throws Exception {
        try (var server = server(ServerOptions.onLoopback().within(Limits.STANDARD.withMessagesPerSecond(5)));
                var client = new PlainUdp(server.local())) {
            long began = System.nanoTime();
            for (int i = 0; i < 50; i++) client.send("a");
            events.await(LabEvent.Refused.class);
            for (int i = 0; i < 5; i++) assertEquals("A", client.receive());
            long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
            assertTrue(events.all(LabEvent.Refused.class).size() <= seconds + 2, "a line a second at most");
        }
    }

    @Test
    void onceMeansOneExchange() throws Exception {
        try (var server = server(new ServerOptions("127.0.0.1", 0, Family.ANY, true, Limits.STANDARD));
                var client = new PlainUdp(server.local())) {
            assertEquals("A", client.ask("a"));
            events.awaitReason("one exchange");
        }
    }

    @Test
    void aTakenPortIsNamedInTheSentence() throws Exception {
        try (var server = server(ServerOptions.onLoopback())) {
            int port = server.local().getPort();
            var taken = new ServerOptions("127.0.0.1", port, Family.ANY, false, Limits.STANDARD);
            String said = String.valueOf(assertThrows(LabException.class, () -> server(taken)).getMessage());
            assertTrue(said.contains("Port " + port + " is taken"), said);
        }
    }

    @Test
    void theClientSendsEachLineAndKeepsByeToItself() throws Exception {
        try (Course<List<String>> course = Course.udp(socket -> {
            String first = socket.receive();
            socket.reply(first.toUpperCase(Locale.ROOT));
            String second = socket.receive();
            socket.reply(second.toUpperCase(Locale.ROOT));
            return socket.hearsNothing(100) ? List.of(first, second) : List.of("more came");
        })) {
            new UdpEchoClient(new Target("127.0.0.1", course.port(), Family.ANY), 0,
                    TypedInput.lines(List.of("one", "", " Bye ", "late")), events).run();
            assertEquals(List.of("one", ""), course.finished());
            assertEquals(List.of("ONE", ""), events.received());
        }
    }

    @Test
    void whereNothingIsTypedTheClientSaysThatItSentNothing() throws Exception {
        try (var silent = new PlainUdp()) {
            new UdpEchoClient(new Target("127.0.0.1", silent.port(), Family.ANY), 0, TypedInput.lines(List.of()),
                    events)
                    .run();
        }
        assertEquals("no message was typed, so none was sent",
                events.all(LabEvent.Stopped.class).getFirst().reason().english());
    }

    @Test
    void aClosedPortIsToldAtOnce() throws Exception {
        int port;
        try (var gone = new PlainUdp()) {
            port = gone.port();
        }
        var client = new UdpEchoClient(new Target("127.0.0.1", port, Family.ANY), 0, TypedInput.lines(List.of("a")),
                events);
        String said = String.valueOf(assertThrows(LabException.class, client::run).getMessage());
        assertTrue(said.contains("refused"), said);
    }

    @Test
    void theChosenSourcePortIsTheOneThatTheServerSees() throws Exception {
        int free;
        try (var probe = new PlainUdp()) {
            free = probe.port();
        }
        try (var server = server(ServerOptions.onLoopback())) {
            new UdpArgsClient(Target.of(server.local()), free, "hello from client1", new Recorder()).run();
            assertEquals("127.0.0.1:" + free, events.await(LabEvent.In.class).peer().name());
        }
    }

    @Test
    void aTakenSourcePortIsRefusedBeforeAnythingIsSent() throws Exception {
        try (var server = server(ServerOptions.onLoopback()); var taken = new PlainUdp(server.local())) {
            var client = new UdpArgsClient(Target.of(server.local()), taken.port(), "a", new Recorder());
            String said = String.valueOf(assertThrows(LabException.class, client::run).getMessage());
            assertTrue(said.contains(String.valueOf(taken.port())), said);
            assertTrue(events.all(LabEvent.In.class).isEmpty());
        }
    }

    @Test
    void theOtherTransformationsDoWhatTheyAreCalled() {
        assertEquals("straße", Transform.LOWER.of("STRAßE"));
        assertEquals("😀cba", Transform.REVERSE.of("abc😀"));
        assertEquals("2", Transform.LENGTH.of("é😀"));
        assertEquals("Uryyb, Jbeyq!", Transform.ROT13.of("Hello, World!"));
    }

    @Test
    void theHelloServerAnswersAnythingAndRemarksWhatIsNotAscii() throws Exception {
        try (var server = UdpServer.start(ServerOptions.onLoopback(),
                new UdpHelloServer(java.nio.charset.StandardCharsets.US_ASCII), events);
                var client = new PlainUdp(server.local())) {
            client.send(new byte[]{'a', (byte) 0xe9});
            assertArrayEquals("replay from server".getBytes(UTF_8), client.bytes());
            assertTrue(events.await(LabEvent.Out.class).note().english().contains("byte 2 is 0xe9"));
            new UdpHelloClient(Target.of(server.local()), new Recorder()).run();
            assertEquals("hello my first udp program", events.received().getLast());
        }
    }

    /// As a course's server writes where it listens; the system sends it to this computer, and the answer says so.
    @Test
    void aClientOfAllAddressesAsksThisComputer() throws Exception {
        try (Course<Boolean> course = Course.udp(socket -> {
            socket.receive();
            socket.reply("A");
            return true;
        })) {
            new UdpEchoClient(new Target("0.0.0.0", course.port(), Family.ANY), 0, TypedInput.lines(List.of("a")),
                    events).run();
            assertEquals("127.0.0.1:" + course.port(), events.await(LabEvent.In.class).peer().name());
        }
    }
}
