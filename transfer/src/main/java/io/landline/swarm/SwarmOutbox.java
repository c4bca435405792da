package io.landline.swarm;

import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a participant wants done, until the caller takes it. Questions and refusals to one peer are gathered into
/// frames. Confined to its owner's thread.
final class SwarmOutbox {
    private record Kind(Fingerprint to, SwarmFrame.Want.Kind kind) {}

    private record Refusal(Fingerprint to, Duration delay) {}

    private final EntryId offer;
    private final List<Participant.Action> actions = new ArrayList<>();
    private final Map<Kind, List<Integer>> wants = new LinkedHashMap<>();
    private final Map<Refusal, List<Integer>> laters = new LinkedHashMap<>();

    SwarmOutbox(EntryId offer) { this.offer = offer; }

    void send(Fingerprint to, SwarmFrame frame) {
        actions.add(new Participant.Action.Send(to, frame));
    }

    void shun(Fingerprint peer, boolean forGood) {
        actions.add(new Participant.Action.Shun(peer, forGood));
    }

    void want(Fingerprint to, int chunk, SwarmFrame.Want.Kind kind) {
        wants.computeIfAbsent(new Kind(to, kind), _ -> new ArrayList<>()).add(chunk);
    }

    void later(Fingerprint to, int chunk, Duration delay) {
        laters.computeIfAbsent(new Refusal(to, delay), _ -> new ArrayList<>()).add(chunk);
    }

    List<Participant.Action> drain() {
        wants.forEach((kind, chunks) -> {
            for (List<ChunkSpan> spans : frames(chunks)) {
                send(kind.to, new SwarmFrame.Want(offer, kind.kind, spans));
            }
        });
        wants.clear();
        laters.forEach((refusal, chunks) -> {
            for (List<ChunkSpan> spans : frames(chunks)) {
                send(refusal.to, new SwarmFrame.Later(offer, (int) refusal.delay.toMillis(), spans));
            }
        });
        laters.clear();
        List<Participant.Action> taken = List.copyOf(actions);
        actions.clear();
        return taken;
    }

    /// In the order given; neighbours become one span.
    private static List<List<ChunkSpan>> frames(List<Integer> chunks) {
        var frames = new ArrayList<List<ChunkSpan>>();
        for (int from = 0; from < chunks.size(); from += SwarmFrame.Want.CHUNKS_MAX) {
            List<Integer> part = chunks.subList(from, Math.min(chunks.size(), from + SwarmFrame.Want.CHUNKS_MAX));
            var spans = new ArrayList<ChunkSpan>();
            for (int chunk : part) {
                ChunkSpan last = spans.isEmpty() ? null : spans.getLast();
                if (last != null && last.end() == chunk) {
                    spans.set(spans.size() - 1, new ChunkSpan(last.first(), last.count() + 1));
                } else {
                    spans.add(new ChunkSpan(chunk, 1));
                }
            }
            frames.add(spans);
        }
        return frames;
    }
}
