package io.landline.filetransfer.outgoing;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.filetransfer.source.OwnPages;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The lost files of which one receiver was not told yet. An offer may lose all its files at once, and a receiver may
/// read slowly: here a file takes one bit while it waits, and many go in one message. Confined to the files' queue.
final class UntoldLosses {
    private final Map<FailureReason, BitSet> files = new EnumMap<>(FailureReason.class);

    void add(int file, FailureReason reason) {
        of(reason).set(file);
    }

    /// All that is lost of an offer by now.
    void add(OwnPages pages) {
        for (FailureReason reason : List.of(FailureReason.SOURCE_CHANGED, FailureReason.SOURCE_GONE)) {
            of(reason).or(pages.lostFiles(reason));
        }
    }

    private BitSet of(FailureReason reason) {
        return files.computeIfAbsent(reason, _ -> new BitSet());
    }

    boolean isEmpty() {
        return files.values().stream().allMatch(BitSet::isEmpty);
    }

    void clear() {
        files.clear();
    }

    /// Takes the first of them; there must be one.
    FileMessage.LostFiles next(TransferId transfer) {
        FailureReason reason = files.keySet().stream().filter(each -> !of(each).isEmpty()).findFirst().orElseThrow();
        BitSet untold = of(reason);
        var part = new ArrayList<Integer>();
        for (int file = untold.nextSetBit(0); file >= 0 && part.size() < FileMessage.LOST_MAX;) {
            part.add(file);
            untold.clear(file);
            file = untold.nextSetBit(file + 1);
        }
        return new FileMessage.LostFiles(transfer, reason, part);
    }
}
