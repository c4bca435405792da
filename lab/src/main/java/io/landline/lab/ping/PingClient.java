package io.landline.lab.ping;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.LabResult;
import io.landline.lab.Payload;
import io.landline.lab.net.Target;
import io.landline.lab.net.UdpClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Sends packets at an interval and measures how long each acknowledgement takes, and how many never come (S5).
public record PingClient(Target target, Plan plan, Consumer<LabEvent> events) implements Client {
    static final String GREETING = "Hello Server";
    static final Duration NO_WAIT = Duration.ofMillis(1);

    /// @param size what the packets are filled up to, in bytes, and what the server is told
    /// @param asSheet the bare greeting goes out at any size
    /// @param keepServer no `exit` at the end
    public record Plan(int count, Duration interval, int size, boolean asSheet, boolean keepServer) {
        public static final int COUNT_MAX = 100_000;
        public static final int INTERVAL_SECONDS_MAX = 3_600;
    }

    /// @param rttMillis in the order of sending; null where lost
    /// @param lateAcks acknowledgements that came when their packets were given up
    public record Result(int sent, int received, List<@Nullable Double> rttMillis, int lateAcks) implements LabResult {
        private static final double PERCENT = 100;

        public double lossPercent() {
            return (sent - received) * PERCENT / sent;
        }

        public @Nullable Double averageMillis() {
            return received == 0
                    ? null
                    : rttMillis.stream().filter(Objects::nonNull).mapToDouble(each -> each).sum() / received;
        }

        @Override
        public Map<String, @Nullable Object> fields() {
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("sent", sent);
            fields.put("received", received);
            fields.put("lossPercent", lossPercent());
            fields.put("averageRttMs", averageMillis());
            fields.put("rttMs", rttMillis);
            fields.put("lateAcks", lateAcks);
            return fields;
        }

        @Override
        public String summary() {
            Double average = averageMillis();
            return "sent " + sent + ", acknowledged " + received
                    + String.format(Locale.ROOT, ", loss %.0f %%", lossPercent()) + ", average RTT "
                    + (average == null ? "–" : String.format(Locale.ROOT, "%.1f ms", average))
                    + (lateAcks == 0 ? "" : ", " + lateAcks + " acknowledgements too late for any packet");
        }
    }

    @Override
    public void run() throws IOException, InterruptedException {
        var rtts = new ArrayList<@Nullable Double>();
        int late;
        try (UdpClient socket = UdpClient.open(target, 0, events)) {
            PingPackets.calibrate(socket, plan.size(), plan.interval());
            Payload packet = plan.asSheet() ? Payload.of(GREETING) : PingPackets.filled(GREETING, plan.size());
            var packets = new PingPackets(socket, packet, events);
            for (int i = 1; i <= plan.count(); i++) {
                Duration rtt = packets.measure(i, plan.interval()).rtt();
                rtts.add(rtt == null ? null : PingPackets.millis(rtt));
            }
            late = plan.keepServer()
                    ? PingPackets.lateAcks(socket, NO_WAIT)
                    : PingPackets.exit(socket, PingPackets.longer(plan.interval()));
        }
        int received = (int) rtts.stream().filter(Objects::nonNull).count();
        events.accept(new LabEvent.Result(Instant.now(), new Result(plan.count(), received, rtts, late)));
        events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.NOTHING));
    }

    /// Whether this is one of the packets or acknowledgements, which are shown as samples.
    public static boolean isSampled(Payload payload) {
        return payload.is(PingServer.ACKNOWLEDGED) || payload.shown().startsWith(GREETING);
    }
}
