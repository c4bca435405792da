package io.landline.lab.ping;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.Payload;
import io.landline.lab.net.UdpClient;
import io.landline.lab.net.UdpPort;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What `ping` and `ramp` have in common: calibrate, send packets and time their acknowledgements, say `exit`.
/// Acknowledgements carry no number. So one that comes late is counted for the next packet, with too short a time: a
/// flaw of the course's protocol that is kept, and worth seeing.
final class PingPackets {
    /// Calibration and `exit` are waited for at least this long, even if the interval is shorter.
    private static final Duration PATIENCE_MIN = Duration.ofSeconds(1);
    private static final byte FILLING = '.';

    private final UdpClient socket;
    private final Consumer<LabEvent> events;
    private final Payload packet;
    private final long startedAt = System.nanoTime();

    /// A packet's course. Times since the start; `acked` is null where it was lost.
    record Packet(int number, Duration interval, Duration sent, @Nullable Duration acked) {
        @Nullable
        Duration rtt() {
            return acked == null ? null : acked.minus(sent);
        }

        /// As it is told, with the size that the plan says.
        LabEvent.Sample sample(int bytes) {
            return new LabEvent.Sample(Instant.EPOCH, number, bytes, interval, sent, rtt());
        }
    }

    PingPackets(UdpClient socket, Payload packet, Consumer<LabEvent> events) {
        this.socket = socket;
        this.packet = packet;
        this.events = events;
    }

    /// The text, filled up with dots to the size, or cut to it.
    static Payload filled(String text, int bytes) {
        byte[] packet = Arrays.copyOf(text.getBytes(UTF_8), bytes);
        if (bytes > text.length()) Arrays.fill(packet, text.length(), bytes, FILLING);
        return Payload.of(packet);
    }

    static void calibrate(UdpClient socket, int size, Duration interval) throws IOException {
        socket.send(Payload.of("C " + size));
        if (socket.receive(UdpPort.PAYLOAD_BYTES_MAX, longer(interval)) == null) {
            throw new LabException(
                    "No answer to the calibration within {0} ms: is a ping server running at {1}, and of the same IP"
                            + " version?",
                    longer(interval).toMillis(), socket.server().name());
        }
    }

    /// Sends one packet, waits up to the interval for an acknowledgement, and then for the rest of it.
    Packet measure(int number, Duration interval) throws IOException, InterruptedException {
        Duration sent = sinceStart();
        socket.send(packet);
        Payload reply = socket.receive(UdpPort.PAYLOAD_BYTES_MAX, interval);
        Duration acked = reply == null ? null : sinceStart();
        events.accept(new LabEvent.Sample(Instant.now(), number, packet.length(), interval, sent,
                acked == null ? null : acked.minus(sent)));
        Duration rest = interval.minus(sinceStart().minus(sent));
        if (rest.isPositive()) Thread.sleep(rest);
        return new Packet(number, interval, sent, acked);
    }

    /// Says `exit` and waits for the reply; the answer is how many acknowledgements came before it, for packets long
    /// given up.
    static int exit(UdpClient socket, Duration patience) throws IOException {
        socket.send(Payload.of(PingServer.EXIT));
        return lateAcks(socket, patience);
    }

    static int lateAcks(UdpClient socket, Duration patience) throws IOException {
        int late = 0;
        long until = System.nanoTime() + patience.toNanos();
        Duration left;
        while ((left = Duration.ofNanos(until - System.nanoTime())).isPositive()) {
            Payload reply = socket.receive(UdpPort.PAYLOAD_BYTES_MAX, left);
            if (reply == null || reply.is(PingServer.STOPPING)) break;
            late++;
        }
        return late;
    }

    static Duration longer(Duration interval) {
        return interval.compareTo(PATIENCE_MIN) > 0 ? interval : PATIENCE_MIN;
    }

    static double millis(Duration time) {
        return Math.round(time.toNanos() / 1e4) / 100.0;
    }

    private Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }
}
