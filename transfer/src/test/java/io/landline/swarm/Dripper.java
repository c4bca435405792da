package io.landline.swarm;

import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Says that it has all, and gives each chunk later than the one before, just in time: so each answer makes the asker
/// wait longer for the next.
final class Dripper implements Participant {
    private static final Duration FIRST = Duration.ofMillis(1_500);
    /// An answer that comes after three times the average, of which the newest is a quarter.
    private static final double SLOWER_EACH_TIME = 1.6;

    /// What one asker still waits for.
    private static final class Queue {
        final Set<Integer> wanted = new LinkedHashSet<>();
        Duration delay = FIRST;
        Duration since = Duration.ZERO;
    }

    private final EntryId offer;
    private final ChunkSet claimed;
    private final SwarmOutbox outbox;
    private final Map<Fingerprint, Queue> queues = new HashMap<>();

    Dripper(EntryId offer, int chunks) {
        this.offer = offer;
        this.claimed = ChunkSet.full(chunks);
        this.outbox = new SwarmOutbox(offer);
    }

    @Override
    public void met(Fingerprint peer, Duration now) {
        outbox.send(peer, new SwarmFrame.Member(offer, true, true, LinkKind.WIRED));
    }

    @Override
    public void gone(Fingerprint peer, Duration now) {
        queues.remove(peer);
    }

    @Override
    public void received(Fingerprint from, SwarmFrame frame, Duration now) {
        if (frame instanceof SwarmFrame.Member member) {
            if (member.answer()) outbox.send(from, new SwarmFrame.Member(offer, true, false, LinkKind.WIRED));
            outbox.send(from, new SwarmFrame.Have(offer, 0, claimed.page(0)));
        }
        if (!(frame instanceof SwarmFrame.Want want)) return;
        Queue queue = queues.computeIfAbsent(from, _ -> new Queue());
        for (ChunkSpan span : want.spans()) {
            for (int chunk = span.first(); chunk < span.end(); chunk++) {
                if (want.kind() == SwarmFrame.Want.Kind.CANCEL) {
                    queue.wanted.remove(chunk);
                } else {
                    if (queue.wanted.isEmpty()) queue.since = now;
                    queue.wanted.add(chunk);
                }
            }
        }
    }

    @Override
    public void tick(Duration now) {}

    @Override
    public @Nullable Turn nextChunk(Duration now, Predicate<Fingerprint> ready) {
        for (Map.Entry<Fingerprint, Queue> each : queues.entrySet()) {
            Queue queue = each.getValue();
            if (queue.wanted.isEmpty() || now.minus(queue.since).compareTo(queue.delay) < 0) continue;
            int chunk = queue.wanted.iterator().next();
            queue.wanted.remove(chunk);
            queue.since = now;
            queue.delay = Duration.ofMillis((long) (queue.delay.toMillis() * SLOWER_EACH_TIME));
            return new Turn(each.getKey(), chunk, false);
        }
        return null;
    }

    @Override
    public List<Action> actions() {
        return outbox.drain();
    }
}
