package io.landline.swarm;

import io.landline.cost.Standings;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The next peer that is sent a chunk: a few peers at once, one chunk a turn, no favours in return
/// (docs/protocol/swarm.md, "Turns"). A place goes to people known better first, also one that somebody known less well
/// holds: who takes nothing would keep it. A peer that took nothing of its time comes last for as long, however well
/// known: else four such peers would have all others wait. Who was given the whole offer already, and pulls it again,
/// comes after people known no better who still lack it. Confined to its owner's thread.
final class UploadTurns {
    /// Peers that are served at once: more would only make each connection slower.
    static final int AT_ONCE = 4;
    /// A peer is served for this time before another takes its place.
    static final Duration TENURE = Duration.ofSeconds(10);
    /// Chunks for others before one for those who pull the offer again, while others want it.
    static final int OTHERS_FIRST = 16;
    /// Who took nothing for this time leaves the line to those who pull the offer again.
    static final Duration LEAVES_THE_LINE = Duration.ofSeconds(1);

    /// What one peer still wants, in its order.
    private static final class Queue {
        final LinkedHashMap<Integer, Boolean> wanted = new LinkedHashMap<>();
        Duration servedSince = Duration.ZERO;
        /// Whether it took anything since then.
        boolean hasTaken;
        /// When it took something last, or was given its first place; null before.
        @Nullable
        Duration tookAt;
        /// In the past, but for a peer that had its time and took nothing of it.
        Duration comesLastUntil = Duration.ZERO;
    }

    /// What a turn changed.
    private record Before(int givenToOthers, @Nullable Duration tookAt, boolean hasTaken) {}

    private final Standings standings;
    private final GivenLately given;
    private final Map<Fingerprint, Queue> queues = new LinkedHashMap<>();
    private final ArrayDeque<Fingerprint> served = new ArrayDeque<>();
    private final LinkedHashSet<Fingerprint> waiting = new LinkedHashSet<>();
    /// Who wanted nothing more at some moment since the last turn.
    private final Set<Fingerprint> sated = new HashSet<>();
    /// Chunks that were given since one was for somebody who pulls the offer again; no more than [#OTHERS_FIRST].
    private int givenToOthers;
    /// Of the last turn; null before the first.
    private @Nullable Before before;

    /// @param sizes of the whole offer
    UploadTurns(Standings standings, ChunkSizes sizes) {
        this.standings = standings;
        this.given = new GivenLately(sizes);
    }

    void ask(Fingerprint peer, int chunk, boolean nobodyGivesIt) throws MalformedFrameException {
        Queue queue = queues.computeIfAbsent(peer, _ -> new Queue());
        queue.wanted.put(chunk, nobodyGivesIt);
        if (queue.wanted.size() > SwarmFrame.Want.CHUNKS_MAX) {
            throw new MalformedFrameException("more than " + SwarmFrame.Want.CHUNKS_MAX + " chunks asked for");
        }
        if (!served.contains(peer)) waiting.add(peer);
    }

    /// A receiver asks a receiver: chunks that are here get a turn, the others an answer at once.
    void asked(Fingerprint from, SwarmFrame.Want want, ReceiverChunks chunks, SwarmOutbox outbox, Duration now)
            throws MalformedFrameException {
        boolean crowded = isCrowdedFor(from, now);
        for (ChunkSpan span : want.spans()) {
            for (int chunk = span.first(); chunk < span.end(); chunk++) {
                if (want.kind() == SwarmFrame.Want.Kind.CANCEL) {
                    cancel(from, chunk);
                } else if (!chunks.has(chunk)) {
                    outbox.later(from, chunk, Duration.ZERO);
                } else if (crowded) {
                    outbox.later(from, chunk, SwarmReceiver.LATER);
                } else {
                    ask(from, chunk, false);
                }
            }
        }
    }

    /// Whether all places are taken, by some who do not come after this peer and were not served for long yet. It does
    /// better to ask again soon: by then those who are served give the same. Later it waits for its turn, and new
    /// requests do not put it off.
    boolean isCrowdedFor(Fingerprint peer, Duration now) {
        return !served.contains(peer) && !waiting.contains(peer) && served.size() + waiting.size() >= AT_ONCE
                && served.stream().noneMatch(each -> hadItsTime(each, now) || order(now).compare(peer, each) < 0);
    }

    /// Who goes first: people known best, but for those who come last; of equals who did not have all of it yet.
    private Comparator<Fingerprint> order(Duration now) {
        return Comparator.<Fingerprint, Boolean>comparing(peer -> comesLast(peer, now))
                .thenComparing(standings::of)
                .thenComparing(peer -> pullsAgain(peer, now));
    }

    /// Whether this peer was given the whole offer lately, and more.
    boolean pullsAgain(Fingerprint peer, Duration now) {
        return given.hadItsShare(peer, now);
    }

    private boolean comesLast(Fingerprint peer, Duration now) {
        Queue queue = queues.get(peer);
        return queue != null && now.compareTo(queue.comesLastUntil) < 0;
    }

    private boolean hadItsTime(Fingerprint peer, Duration now) {
        return now.minus(queueOf(peer).servedSince).compareTo(TENURE) >= 0;
    }

    void cancel(Fingerprint peer, int chunk) {
        Queue queue = queues.get(peer);
        if (queue == null) return;
        queue.wanted.remove(chunk);
        if (queue.wanted.isEmpty()) sated.add(peer);
    }

    void gone(Fingerprint peer) {
        queues.remove(peer);
        served.remove(peer);
        waiting.remove(peer);
        sated.remove(peer);
    }

