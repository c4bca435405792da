package io.landline.filetransfer.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.Taken;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.manifest.ManifestPage.Listed;
import io.landline.filetransfer.manifest.ManifestPage.ListedFile;
import io.landline.filetransfer.manifest.ManifestPage.ListedFolder;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Pages of a manifest that prove each other.
class ManifestPageTest {
    private static final int SMALL = OfferBody.CHUNK_BYTES_MIN;

    private static List<ListedFile> entries(int count) {
        var entries = new ArrayList<ListedFile>();
        for (int n = 0; n < count; n++)
            entries.add(new ListedFile(Integer.toHexString(n), n, ManifestPage.MODIFIED_MILLIS_MAX));
        return entries;
    }

    private static OfferBody offer(List<ListedFile> entries, byte[] first) {
        long bytes = entries.stream().mapToLong(ListedFile::bytes).sum();
        return new OfferBody(entries.size(), bytes, List.of(), SMALL, 0, HexFormat.of().formatHex(Sha256.of(first)));
    }

    /// Takes the pages, and gives the files back.
    private static List<StoredFile> read(OfferBody offer, List<byte[]> pages) throws MalformedFrameException {
        var manifest = new ReceivedManifest(offer);
        var files = new ArrayList<StoredFile>();
        for (byte[] page : pages) {
            ReceivedManifest.Checked checked = manifest.check(page);
            files.addAll(checked.files());
            manifest.take(checked);
        }
        assertTrue(manifest.isComplete());
        return files;
    }

    @Test
    void whatIsWrittenReadsBackOverManyPages() throws Exception {
        for (int count : new int[]{1, ManifestPage.ENTRIES_MAX, ManifestPage.ENTRIES_MAX + 1, 2_500}) {
            List<ListedFile> entries = entries(count);
            List<byte[]> pages = ManifestPage.pagesOf(entries);
            assertEquals((count + ManifestPage.ENTRIES_MAX - 1) / ManifestPage.ENTRIES_MAX, pages.size());
            List<StoredFile> files = read(offer(entries, pages.getFirst()), pages);
            assertEquals(entries,
                    files.stream()
                            .map(file -> new ListedFile(file.path(), file.bytes(), file.modifiedMillis()))
                            .toList());
            assertTrue(ManifestPage.received(pages.getLast()).isLast());
        }
    }

    @Test
    void longPathsMakeMorePagesAndEachCharacterSurvives() throws Exception {
        var entry = new ListedFile("ü\" \u0001/".repeat(500), 1, 0);
        List<ListedFile> entries = Collections.nCopies(50, entry);
        List<byte[]> pages = ManifestPage.pagesOf(entries);
        assertTrue(pages.size() > 1);
        for (byte[] page : pages) {
            for (Listed read : ManifestPage.received(page).listed()) assertEquals(entry, read);
        }
    }

    @Test
    void aPageThatIsNotTheNamedOneIsRefused() throws Exception {
        List<byte[]> pages = ManifestPage.pagesOf(entries(2_500));
        OfferBody offer = offer(entries(2_500), pages.getFirst());
        byte[] other = pages.getFirst().clone();
        other[20] ^= 1;
        assertThrows(MalformedFrameException.class, () -> read(offer, List.of(other)));
        assertThrows(MalformedFrameException.class, () -> read(offer, List.of(pages.get(1))));
        byte[] second = pages.get(1).clone();
        second[second.length - 1] ^= 1; // what it names
        assertThrows(MalformedFrameException.class, () -> read(offer, List.of(pages.get(0), second)));
    }

    @Test
    void aPageAboveItsLengthIsRefusedWhateverItHolds() throws Exception {
        byte[] page = ManifestPage.pagesOf(entries(2)).getFirst();
        ManifestPage.received(spaced(page, ManifestPage.JSON_BYTES_MAX));
        byte[] longer = spaced(page, ManifestPage.JSON_BYTES_MAX + 1);
        assertThrows(MalformedFrameException.class, () -> ManifestPage.received(longer));
    }

    /// The same page with blanks before it, so that its JSON has this length.
    private static byte[] spaced(byte[] page, int jsonBytes) {
        byte[] spaced = new byte[jsonBytes + Sha256.BYTES];
        Arrays.fill(spaced, (byte) ' ');
        System.arraycopy(page, 0, spaced, spaced.length - page.length, page.length);
        return spaced;
    }

    @Test
    void aPageThatIsCutAnywhereIsRefused() {
        byte[] page = ManifestPage.pagesOf(entries(2)).getFirst();
        for (int n = 0; n < page.length; n++) {
            byte[] cut = Arrays.copyOf(page, n);
            assertThrows(MalformedFrameException.class, () -> ManifestPage.received(cut));
        }
    }

    @Test
    void h68_aChainThatEndsTooSoonOrGoesOnIsRefusedAlsoWhereEachPageIsTheNamedOne() throws Exception {
        byte[] none = new byte[Sha256.BYTES];
        byte[] ends = new ManifestPage(List.copyOf(entries(2)), none).bytes();
        byte[] goesOn = new ManifestPage(List.copyOf(entries(2)), Sha256.of(ends)).bytes();
        var more = new OfferBody(3, 100, List.of(), SMALL, 0, HexFormat.of().formatHex(Sha256.of(ends)));
        assertThrows(MalformedFrameException.class, () -> new ReceivedManifest(more).check(ends));
        assertThrows(MalformedFrameException.class,
                () -> new ReceivedManifest(offer(entries(2), goesOn)).check(goesOn));
        assertThrows(MalformedFrameException.class, () -> new ReceivedManifest(more).check(new byte[0]));
    }

