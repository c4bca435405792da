package io.landline.ui.places.sheet;

import io.landline.node.port.FileTransfers.Transfer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The newest offers of files that belong to a sheet, as far as the node keeps their movements. Immutable.
///
/// @param offers newest first, one movement of each
/// @param hasMore whether there are more than these
public record RecentFiles(List<Transfer> offers, boolean hasMore) {
    /// A glance; the page of files has all.
    public static final int OFFERS_MAX = 5;

    public static final RecentFiles NONE = new RecentFiles(List.of(), false);

    /// @param recent newest offer first, one or more movements each
    public static RecentFiles of(List<Transfer> recent, Predicate<Transfer> belongs) {
        Map<String, Transfer> byOffer = new LinkedHashMap<>();
        for (Transfer each : recent) if (belongs.test(each)) byOffer.putIfAbsent(each.ids().offer(), each);
        return new RecentFiles(byOffer.values().stream().limit(OFFERS_MAX).toList(), byOffer.size() > OFFERS_MAX);
    }
}
