package io.landline.ui.lab.wire;

import io.landline.lab.LabEvent;
import io.landline.lab.Payload;
import io.landline.lab.Peer;
import io.landline.lab.Said;
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

    static EventTape.Piece piece(Told... told) {
        var tape = new EventTape();
        Arrays.stream(told).forEach(tape::add);
        return tape.take();
    }

    static Told started(int card, boolean server, String host, int port) {
        return new Told(card, 1,
                new LabEvent.Started(AT, server, new InetSocketAddress(host, port), Transport.UDP, "IPv4"));
    }

    static Told in(int card, String host, int port, String text) {
        return new Told(card, 1, new LabEvent.In(AT, peer(host, port), Payload.of(text), Said.NOTHING));
    }

    static Told out(int card, String host, int port, String text) {
        return new Told(card, 1, new LabEvent.Out(AT, peer(host, port), Payload.of(text), null, Said.NOTHING));
    }

    static Told sample(int number, @Nullable Duration rtt) {
        return sample(1, number, rtt);
    }

    static Told sample(int run, int number, @Nullable Duration rtt) {
        return new Told(1, run,
                new LabEvent.Sample(AT, number, 64, Duration.ofMillis(100), Duration.ofMillis(100L * number), rtt));
    }

    static Told connection(int port, LabEvent.Connection.State state, long afterMillis) {
        return new Told(1, 1, new LabEvent.Connection(AT.plusMillis(afterMillis), peer("127.0.0.1", port), state));
    }

    static Told progress(int card, int port, long afterMillis, long bytes, @Nullable Long whole) {
        return new Told(card, 1,
                new LabEvent.Progress(AT, peer("127.0.0.1", port), Duration.ofMillis(afterMillis), bytes, whole));
    }

    static Peer peer(String host, int port) {
        return new Peer(new InetSocketAddress(host, port), false);
    }
}
