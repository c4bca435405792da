package io.landline.filetransfer.outgoing;

import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.source.Upload;
import io.landline.room.EntryId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which of the accepted transfers to others are served: some have a slot, the rest waits for one. Confined to the
/// files' queue, but [#uploads].
public final class UploadSlots {
    /// Offers served at once, the others in turn (docs/protocol/files.md, "Control frames in JSON"). The receivers of
    /// one offer share a slot.
    public static final int RUNNING_MAX = 8;

    private final Standings standings;
    private final Map<TransferId, Upload> uploads = new ConcurrentHashMap<>();
    /// Wakes the servers of chunks.
    private Runnable look = () -> {};

    /// @param standings of receivers: those known better have a slot first
    public UploadSlots(Standings standings) { this.standings = standings; }

    /// `runnable` is called when a transfer may run, or is over.
    public void onRunnable(Runnable runnable) {
        look = runnable;
    }

    /// Accepted transfers by id. Any thread.
    public Map<TransferId, Upload> uploads() {
        return uploads;
    }

    void add(Upload upload) {
        uploads.put(upload.id(), upload);
    }

    void remove(Upload upload) {
        uploads.remove(upload.id(), upload);
    }

    /// Gives slots to those that wait: first to receivers known better, then to those that have waited longest, the
    /// first of `open`. Where all slots are taken, an offer gives way that only people known less well receive.
    ///
    /// @param recalled takes the slot away from a transfer that gives way
    /// @return those that have a slot now
    List<OutgoingTransfer> grant(Collection<OutgoingTransfer> open, Consumer<OutgoingTransfer> recalled) {
        Map<EntryId, List<OutgoingTransfer>> running = running(open);
        var granted = new ArrayList<OutgoingTransfer>();
        for (OutgoingTransfer outgoing : waiting(open)) {
            EntryId offer = outgoing.offer.id();
            if (!running.containsKey(offer) && running.size() >= RUNNING_MAX) {
                EntryId worse = worstBelow(standingOf(outgoing), running);
                if (worse == null) continue;
                for (OutgoingTransfer each : Objects.requireNonNull(running.remove(worse))) recalled.accept(each);
            }
            Objects.requireNonNull(outgoing.upload).grant();
            granted.add(outgoing);
            running.computeIfAbsent(offer, _ -> new ArrayList<>()).add(outgoing);
        }
        return granted;
    }

    /// Those with a slot, by offer.
    private static Map<EntryId, List<OutgoingTransfer>> running(Collection<OutgoingTransfer> open) {
        var running = new LinkedHashMap<EntryId, List<OutgoingTransfer>>();
        for (OutgoingTransfer outgoing : open) {
            if (!outgoing.holdsSlot()) continue;
            running.computeIfAbsent(outgoing.offer.id(), _ -> new ArrayList<>()).add(outgoing);
        }
        return running;
    }

    private List<OutgoingTransfer> waiting(Collection<OutgoingTransfer> open) {
        return open.stream()
                .filter(OutgoingTransfer::waitsForSlot)
                .sorted(Comparator.comparing(this::standingOf))
                .toList();
    }

    private Standing standingOf(OutgoingTransfer outgoing) {
        return standings.of(outgoing.stored.peer());
    }

    private @Nullable EntryId worstBelow(Standing standing, Map<EntryId, List<OutgoingTransfer>> running) {
        EntryId found = null;
        Standing worst = standing;
        for (Map.Entry<EntryId, List<OutgoingTransfer>> each : running.entrySet()) {
            Standing best = Collections.min(each.getValue().stream().map(this::standingOf).toList());
            if (!worst.isAbove(best)) continue;
            worst = best;
            found = each.getKey();
        }
        return found;
    }

    /// Those that have a slot and take little, while others wait: a slot is not held by accepting alone.
    List<OutgoingTransfer> slow(Collection<OutgoingTransfer> open, Duration now) {
        boolean waits = open.stream().anyMatch(OutgoingTransfer::waitsForSlot);
        if (!waits) return List.of();
        return running(open).values()
                .stream()
                .filter(its -> its.stream().allMatch(each -> each.isSlow(now)))
                .flatMap(List::stream)
                .toList();
    }

    /// To be called after each change of who has a slot.
    void wake() {
        look.run();
    }
}
