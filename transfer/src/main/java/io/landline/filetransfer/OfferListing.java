package io.landline.filetransfer;

import java.util.List;

/// What stands in one folder of an offer, by the safe names that it would get. Immutable.
///
/// @param items folders first, then by name; at most [#ITEMS_MAX]
/// @param furtherFiles files that are in none of the items
public record OfferListing(List<Item> items, long furtherFiles) {
    /// More beside each other nobody reads; they are taken or left with their folder.
    public static final int ITEMS_MAX = 10_000;

    /// A file, or a folder with all that is in it.
    ///
    /// @param files in a folder; of a file 1
    public record Item(String name, boolean folder, long files, long bytes) {}

    public OfferListing {
        items = List.copyOf(items);
    }
}
