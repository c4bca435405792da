package io.landline.swarm;

import java.time.Duration;

/// What the origin sends, and what it leaves to those who have it already (docs/protocol/swarm.md, "The origin"). A
/// chunk leaves the origin about once. Confined to its owner's thread.
final class OriginPolicy {
    /// Beyond this percentage of the size the origin sends only what nobody else has.
    static final int BRAKE_PERCENT = 150;
    /// Except to those that nobody helped for this time: to finish matters more than the ratio.
    static final Duration YIELDS_AFTER = Duration.ofSeconds(10);
    /// When to ask again for what others have.
    static final Duration LATER = Duration.ofMillis(500);

    /// A question for one chunk, and what the origin knows of it.
    ///
    /// @param nobodyGivesIt none of the asker's partners gives it
    /// @param direct a wireless asker and a wired origin: by way of others the chunk would take the air twice
    /// @param elsewhere somebody present has it, or was sent it; not the asker
    /// @param unhelpedFor how long ago the asker got something from others
    record Question(int chunk, boolean nobodyGivesIt, boolean direct, boolean elsewhere, Duration unhelpedFor) {}

    private final ChunkSizes sizes;
    private final ChunkSet sent;
    private final long bytes;
    private long sentBytes;
    /// How many of these were sent before the receivers came that are here now.
    private long sentBefore;

    OriginPolicy(ChunkSizes sizes) {
        this.sizes = sizes;
        this.sent = new ChunkSet(sizes.count());
        this.bytes = sizes.totalBytes();
    }

    /// @param alone bytes that were sent to receivers that nobody ever helped: they do not count for the brake
    boolean serves(Question question, long alone) {
        if (!sent.has(question.chunk) || question.direct) return true;
        if (!question.elsewhere) return true;
        return question.nobodyGivesIt
                && (!brakes(question.chunk, alone) || question.unhelpedFor.compareTo(YIELDS_AFTER) >= 0);
    }

    private boolean brakes(int chunk, long alone) {
        long most = bytes * BRAKE_PERCENT / 100 - sizes.bytes(chunk);
        long sentToThese = sentBytes - sentBefore;
        return sentToThese > most && sentToThese - alone > most;
    }

    /// Nobody lacks anything: who comes now begins a swarm of its own, and the brake counts anew.
    void everybodyHasAll() {
        sentBefore = sentBytes;
    }

    boolean wasSent(int chunk) {
        return sent.has(chunk);
    }

    void sends(int chunk) {
        sent.add(chunk);
        sentBytes += sizes.bytes(chunk);
    }

    /// How many times the size was sent.
    double ratio() {
        return bytes == 0 ? 0 : (double) sentBytes / bytes;
    }

    /// How many times the size was sent to the receivers that are here now: since somebody came last while nobody
    /// lacked anything.
    double ratioOfThisSwarm() {
        return bytes == 0 ? 0 : (double) (sentBytes - sentBefore) / bytes;
    }
}
