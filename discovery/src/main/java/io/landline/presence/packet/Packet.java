package io.landline.presence.packet;

import io.landline.peer.Fingerprint;
import java.time.Duration;

/// The content of a presence packet. It is within its limits; all else is a stranger's word. Immutable; any thread.
public sealed interface Packet {
    /// Rooms in one packet; the hello has the rest (docs/protocol/presence.md, "Fields").
    int ROOMS_MAX = 8;
    /// Capabilities in one packet: short words, of which this version knows a handful.
    int CAPABILITIES_MAX = 16;
    int CAPABILITY_BYTES_MAX = 32;
    /// What a stranger says of its next packet counts within these bounds: less would make us ask all the time, more
    /// would keep a dead peer listed for long.
    Duration NEXT_MIN = Duration.ofSeconds(1);
    Duration NEXT_MAX = Duration.ofSeconds(120);

    Fingerprint peer();

    long run();

    /// A packet under a signature, with what is needed to check that when it matters.
    sealed interface Signed extends Packet {
        Proof proof();

        long seq();
    }

    /// Which state of a node an announcement has.
    ///
    /// @param run grows with each start of the node
    /// @param seq grows with each change during a run
    record Serial(long run, long seq) {}

    /// An announce, or a reply to an ask.
    ///
    /// @param next until its next packet at the latest, within [#NEXT_MIN] and [#NEXT_MAX]
    record Announcement(boolean isReply, Fingerprint peer, Serial serial, AnnouncedState state, Duration next,
            Proof proof) implements Signed {
        @Override
        public long run() {
            return serial.run();
        }

        @Override
        public long seq() {
            return serial.seq();
        }
    }

    /// Still there, nothing new since announcement `seq` of that run.
    record Still(Fingerprint peer, long run, long seq, Duration next) implements Packet {}

    /// A question to the peer with this fingerprint: are you there?
    record Ask(Fingerprint wanted, Fingerprint peer, long run) implements Packet {}

    /// I go now.
    record Leave(Fingerprint peer, long run, long seq, Proof proof) implements Signed {}
}
