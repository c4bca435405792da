package io.landline.filetransfer.partial;

import io.landline.filetransfer.partial.DownloadFolder.Mark;
import io.landline.peer.BoundedMap;
import java.util.BitSet;
import java.util.Optional;
import java.util.SequencedMap;

/// What this run of the program itself has verified of the partial files of one transfer, between two sessions or over
/// a pause. It holds only for a file as it was left: what looks touched is read again. Any thread.
public final class VerifiedChunks {
    /// Partial files of a transfer at a time: one that is written, and those that wait for a page of hashes. Two pages:
    /// one on its way, and one that is not asked for yet.
    public static final int PARTIALS_MAX = 129;

    private record Left(Mark mark, BitSet verified) {}

    private final SequencedMap<String, Left> byName = BoundedMap.firstComeFirstGone(PARTIALS_MAX);

    /// Files in folders, by their numbers, that this run has verified whole.
    private final BitSet whole = new BitSet();
    /// Of these, files with the time that their author gave: another time means that somebody wrote to them.
    private final BitSet timed = new BitSet();

    synchronized void noteWhole(long file, boolean hasItsTime) {
        whole.set((int) file);
        timed.set((int) file, hasItsTime);
    }

    synchronized boolean isWhole(long file) {
        return whole.get((int) file);
    }

    synchronized boolean hadItsTime(long file) {
        return timed.get((int) file);
    }

    synchronized void note(Mark mark, BitSet chunks) {
        byName.putLast(mark.name(), new Left(mark, (BitSet) chunks.clone()));
    }

    /// The partial file is not there any more.
    synchronized void forget(String name) {
        byName.remove(name);
    }

    /// The verified chunks of a file that looks like this now; empty where it is not one that was left, or not as it
    /// was.
    synchronized Optional<BitSet> of(Mark now) {
        Left before = byName.get(now.name());
        return before != null && before.mark.equals(now)
                ? Optional.of((BitSet) before.verified.clone())
                : Optional.empty();
    }
}
