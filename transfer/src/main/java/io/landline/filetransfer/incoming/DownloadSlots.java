package io.landline.filetransfer.incoming;

import io.landline.cost.Standing;
import io.landline.cost.Standings;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which of the accepted transfers to us have a slot, and whose turn is next. Confined to the files' queue.
public final class DownloadSlots {
    /// Downloads that run, the rest waits in sight (docs/protocol/files.md, "Control frames in JSON").
    public static final int RUNNING_MAX = 8;

    private final Standings standings;
    /// Those that hold a slot, or held one a moment ago.
    private final Set<IncomingTransfer> holders = new HashSet<>();

    /// @param standings of authors: those known better have a slot first
    DownloadSlots(Standings standings) { this.standings = standings; }

    int free() {
        holders.removeIf(incoming -> !incoming.holdsSlot());
        return RUNNING_MAX - holders.size();
    }

    void take(IncomingTransfer incoming, Duration uptime) {
        holders.add(incoming);
        incoming.begun(uptime);
    }

    /// Has transfers of people known less well give way to those of these that got no slot. Each holder gives way to
    /// one.
    ///
    /// @param without in their turn
    void makeSpace(List<IncomingTransfer> without) {
        long coming = holders.stream().filter(IncomingTransfer::isGivingWay).count();
        for (IncomingTransfer each : without) {
            if (!each.mayDisplace()) continue;
            if (coming-- > 0) continue; // a slot for it is about to become free
            IncomingTransfer worst = worstBelow(standingOf(each));
            if (worst == null || !worst.giveWay()) return;
        }
    }

    /// Of the transfers of people known least, the one that has got least.
    private @Nullable IncomingTransfer worstBelow(Standing standing) {
        return holders.stream()
                .filter(each -> each.holdsSlot() && !each.isGivingWay() && standing.isAbove(standingOf(each)))
                .max(Comparator.comparing(this::standingOf).thenComparing(each -> -each.view().amount().bytes()))
                .orElse(null);
    }

    /// Those that a slot may be found for, if they are ready: all while one is free, else those above a holder. Much
    /// quicker than to look whether each of thousands is ready.
    Stream<IncomingTransfer> withHope(Collection<IncomingTransfer> open) {
        if (free() > 0) return open.stream();
        Standing worst = Collections.max(holders.stream().map(this::standingOf).toList());
        return open.stream().filter(each -> standingOf(each).isAbove(worst));
    }

    private Standing standingOf(IncomingTransfer incoming) {
        return standings.of(incoming.stored.peer());
    }

    /// These in the order in which they have a slot: first those of authors known better.
    List<IncomingTransfer> inTurn(Collection<IncomingTransfer> ready) {
        return ready.stream()
                .sorted(Comparator.comparing(this::standingOf))
                .toList();
    }
}
