package io.landline.lab.ping;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.LabResult;
import io.landline.lab.Payload;
import io.landline.lab.net.Target;
import io.landline.lab.net.UdpClient;
import io.landline.lab.ping.PingPackets.Packet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Ping with an interval that shrinks by a twentieth after each packet (S6): throughput rises until the server's queue
/// does not keep up, then acknowledgements come too late and count as lost.
public record RampClient(Target target, PingClient.Plan plan, Consumer<LabEvent> events) implements Client {
    /// Of the table of packets: `acked_s` is −1 where lost.
    public static final List<String> COLUMNS = List.of("packet", "interval_s", "sent_s", "acked_s");
    private static final String GREETING = "Hello Server.";
    private static final int BITS_THERE_AND_BACK = 8 * 2;
    private static final double SHRINKING = 0.95;
    private static final double NANOS_PER_SECOND = 1e9;
    /// The course waits this long for the reply to `exit`.
    private static final Duration LAST_WAIT = Duration.ofSeconds(1);

    /// Said before a run where the path is no place for its table.
    public static LabMessage noTableAt(Path file) {
        return LabMessage.of("No table can be written to {0}. Check the path.", file.toString());
    }

    /// Said after a run where its table could not be kept.
    public static LabMessage tableNotWritten(Path file) {
        return LabMessage.of("The table could not be written to {0}. Check the path.", file.toString());
    }

    /// What each second shows, from the packets so far. What is sent at 0 exactly belongs to the first second, at 1
    /// exactly to the first as well.
    public static List<Second> seconds(List<LabEvent.Sample> packets) {
        var seconds = new ArrayList<Second>();
        int last = packets.isEmpty() ? 0 : secondOf(packets.getLast());
        for (int second = 1; second <= last; second++) {
            int acked = 0;
            int lost = 0;
            long bits = 0;
            double millis = 0;
            for (LabEvent.Sample each : packets) {
                if (secondOf(each) != second) continue;
                Duration rtt = each.rtt();
                if (rtt == null) {
                    lost++;
                    continue;
                }
                acked++;
                bits += (long) each.bytes() * BITS_THERE_AND_BACK;
                millis += PingPackets.millis(rtt);
            }
            seconds.add(new Second(second, bits, acked == 0 ? 0 : millis / acked, acked, lost));
        }
        return seconds;
    }

    /// A packet as the course's table has it, for [#COLUMNS].
    public static List<String> row(LabEvent.Sample packet) {
        Duration rtt = packet.rtt();
        return List.of(String.valueOf(packet.number()), seconds(packet.interval()), seconds(packet.sentAfter()),
                rtt == null ? "-1" : seconds(packet.sentAfter().plus(rtt)));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.6f", time.toNanos() / NANOS_PER_SECOND);
    }

    /// In which second it was sent, from 1.
    public static int secondOf(LabEvent.Sample packet) {
        return Math.max(1, (int) Math.ceil(packet.sentAfter().toNanos() / NANOS_PER_SECOND));
    }

    /// @param bits the "course throughput": acknowledged packets × size × 8 × 2, there and back counted as equally big
    /// @param delayMillis the mean of the acknowledged ones; 0 where there were none
    public record Second(int second, long bits, double delayMillis, int acked, int lost) {}

    public record Result(List<Packet> packets, int size) implements LabResult {
        public Result {
            packets = List.copyOf(packets);
        }

        /// By time of sending; none after the last packet was sent.
        public List<Second> seconds() {
            return RampClient.seconds(packets.stream().map(each -> each.sample(size)).toList());
        }

        /// `packet,interval_s,sent_s,acked_s`; −1 where lost.
        public String csv() {
            var csv = new StringBuilder(String.join(",", COLUMNS)).append('\n');
            for (Packet each : packets) csv.append(String.join(",", row(each.sample(size)))).append('\n');
            return csv.toString();
        }

        @Override
        public Map<String, @Nullable Object> fields() {
            var rows = new ArrayList<Map<String, @Nullable Object>>();
            for (Packet each : packets) {
                var row = new LinkedHashMap<String, @Nullable Object>();
                Duration acked = each.acked();
                row.put("n", each.number());
                row.put("intervalMs", PingPackets.millis(each.interval()));
                row.put("sentMs", PingPackets.millis(each.sent()));
                row.put("ackedMs", acked == null ? null : PingPackets.millis(acked));
                rows.add(row);
            }
            var perSecond = new ArrayList<Map<String, Object>>();
            for (Second each : seconds()) {
                perSecond.add(Map.of("second", each.second(), "bits", each.bits(), "delayMs", each.delayMillis()));
            }
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("packets", rows);
            fields.put("seconds", perSecond);
            return fields;
        }

        @Override
        public String summary() {
            long acked = packets.stream().filter(each -> each.acked() != null).count();
            var text = new StringBuilder("sent " + packets.size() + ", acknowledged " + acked);
            for (Second each : seconds()) {
                text.append(String.format(Locale.ROOT, "\nsecond %2d  %8d bit/s  delay %.1f ms", each.second(),
                        each.bits(), each.delayMillis()));
            }
            return text.toString();
        }
    }

    @Override
    public void run() throws IOException, InterruptedException {
        var sent = new ArrayList<Packet>();
        try (UdpClient socket = UdpClient.open(target, 0, events)) {
            PingPackets.calibrate(socket, plan.size(), plan.interval());
            Payload packet = plan.asSheet() ? Payload.of(GREETING) : PingPackets.filled(GREETING, plan.size());
            var packets = new PingPackets(socket, packet, events);
            double interval = plan.interval().toNanos();
            for (int i = 1; i <= plan.count(); i++) {
                sent.add(packets.measure(i, Duration.ofNanos((long) interval)));
                interval *= SHRINKING;
            }
            if (!plan.keepServer()) PingPackets.exit(socket, LAST_WAIT);
        }
        events.accept(new LabEvent.Result(Instant.now(), new Result(sent, plan.size())));
        events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.NOTHING));
    }
}
