package io.landline.swarm;

/// What a receiver has of an offer, and what it still lacks. It may want a part alone, and some of that may turn out
/// not to be had any more. Confined to its owner's thread.
final class Holding {
    private final ChunkSet held;
    /// What is held, or not wanted.
    private final ChunkSet settled;

    /// @param held verified; this object owns it from now on
    /// @param unwanted not to be asked for, whether here or not
    Holding(ChunkSet held, ChunkSet unwanted) {
        this.held = held;
        settled = held.copy();
        unwanted.spans(unwanted.chunks()).forEach(settled::addAll);
    }

    /// What can be given to others.
    ChunkSet held() {
        return held;
    }

    /// What nobody is to be asked for.
    ChunkSet settled() {
        return settled;
    }

    boolean has(int chunk) {
        return held.has(chunk);
    }

    /// How many chunks are yet to come.
    int lacking() {
        return settled.chunks() - settled.count();
    }

    /// Whether all that is wanted is here.
    boolean isFinished() {
        return settled.isFull();
    }

    /// Whether others cannot know that from its bitmap.
    boolean isFinishedWithoutAll() {
        return settled.isFull() && !held.isFull();
    }

    /// True if it is new. Also one that was not wanted.
    boolean add(int chunk) {
        settled.add(chunk);
        return held.add(chunk);
    }

    /// It was verified, and is not here any more.
    void lost(int chunk) {
        held.remove(chunk);
        settled.remove(chunk);
    }

    /// It is not wanted any more, and may not be here.
    void givenUp(int chunk) {
        held.remove(chunk);
        settled.add(chunk);
    }
}
