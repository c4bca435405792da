package io.landline.lab.broadcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.PlainUdp;
import io.landline.lab.Recorder;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.UdpServer;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// On the loopback network's own broadcast address, which Linux has: nothing leaves this computer.
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has a broadcast address on loopback")
class BroadcastTest {
    private static final String LOOPBACK_BROADCAST = "127.255.255.255";

    private final Recorder events = new Recorder();

    @Test
    void theServerOnAllInterfacesAnswersABroadcast() throws Exception {
        var heard = new Recorder();
        try (var server = UdpServer.start(ServerOptions.everywhere(0), new BroadcastServer(StandardCharsets.US_ASCII),
                heard)) {
            new BroadcastClient(LOOPBACK_BROADCAST, server.local().getPort(), Family.ANY, true, events).run();
            assertEquals(List.of("Broadcast datagram!"), heard.received());
            var result = (BroadcastClient.Result) events.await(LabEvent.Result.class).result();
            assertEquals(List.of("127.0.0.1:" + server.local().getPort() + " replay from server"), result.answers());
        }
    }

    @Test
    void announcementsReachSeveralListenersOnOnePort() throws Exception {
        int port;
        try (var probe = new PlainUdp()) {
            port = probe.port();
        }
        var one = new Recorder();
        var two = new Recorder();
        var listening = List.of(listen(port, one), listen(port, two));
        one.await(LabEvent.Started.class);
        two.await(LabEvent.Started.class);
        new Announcer(LOOPBACK_BROADCAST, port, Family.ANY, "school is over", Duration.ofMillis(10), 2, events).run();
        for (Recorder each : List.of(one, two)) {
            assertEquals("school is over", each.await(LabEvent.In.class).payload().shown());
        }
        for (Thread each : listening) assertTrue(each.join(Duration.ofSeconds(30)));
        assertEquals(2, events.all(LabEvent.Out.class).size());
    }

    private static Thread listen(int port, Recorder heard) {
        return Thread.ofVirtual().start(() -> {
            try {
                new BroadcastListener(port, Family.ANY, true, heard).run();
            } catch (java.io.IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }
}
