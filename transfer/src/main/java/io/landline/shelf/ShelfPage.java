package io.landline.shelf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of what stands in a folder of a shelf, in an order of its owner's. Immutable; any thread.
///
/// @param next the name to go on behind; null where this is the end
public record ShelfPage(List<ShelfItem> items, @Nullable String next) {
    /// Names of one page.
    public static final int NAMES_MAX = 1_000;

    public ShelfPage {
        items = List.copyOf(items);
    }
}
