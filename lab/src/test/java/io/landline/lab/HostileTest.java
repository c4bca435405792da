package io.landline.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.clock.TimeServer;
import io.landline.lab.echo.IpChoiceServer;
import io.landline.lab.echo.TcpChatServer;
import io.landline.lab.echo.TcpEchoServer;
import io.landline.lab.echo.TcpHelloServer;
import io.landline.lab.echo.Transform;
import io.landline.lab.echo.UdpEchoServer;
import io.landline.lab.echo.UdpHelloServer;
import io.landline.lab.game.HangmanServer;
import io.landline.lab.game.HangmanWords;
import io.landline.lab.game.Question;
import io.landline.lab.game.QuizServer;
import io.landline.lab.game.TicTacToeServer;
import io.landline.lab.net.Limits;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.TcpServer;
import io.landline.lab.net.TcpService;
import io.landline.lab.net.UdpServer;
import io.landline.lab.net.UdpService;
import io.landline.lab.ping.PingServer;
import io.landline.lab.relay.RelayServer;
import io.landline.lab.web.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Garbage, floods and rudeness: no server dies of it, and the next client is served.
class HostileTest {
    private static final int MESSAGES = 100;
    private static final List<String> SEEDS = List.of("C 64", "hii", "to:127.0.0.1/9;content:x", "START", "START|a|3",
            "GET / HTTP/1.1\r\n\r\n", "%", "a@b",
            "REGISTER|a|b", "ANSWER|A", "\n", "exi", ";", "::", "%Y%");

