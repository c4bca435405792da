package io.landline.node.handin;

import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferView;
import io.landline.node.handin.HandInBook.Received;
import io.landline.node.handin.rule.HandInRules.Before;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What members have handed in before, or are handing in, for one round of judging. Each offer is looked up once in a
/// round, and so are the receipts of a member for a box. A member may have hundreds of offers under way, and hundreds
/// more that are judged. Confined to one thread.
final class HandInCounts {
    /// A member and a box.
    record Into(Fingerprint member, EntryId box) {}

    private final Function<EntryId, @Nullable Into> lookUp;
    private final Map<EntryId, Optional<Into>> offers = new HashMap<>();
    private final Map<Into, List<Received>> received = new HashMap<>();

    /// @param lookUp the member and the box of an offer; null for an offer that is no hand-in
    HandInCounts(Function<EntryId, @Nullable Into> lookUp) { this.lookUp = lookUp; }

    /// @param receipts of this member for this box; asked for once
    /// @param open the transfers that are not over
    Before before(Into of, Supplier<List<Received>> receipts, List<TransferView> open) {
        long bytes = 0;
        int times = 0;
        Set<EntryId> counted = new HashSet<>();
        for (Received each : received.computeIfAbsent(of, _ -> receipts.get())) {
            counted.add(each.receipt().offer());
            bytes += each.receipt().bytes();
            times++;
        }
        for (TransferView each : open) {
            if (!isUnderWay(each) || !each.peer().equals(of.member()) || counted.contains(each.offer())) continue;
            boolean isInto = offers.computeIfAbsent(each.offer(), offer -> Optional.ofNullable(lookUp.apply(offer)))
                    .filter(of::equals)
                    .isPresent();
            if (!isInto) continue;
            bytes += each.amount().total();
            times++;
        }
        return new Before(bytes, times);
    }

    /// The transfers were looked at again. Of who had something under way that is not open any more, the receipts are
    /// asked for anew.
    void lookedAgain(List<TransferView> before, List<TransferView> now) {
        Set<TransferId> open = now.stream().map(TransferView::transfer).collect(Collectors.toSet());
        Set<Fingerprint> ended = before.stream()
                .filter(each -> isUnderWay(each) && !open.contains(each.transfer()))
                .map(TransferView::peer)
                .collect(Collectors.toSet());
        received.keySet().removeIf(each -> ended.contains(each.member()));
    }

    static boolean isUnderWay(TransferView transfer) {
        return transfer.direction() == Direction.IN && transfer.state() != TransferState.OFFERED;
    }
}
