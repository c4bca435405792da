package io.landline.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.OfferListing;
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
        Asked both = Asked.of(List.of(FILE, FOLDER));
        assertEquals(new Asked(List.of(new Asked.Item("a.txt", false, 3), new Asked.Item("photos", true, 0))), both);
        assertEquals(List.of(1L, 1L, 3L), List.of((long) both.files(), (long) both.folders(), both.bytes()));
        assertEquals(new Asked(List.of(new Asked.Item("", true, 0))),
                Asked.of(List.of(new WantedItem(List.of(), true, 0, 0))));
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

    private static WantedItem file(String name, long bytes) {
        return new WantedItem(List.of("sub", name), false, bytes, 1);
    }

    private static boolean isAsked(List<WantedItem> wanted, OfferListing.Item... given) {
        return ShelfRules.isAsked(Asked.of(wanted), new OfferListing(List.of(given), 0));
    }

    private static OfferListing.Item given(String name, long bytes) {
        return new OfferListing.Item(name, false, 1, bytes);
    }

    private static OfferListing.Item folder(String name) {
        return new OfferListing.Item(name, true, 7, 300);
    }

    @Test
    void whatStandsAtTheTopMustHaveTheNamesAndSizesThatWereAsked() {
        assertTrue(isAsked(List.of(FILE, FOLDER), given("a.txt", 3), folder("photos")));
        assertFalse(isAsked(List.of(FILE, FOLDER), given("a.exe", 3), folder("photos")));
        assertFalse(isAsked(List.of(FILE, FOLDER), given("a.txt", 3), folder("other")));
        assertFalse(isAsked(List.of(FILE, FOLDER), given("a.txt", 3), given("photos", 300)));
        assertFalse(isAsked(List.of(FILE), folder("a.txt")));
        assertFalse(isAsked(List.of(FILE), given("a.txt", 3), given("b.txt", 0)));
        assertFalse(isAsked(List.of(FILE, FOLDER), given("a.txt", 3)));
        assertFalse(isAsked(List.of(file("a", 1), file("b", 2)), given("a", 2), given("b", 1)));
        assertFalse(ShelfRules.isAsked(Asked.of(List.of(FILE)), new OfferListing(List.of(given("a.txt", 3)), 1)));
        assertFalse(ShelfRules.isAsked(new Asked(List.of()), new OfferListing(List.of(given("a.txt", 3)), 0)));
    }

    @Test
    void theFolderOfAWholeShelfMayHaveAnyName() {
        var whole = new WantedItem(List.of(), true, 0, 0);
        assertTrue(isAsked(List.of(whole), folder("any")));
        assertFalse(isAsked(List.of(whole), folder("any"), folder("more")));
        assertFalse(isAsked(List.of(whole), given("any", 3)));
    }

    @Test
    void namesThatComeTwiceOrAreNotSafeAreThoseThatTheOfferGives() {
        assertTrue(isAsked(List.of(file("a.txt", 1), file("a.txt", 2)), given("a.txt", 1), given("a (2).txt", 2)));
        assertTrue(isAsked(List.of(file("a:b", 1), file("CON", 2)), given("a_b", 1), given("_CON", 2)));
        assertTrue(isAsked(List.of(file("a:b", 1), file("a?b", 2)), new OfferListing.Item("a_b", false, 2, 3)));
        assertTrue(isAsked(List.of(file("a\\b", 1)), given("a_b", 1)));
    }
}
