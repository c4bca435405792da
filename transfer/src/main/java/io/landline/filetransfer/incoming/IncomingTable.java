package io.landline.filetransfer.incoming;

import io.landline.cost.Standings;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.incoming.OpenTransferLimits.Kind;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The transfers to us that are open, in the order of their turns, and how many each author has. Confined to the files'
/// queue.
final class IncomingTable {
    private final Map<TransferId, IncomingTransfer> open = new LinkedHashMap<>();
    private final OpenTransferLimits limits = new OpenTransferLimits();
    private final EndedOffers ended;
    private final Supplier<Duration> uptime;

    IncomingTable(Standings standings, Supplier<Duration> uptime) {
        ended = new EndedOffers(standings);
        this.uptime = uptime;
    }

    /// With what has ended and counts no longer.
    OpenTransferLimits limitsNow() {
        ended.letGo(uptime.get()).forEach(each -> limits.note(each, Kind.OVER));
        return limits;
    }

    @Nullable
    IncomingTransfer get(TransferId id) {
        return open.get(id);
    }

    /// In the order of their turns; seen through to the table, which must not change meanwhile.
    Collection<IncomingTransfer> all() {
        return Collections.unmodifiableCollection(open.values());
    }

    /// Whether this very one is open: a transfer that was tried again is another one of the same id.
    boolean holds(IncomingTransfer incoming) {
        return open.get(incoming.stored.id()) == incoming;
    }

    /// A new one has the last turn.
    void put(IncomingTransfer incoming) {
        open.put(incoming.stored.id(), incoming);
        limits.note(incoming.counted,
                incoming.stored.state() == TransferState.OFFERED ? Kind.UNDECIDED : Kind.ACCEPTED);
    }

    /// Somebody accepted it.
    void accepted(IncomingTransfer incoming) {
        limits.note(incoming.counted, Kind.ACCEPTED);
    }

    /// Puts a transfer that begins anew in the place of the one before. It keeps its turn.
    void replace(IncomingTransfer before, IncomingTransfer again) {
        limits.note(before.counted, Kind.OVER);
        put(again);
    }

    void toTheEnd(IncomingTransfer incoming) {
        open.remove(incoming.stored.id());
        open.put(incoming.stored.id(), incoming);
    }

    /// It is done, or will never be.
    void over(IncomingTransfer incoming) {
        open.remove(incoming.stored.id());
        boolean counts = incoming.isEndedByAuthor && ended.keeps(incoming.counted, uptime.get());
        if (!counts) limits.note(incoming.counted, Kind.OVER);
    }
}
