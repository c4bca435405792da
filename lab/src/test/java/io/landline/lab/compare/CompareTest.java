package io.landline.lab.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Course;
import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.Recorder;
import io.landline.lab.echo.TcpEchoServer;
import io.landline.lab.echo.Transform;
import io.landline.lab.echo.UdpEchoServer;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.Target;
import io.landline.lab.net.TcpServer;
import io.landline.lab.net.UdpServer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CompareTest {
    private final Recorder events = new Recorder();

    private static TcpServer tcp(ServerMode mode) throws Exception {
        return TcpServer.start(ServerOptions.onLoopback(), mode, new TcpEchoServer(Transform.UPPER, false),
                new Recorder());
    }

    @Test
    void udpLosesWhatIsDroppedAndTcpNothing() throws Exception {
        try (var udp = UdpServer.start(ServerOptions.onLoopback(), new UdpEchoServer(Transform.UPPER, 2_048),
                new Recorder());
                var tcp = tcp(ServerMode.CONCURRENT)) {
            new UdpAndTcp(Target.of(udp.local()), Target.of((InetSocketAddress) tcp.local()), 20, 50, 7, events).run();
            var result = (UdpAndTcp.Result) events.await(LabEvent.Result.class).result();
            assertTrue(result.udp().lost() > 0 && result.udp().lost() < 20, result.summary());
            assertEquals(0, result.tcp().lost());
            assertEquals(20, result.tcp().millis().stream().filter(Objects::nonNull).count());
            assertEquals((20 - result.udp().lost()) * 2 * 28, result.udp().overheadBytes());
            assertEquals((7 + 3 * 20) * 52, result.tcp().overheadBytes());
        }
    }

    /// As a server does that was held up once: its reply to the second message comes with that to the third.
    @Test
    void aLateReplyIsOneOfTheMessageThatItAnswers() throws Exception {
        try (var course = Course.udp(socket -> {
            for (int i = 0; i <= 5; i++) {
                String reply = socket.receive().toUpperCase(Locale.ROOT);
                if (i == 3) socket.reply("MESSAGE 2");
                if (i != 2) socket.reply(reply);
            }
            return true;
        }); var tcp = tcp(ServerMode.CONCURRENT)) {
            UdpAndTcp.Result.Side udp = byUdp(course, tcp, 5);
            assertEquals(1, udp.lost());
            assertEquals(0, udp.outOfOrder());
            assertNull(udp.millis().get(1));
            assertEquals((5 + 5) * 28, udp.overheadBytes());
            assertTrue(events.all(LabEvent.Remark.class)
                    .stream()
                    .anyMatch(each -> each.sentence()
                            .english()
                            .equals("The reply to message 2 came too late: it counts as lost.")));
        }
    }

    @Test
    void aReplyThatComesAfterThatToALaterMessageIsOutOfOrder() throws Exception {
        try (var course = Course.udp(socket -> {
            for (int i = 0; i <= 4; i++) {
                String reply = socket.receive().toUpperCase(Locale.ROOT);
                if (i != 2) socket.reply(reply);
                if (i == 3) socket.reply("MESSAGE 2");
            }
            return true;
        }); var tcp = tcp(ServerMode.CONCURRENT)) {
            UdpAndTcp.Result.Side udp = byUdp(course, tcp, 4);
            assertEquals(List.of(1, 1), List.of(udp.lost(), udp.outOfOrder()));
        }
    }

    @Test
    void aServerThatLeavesTheLettersAsTheyAreIsInOrder() throws Exception {
        try (var course = Course.udp(socket -> {
            for (int i = 0; i <= 3; i++) socket.reply(socket.receive());
            return true;
        }); var tcp = tcp(ServerMode.CONCURRENT)) {
            UdpAndTcp.Result.Side udp = byUdp(course, tcp, 3);
            assertEquals(List.of(0, 0), List.of(udp.lost(), udp.outOfOrder()));
        }
    }

    private UdpAndTcp.Result.Side byUdp(Course<Boolean> course, TcpServer tcp, int messages) throws Exception {
        new UdpAndTcp(new Target("127.0.0.1", course.port(), Family.ANY), Target.of((InetSocketAddress) tcp.local()),
                messages, 0, 7, events).run();
        return ((UdpAndTcp.Result) events.await(LabEvent.Result.class).result()).udp();
    }

    /// It answers the message that is not measured, and then no more.
    @Test
    void aServerThatClosesInBetweenHasAnsweredNothing() throws Exception {
        try (var udp = UdpServer.start(ServerOptions.onLoopback(), new UdpEchoServer(Transform.UPPER, 2_048),
                new Recorder());
                var tcp = TcpServer.start(ServerOptions.onLoopback(), ServerMode.CONCURRENT,
                        new TcpEchoServer(Transform.UPPER, true), new Recorder())) {
            var compare = new UdpAndTcp(Target.of(udp.local()), Target.of((InetSocketAddress) tcp.local()), 1, 0, 7,
                    events);
            assertThrows(LabException.class, compare::run);
            assertEquals(1, events.all(LabEvent.Sample.class).size(), "the one by UDP");
        }
    }

    @Test
    void againstASequentialServerClientsWaitForEachOther() throws Exception {
        try (var tcp = tcp(ServerMode.SEQUENTIAL)) {
            new Load(Target.of((InetSocketAddress) tcp.local()), 3, events).run();
            var bars = ((Load.Timeline) events.await(LabEvent.Result.class).result()).bars();
            var served = bars.stream().map(Load.Bar::served).map(Objects::requireNonNull).sorted().toList();
            assertTrue(served.get(1) - served.get(0) > 200 && served.get(2) - served.get(1) > 200, bars.toString());
        }
    }

    @Test
    void aReaderThatStopsStopsTheSenderAndNothingIsLost() throws Exception {
        new SlowReader(Duration.ofMillis(600), events).run();
        var result = (SlowReader.Result) events.await(LabEvent.Result.class).result();
        assertEquals(result.sent(), result.received());
        List<Double> steps = result.kibPerSecond(); // six of each phase; on a busy machine some of them pass unused
        assertTrue(Collections.max(steps.subList(0, 6)) > 0, result.summary());
        assertEquals(0, Collections.min(steps.subList(6, 12)), result.summary());
        assertTrue(Collections.max(steps.subList(12, 18)) > 0, result.summary());
    }
}
