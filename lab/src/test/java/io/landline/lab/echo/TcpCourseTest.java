package io.landline.lab.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Course;
import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.PlainTcp;
import io.landline.lab.Recorder;
import io.landline.lab.TypedInput;
import io.landline.lab.net.Limits;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.Target;
import io.landline.lab.net.TcpServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// S4, S9 and S18.
class TcpCourseTest {
    private final Recorder events = new Recorder();

    @Test
    void eachMessageIsAnsweredWithItsLengthInBytes() throws Exception {
        try (var server = TcpServer.start(ServerOptions.onLoopback(), ServerMode.SEQUENTIAL, new TcpChatServer(),
                events);
                var client = new PlainTcp(server.local())) {
            assertEquals("Your data was 2 bytes", client.ask("Hi"));
            assertEquals("Your data was 5 bytes", client.ask("café"));
            assertEquals("Your data was 3 bytes", client.ask("Hi\n"));
            assertEquals("Your data was 4 bytes", client.ask("exit"));
        }
    }

    @Test
    void exitIsAnsweredThenBothCloseAndTheNextIsServed() throws Exception {
        try (var server = TcpServer.start(ServerOptions.onLoopback(), ServerMode.SEQUENTIAL, new TcpChatServer(),
                events);
                var client = new PlainTcp(server.local());
                var next = new PlainTcp(server.local())) {
            assertEquals("Disconnect", client.ask("Exit\r\n"));
            assertEquals("", client.receive());
            client.close();
            assertEquals("Your data was 8 bytes", next.ask("Message1"));
        }
    }

    @Test
    void theChatClientLeavesByExitAtTheEndOfWhatIsTyped() throws Exception {
        try (Course<List<String>> course = Course.tcp(client -> {
            var heard = new ArrayList<String>();
            heard.add(client.receive());
            client.send("Your data was 2 bytes");
            heard.add(client.receive());
            client.send("Disconnect");
            return heard;
        })) {
            new TcpChatClient(at(course.port()), TypedInput.lines(List.of("Hi")), events).run();
            assertEquals(List.of("Hi", "Exit"), course.finished());
            assertEquals(List.of("Your data was 2 bytes", "Disconnect"), events.received());
        }
    }

    @Test
    void aServerThatClosesInsteadOfAnAnswerIsNoPartingOfTheChatClient() throws Exception {
        try (Course<String> course = Course.tcp(PlainTcp::receive)) {
            var client = new TcpChatClient(at(course.port()), TypedInput.lines(List.of("Hi", "there?")), events);
            assertEquals("The server closed the connection without an answer.",
                    assertThrows(LabException.class, client::run).getMessage());
            assertEquals(List.of(), events.all(LabEvent.Stopped.class));
        }
    }

    /// A course server may close without `Disconnect`.
    @Test
    void exitThatIsAnsweredByTheEndOfTheConnectionIsAParting() throws Exception {
        try (Course<String> course = Course.tcp(PlainTcp::receive)) {
            new TcpChatClient(at(course.port()), TypedInput.lines(List.of("Exit")), events).run();
            assertEquals("Now you are disconnected from the server",
                    events.await(LabEvent.Stopped.class).reason().english());
        }
    }

    @Test
    void greetingsAreAcknowledgedUntilExit() throws Exception {
        try (var server = TcpServer.start(ServerOptions.onLoopback(), ServerMode.SEQUENTIAL, new IpChoiceServer(),
                events);
                var client = new PlainTcp(server.local())) {
            for (int i = 0; i < 5; i++) assertEquals("Acknowledgement", client.ask("Hii Server"));
            assertEquals("Acknowledgement", client.ask("Hii Serverexit"));
            try (var next = new PlainTcp(server.local())) { // only now: it is certainly the second to be accepted
                client.send("exit");
                assertEquals("", client.receive());
                assertEquals("Acknowledgement", next.ask("Hii Server"));
            }
        }
    }

    @Test
    void aCharacterThatIsCutBetweenTwoReadsIsAcknowledgedAsItComes() throws Exception {
        byte[] e = "é".getBytes(StandardCharsets.UTF_8);
        try (var server = TcpServer.start(ServerOptions.onLoopback(), ServerMode.SEQUENTIAL, new IpChoiceServer(),
                events);
                var client = new PlainTcp(server.local())) {
            for (byte each : e) {
                client.send(new byte[]{each});
                assertEquals("Acknowledgement", client.receive());
            }
            assertEquals(List.of(), events.all(LabEvent.Unanswered.class));
        }
    }

    @Test
    void theServersFamilyIsThatOfItsHost() throws Exception {
        try (var six = TcpServer.start(new ServerOptions("::1", 0, Family.ANY, false, Limits.STANDARD),
                ServerMode.SEQUENTIAL,
                new IpChoiceServer(), events)) {
            LabEvent.Started started = events.await(LabEvent.Started.class);
            assertEquals("IPv6", started.family());
            var client = new Recorder();
            new IpChoiceClient(new Target("::1", ((java.net.InetSocketAddress) six.local()).getPort(), Family.ANY),
                    true, client).run();
            assertEquals(5, client.received().size());
        }
    }

    @Test
    void theChoosingClientSaysExitLast() throws Exception {
        try (Course<List<String>> course = Course.tcp(client -> {
            var heard = new ArrayList<String>();
            for (int i = 0; i < 5; i++) {
                heard.add(client.receive());
                client.send("Acknowledgement");
            }
            heard.add(client.receive());
            return heard;
        })) {
            new IpChoiceClient(at(course.port()), false, events).run();
            assertEquals(List.of("Hii Server", "Hii Server", "Hii Server", "Hii Server", "Hii Server", "exit"),
                    course.finished());
        }
    }

    @Test
    void helloIsReturnedAndTheConnectionClosed() throws Exception {
        try (var server = TcpServer.start(ServerOptions.onLoopback(), ServerMode.CONCURRENT, new TcpHelloServer(),
                events);
                var client = new PlainTcp(server.local())) {
            assertEquals("Hello in return!", client.ask("Hi Server"));
            assertEquals("", client.receive());
        }
    }

    @Test
    void onceMeansOneClient() throws Exception {
        try (var server = TcpServer.start(new ServerOptions("127.0.0.1", 0, Family.ANY, true, Limits.STANDARD),
                ServerMode.CONCURRENT,
                new TcpHelloServer(),
                events)) {
            new TcpHelloClient(Target.of((java.net.InetSocketAddress) server.local()), new Recorder()).run();
            events.awaitReason("one client");
        }
    }

    @Test
    void theHelloClientSendsNineBytesAndReadsOnce() throws Exception {
        try (Course<String> course = Course.tcp(client -> {
            String heard = client.receive();
            client.send("Hello in return!");
            return heard;
        })) {
            new TcpHelloClient(at(course.port()), events).run();
            assertEquals("Hi Server", course.finished());
            assertTrue(events.received().contains("Hello in return!"));
        }
    }

    private static Target at(int port) {
        return new Target("127.0.0.1", port, Family.ANY);
    }
}
