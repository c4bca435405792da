package io.landline.filetransfer.desk;

import io.landline.cost.Standings;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which of the accepted transfers to us have a place, and whose turn is next. Confined to the desk.
final class DownloadPlaces {
    /// Downloads that run, the rest waits in sight (docs/protocol/files.md, "Control frames in JSON").
    static final int RUNNING_MAX = 8;

    private final Standings standings;
    /// Those that hold a place, or held one a moment ago.
    private final Set<IncomingTransfer> holders = new HashSet<>();

    /// @param standings of authors: those known better have a place first
    DownloadPlaces(Standings standings) { this.standings = standings; }

    int free() {
        holders.removeIf(incoming -> !incoming.holdsPlace());
        return RUNNING_MAX - holders.size();
    }

    void take(IncomingTransfer incoming, Duration uptime) {
        holders.add(incoming);
        incoming.begun(uptime);
    }

    /// These in the order in which they have a place: first those of authors known better.
    List<IncomingTransfer> inTurn(Collection<IncomingTransfer> ready) {
        return ready.stream()
                .sorted(Comparator.comparing((IncomingTransfer each) -> standings.of(each.stored.peer())))
                .toList();
    }
}
