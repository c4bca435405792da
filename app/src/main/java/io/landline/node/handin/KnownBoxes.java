package io.landline.node.handin;

import io.landline.chat.act.Reference;
import io.landline.node.handin.HandInBook.Box;
import io.landline.node.handin.HandInBook.Received;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Boxes and receipts as they stand during one look at many offers: each box is read once, and the receipts of a
/// person for it once. For one step of one thread.
final class KnownBoxes {
    private final Function<Reference, @Nullable Box> lookUp;
    private final BiFunction<Box, Fingerprint, List<Received>> receipts;
    private final Map<Reference, Optional<Box>> boxes = new HashMap<>();
    private final Map<HandInCounts.Into, Set<EntryId>> receipted = new HashMap<>();

    KnownBoxes(HandInBook book) { this(book::box, book::receipts); }

    KnownBoxes(Function<Reference, @Nullable Box> lookUp, BiFunction<Box, Fingerprint, List<Received>> receipts) {
        this.lookUp = lookUp;
        this.receipts = receipts;
    }

    /// Null if no such box is here.
    @Nullable
    Box box(Reference reference) {
        return boxes.computeIfAbsent(reference, each -> Optional.ofNullable(lookUp.apply(each))).orElse(null);
    }

    /// Whether the receipt of this offer is written.
    boolean isReceipted(Box box, Fingerprint member, EntryId offer) {
        return receipted
                .computeIfAbsent(new HandInCounts.Into(member, box.id()),
                        _ -> receipts.apply(box, member)
                                .stream()
                                .map(each -> each.receipt().offer())
                                .collect(Collectors.toSet()))
                .contains(offer);
    }
}
