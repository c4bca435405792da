package io.landline.ui.lab.wire;

import io.landline.lab.LabEvent;
import io.landline.ui.lab.wire.Measurements.Transfer;
import java.util.ArrayList;
import java.util.List;

/// Gathers how files get on. A card's next file takes the place of one that has ended; several at once stand beside
/// each other. Confined to one thread.
final class TransfersBuilder {
    /// More lines than this cannot be told apart.
    static final int TRANSFERS_MAX = 4;
    /// A minute and a half, at ten steps a second.
    static final int STEPS_MAX = 1_000;

    private record Growing(int card, String peer, NewestItems<LabEvent.Progress> steps) {
        /// An end that does not know the length has one file at a time.
        boolean mayGo() {
            LabEvent.Progress last = steps.all().getLast();
            return last.whole() == null || last.bytes() >= last.whole();
        }
    }

    private final List<Growing> growing = new ArrayList<>();

    void progress(int card, LabEvent.Progress step) {
        String peer = step.peer().name();
        if (step.after().isZero()) {
            growing.removeIf(each -> each.card() == card && (each.peer().equals(peer) || each.mayGo()));
            if (growing.size() == TRANSFERS_MAX) growing.removeFirst();
            growing.add(new Growing(card, peer, new NewestItems<>(STEPS_MAX)));
        }
        for (Growing each : growing) if (each.card() == card && each.peer().equals(peer)) each.steps().add(step);
    }

    List<Transfer> transfers() {
        return growing.stream().map(each -> new Transfer(each.card(), each.peer(), each.steps().all())).toList();
    }

    void clear() {
        growing.clear();
    }
}
