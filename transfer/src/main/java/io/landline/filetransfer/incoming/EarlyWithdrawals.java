package io.landline.filetransfer.incoming;

import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// Offers that were taken back before they came here: of a log the newest part comes first. Only the author's word
/// counts, so both are remembered together. Confined to the files' queue.
public final class EarlyWithdrawals {
    /// Each takes some 150 bytes. Beyond it the one that came first is forgotten.
    public static final int REMEMBERED_MAX = 4_096;

    private record Withdrawal(EntryId offer, Fingerprint author) {}

    private final SequencedSet<Withdrawal> remembered = new LinkedHashSet<>();

    public void add(EntryId offer, Fingerprint author) {
        remembered.addLast(new Withdrawal(offer, author));
        if (remembered.size() > REMEMBERED_MAX) remembered.removeFirst();
    }

    /// Whether its author took it back; asked once, when it is here.
    public boolean take(EntryId offer, Fingerprint author) {
        return remembered.remove(new Withdrawal(offer, author));
    }
}
