package io.landline.filetransfer.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.filetransfer.OfferListing;
import io.landline.filetransfer.OfferListing.Item;
import io.landline.filetransfer.manifest.ManifestPage.Entry;
import io.landline.filetransfer.manifest.ManifestPage.FileEntry;
import io.landline.filetransfer.manifest.ManifestPage.FolderEntry;
import io.landline.frame.MalformedFrameException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingReaderTest {
    private static OfferListing listed(List<Entry> manifest, String... folder) throws MalformedFrameException {
        List<byte[]> pages = ManifestPage.pagesOf(manifest);
        return ListingReader.read(n -> n < pages.size() ? pages.get(n) : null, List.of(folder));
    }

    private static final List<Entry> HOLIDAY = List.of(new FolderEntry("Holiday"), new FolderEntry("Holiday/empty"),
            new FileEntry("Holiday/b.jpg", 20, 0), new FolderEntry("Holiday/raw"),
            new FileEntry("Holiday/raw/.hidden", 3, 0), new FileEntry("Holiday/raw/c.jpg", 4, 0),
            new FileEntry("Attic", 1, 0));

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
        assertEquals(List.of(new Item("a", true, 1, 5)), listed(List.of(new FileEntry("a/b/c", 5, 0))).items());
    }

    @Test
    void namesAreListedAsTheyWouldBeSaved() throws Exception {
        assertEquals(List.of("_bashrc", "a_b"),
                listed(List.of(new FileEntry(".bashrc", 1, 0), new FileEntry("a:b", 1, 0)))
                        .items()
                        .stream()
                        .map(Item::name)
                        .toList());
    }

    @Test
    void beyondTheLimitFilesAreCountedAlone() throws Exception {
        var many = new ArrayList<Entry>();
        for (int i = 0; i < OfferListing.ITEMS_MAX; i++) many.add(new FileEntry("f" + i, 1, 0));
        assertEquals(0, listed(many).furtherFiles());
        many.add(new FileEntry("one more", 1, 0));
        OfferListing listing = listed(many);
        assertEquals(OfferListing.ITEMS_MAX, listing.items().size());
        assertEquals(1, listing.furtherFiles());
    }

    @Test
    void aPathThatLeavesItsPlaceIsRefused() {
        assertThrows(MalformedFrameException.class,
                () -> listed(List.of(new FileEntry("../a", 1, 0))));
    }
}
