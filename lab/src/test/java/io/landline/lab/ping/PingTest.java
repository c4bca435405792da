package io.landline.lab.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Course;
import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.PlainUdp;
import io.landline.lab.Recorder;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.Target;
import io.landline.lab.net.UdpServer;
import io.landline.lab.ping.PingPackets.Packet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PingTest {
    private static final PingServer.Settings QUICK = new PingServer.Settings(Duration.ZERO, 0, false, false, 1);

    /// An interval in which a course's server answers on a busy machine, too.
    private static final int ANSWERED_WITHIN_MILLIS = 1_000;

    private final Recorder events = new Recorder();

    private UdpServer server(PingServer.Settings settings) throws Exception {
        return UdpServer.start(ServerOptions.onLoopback(), new PingServer(settings), events);
    }

    private static PingClient.Plan plan(int count, int millis, boolean asSheet, boolean keep) {
        return new PingClient.Plan(count, Duration.ofMillis(millis), 64, asSheet, keep);
    }

    @Test
    void calibrationPacketAndExitAreAnsweredAsInTheCourse() throws Exception {
        try (var server = server(QUICK); var client = new PlainUdp(server.local())) {
            assertEquals("Buffer Size Calibrated at Server.", client.ask("C 3"));
            assertEquals("Packet Acknowledged", client.ask("Hello Server"));
            assertEquals("Stopping the Server.", client.ask("exit"));
            events.awaitReason("stopped by 127.0.0.1");
        }
    }

    @Test
    void onlyCAndDigitsAreACalibration() throws Exception {
        try (var server = server(QUICK); var client = new PlainUdp(server.local())) {
            for (String packet : List.of("C", "C x", "Count me", "C 0", "C 65508", "")) {
                assertEquals("Packet Acknowledged", client.ask(packet));
            }
        }
    }

    @Test
    void keepAnswersExitAndGoesOn() throws Exception {
        try (var server = server(new PingServer.Settings(Duration.ZERO, 0, false, true, 1));
                var client = new PlainUdp(server.local())) {
            assertEquals("Stopping the Server.", client.ask("exit"));
            assertEquals("Packet Acknowledged", client.ask("still there?"));
        }
    }

    @Test
    void whatIsLostOnPurposeGetsNoReply() throws Exception {
        try (var server = server(new PingServer.Settings(Duration.ZERO, 100, false, false, 1));
                var client = new PlainUdp(server.local())) {
            client.send("Hello Server");
            assertTrue(events.await(LabEvent.Unanswered.class).why().english().contains("on purpose"));
            assertTrue(client.hearsNothing(30));
        }
    }

    @Test
    void aSeedRepeatsARun() throws Exception {
        var runs = new ArrayList<List<String>>();
        for (int run = 0; run < 2; run++) {
            var heard = new Recorder();
            var settings = new PingServer.Settings(Duration.ofMillis(5), 50, false, false, 4_711);
            try (var server = UdpServer.start(ServerOptions.onLoopback(), new PingServer(settings), heard);
                    var client = new PlainUdp(server.local())) {
                for (int i = 0; i < 10; i++) client.send("p");
                assertEquals("Stopping the Server.", lastOf(client, "exit"));
            }
            runs.add(heard.all(LabEvent.Unanswered.class).stream().map(each -> each.why().english()).toList());
        }
        assertEquals(runs.get(0), runs.get(1));
    }

    private static String lastOf(PlainUdp client, String text) throws Exception {
        client.send(text);
        String reply;
        do
            reply = client.receive();
        while (reply.equals("Packet Acknowledged"));
        return reply;
    }

    @Test
    void delaysHoldTheLoopUnlessInParallel() throws Exception {
        for (boolean parallel : List.of(true, false)) {
            var heard = new Recorder();
            var settings = new PingServer.Settings(Duration.ofMillis(60), 0, parallel, false, 7);
            try (var server = UdpServer.start(ServerOptions.onLoopback(), new PingServer(settings), heard);
                    var client = new PlainUdp(server.local())) {
                for (int i = 0; i < 8; i++) client.send(String.valueOf(i));
                for (int i = 0; i < 8; i++) client.receive();
                List<String> answered = heard.all(LabEvent.Out.class)
                        .stream()
                        .map(out -> out.answers().payload().shown())
                        .toList();
                boolean inOrder = answered.equals(answered.stream().sorted().toList());
                assertEquals(!parallel, inOrder, answered.toString());
            }
        }
    }

    @Test
    void theClientFillsPacketsToTheSizeAndSaysExit() throws Exception {
        try (Course<List<String>> course = Course.udp(socket -> {
            var heard = new ArrayList<String>();
            for (String reply : List.of("Buffer Size Calibrated at Server.", "Packet Acknowledged", "",
                    "Stopping the Server.")) {
                heard.add(socket.receive());
                if (!reply.isEmpty()) socket.reply(reply);
            }
            return heard;
        })) {
            new PingClient(new Target("127.0.0.1", course.port(), Family.ANY),
                    plan(2, ANSWERED_WITHIN_MILLIS, false, false), events).run();
            String packet = "Hello Server" + ".".repeat(52);
            assertEquals(List.of("C 64", packet, packet, "exit"), course.finished());
            var result = (PingClient.Result) events.await(LabEvent.Result.class).result();
            assertEquals(2, result.sent());
            assertEquals(1, result.received());
            assertEquals(50, result.lossPercent());
            assertNull(result.rttMillis().get(1));
        }
    }

    @Test
    void anAckThatComesLateCountsForTheNextPacketAndTheLastOneAsLate() throws Exception {
        try (Course<Boolean> course = Course.udp(socket -> {
            socket.receive();
            socket.reply("Buffer Size Calibrated at Server.");
            socket.receive();
            socket.receive();
            socket.reply("Packet Acknowledged");
            socket.reply("Packet Acknowledged");
            socket.receive();
            socket.reply("Stopping the Server.");
            return true;
        })) {
            new PingClient(new Target("127.0.0.1", course.port(), Family.ANY),
                    plan(2, ANSWERED_WITHIN_MILLIS, true, false), events).run();
            course.finished();
            var result = (PingClient.Result) events.await(LabEvent.Result.class).result();
            assertEquals(1, result.received());
            assertEquals(1, result.lateAcks());
        }
    }

    @Test
    void allLostIsAFinishedRunWithoutAnAverage() throws Exception {
        try (var server = server(new PingServer.Settings(Duration.ZERO, 100, false, false, 1))) {
            new PingClient(Target.of(server.local()), plan(3, 10, true, false), events).run();
            var result = (PingClient.Result) events.await(LabEvent.Result.class).result();
            assertEquals(100, result.lossPercent());
            assertNull(result.averageMillis());
            assertTrue(result.summary().contains("average RTT –"), result.summary());
        }
    }

    @Test
    void noAnswerToTheCalibrationIsAFailureWithItsReason() throws Exception {
        try (Course<String> silent = Course.udp(PlainUdp::receive)) {
            var client = new PingClient(new Target("127.0.0.1", silent.port(), Family.ANY), plan(3, 10, true, false),
                    events);
            String said = String.valueOf(assertThrows(LabException.class, client::run).getMessage());
            assertTrue(said.contains("calibration"), said);
        }
    }

    @Test
    void theRampShrinksByATwentiethAndSumsBitsPerSecond() throws Exception {
        var packets = new ArrayList<Packet>();
        double interval = 0.2;
        double at = 0;
        for (int i = 1; i <= 20; i++) {
            Duration sent = Duration.ofNanos((long) (at * 1e9));
            packets.add(new Packet(i, Duration.ofNanos((long) (interval * 1e9)), sent, sent.plusMillis(5)));
            at += interval;
            interval *= 0.95;
        }
        var result = new RampClient.Result(packets, 64);
        assertEquals(List.of(6_144L, 8_192L, 6_144L), result.seconds().stream().map(RampClient.Second::bits).toList());
        assertEquals(5, result.seconds().getFirst().delayMillis(), 0.01);
        assertTrue(result.csv()
                .startsWith("packet,interval_s,sent_s,acked_s\n1,0.200000,0.000000,0.005000\n2,0.190000,0.200000"),
                result.csv());
    }

    @Test
    void aSecondWithoutAcksHasZeros() {
        var lost = new Packet(1, Duration.ofSeconds(1), Duration.ZERO, null);
        var acked = new Packet(2, Duration.ofSeconds(1), Duration.ofMillis(1_001), Duration.ofMillis(1_003));
        var result = new RampClient.Result(List.of(lost, acked), 100);
        assertEquals(List.of(new RampClient.Second(1, 0, 0, 0, 1), new RampClient.Second(2, 1_600, 2, 1, 0)),
                result.seconds());
        assertTrue(result.csv().contains("1,1.000000,0.000000,-1\n"), result.csv());
    }

    @Test
    void theRampRunsAgainstTheServer() throws Exception {
        try (var server = server(QUICK)) {
            new RampClient(Target.of(server.local()), new PingClient.Plan(5, Duration.ofMillis(20), 64, false, false),
                    events).run();
            var result = (RampClient.Result) events.await(LabEvent.Result.class).result();
            assertEquals(5, result.packets().size());
            assertEquals(Duration.ofMillis(19), result.packets().get(1).interval());
        }
    }
}