    private final long seed = Long.getLong("landline.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final ConcurrentLinkedQueue<Throwable> uncaught = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void watchThreads() {
        System.out.println("seed " + seed + ": -Dlandline.seed=" + seed + " repeats this run");
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> uncaught.add(failure));
    }

    @AfterEach
    void nobodyDied() {
        Thread.setDefaultUncaughtExceptionHandler(null);
        assertTrue(uncaught.isEmpty(), uncaught.toString());
    }

    private byte[] garbage() {
        byte[] known = SEEDS.get(random.nextInt(SEEDS.size())).getBytes(StandardCharsets.UTF_8);
        byte[] noise = new byte[random.nextInt(1_400)];
        random.nextBytes(noise);
        return switch (random.nextInt(4)) {
            case 0 -> noise;
            case 1 -> known;
            case 2 -> new byte[0];
            default -> {
                byte[] both = Arrays.copyOf(known, known.length + Math.min(5, noise.length));
                System.arraycopy(noise, 0, both, known.length, Math.min(5, noise.length));
                yield both;
            }
        };
    }

    @TestFactory
    List<DynamicTest> datagramsOfGarbageEndNoServer() throws Exception {
        Map<UdpService, String[]> services = Map.of(new UdpEchoServer(Transform.UPPER, 2_048), new String[]{"a", "A"},
                new UdpHelloServer(StandardCharsets.US_ASCII), new String[]{"a", "replay from server"},
                new PingServer(new PingServer.Settings(Duration.ZERO, 0, false, true, 1)),
                new String[]{"p", "Packet Acknowledged"}, new RelayServer(true), new String[]{"x", "400"},
                new HangmanServer(HangmanWords.ALL, new Random(1)), new String[]{"x", "ERROR no game"});
        return services.entrySet()
                .stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey().getClass().getSimpleName(), () -> {
                    var wide = ServerOptions.onLoopback().within(Limits.STANDARD.withMessagesPerSecond(100_000));
                    try (var server = UdpServer.start(wide, each.getKey(), _ -> {});
                            var rude = new PlainUdp(server.local())) {
                        for (int i = 0; i < MESSAGES; i++) rude.send(garbage());
                        try (var polite = new PlainUdp(server.local())) {
                            assertEquals(each.getValue()[1], answer(polite, each.getValue()[0]));
                        }
                        assertFalse(server.awaitEnd(Duration.ZERO));
                    }
                }))
                .toList();
    }

    /// The bytes of the garbage may have used up the second's allowance: then the question is asked again.
    private static String answer(PlainUdp polite, String question) throws IOException {
        for (int i = 0; i < 20; i++) {
            polite.send(question);
            if (!polite.hearsNothing(100)) return polite.ask(question);
        }
        throw new AssertionError("no answer");
    }

    @TestFactory
    List<DynamicTest> streamsOfGarbageEndNoServer() throws Exception {
        Map<TcpService, String[]> services = Map.of(new TcpEchoServer(Transform.UPPER, false), new String[]{"a", "A"},
                new TcpChatServer(), new String[]{"a", "Your data was 1 bytes"}, new IpChoiceServer(),
                new String[]{"a", "Acknowledgement"}, new TcpHelloServer(), new String[]{"a", "Hello in return!"},
                new TimeServer(Clock.systemUTC()), new String[]{"a", "a"}, new HttpServer(),
                new String[]{"x\r\n\r\n", "HTTP/1.1 400"}, new QuizServer(Question.builtIn(), true, null),
                new String[]{"?\n", "ERROR|"}, new TicTacToeServer(), new String[]{"Zoe\n", "Welcome Zoe"});
        return services.entrySet()
                .stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey().getClass().getSimpleName(), () -> {
                    var wide = ServerOptions.onLoopback().within(Limits.STANDARD.withMessagesPerSecond(100_000));
                    try (var server = TcpServer.start(wide, ServerMode.CONCURRENT, each.getKey(), _ -> {})) {
                        for (int i = 0; i < 10; i++) rudeVisit(server);
                        try (var polite = new PlainTcp(server.local())) {
                            String reply = polite.ask(each.getValue()[0]);
                            assertTrue(reply.startsWith(each.getValue()[1]), reply);
                        }
                        assertFalse(server.awaitEnd(Duration.ZERO));
                    }
                }))
                .toList();
    }

    /// Many messages may come in one read. Each costs an answer and a line on somebody's screen.
    @TestFactory
    List<DynamicTest> eachMessageOfOneReadIsCounted() throws Exception {
        Map<TcpService, String> services = Map.of(new QuizServer(Question.builtIn(), true, null), "?\n",
                new TicTacToeServer(), "Zoe\n", new HttpServer(), "GET / HTTP/1.1\r\n\r\n");
        return services.entrySet()
                .stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey().getClass().getSimpleName(), () -> {
                    var events = new Recorder();
                    var narrow = ServerOptions.onLoopback().within(Limits.STANDARD.withMessagesPerSecond(5));
                    try (var server = TcpServer.start(narrow, ServerMode.CONCURRENT, each.getKey(), events);
                            var rude = new PlainTcp(server.local())) {
                        rude.send(each.getValue().repeat(50));
                        rude.shutdownOutput();
                        events.await(LabEvent.Connection.class,
                                told -> told.state() == LabEvent.Connection.State.CLOSED);
                        assertEquals(List.of("over 5 messages a second"),
                                events.all(LabEvent.Refused.class)
                                        .stream()
                                        .map(told -> told.reason().english())
                                        .toList());
                    }
                }))
                .toList();
    }

    private void rudeVisit(TcpServer server) throws IOException {
        var rude = new PlainTcp(server.local());
        try {
            for (int i = 0; i < 3; i++) rude.send(garbage());
        } catch (IOException _) {
            // The server has had enough, as it may.
        }
        if (random.nextBoolean()) {
            rude.reset();
        } else {
            rude.close();
        }
    }

    @Test
    void aClientThatNeverReadsIsClosedAndOthersAreServed() throws Exception {
        var events = new Recorder();
        var options = ServerOptions.onLoopback().within(new Limits(100_000, Duration.ofMillis(300)));
        try (var server = TcpServer.start(options, ServerMode.CONCURRENT, (client) -> {
            // until the buffers are full, and then for ever
            while (true) client.writeUntold(Payload.of(new byte[60_000]));
        }, events); var deaf = new PlainTcp(server.local())) {
            assertTrue(events.await(LabEvent.Refused.class).reason().english().startsWith("idle"));
            events.await(LabEvent.Connection.class, each -> each.state() == LabEvent.Connection.State.CLOSED);
            assertTrue(deaf.localPort() > 0);
        }
    }
}
