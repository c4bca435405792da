package io.landline.ui.transfers.state;

import io.landline.filetransfer.TransferState;
import io.landline.node.port.FileTransfers.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which movements of an offer move, and how fast. Confined to the JavaFX thread.
public final class OfferMovement {
    /// A transfer that moves tells of bytes several times a second.
    public static final Duration STALLED_AFTER = Duration.ofSeconds(2);

    private final OfferPeople people;
    private final boolean own;
    private final Map<String, Long> rates = new HashMap<>();
    /// When bytes of a running transfer came last, or when it was first seen running.
    private final Map<String, Instant> moved = new HashMap<>();

    /// @param own whether the offer is the user's own
    public OfferMovement(OfferPeople people, boolean own) {
        this.people = people;
        this.own = own;
    }

    public static boolean isRunning(Transfer transfer) {
        return transfer.state() == TransferState.RUNNING;
    }

    boolean isMoving(Transfer transfer) {
        return isRunning(transfer) && !isAway(transfer);
    }

    public boolean isAway(Transfer transfer) {
        return people.isAway(transfer.other().peer());
    }

    /// Whether this user blocked the other side.
    public boolean isBlocked(Transfer transfer) {
        return people.isBlocked(transfer.other().peer());
    }

    /// These are seen running.
    public void seen(List<Transfer> transfers, Instant now) {
        for (Transfer each : transfers) if (isMoving(each)) moved.putIfAbsent(each.ids().transfer(), now);
    }

    /// Bytes came.
    public void progress(Transfer of, long rate, Instant now) {
        rates.put(of.ids().transfer(), rate);
        moved.put(of.ids().transfer(), now);
        people.motion().moved(of.other().peer(), own, now);
    }

    /// What stands has no speed: nothing is told of it that would say so.
    public void forgetWhatStands(List<Transfer> transfers, Instant now) {
        List<String> moving = transfers.stream().filter(this::isMoving).map(each -> each.ids().transfer()).toList();
        moved.keySet().retainAll(moving);
        rates.keySet().removeIf(each -> !isRecent(moved.get(each), now));
    }

    static boolean isRecent(@Nullable Instant last, Instant now) {
        return last != null && last.plus(STALLED_AFTER).isAfter(now);
    }

    boolean stalls(Instant now) {
        return moved.values().stream().noneMatch(last -> isRecent(last, now));
    }

    /// Whether other files move with one of these people, in the same direction.
    boolean waitsForTurn(List<Transfer> transfers, Instant now) {
        return transfers.stream()
                .anyMatch(each -> OfferSummary.isAccepted(each) && !isAway(each)
                        && people.motion().moves(each.other().peer(), own, now));
    }

    /// Bytes a second now, of all who take it.
    public long rate() {
        return rates.values().stream().mapToLong(Long::longValue).sum();
    }

    public long rate(Transfer of) {
        return rates.getOrDefault(of.ids().transfer(), 0L);
    }
}
