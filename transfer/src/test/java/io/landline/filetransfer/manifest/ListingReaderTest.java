package io.landline.filetransfer.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.filetransfer.OfferListing;
import io.landline.filetransfer.OfferListing.Item;
import io.landline.filetransfer.manifest.ManifestPage.Listed;
import io.landline.filetransfer.manifest.ManifestPage.ListedFile;
import io.landline.filetransfer.manifest.ManifestPage.ListedFolder;
import io.landline.frame.MalformedFrameException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingReaderTest {
    private static OfferListing listed(List<Listed> manifest, String... folder) throws MalformedFrameException {
        List<byte[]> pages = ManifestPage.pagesOf(manifest);
        return ListingReader.read(n -> n < pages.size() ? pages.get(n) : null, List.of(folder));
    }

    private static final List<Listed> HOLIDAY = List.of(new ListedFolder("Holiday"), new ListedFolder("Holiday/empty"),
            new ListedFile("Holiday/b.jpg", 20, 0), new ListedFolder("Holiday/raw"),
            new ListedFile("Holiday/raw/.hidden", 3, 0), new ListedFile("Holiday/raw/c.jpg", 4, 0),
            new ListedFile("Attic", 1, 0));

    @Test
    void aFolderCountsAllThatIsInIt() throws Exception {
        assertEquals(new OfferListing(List.of(new Item("Holiday", true, 3, 27), new Item("Attic", false, 1, 1)), 0),
                listed(HOLIDAY));
    }

    @Test
    void foldersStandFirstAndNamesWithDotsAreListed() throws Exception {
        assertEquals(List.of(new Item("empty", true, 0, 0), new Item("raw", true, 2, 7),
                new Item("b.jpg", false, 1, 20)), listed(HOLIDAY, "Holiday").items());
        assertEquals(List.of(".hidden", "c.jpg"),
                listed(HOLIDAY, "Holiday", "raw").items().stream().map(Item::name).toList());
    }

    @Test
    void aFolderWithoutAnEntryOfItsOwnIsListed() throws Exception {
        assertEquals(List.of(new Item("a", true, 1, 5)), listed(List.of(new ListedFile("a/b/c", 5, 0))).items());
    }

    @Test
    void namesAreListedAsTheyWouldBeSaved() throws Exception {
        assertEquals(List.of("_bashrc", "a_b"),
                listed(List.of(new ListedFile(".bashrc", 1, 0), new ListedFile("a:b", 1, 0)))
                        .items()
                        .stream()
                        .map(Item::name)
                        .toList());
    }

    @Test
    void beyondTheLimitFilesAreCountedAlone() throws Exception {
        var many = new ArrayList<Listed>();
        for (int i = 0; i < OfferListing.ITEMS_MAX; i++) many.add(new ListedFile("f" + i, 1, 0));
        assertEquals(0, listed(many).furtherFiles());
        many.add(new ListedFile("one more", 1, 0));
        OfferListing listing = listed(many);
        assertEquals(OfferListing.ITEMS_MAX, listing.items().size());
        assertEquals(1, listing.furtherFiles());
    }

    @Test
    void aPathThatLeavesItsPlaceIsRefused() {
        assertThrows(MalformedFrameException.class,
                () -> listed(List.of(new ListedFile("../a", 1, 0))));
    }
}
