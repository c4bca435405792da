package io.landline.swarm;

import io.landline.peer.Fingerprint;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One node of a simulation. Its way up carries one chunk after the other, and so does its way down.
final class SimulatedNode {
    final int number;
    final Fingerprint who;
    final SimulatedLink link;
    final Participant participant;
    final long startsAt;
    /// What it does not ask for; null where it is no receiver.
    @Nullable
    ChunkSet unwanted;
    boolean started;
    boolean here;
    boolean isPoisoner;
    boolean sending;
    long downFreeAt;
    long finishedAt = -1;
    long sentChunks;
    final Map<Fingerprint, Long> toldAt = new HashMap<>();

    SimulatedNode(int number, Fingerprint who, SimulatedLink link, Participant participant, long startsAt) {
        this.number = number;
        this.who = who;
        this.link = link;
        this.participant = participant;
        this.startsAt = startsAt;
    }

    /// A receiver that behaves.
    boolean isReceiver() {
        return participant instanceof SwarmReceiver;
    }

    SwarmReceiver receiver() {
        return (SwarmReceiver) participant;
    }

    @Override
    public String toString() {
        return "node " + number;
    }
}
