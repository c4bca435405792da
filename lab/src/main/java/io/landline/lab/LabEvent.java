package io.landline.lab;

import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happens in an experiment, as it happens. Events of one connection come in order; those of several connections
/// mix. Listeners are called on the experiment's own threads and must be quick.
public sealed interface LabEvent {
    /// When it happened here.
    Instant at();

    /// The socket is open. `family` is `IPv4`, `IPv6`, `dual` or `Unix`.
    record Started(Instant at, boolean server, SocketAddress local, Transport transport,
            String family) implements LabEvent {}

    /// A message has come: a datagram, or what one read of a TCP connection returned. `note` says what was special
    /// about it, or is empty.
    record In(Instant at, Peer peer, Payload payload, LabMessage note) implements LabEvent {}

    /// A message was handed to the system. `answers` is the one that it replies to, where there is one.
    record Out(Instant at, Peer peer, Payload payload, @Nullable In answers, LabMessage note) implements LabEvent {}

    /// A message that gets no reply, and why.
    record Unanswered(Instant at, In message, LabMessage why) implements LabEvent {}

    /// A connection came, waits for its turn, or went.
    record Connection(Instant at, Peer peer, State state) implements LabEvent {
        public enum State { CONNECTED, WAITING, CLOSED }
    }

    /// Over a limit, or of the wrong IP version: dropped (UDP) or closed (TCP). At most one a second.
    record Refused(Instant at, Peer peer, LabMessage reason) implements LabEvent {}

    /// Something worth saying to a person beside the messages.
    record Remark(Instant at, LabMessage sentence) implements LabEvent {}

    /// One packet of a measurement: sent at this time after the start, and acknowledged after `rtt`, or lost (null).
    record Sample(Instant at, int number, int bytes, Duration interval, Duration sentAfter,
            @Nullable Duration rtt) implements LabEvent {}

    /// A step of a measurement of throughput: this many bytes passed in the time `within`, which ended at this time
    /// after the start.
    record Rate(Instant at, Duration after, long bytes, Duration within) implements LabEvent {}

    /// How far a file has got on its way to or from `peer`: told when it begins, ten times a second, and when it has
    /// ended.
    ///
    /// @param whole its length, null at the end that cannot know it
    record Progress(Instant at, Peer peer, Duration after, long bytes, @Nullable Long whole) implements LabEvent {}

    /// A client's socket, tied to its server: addresses and options.
    record Opened(Instant at, SocketCard card) implements LabEvent {}

    /// Interim figures of a slow measurement; the whole follows as a [Result].
    record SoFar(Instant at, LabResult found) implements LabEvent {}

    /// What came out.
    record Result(Instant at, LabResult result) implements LabEvent {}

    /// Every socket is closed. It is the last that is told.
    record Stopped(Instant at, LabMessage reason) implements LabEvent {}
}
