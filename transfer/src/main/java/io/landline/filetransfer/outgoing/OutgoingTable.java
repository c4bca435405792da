package io.landline.filetransfer.outgoing;

import io.landline.filetransfer.TransferId;
import io.landline.peer.Fingerprint;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The transfers of our offers that are open, in the order of their turns. Confined to the files' queue.
final class OutgoingTable {
    private final Map<TransferId, OutgoingTransfer> open = new LinkedHashMap<>();

    @Nullable
    OutgoingTransfer get(TransferId id) {
        return open.get(id);
    }

    /// The transfer that this peer speaks of; null where it is not open, or goes to somebody else.
    @Nullable
    OutgoingTransfer of(TransferId id, Fingerprint receiver) {
        OutgoingTransfer outgoing = open.get(id);
        return outgoing != null && outgoing.stored.peer().equals(receiver) ? outgoing : null;
    }

    /// In the order of their turns; seen through to the table, which must not change meanwhile.
    Collection<OutgoingTransfer> all() {
        return Collections.unmodifiableCollection(open.values());
    }

    /// A new one has the last turn.
    void put(OutgoingTransfer outgoing) {
        open.put(outgoing.stored.id(), outgoing);
    }

    void toTheEnd(OutgoingTransfer outgoing) {
        open.remove(outgoing.stored.id());
        open.put(outgoing.stored.id(), outgoing);
    }

    /// It is done, or will never be.
    void over(OutgoingTransfer outgoing) {
        open.remove(outgoing.stored.id());
    }
}
