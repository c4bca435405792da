package io.landline.swarm;

import java.time.Duration;

/// What the origin sends, and what it leaves to those who have it already (docs/protocol/swarm.md, "The origin"). A chunk leaves
/// the origin about once. Confined to its owner's thread.
final class OriginDuty {
    /// Beyond so many percent of the size the origin sends only what nobody got yet.
    static final int BRAKE_PERCENT = 150;
    /// Except to those who got nothing for so long: to finish matters more than the ratio.
    static final Duration YIELDS_AFTER = Duration.ofSeconds(10);
    /// When to ask again for what others have.
    static final Duration LATER = Duration.ofMillis(500);

    /// A question for one chunk, and what the origin knows of it.
    ///
    /// @param nobodyGivesIt none of the asker's partners gives it
    /// @param direct a wireless asker and a wired origin: by way of others the chunk would take the air twice
    /// @param elsewhere somebody present has it, or was sent it; not the asker
    /// @param stuckFor how long ago the asker got something
    record Question(int chunk, boolean nobodyGivesIt, boolean direct, boolean elsewhere, Duration stuckFor) {}

    private final ChunkSizes sizes;
    private final ChunkSet sent;
    private final long bytes;
    private long sentBytes;

    OriginDuty(ChunkSizes sizes) {
        this.sizes = sizes;
        this.sent = new ChunkSet(sizes.count());
        long sum = 0;
        for (int chunk = 0; chunk < sizes.count(); chunk++) sum += sizes.bytes(chunk);
        this.bytes = sum;
    }

    boolean serves(Question question) {
        if (!sent.has(question.chunk) || question.direct) return true;
        if (sentBytes * 100 >= bytes * BRAKE_PERCENT) return question.stuckFor.compareTo(YIELDS_AFTER) >= 0;
        return question.nobodyGivesIt || !question.elsewhere;
    }

    boolean wasSent(int chunk) {
        return sent.has(chunk);
    }

    void sends(int chunk) {
        sent.add(chunk);
        sentBytes += sizes.bytes(chunk);
    }

    /// How many chunks left the origin at least once.
    int sentOnce() {
        return sent.count();
    }

    /// How many times the size was sent.
    double ratio() {
        return bytes == 0 ? 0 : (double) sentBytes / bytes;
    }
}
