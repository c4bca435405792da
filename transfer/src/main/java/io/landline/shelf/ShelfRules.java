package io.landline.shelf;

import io.landline.filetransfer.OfferBody;
import io.landline.room.RoomId;
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
    /// @param names top names in the order of the items
    /// @param files how many files were named
    /// @param bytes of them
    /// @param folders how many folders were named: what they hold is not known beforehand
    public record Asked(List<String> names, int files, long bytes, int folders) {
        public Asked {
            names = List.copyOf(names);
        }

        public static Asked of(List<WantedItem> items) {
            long bytes = items.stream().mapToLong(WantedItem::bytes).sum();
            int folders = (int) items.stream().filter(WantedItem::folder).count();
            List<String> names = items.stream()
                    .filter(each -> !each.path().isEmpty())
                    .map(each -> each.path().getLast())
                    .toList();
            return new Asked(names, items.size() - folders, bytes, folders);
        }
    }

    /// Whether an offer can be what was asked for. Of files it must be exactly as many, with as many bytes.
    public static boolean isAsked(Asked asked, OfferBody offer) {
        if (asked.folders() == 0) {
            return offer.folders() == 0 && offer.files() == asked.files() && offer.bytes() == asked.bytes();
        }
        return offer.folders() >= asked.folders() && offer.files() >= asked.files() && offer.bytes() >= asked.bytes();
    }
}
