package io.landline.swarm;

import java.util.List;

/// What a receiver has of an offer, and what it still lacks. It may want a part alone, and some of that may turn out
/// not to be had any more. What an earlier run kept is unknown until it is read again. Confined to its owner's thread.
final class ReceiverChunks {
    private final ChunkSet held;
    /// What is held, not wanted, or unread.
    private final ChunkSet settled;
    /// Kept by an earlier run, and not read again yet.
    private final ChunkSet unread;

    ReceiverChunks(InitialChunks initial) {
        held = initial.held();
        unread = initial.unread();
        settled = held.copy();
        for (ChunkSet set : List.of(initial.unwanted(), unread)) set.spans(set.chunks()).forEach(settled::addAll);
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
        return settled.chunks() - settled.count() + unread.count();
    }

    /// Whether all that is wanted is here.
    boolean isFinished() {
        return settled.isFull() && unread.count() == 0;
    }

    /// Whether all that is wanted is here, but not all chunks: others cannot see that from the bitmap.
    boolean isFinishedWithoutAll() {
        return isFinished() && !held.isFull();
    }

    /// Notes a chunk that is here, also one that was not wanted. True if it is new.
    boolean add(int chunk) {
        unread.remove(chunk);
        settled.add(chunk);
        return held.add(chunk);
    }

    /// It was verified or kept, and is not here any more.
    void lost(int chunk) {
        unread.remove(chunk);
        held.remove(chunk);
        settled.remove(chunk);
    }

    /// It is not wanted any more, and may not be here.
    void givenUp(int chunk) {
        unread.remove(chunk);
        held.remove(chunk);
        settled.add(chunk);
    }
}
