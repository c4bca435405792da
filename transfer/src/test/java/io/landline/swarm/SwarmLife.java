package io.landline.swarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/// One random life of a swarm, made from its seed: how many, how large, on which links, and what goes wrong. The first
/// half of a life may have kills, latecomers, pairs that do not reach each other, liars, and an origin that leaves;
/// helpers who have everything leave as soon as they may.
final class SwarmLife {
    private static final int RECEIVERS_MIN = 2;
    private static final int RECEIVERS_MAX = 200;
    private static final int CHUNKS_MIN = 20;
    private static final int CHUNKS_MAX = 600;
    /// So that one life takes a second at most.
    private static final int DELIVERIES_MAX = 2_000;
    /// The brake holds at 1.5 times; what was never sent until then is sent all the same. It counts anew when somebody
    /// comes after all others have everything.
    private static final double ORIGIN_MAX = 1.6;
    private static final int LARGE = 1024 * 1024;
    private static final Duration QUIET = Duration.ofMinutes(5);

    private final long seed;
    private final int receivers;
    private final int chunks;
    private final long rate;
    private final boolean equal;
    private final boolean parts;
    private final Random random;
    /// Of what each takes: apart, so that lives of seeds that were red once stay as they were.
    private final Random choices;
    private final SimulatedSwarm swarm;
    private boolean originLeaves;
    /// The most that the origin sent without beginning to count anew, in times of the size.
    private double mostSent;

    private SwarmLife(long seed) {
        this.seed = seed;
        this.random = new Random(seed * 0x9e3779b97f4a7c15L); // neighbouring seeds would begin alike
        this.choices = new Random(seed * 0xbf58476d1ce4e5b9L);
        double spread = Math.log((double) RECEIVERS_MAX / RECEIVERS_MIN);
        this.receivers = (int) Math.round(RECEIVERS_MIN * Math.exp(spread * random.nextDouble()));
        int most = Math.clamp(DELIVERIES_MAX / receivers, CHUNKS_MIN, CHUNKS_MAX);
        this.chunks = CHUNKS_MIN + random.nextInt(most - CHUNKS_MIN + 1);
        this.rate = List.of(6_250_000L, 12_500_000L, 125_000_000L).get(random.nextInt(3));
        this.equal = random.nextBoolean();
        int bytes = random.nextInt(4) == 0 ? 1 + random.nextInt(64 * 1024) : LARGE;
        this.parts = choices.nextInt(3) == 0;
        this.swarm = new SimulatedSwarm(seed, chunks, bytes, rate);
        populate((double) bytes * chunks / rate);
    }

    static SwarmLife of(long seed) {
        return new SwarmLife(seed);
    }

    private void populate(double seconds) {
        swarm.origin(link(false));
        for (int n = 0; n < receivers; n++) {
            boolean late = random.nextInt(10) == 0;
            swarm.receiver(link(true), within(late ? 2 * seconds : 0.05), unwanted());
        }
        if (equal) return;
        for (SimulatedNode receiver : swarm.receivers()) {
            int fate = random.nextInt(20);
            if (fate == 0) swarm.kill(receiver, within(2 * seconds), Duration.ZERO);
            if (fate == 1) swarm.kill(receiver, within(2 * seconds), Duration.ofSeconds(15));
            if (fate == 2) swarm.part(receiver, swarm.nodes.get(1 + random.nextInt(receivers)));
        }
        int liars = random.nextInt(3);
        for (int n = 0; n < liars; n++) swarm.poisoner(link(false), Duration.ZERO, random.nextBoolean());
        originLeaves = random.nextInt(4) == 0;
        swarm.leaveWhenTheyMay();
        if (originLeaves) swarm.originLeavesAfterOnce();
    }

    /// In some lives each takes another part, and some take all.
    private ChunkSet unwanted() {
        var unwanted = new ChunkSet(chunks);
        if (!parts || choices.nextInt(3) == 0) return unwanted;
        int first = choices.nextInt(chunks);
        unwanted.addAll(new ChunkSpan(first, 1 + choices.nextInt(chunks - first)));
        return unwanted;
    }

    private Duration within(double seconds) {
        return Duration.ofNanos((long) (random.nextDouble() * seconds * 1e9));
    }

    private SimulatedLink link(boolean mayBeSlow) {
        if (!equal && random.nextInt(4) == 0) return SimulatedLink.wireless(rate);
        return SimulatedLink.wired(mayBeSlow && !equal && random.nextInt(8) == 0 ? rate / 10 : rate);
    }

    void play() {
        swarm.eachTick(this::checkState);
        swarm.run(QUIET);
        for (SimulatedNode node : swarm.receivers()) {
            if (!node.here) continue;
            ChunkSet wanted = reachable(node);
            Objects.requireNonNull(node.unwanted).spans(chunks).forEach(span -> {
                for (int chunk = span.first(); chunk < span.end(); chunk++) wanted.remove(chunk);
            });
            assertEquals(wanted.count(), node.receiver().held().count(), this + ": " + node + " lacks chunks");
        }
        if (equal && chunks >= 2 * receivers) {
            assertTrue(mostSent <= ORIGIN_MAX, this + ": origin sent " + mostSent + " times the size");
        }
    }

    /// What those who stayed have, as far as it can come to this one, from each to the next.
    private ChunkSet reachable(SimulatedNode from) {
        var around = new ArrayList<>(List.of(from));
        var reachable = new ChunkSet(chunks);
        for (int i = 0; i < around.size(); i++) {
            SimulatedNode here = around.get(i);
            if (here.isReceiver()) {
                here.receiver().held().spans(chunks).forEach(reachable::addAll);
            } else {
                reachable.addAll(new ChunkSpan(0, chunks));
            }
            for (SimulatedNode each : swarm.nodes) {
                boolean helps = each.here && !each.isPoisoner && !swarm.isApart(here, each);
                if (helps && !around.contains(each)) around.add(each);
            }
        }
        return reachable;
    }

    /// Bounded by partners and by what is asked for, whatever the room.
    private void checkState() {
        mostSent = Math.max(mostSent, ((SwarmOrigin) swarm.origin().participant).policy.ratioOfThisSwarm());
        for (SimulatedNode node : swarm.receivers()) {
            SwarmReceiver receiver = node.receiver();
            assertTrue(receiver.partners() <= Partners.PARTNERS_MAX, this + ": too many partners");
            assertTrue(receiver.stateBytes() <= Partners.PARTNERS_MAX * ChunkSet.bytesOf(chunks), this + ": state");
            assertTrue(receiver.requests.chunks().count() <= SwarmFrame.Want.CHUNKS_MAX, this + ": open questions");
        }
    }

    double ratio() {
        return swarm.sentRatio();
    }

    boolean isEqual() {
        return equal;
    }

    @Override
    public String toString() {
        return "-Dlandline.seed=" + seed + " (" + receivers + " receivers, " + chunks + " chunks, " + rate + " B/s, "
                + (equal ? "equal" : "mixed") + (parts ? ", parts" : "")
                + (originLeaves ? ", origin leaves" : "") + ")";
    }
}
