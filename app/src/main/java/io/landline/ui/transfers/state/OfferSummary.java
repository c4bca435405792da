package io.landline.ui.transfers.state;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferState;
import io.landline.node.port.FileTransfers.Progress;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.ui.transfers.state.OfferState.Pauser;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sums up the movements of an offer to the one state that its card shows. Stateless.
public final class OfferSummary {
    private OfferSummary() {}

    public static OfferState of(OfferFacts facts, List<Transfer> transfers, OfferMovement movement, Instant now) {
        if (transfers.isEmpty()) {
            boolean stands = facts.own() && facts.offered().plus(OfferBody.STANDS).isAfter(now);
            return stands ? new OfferState.Standing(Receivers.NONE) : new OfferState.Expired();
        }
        Transfer first = transfers.getFirst();
        if (!facts.own() && first.state().isOpen() && movement.isBlocked(first)) {
            return new OfferState.Blocked(first.state() != TransferState.OFFERED);
        }
        Receivers receivers = new Receivers(transfers.size(), count(transfers, TransferState.DONE),
                (int) transfers.stream().filter(each -> each.state().isOpen()).count());
        long bytes = transfers.stream().filter(OfferSummary::isTaken).mapToLong(each -> each.progress().bytes()).sum();
        long total = transfers.stream().filter(OfferSummary::isTaken).mapToLong(each -> each.taken().bytes()).sum();
        if (transfers.stream().anyMatch(movement::isMoving)) {
            return movement.stalls(now)
                    ? new OfferState.Stalled(bytes, total, movement.waitsForTurn(transfers, now))
                    : new OfferState.Running(bytes, total, movement.rate(), receivers);
        }
        List<Transfer> taken = transfers.stream().filter(OfferSummary::isAccepted).toList();
        if (!taken.isEmpty()) {
            if (taken.stream().allMatch(movement::isAway)) {
                return new OfferState.Away(bytes, total, taken.stream().map(each -> each.other().name()).toList());
            }
            return !facts.own() && movement.waitsForTurn(taken, now) // until their first bytes come, on a slow line
                    ? new OfferState.Stalled(bytes, total, true)
                    : new OfferState.Waiting(bytes, total, receivers);
        }
        if (count(transfers, TransferState.PAUSED) > 0) {
            return new OfferState.Paused(reason(transfers, TransferState.PAUSED), first.progress().missingFolder(),
                    first.progress().missingBytes(), pauser(transfers), movement.triedAt(), bytes, total, receivers);
        }
        if (count(transfers, TransferState.OFFERED) > 0) {
            return facts.own() ? new OfferState.Standing(receivers) : new OfferState.Asked();
        }
        if (receivers.done() > 0) {
            List<Path> arrived = facts.own() ? List.of() : transfers.getFirst().paths();
            return new OfferState.Done(arrived, receivers);
        }
        FailureReason reason = reason(transfers, TransferState.FAILED);
        return new OfferState.Over(reason == null ? FailureReason.LOST : reason, receivers);
    }

    private static Pauser pauser(List<Transfer> transfers) {
        List<Pauser> pausers = transfers.stream()
                .filter(each -> each.state() == TransferState.PAUSED)
                .map(each -> pauser(each.progress()))
                .distinct()
                .toList();
        return pausers.size() > 1 ? Pauser.SEVERAL : pausers.getFirst();
    }

    /// Where both sides paused, each ends its own pause, in either order.
    private static Pauser pauser(Progress progress) {
        if (!progress.pausedByPeer()) return Pauser.WE;
        return progress.pausedHere() ? Pauser.BOTH : Pauser.THEY;
    }

    public static boolean isAccepted(Transfer transfer) {
        return transfer.state() == TransferState.RUNNING || transfer.state() == TransferState.WAITING;
    }

    private static boolean isTaken(Transfer transfer) {
        return transfer.state() != TransferState.OFFERED && transfer.state() != TransferState.FAILED;
    }

    static int count(List<Transfer> transfers, TransferState which) {
        return (int) transfers.stream().filter(each -> each.state() == which).count();
    }

    private static @Nullable FailureReason reason(List<Transfer> transfers, TransferState which) {
        for (Transfer each : transfers) {
            FailureReason reason = each.progress().reason();
            if (each.state() == which && reason != null) return reason;
        }
        return null;
    }
}
