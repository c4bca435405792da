package io.landline.swarm;

import io.landline.peer.BoundedMap;
import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Chunks that were asked for and have not come, with their sources. A chunk has one source, or two where the first is
/// late or little is lacking (docs/protocol/swarm.md, "Late answers"). Confined to its owner's thread.
final class OpenRequests {
    static final int SOURCES_MAX = 2;
    /// Late questions that are remembered after they were taken back: what comes of them tells how long to wait.
    static final int TAKEN_BACK_MAX = SwarmFrame.Want.CHUNKS_MAX;

    /// One question.
    ///
    /// @param bytes of the chunk
    record Request(int chunk, Partner from, int bytes, Duration at) {}

    private record Asked(Fingerprint of, int chunk) {}

    /// How long everybody takes to answer.
    private final ResponseTime all = new ResponseTime();
    private final Map<Integer, List<Request>> byChunk = new HashMap<>();
    private final ChunkSet chunks;
    private final Map<Asked, Request> takenBack = BoundedMap.firstComeFirstGone(TAKEN_BACK_MAX);
    private long bytes;
    private int twice;

    OpenRequests(int chunks) { this.chunks = new ChunkSet(chunks); }

    /// The chunks that are on their way.
    ChunkSet chunks() {
        return chunks;
    }

    long bytes() {
        return bytes;
    }

    /// How many chunks have two sources.
    int twice() {
        return twice;
    }

    void add(Partner from, int chunk, int size, Duration now) {
        List<Request> requests = byChunk.computeIfAbsent(chunk, _ -> new ArrayList<>(1));
        requests.add(new Request(chunk, from, size, now));
        chunks.add(chunk);
        if (requests.size() == SOURCES_MAX) twice++;
        bytes += size;
        from.openChunks++;
        from.openBytes += size;
    }

    /// Takes one question back; null if there is no such.
    @Nullable
    Request end(Fingerprint from, int chunk) {
        for (Request request : of(chunk)) {
            if (!request.from.who.equals(from)) continue;
            remove(request);
            return request;
        }
        return null;
    }

    /// Takes a late question back. Its chunk may be on its way.
    void takeBack(Request late) {
        remove(late);
        takenBack.put(new Asked(late.from.who, late.chunk), late);
    }

    /// A chunk came; nobody else gave it before. If its question was taken back, that was too soon.
    void cameLate(Fingerprint from, int chunk, Duration now) {
        Request late = takenBack.remove(new Asked(from, chunk));
        if (late != null) answered(late, now);
    }

    /// Takes all questions for a chunk back.
    List<Request> endAll(int chunk) {
        List<Request> ended = List.copyOf(of(chunk));
        ended.forEach(this::remove);
        return ended;
    }

    /// Takes all questions to one partner back, and forgets it. If it comes again, it is another partner.
    List<Request> endAll(Partner from) {
        takenBack.values().removeIf(late -> late.from == from);
        List<Request> ended = new ArrayList<>();
        for (List<Request> requests : byChunk.values()) {
            for (Request request : requests) if (request.from == from) ended.add(request);
        }
        ended.forEach(this::remove);
        return ended;
    }

    List<Request> of(int chunk) {
        return byChunk.getOrDefault(chunk, List.of());
    }

    /// A chunk came from the source that was asked; its question has ended.
    void answered(Request request, Duration now) {
        request.from.responses.took(now.minus(request.at), request.from.openChunks + 1);
        all.took(now.minus(request.at), 1);
    }

    /// The time that a partner gets to answer. One that never answered gets what the others get, up
    /// to a bound: it may be one that never will.
    Duration patience(Partner partner) {
        if (partner.responses.isKnown()) return partner.responses.patience();
        Duration usual = all.patience();
        return usual.compareTo(ResponseTime.PATIENCE_UNKNOWN_MAX) < 0 ? usual : ResponseTime.PATIENCE_UNKNOWN_MAX;
    }

    /// The time that anybody gets.
    Duration patience() {
        return all.isKnown() ? all.patience() : ResponseTime.PATIENCE_MIN;
    }

    List<Request> late(Duration now) {
        List<Request> late = new ArrayList<>();
        for (List<Request> requests : byChunk.values()) {
            for (Request request : requests) {
                if (now.minus(request.at).compareTo(patience(request.from)) >= 0) late.add(request);
            }
        }
        return late;
    }

    /// All questions, the oldest first.
    List<Request> oldest() {
        return byChunk.values().stream().flatMap(List::stream).sorted(Comparator.comparing(Request::at)).toList();
    }

    /// The partners of all remembered questions.
    Set<Partner> remembered() {
        var remembered = new HashSet<Partner>();
        for (Request request : takenBack.values()) remembered.add(request.from);
        for (List<Request> requests : byChunk.values()) for (Request request : requests) remembered.add(request.from);
        return remembered;
    }

    private void remove(Request request) {
        List<Request> requests = byChunk.get(request.chunk);
        if (requests == null || !requests.remove(request)) return;
        if (requests.size() == SOURCES_MAX - 1) twice--;
        if (requests.isEmpty()) {
            byChunk.remove(request.chunk);
            chunks.remove(request.chunk);
        }
        bytes -= request.bytes;
        request.from.openChunks--;
        request.from.openBytes -= request.bytes;
    }
}
