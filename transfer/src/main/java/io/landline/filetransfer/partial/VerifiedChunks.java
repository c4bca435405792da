package io.landline.filetransfer.partial;

import io.landline.filetransfer.partial.DownloadFolder.Mark;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What this run of the program itself has verified of the one partial file that a transfer has at a time, between two
/// sessions or over a pause. It holds only for the file as it was left: what looks touched is read again. Any thread.
public final class VerifiedChunks {
    private @Nullable Mark left;
    private BitSet verified = new BitSet();

    synchronized void note(Mark mark, BitSet chunks) {
        left = mark;
        verified = (BitSet) chunks.clone();
    }

    /// The verified chunks of a file that looks like this now; empty where it is not the one that was left, or not as
    /// it was.
    synchronized Optional<BitSet> of(Mark now) {
        return now.equals(left) ? Optional.of((BitSet) verified.clone()) : Optional.empty();
    }
}
