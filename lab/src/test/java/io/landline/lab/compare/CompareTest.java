package io.landline.lab.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
