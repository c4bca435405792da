package io.landline.shelf;

import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.OfferListing;
import io.landline.filetransfer.manifest.SafePath;
import io.landline.filetransfer.source.NewOffer;
import io.landline.room.RoomId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who may see a shelf, how much one member may take, and which offer is the one that was asked for
/// (docs/protocol/shelf.md). Stateless; any thread.
public final class ShelfRules {
    /// Offers from shelves to one member that are not over.
    public static final int TAKES_OPEN_MAX = 16;
    /// Offers from shelves to one member within a day: each is an entry that both keep.
    public static final int TAKES_A_DAY_MAX = 256;
    /// Files in them; beyond this nothing more is given that day: each is a row of our database.
    public static final long FILES_A_DAY_MAX = 1_000_000;

    private ShelfRules() {}

    /// What one member was given.
    ///
    /// @param open offers that are not over
    /// @param times offers within a day
    /// @param files in those of a day
    public record Given(int open, int times, long files) {}

    public static boolean mayTake(Given given) {
        return given.open() < TAKES_OPEN_MAX && given.times() < TAKES_A_DAY_MAX && given.files() < FILES_A_DAY_MAX;
    }

    /// Whether a person who has joined these rooms on this session may see a shelf. A shelf that does not exist (null)
    /// is answered as one that they may not see.
    static boolean maySee(@Nullable Shelf shelf, Set<RoomId> joined, boolean isBlocked) {
        return shelf != null && !isBlocked && joined.contains(shelf.room());
    }

    /// What was asked for, as far as an offer can be compared with it.
    ///
    /// @param items in the order in which they were asked for; empty for a wish of a version that noted none
    public record Asked(List<Item> items) {
        /// @param name the last one of its path; empty for the whole shelf, since its folder's name is not told
        /// @param bytes of a file; 0 for a folder: what it holds is not known beforehand
        public record Item(String name, boolean folder, long bytes) {}

        public Asked {
            items = List.copyOf(items);
        }

        public static Asked of(List<WantedItem> items) {
            return new Asked(items.stream()
                    .map(each -> new Item(each.path().isEmpty() ? "" : each.path().getLast(), each.folder(),
                            each.bytes()))
                    .toList());
        }

        public int folders() {
            return (int) items.stream().filter(Item::folder).count();
        }

        public int files() {
            return items.size() - folders();
        }

        public long bytes() {
            return items.stream().mapToLong(Item::bytes).sum();
        }
    }

    /// Whether an offer can be what was asked for, by its numbers. Of files it must be exactly as many, with as many
    /// bytes.
    public static boolean isAsked(Asked asked, OfferBody offer) {
        if (asked.folders() == 0) {
            return offer.folders() == 0 && offer.files() == asked.files() && offer.bytes() == asked.bytes();
        }
        return offer.folders() >= asked.folders() && offer.files() >= asked.files() && offer.bytes() >= asked.bytes();
    }

    /// Whether an offer is what was asked for, by what it has at its top: the same names, files of the same sizes, and
    /// folders. The folder of a whole shelf may have any name.
    public static boolean isAsked(Asked asked, OfferListing top) {
        if (top.furtherFiles() > 0) return false;
        var given = new HashMap<String, OfferListing.Item>();
        for (OfferListing.Item each : top.items()) given.put(each.name(), each);
        for (OfferListing.Item each : expected(asked)) {
            OfferListing.Item found = given.remove(each.name());
            if (found == null || found.folder() != each.folder()) return false;
            if (!each.folder() && !found.equals(each)) return false;
        }
        long wholes = asked.items().stream().filter(each -> each.name().isEmpty()).count();
        return given.size() == wholes && given.values().stream().allMatch(OfferListing.Item::folder);
    }

    /// What is listed of an honest answer. Its owner's node gives each name once, with a number where it comes again;
    /// two that are one safe name are listed as one.
    private static Collection<OfferListing.Item> expected(Asked asked) {
        var taken = new HashSet<String>();
        var expected = new HashMap<String, OfferListing.Item>();
        for (Asked.Item each : asked.items()) {
            if (each.name().isEmpty()) continue;
            String name = SafePath.topName(NewOffer.topName(each.name(), taken));
            var item = new OfferListing.Item(name, each.folder(), each.folder() ? 0 : 1, each.bytes());
            expected.merge(name, item, (a, b) -> new OfferListing.Item(name, a.folder() || b.folder(),
                    a.files() + b.files(), a.bytes() + b.bytes()));
        }
        return expected.values();
    }
}
