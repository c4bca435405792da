package io.landline.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.OfferBody;
import io.landline.shelf.ShelfRules.Asked;
import io.landline.shelf.ShelfRules.Given;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How much one member may take, and which offer answers a take.
class ShelfRulesTest {
    private static final WantedItem FILE = new WantedItem(List.of("sub", "a.txt"), false, 3, 1);
    private static final WantedItem FOLDER = new WantedItem(List.of("photos"), true, 0, 0);

    private static OfferBody offer(long files, long bytes, long folders) {
        return new OfferBody(files, bytes, List.of("a.txt"), OfferBody.CHUNK_BYTES_MAX, folders, null);
    }

    @Test
    void eachBoundHoldsOnItsOwn() {
        int open = ShelfRules.TAKES_OPEN_MAX;
        int times = ShelfRules.TAKES_A_DAY_MAX;
        long files = ShelfRules.FILES_A_DAY_MAX;
        assertTrue(ShelfRules.mayTake(new Given(open - 1, times - 1, files - 1)));
        assertFalse(ShelfRules.mayTake(new Given(open, 0, 0)));
        assertFalse(ShelfRules.mayTake(new Given(0, times, 0)));
        assertFalse(ShelfRules.mayTake(new Given(0, 0, files)));
    }

    @Test
    void whatIsAskedIsCountedAndAFolderIsOnlyNamed() {
        assertEquals(new Asked(List.of("a.txt", "photos"), 1, 3, 1), Asked.of(List.of(FILE, FOLDER)));
        assertEquals(new Asked(List.of(), 0, 0, 1), Asked.of(List.of(new WantedItem(List.of(), true, 0, 0))));
    }

    @Test
    void anOfferOfFilesMustBeExactlyWhatWasAsked() {
        Asked asked = Asked.of(List.of(FILE));
        assertTrue(ShelfRules.isAsked(asked, offer(1, 3, 0)));
        assertFalse(ShelfRules.isAsked(asked, offer(1, 4, 0)));
        assertFalse(ShelfRules.isAsked(asked, offer(2, 3, 0)));
        assertFalse(ShelfRules.isAsked(asked, offer(1, 3, 1)));
    }

    @Test
    void anOfferWithFoldersHasAtLeastWhatWasNamed() {
        Asked asked = Asked.of(List.of(FILE, FOLDER));
        assertTrue(ShelfRules.isAsked(asked, offer(1, 3, 1)));
        assertTrue(ShelfRules.isAsked(asked, offer(9, 300, 4)));
        assertFalse(ShelfRules.isAsked(asked, offer(1, 3, 0)));
        assertFalse(ShelfRules.isAsked(asked, offer(1, 2, 1)));
    }
}
