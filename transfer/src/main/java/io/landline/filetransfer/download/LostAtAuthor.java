package io.landline.filetransfer.download;

import io.landline.filetransfer.FailureReason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files of an offer, by their numbers, that its author says cannot be given any more. Any thread.
public final class LostAtAuthor {
    private final long files;
    private final BitSet changed = new BitSet();
    private final BitSet gone = new BitSet();
    private final List<Integer> inOrder = new ArrayList<>();

    /// @param files of the offer
    public LostAtAuthor(long files) { this.files = files; }

    public synchronized void add(List<Integer> numbers, FailureReason reason) {
        BitSet of = reason == FailureReason.SOURCE_CHANGED ? changed : gone;
        for (int number : numbers) {
            if (number >= files) continue;
            if (!changed.get(number) && !gone.get(number)) inOrder.add(number);
            of.set(number);
        }
    }

    /// All but the first `known`, in the order in which they were told.
    synchronized List<Integer> since(int known) {
        return known == inOrder.size() ? List.of() : List.copyOf(inOrder.subList(known, inOrder.size()));
    }

    /// Why this file cannot be had; null where it can.
    synchronized @Nullable FailureReason reason(long file) {
        if (changed.get((int) file)) return FailureReason.SOURCE_CHANGED;
        return gone.get((int) file) ? FailureReason.SOURCE_GONE : null;
    }
}