    /// Pages of one file each, each naming the next.
    private static List<byte[]> shortPages(int count) {
        var pages = new ArrayList<byte[]>();
        byte[] next = new byte[Sha256.BYTES];
        for (int n = 0; n < count; n++) {
            pages.addFirst(new ManifestPage(List.of(new ListedFile("a", 0, 0)), next).bytes());
            next = Sha256.of(pages.getFirst());
        }
        return pages;
    }

    @Test
    void h68_aManifestWithoutEndIsRefusedHoweverShortItsPagesAre() throws Exception {
        int most = (int) (ManifestPage.MANIFEST_BYTES_MAX / ManifestPage.PAGE_COUNTS_AS_MIN);
        List<byte[]> pages = shortPages(most);
        List<ListedFile> files = Collections.nCopies(most, new ListedFile("a", 0, 0));
        assertEquals(most, read(offer(files, pages.getFirst()), pages).size());
        List<byte[]> more = shortPages(most + 1);
        List<ListedFile> moreFiles = Collections.nCopies(most + 1, new ListedFile("a", 0, 0));
        assertThrows(MalformedFrameException.class, () -> read(offer(moreFiles, more.getFirst()), more));
    }

    @Test
    void whoMakesAManifestLearnsThatItIsTooLongBeforeAnybodyRefusesIt() {
        var wide = new ListedFile("\u0001".repeat(SafePath.PATH_BYTES_MAX), 0, 0);
        var pages = new long[1];
        var draft = new ManifestDraft(new ManifestDraft.Pages() {
            @Override
            public void keep(int number, byte[] page) {
                pages[0] += page.length + Sha256.BYTES;
            }

            @Override
            public byte[] kept(int number) {
                throw new AssertionError("it is not finished");
            }
        });
        while (!draft.isTooLong()) draft.add(wide);
        assertTrue(pages[0] <= ManifestPage.MANIFEST_BYTES_MAX);
        assertTrue(pages[0] >= ManifestPage.MANIFEST_BYTES_MAX - 3 * ManifestPage.JSON_BYTES_MAX);
    }

    @Test
    void aManifestOfAsManyChunksAsMayBePassesAndOfOneMoreDoesNot() throws Exception {
        long half = ChunkLayout.OFFER_CHUNKS_MAX / 2L * SMALL;
        List<ListedFile> most = Collections.nCopies(2, new ListedFile("a", half, 0));
        byte[] page = ManifestPage.pagesOf(most).getFirst();
        assertEquals(2, new ReceivedManifest(offer(most, page)).check(page).files().size());
        var more = new ArrayList<>(most);
        more.add(new ListedFile("empty", 0, 0));
        byte[] larger = ManifestPage.pagesOf(more).getFirst();
        assertThrows(MalformedFrameException.class, () -> new ReceivedManifest(offer(more, larger)).check(larger));
    }

    @Test
    void theFirstPageOfAnEarlierVersionsOfferIsTakenAsItComes() throws Exception {
        List<byte[]> pages = ManifestPage.pagesOf(entries(2_500));
        OfferBody named = offer(entries(2_500), pages.getFirst());
        var old = new OfferBody(named.files(), named.bytes(), List.of(), SMALL, 0, null);
        assertEquals(2_500, read(old, pages).size());
        byte[] second = pages.get(1).clone();
        second[30] ^= 1;
        assertThrows(MalformedFrameException.class, () -> read(old, List.of(pages.get(0), second)));
    }

    @Test
    void foldersAndProgramsReadBack() throws Exception {
        List<Listed> entries = List.of(new ListedFolder("a"), new ListedFile("a/run", 3, 4, true),
                new ListedFolder("a/b"));
        byte[] page = ManifestPage.pagesOf(entries).getFirst();
        assertEquals(entries, ManifestPage.received(page).listed());
        var offer = new OfferBody(1, 3, List.of("a"), SMALL, 2, HexFormat.of().formatHex(Sha256.of(page)));
        StoredFile file = read(offer, List.of(page)).getFirst();
        assertEquals(new StoredFile(0, "a/run", 3, 4, 0, "", "", false, Taken.EXECUTABLE), file);
    }

    @Test
    void anOfferMayBeOneEmptyFolder() throws Exception {
        byte[] page = ManifestPage.pagesOf(List.of(new ListedFolder("a"))).getFirst();
        var offer = new OfferBody(0, 0, List.of("a"), SMALL, 1, HexFormat.of().formatHex(Sha256.of(page)));
        assertEquals(offer, OfferBody.received(offer.toJson()));
        assertEquals(List.of(), read(offer, List.of(page)));
    }

    @Test
    void h65_otherFoldersThanOfferedAreRefused() {
        byte[] page = ManifestPage.pagesOf(List.of(new ListedFolder("a"), new ListedFile("a/b", 1, 0))).getFirst();
        for (int folders : new int[]{0, 2}) {
            var offer = new OfferBody(1, 1, List.of("a"), SMALL, folders, HexFormat.of().formatHex(Sha256.of(page)));
            assertThrows(MalformedFrameException.class, () -> read(offer, List.of(page)), folders + " folders");
        }
        byte[] none = ManifestPage.pagesOf(List.of(new ListedFile("a/b", 1, 0))).getFirst();
        var offer = new OfferBody(1, 1, List.of("a"), SMALL, 0, HexFormat.of().formatHex(Sha256.of(none)));
        assertThrows(MalformedFrameException.class, () -> read(offer, List.of(none)));
    }
}
