package io.landline.swarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/// Many nodes and one offer, in virtual time: the real rules, every frame encoded and read again, on links with rates
/// and delays. The same seed gives the same run. Frames of what is had and wanted cost time but no bandwidth; chunks
/// cost both.
final class SimulatedSwarm {
    private record Event(long at, long number, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(number, other.number);
        }
    }

    final EntryId offer;
    final ChunkSizes sizes;
    final List<SimulatedNode> nodes = new ArrayList<>();
    /// A duplicate, a wrong chunk, a frame of news.
    long duplicates;
    long wrong;
    long newsFrames;
    private final Map<Fingerprint, SimulatedNode> byWho = new HashMap<>();
    private final Set<Set<Fingerprint>> parted = new HashSet<>();
    /// Pairs of a giver and a receiver: no chunk goes from the first to the second.
    private final Set<List<Fingerprint>> blocked = new HashSet<>();
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Map<Integer, Long> airFreeAt = new HashMap<>();
    private final Random random;
    private final long airRate;
    private long now;
    private long movedAt;
    private long made;
    private boolean originServesAll;
    /// Chunks that one may have on their way to another.
    private int onTheirWayMax = Integer.MAX_VALUE;
    private final Map<List<Fingerprint>, Integer> onTheirWay = new HashMap<>();

    SimulatedSwarm(long seed, int chunks, int chunkBytes, long airRate) {
        this.random = new Random(seed);
        this.airRate = airRate;
        this.offer = new EntryId(random.nextLong(), random.nextLong());
        this.sizes = new EqualChunks(chunks, chunkBytes);
    }

    /// The baseline: nobody helps.
    SimulatedSwarm withoutHelp() {
        originServesAll = true;
        return this;
    }

    /// Nobody hands more to a connection than it takes: as a node, which reads a chunk when the one before is gone.
    SimulatedSwarm withFullConnections() {
        onTheirWayMax = 2;
        return this;
    }

    SimulatedNode origin(SimulatedLink link) {
        Participant participant = originServesAll
                ? new LonelyOrigin(offer, link.kind(), sizes)
                : new SwarmOrigin(offer, link.kind(), sizes, _ -> Standing.MEMBER);
        return add(link, participant, Duration.ZERO, newFingerprint());
    }

    SimulatedNode receiver(SimulatedLink link, Duration acceptsAt) {
        return receiver(link, acceptsAt, new ChunkSet(sizes.count()));
    }

    /// One that takes a part alone.
    SimulatedNode receiver(SimulatedLink link, Duration acceptsAt, ChunkSet unwanted) {
        Fingerprint who = newFingerprint();
        var setup = new SwarmReceiver.Setup(offer, who, origin().who, link.kind(), sizes, _ -> Standing.MEMBER);
        var initial = new InitialChunks(new ChunkSet(sizes.count()), unwanted, new ChunkSet(sizes.count()));
        var party = new SwarmReceiver(setup, initial, new Random(random.nextLong()), acceptsAt);
        SimulatedNode node = add(link, party, acceptsAt, who);
        node.unwanted = unwanted;
        return node;
    }

    /// Says that it has all, and gives only wrong chunks.
    SimulatedNode poisoner(SimulatedLink link, Duration acceptsAt, boolean gives) {
        SimulatedNode node = add(link, new Poisoner(offer, sizes, gives), acceptsAt, newFingerprint());
        node.isPoisoner = true;
        return node;
    }

    /// Says that it has all, and asks everybody to come again after this time.
    SimulatedNode refuser(SimulatedLink link, Duration delay) {
        return add(link, new Refuser(offer, sizes.count(), delay), Duration.ZERO, newFingerprint());
    }

    /// Takes places of partners, and gives nothing.
    SimulatedNode squatter(SimulatedLink link, Squatter.Kind kind) {
        return add(link, new Squatter(offer, sizes.count(), kind), Duration.ZERO, newFingerprint());
    }

    /// Gives what it is asked for, and always later.
    SimulatedNode dripper(SimulatedLink link) {
        return add(link, new Dripper(offer, sizes.count()), Duration.ZERO, newFingerprint());
    }

    /// Pulls the whole offer again and again, and never gives a chunk.
    SimulatedNode repuller(SimulatedLink link, Repuller.Kind kind) {
        return add(link, new Repuller(offer, sizes.count(), kind), Duration.ZERO, newFingerprint());
    }

    SimulatedNode origin() {
        return nodes.getFirst();
    }

    List<SimulatedNode> receivers() {
        return nodes.stream().filter(SimulatedNode::isReceiver).toList();
    }

    private Fingerprint newFingerprint() {
        byte[] bytes = new byte[Fingerprint.BYTES];
        random.nextBytes(bytes);
        return Fingerprint.of(bytes);
    }

    private SimulatedNode add(SimulatedLink link, Participant participant, Duration startsAt, Fingerprint who) {
        var node = new SimulatedNode(nodes.size(), who, link, participant, startsAt.toNanos());
        nodes.add(node);
        byWho.put(who, node);
        at(node.startsAt, () -> start(node));
        return node;
    }

    /// The two never hear of each other.
    void part(SimulatedNode one, SimulatedNode other) {
        if (one != other) parted.add(Set.of(one.who, other.who));
    }

    /// Words pass between the two, and no chunk from one to the other.
    void block(SimulatedNode from, SimulatedNode to) {
        blocked.add(List.of(from.who, to.who));
    }

    /// Ends a node without a word; the others notice after so long.
    void kill(SimulatedNode node, Duration at, Duration noticedAfter) {
        at(at.toNanos(), () -> end(node, noticedAfter));
    }

    /// Does something each time when time has gone on by a tick.
    void eachTick(Runnable check) {
        at(now + Participant.TICK.toNanos(), () -> {
            check.run();
            eachTick(check);
        });
    }

    void end(SimulatedNode node, Duration noticedAfter) {
        if (!node.here) return;
        node.here = false;
        for (SimulatedNode other : nodes) {
            if (isApart(node, other)) continue;
            at(now + noticedAfter.toNanos(), () -> tell(other, () -> other.participant.gone(node.who, time())));
        }
    }

    /// Who has everything leaves as soon as the rules allow it.
    void leaveWhenTheyMay() {
        eachTick(() -> {
            for (SimulatedNode node : receivers()) {
                if (node.here && node.receiver().mayLeave(time())) end(node, Duration.ZERO);
            }
        });
    }

    /// The origin goes when somebody has every chunk that it has.
    void originLeavesAfterOnce() {
        eachTick(() -> {
            var had = new ChunkSet(sizes.count());
            for (SimulatedNode node : receivers()) {
                if (node.here) node.receiver().held().spans(sizes.count()).forEach(had::addAll);
            }
            if (had.isFull()) end(origin(), Duration.ZERO);
        });
    }

    Duration time() {
        return Duration.ofNanos(now);
    }

    /// Runs until every receiver that is here has everything, or no chunk moved for so long, nor anybody came.
    void run(Duration quiet) {
        while (!events.isEmpty() && now - movedAt <= quiet.toNanos() && !isDone()) {
            Event event = events.remove();
            now = event.at;
            event.action.run();
        }
    }

    private boolean isDone() {
        for (SimulatedNode node : nodes) {
            if (node.isReceiver() && node.finishedAt < 0 && (node.here || !node.started)) return false;
        }
        return true;
    }

    /// When the last one finished, from when it accepted, in seconds.
    double slowest() {
        return receivers().stream()
                .filter(it -> it.here)
                .mapToDouble(it -> (it.finishedAt - it.startsAt) / 1e9)
                .max()
                .orElse(0);
    }

    double sentRatio() {
        return (double) origin().sentChunks / sizes.count();
    }

    private void at(long time, Runnable action) {
        events.add(new Event(time, made++, action));
    }

    private void start(SimulatedNode node) {
        movedAt = now;
        node.started = true;
        node.here = true;
        for (SimulatedNode other : nodes) {
            if (other.here && !isApart(node, other)) node.participant.met(other.who, time());
        }
        work(node);
        tick(node);
    }

    private void tick(SimulatedNode node) {
        tell(node, () -> node.participant.tick(time()));
        if (node.here) at(now + Participant.TICK.toNanos(), () -> tick(node));
    }

    /// Whether two cannot reach each other.
    boolean isApart(SimulatedNode one, SimulatedNode other) {
        return one == other || parted.contains(Set.of(one.who, other.who))
                || originServesAll && one != origin() && other != origin();
    }

    private void tell(SimulatedNode node, Runnable what) {
        if (!node.here) return;
        what.run();
        work(node);
    }

    private void work(SimulatedNode node) {
        if (node.isReceiver() && node.finishedAt < 0 && node.receiver().isFinished()) node.finishedAt = now;
        for (Participant.Action action : node.participant.actions()) {
            switch (action) {
                case Participant.Action.Send send -> send(node, byWho.get(send.to()), send.frame());
                case Participant.Action.Shun shun -> {
                    SimulatedNode shunned = byWho.get(shun.peer());
                    tell(shunned, () -> shunned.participant.gone(node.who, time()));
                    at(now + Duration.ofSeconds(1).toNanos(), () -> meetAgain(node, shunned));
                }
            }
        }
        serve(node);
    }

    private void meetAgain(SimulatedNode one, SimulatedNode other) {
        if (!one.here || !other.here) return;
        tell(one, () -> one.participant.met(other.who, time()));
        tell(other, () -> other.participant.met(one.who, time()));
    }

    private void send(SimulatedNode from, SimulatedNode to, SwarmFrame frame) {
        if (frame instanceof SwarmFrame.HaveMore) {
            newsFrames++;
            Long before = from.toldAt.put(to.who, now);
            assertTrue(before == null || now - before >= ChunkAnnouncements.TELL_APART.toNanos(), "news too often");
        }
        at(now + delay(from, to), () -> {
            if (!from.here) return;
            tell(to, () -> {
                try {
                    SwarmFrame read = SwarmFrame.decode(frame.encode());
                    assertEquals(frame.offer(), read.offer());
                    to.participant.received(from.who, read, time());
                } catch (MalformedFrameException e) {
                    if (!from.isPoisoner) throw new AssertionError(from + " broke the protocol by " + frame, e);
                    to.participant.gone(from.who, time());
                }
            });
        });
    }

    private static long delay(SimulatedNode from, SimulatedNode to) {
        return from.link.delay().plus(to.link.delay()).toNanos() / 2;
    }

    /// Where the way up is free, the next chunk takes it. In a radio cell it waits for the air, once for each of the
    /// two that is in it.
    private void serve(SimulatedNode from) {
        if (from.sending || !from.here) return;
        Participant.Turn turn = from.participant.nextChunk(time(), to -> isReady(List.of(from.who, to)));
        if (turn == null) return;
        SimulatedNode to = byWho.get(turn.to());
        int bytes = sizes.bytes(turn.chunk());
        from.sending = true;
        onTheirWay.merge(List.of(from.who, turn.to()), 1, Integer::sum);
        from.sentChunks++;
        long upEnd = now + nanos(bytes, from.link.up());
        // one who sends slowly leaves the rest of the way down to others
        to.downFreeAt = Math.max(now + delay(from, to), to.downFreeAt) + nanos(bytes, to.link.down());
        long end = Math.max(upEnd + delay(from, to), to.downFreeAt);
        for (SimulatedNode side : List.of(from, to)) {
            if (!side.link.isInCell()) continue;
            long airEnd = Math.max(now, airFreeAt.getOrDefault(side.link.cell(), 0L)) + nanos(bytes, airRate);
            airFreeAt.put(side.link.cell(), airEnd);
            if (side == from) upEnd = Math.max(upEnd, airEnd); // to a wireless one the access point keeps it
            end = Math.max(end, airEnd + delay(from, to));
        }
        at(upEnd, () -> {
            from.sending = false;
            tell(from, () -> {});
        });
        at(end, () -> arrive(from, to, turn.chunk()));
    }

    private boolean isReady(List<Fingerprint> fromAndTo) {
        return !blocked.contains(fromAndTo) && onTheirWay.getOrDefault(fromAndTo, 0) < onTheirWayMax;
    }

    private static long nanos(long bytes, long rate) {
        return bytes * 1_000_000_000L / rate;
    }

    private void arrive(SimulatedNode from, SimulatedNode to, int chunk) {
        if (onTheirWay.merge(List.of(from.who, to.who), -1, Integer::sum) == onTheirWayMax - 1) {
            tell(from, () -> {}); // it has space for one more
        }
        if (!from.here || !to.here || !to.isReceiver()) return;
        movedAt = now;
        tell(to, () -> {
            if (from.isPoisoner) {
                wrong++;
                to.receiver().wrong(from.who, chunk, time());
            } else {
                if (to.receiver().held().has(chunk)) duplicates++;
                to.receiver().arrived(from.who, chunk, time());
            }
        });
    }
}
