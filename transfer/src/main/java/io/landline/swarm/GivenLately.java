package io.landline.swarm;

import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// How much of an offer each person was given lately, also while that person is away: the bytes, and for each chunk
/// what it costs beside them. Nobody needs more of it than the offer has: who was given more pulls it again
/// (docs/protocol/swarm.md, "Turns"). Confined to its owner's thread.
final class GivenLately {
    /// People that are remembered; then those are forgotten who were given nothing for the longest time.
    static final int PEOPLE_MAX = 1024;
    /// Who was given nothing for this time begins anew.
    static final Duration KEPT = Duration.ofMinutes(30);
    /// What connections that break may lose, beside [#LOST_PERCENT]: it was given, and is asked for again.
    static final long LOST_BYTES = 64L * 1024 * 1024;
    /// The same, in percent of the offer: a long download on a poor line loses more.
    static final int LOST_PERCENT = 12;

    /// A chunk costs a turn, a frame and a read of the disk, however few bytes it has.
    static final long CHUNK_COST_BYTES = 64 * 1024;

    /// @param cost in bytes
    /// @param before when it was given something before that
    private record Given(long cost, Duration at, Duration before) {}

    private final ChunkSizes sizes;
    private final long share;
    /// Who was given something last is at the end.
    private final LinkedHashMap<Fingerprint, Given> given = new LinkedHashMap<>();

    GivenLately(ChunkSizes sizes) {
        this.sizes = sizes;
        long total = sizes.totalBytes() + sizes.count() * CHUNK_COST_BYTES;
        share = total + total / 100 * LOST_PERCENT + LOST_BYTES;
    }

    void add(Fingerprint person, int chunk, Duration now) {
        Given was = given.remove(person);
        given.put(person, new Given(costOf(was, now) + cost(chunk), now, was == null ? now : was.at));
        if (given.size() > PEOPLE_MAX) given.pollFirstEntry();
    }

    /// A chunk was not given, though it was added.
    void takeBack(Fingerprint person, int chunk) {
        given.computeIfPresent(person, (_, was) -> new Given(was.cost - cost(chunk), was.before, was.before));
    }

    /// Whether this person was given all of the offer, and what may have been lost on the way.
    boolean hadItsShare(Fingerprint person, Duration now) {
        return costOf(given.get(person), now) > share;
    }

    private long cost(int chunk) {
        return sizes.bytes(chunk) + CHUNK_COST_BYTES;
    }

    private static long costOf(@Nullable Given given, Duration now) {
        return given == null || now.minus(given.at).compareTo(KEPT) >= 0 ? 0 : given.cost;
    }

    int people() {
        return given.size();
    }
}
