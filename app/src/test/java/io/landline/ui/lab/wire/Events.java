package io.landline.ui.lab.wire;

import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.Peer;
import io.landline.lab.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Events as programs tell them, for tests.
final class Events {
    static final Instant AT = Instant.parse("2026-11-20T16:20:01.114Z");

    private Events() {}

    static EventBuffer.Piece piece(ProgramEvent... told) {
        var tape = new EventBuffer();
        Arrays.stream(told).forEach(tape::add);
        return tape.take();
    }

    static ProgramEvent started(int card, boolean server, String host, int port) {
        return new ProgramEvent(card, 1,
                new LabEvent.Started(AT, server, new InetSocketAddress(host, port), Transport.UDP, "IPv4"));
    }

    /// Of a TCP socket.
    static ProgramEvent connected(int card, int run, boolean server, int port) {
        return new ProgramEvent(card, run,
                new LabEvent.Started(AT, server, new InetSocketAddress("127.0.0.1", port), Transport.TCP, "IPv4"));
    }

    static ProgramEvent in(int card, String host, int port, String text) {
        return new ProgramEvent(card, 1, new LabEvent.In(AT, peer(host, port), Payload.of(text), LabMessage.NOTHING));
    }

    static ProgramEvent out(int card, String host, int port, String text) {
        return new ProgramEvent(card, 1,
                new LabEvent.Out(AT, peer(host, port), Payload.of(text), null, LabMessage.NOTHING));
    }

    static ProgramEvent sample(int number, @Nullable Duration rtt) {
        return sample(1, number, rtt);
    }

    static ProgramEvent sample(int run, int number, @Nullable Duration rtt) {
        return new ProgramEvent(1, run,
                new LabEvent.Sample(AT, number, 64, Duration.ofMillis(100), Duration.ofMillis(100L * number), rtt));
    }

    static ProgramEvent connection(int port, LabEvent.Connection.State state, long afterMillis) {
        return new ProgramEvent(1, 1,
                new LabEvent.Connection(AT.plusMillis(afterMillis), peer("127.0.0.1", port), state));
    }

    static ProgramEvent progress(int card, int port, long afterMillis, long bytes, @Nullable Long whole) {
        return new ProgramEvent(card, 1,
                new LabEvent.Progress(AT, peer("127.0.0.1", port), Duration.ofMillis(afterMillis), bytes, whole));
    }

    static Peer peer(String host, int port) {
        return new Peer(new InetSocketAddress(host, port), false);
    }
}