    boolean isEmpty() {
        return queues.values().stream().allMatch(queue -> queue.wanted.isEmpty());
    }

    /// The next chunk to send; null if nobody wants one that is ready to take it. Who is not ready keeps its place.
    Participant.@Nullable Turn next(Duration now, Predicate<Fingerprint> ready) {
        rotate(now);
        Fingerprint peer = givenToOthers < OTHERS_FIRST ? null : pullingAgain(now, ready);
        if (peer != null) return give(peer, 0, now);
        for (Fingerprint each : served) {
            if (!ready.test(each) || isHeldBack(each, now, ready)) continue;
            return give(each, Math.min(givenToOthers + 1, OTHERS_FIRST), now);
        }
        peer = isLineInUse(now) ? null : pullingAgain(now, ready);
        return peer == null ? null : give(peer, givenToOthers, now);
    }

    /// Whether somebody who still lacks something takes it.
    private boolean isLineInUse(Duration now) {
        return served.stream().anyMatch(each -> !pullsAgain(each, now) && takes(each, now));
    }

    /// @param others what [#givenToOthers] is then
    private Participant.Turn give(Fingerprint peer, int others, Duration now) {
        if (served.remove(peer)) {
            served.addLast(peer);
        } else {
            waiting.remove(peer);
            waiting.add(peer);
        }
        Queue queue = queueOf(peer);
        Map.Entry<Integer, Boolean> first = Objects.requireNonNull(queue.wanted.pollFirstEntry());
        before = new Before(givenToOthers, queue.tookAt, queue.hasTaken);
        givenToOthers = others;
        queue.hasTaken = true;
        queue.tookAt = now;
        if (queue.wanted.isEmpty()) sated.add(peer);
        given.add(peer, first.getKey(), now);
        return new Participant.Turn(peer, first.getKey(), first.getValue());
    }

    /// The chunk of the last turn is not sent after all: nobody took anything.
    void refused(Participant.Turn turn) {
        Before was = Objects.requireNonNull(before);
        Queue queue = queueOf(turn.to());
        givenToOthers = was.givenToOthers;
        queue.tookAt = was.tookAt;
        queue.hasTaken = was.hasTaken;
        given.takeBack(turn.to(), turn.chunk());
    }

    /// Somebody ready who waits because it pulls the offer again, also one without a place.
    private @Nullable Fingerprint pullingAgain(Duration now, Predicate<Fingerprint> ready) {
        return Stream.concat(served.stream().filter(peer -> isHeldBack(peer, now, ready)),
                waiting.stream().filter(peer -> pullsAgain(peer, now) && !isBelowAllServed(peer)))
                .filter(ready)
                .findFirst()
                .orElse(null);
    }

    /// Whether it pulls the offer again, while somebody known no less well is served who still lacks something and
    /// takes it, now or a moment ago.
    private boolean isHeldBack(Fingerprint peer, Duration now, Predicate<Fingerprint> ready) {
        return pullsAgain(peer, now) && served.stream()
                .anyMatch(other -> !pullsAgain(other, now) && (ready.test(other) || takes(other, now))
                        && !standings.of(peer).isAbove(standings.of(other)));
    }

    /// Whether it has no place for the one reason that all who have one are known better.
    private boolean isBelowAllServed(Fingerprint peer) {
        return served.stream().allMatch(other -> standings.of(other).isAbove(standings.of(peer)));
    }

    private boolean takes(Fingerprint peer, Duration now) {
        Duration tookAt = queueOf(peer).tookAt;
        return tookAt != null && !comesLast(peer, now) && now.minus(tookAt).compareTo(LEAVES_THE_LINE) < 0;
    }

    /// Who wants nothing gives its place up at once, who had its time when others wait, and anybody when somebody known
    /// better does.
    private void rotate(Duration now) {
        for (Fingerprint peer : sated) {
            if (!queueOf(peer).wanted.isEmpty()) continue; // it has asked again
            served.remove(peer);
            waiting.remove(peer);
            queues.remove(peer);
        }
        sated.clear();
        if (waiting.isEmpty()) return;
        int others = waiting.size() - (AT_ONCE - served.size());
        Iterator<Fingerprint> longest = served.iterator();
        while (others > 0 && longest.hasNext()) {
            Fingerprint peer = longest.next();
            if (!hadItsTime(peer, now)) continue;
            longest.remove();
            waiting.add(peer);
            Queue queue = queueOf(peer);
            if (!queue.hasTaken) queue.comesLastUntil = now.plus(TENURE);
            others--;
        }
        Comparator<Fingerprint> order = order(now);
        while (served.size() < AT_ONCE && !waiting.isEmpty()) serve(first(order), now);
        while (!waiting.isEmpty()) {
            Fingerprint next = first(order);
            Fingerprint last = Collections.max(served, order);
            if (order.compare(next, last) >= 0) return;
            served.remove(last);
            waiting.add(last);
            serve(next, now);
        }
    }

    /// Who waits and goes first; of equals who waits longest.
    private Fingerprint first(Comparator<Fingerprint> order) {
        return Collections.min(waiting, order);
    }

    private void serve(Fingerprint peer, Duration now) {
        waiting.remove(peer);
        Queue queue = queueOf(peer);
        queue.servedSince = now;
        if (queue.tookAt == null) queue.tookAt = now;
        queue.hasTaken = false;
        served.addLast(peer);
    }

    private Queue queueOf(Fingerprint peer) {
        Queue queue = queues.get(peer);
        if (queue == null) throw new IllegalStateException("no queue of " + peer);
        return queue;
    }
}
