package io.landline.lab.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Payload;
import io.landline.lab.ping.PingPackets.Packet;
import io.landline.lab.ping.RampClient.Second;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a ping and a ramp found out, as people and programs read it.
class ResultsTest {
    private static Packet packet(int number, long sentMillis, Long ackedMillis) {
        return new Packet(number, Duration.ofMillis(10), Duration.ofMillis(sentMillis),
                ackedMillis == null ? null : Duration.ofMillis(ackedMillis));
    }

    @Test
    void lostPacketsCountForTheLossAndNotForTheAverage() {
        var some = new PingClient.Result(4, 2, Arrays.asList(1.0, null, 3.0, null), 1);
        assertEquals(
                "sent 4, acknowledged 2, loss 50 %, average RTT 2.0 ms, 1 acknowledgements too late for any packet",
                some.summary());
        assertEquals(50.0, some.fields().get("lossPercent"));
        var none = new PingClient.Result(1, 0, Arrays.asList((Double) null), 0);
        assertEquals("sent 1, acknowledged 0, loss 100 %, average RTT –", none.summary());
        assertNull(none.averageMillis());
    }

    @Test
    void packetsAndTheirAcknowledgementsAreSampled() {
        assertTrue(PingClient.isSampled(Payload.of(PingServer.ACKNOWLEDGED)));
        assertTrue(PingClient.isSampled(Payload.of("Hello Server and more")));
        assertFalse(PingClient.isSampled(Payload.of("exit")));
    }

    @Test
    void aRampIsSummedUpBySecond() {
        var result = new RampClient.Result(List.of(packet(1, 0, 10L), packet(2, 500, null), packet(3, 1_500, 1_530L)),
                100);
        assertEquals(List.of(new Second(1, 1_600, 10, 1, 1), new Second(2, 1_600, 30, 1, 0)), result.seconds());
        assertEquals(List.of("packet,interval_s,sent_s,acked_s", "1,0.010000,0.000000,0.010000",
                "2,0.010000,0.500000,-1", "3,0.010000,1.500000,1.530000"), result.csv().lines().toList());
        assertTrue(result.summary().startsWith("sent 3, acknowledged 2\nsecond  1      1600 bit/s  delay 10.0 ms"),
                result.summary());
        assertNull(((Map<?, ?>) ((List<?>) result.fields().get("packets")).get(1)).get("ackedMs"));
        assertEquals(2, ((List<?>) result.fields().get("seconds")).size());
        assertEquals(List.of(), new RampClient.Result(List.of(), 100).seconds());
    }
}
