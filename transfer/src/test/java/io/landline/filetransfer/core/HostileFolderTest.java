package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredSource;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.filetransfer.manifest.ManifestPage;
import io.landline.filetransfer.manifest.ManifestPage.Listed;
import io.landline.filetransfer.manifest.ManifestPage.ListedFile;
import io.landline.filetransfer.manifest.ManifestPage.ListedFolder;
import io.landline.peer.Sha256;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Manifests that no honest sender writes, and a receiver's disk that somebody else changes meanwhile.
class HostileFolderTest extends TransferFixture {
    private static final EntryId OFFER = new EntryId(6, 6);

    /// Anna offers these entries; each file has its path as content.
    private TransferId offer(List<Listed> entries) throws IOException {
        var sources = new ArrayList<StoredSource>();
        long folders = 0;
        for (Listed entry : entries) {
            if (entry instanceof ListedFolder) {
                folders++;
                continue;
            }
            Path file = Files.writeString(dir.resolve("source" + sources.size()), entry.path());
            var found = Files.readAttributes(file, BasicFileAttributes.class);
            sources.add(new StoredSource(entry.path(), file.toRealPath().toString(), found.size(),
                    found.lastModifiedTime().toMillis(), Objects.toString(found.fileKey(), "")));
        }
        List<byte[]> pages = ManifestPage.pagesOf(entries);
        long bytes = sources.stream().mapToLong(StoredSource::bytes).sum();
        var body = new OfferBody(sources.size(), bytes, List.of("a"), MIB, folders,
                HexFormat.of().formatHex(Sha256.of(pages.getFirst())));
        anna.store.saveOffer(new StoredOffer(OFFER, TransferNode.CONVERSATION, anna.fingerprint, Instant.now(), true,
                false, body));
        anna.store.saveManifestPages(OFFER, 0, pages);
        anna.store.saveSources(OFFER, 0, sources);
        anna.connect(ben);
        ben.transfers.offerArrived(OFFER, TransferNode.CONVERSATION, anna.fingerprint, body.toJson(), Instant.now(),
                true);
        return TransferId.of(OFFER, ben.fingerprint);
    }

    private static ListedFile file(String path) {
        return new ListedFile(path, path.getBytes(java.nio.charset.StandardCharsets.UTF_8).length, 1_000);
    }

    private String content(String path) throws IOException {
        return Files.readString(ben.downloads.resolve(path));
    }

    @Test
    void h65_duplicatesAndFilesUsedAsFoldersAllArriveUnderNamesOfTheirOwn() throws Exception {
        offer(List.of(new ListedFolder("a"), file("a/b"), file("a/b"), file("a/b/c"), new ListedFolder("a/b"),
                new ListedFolder("a"), file("a/b/d"), file("a\\e")));
        // "a" twice and "a/b", once: three entries
        ben.recorder.await(Told.Transferred.class);
        assertEquals(List.of("a"), ben.downloaded());
        assertEquals(List.of("a/b", "a/b", "a/b/c", "a/b/d", "a\\e"),
                List.of(content("a/b"), content("a/b (2)"), content("a/b (3)/c"), content("a/b (3)/d"),
                        content("a/e")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/../x", "../x", "/etc/x", "a//x", "a/./x", "C:\\..\\x", "a/"})
    void h53_h65_aPathThatLeavesItsPlaceEndsTheTransferBeforeAnythingIsWritten(String path) throws Exception {
        offer(List.of(new ListedFolder("a"), file("a/b"), file(path)));
        assertBothFail(FailureReason.SOURCE_CHANGED);
    }

    @Test
    void h65_aPathThatIsTooDeepEndsTheTransfer() throws Exception {
        offer(List.of(new ListedFolder("a"), file("a/".repeat(64) + "x")));
        assertBothFail(FailureReason.SOURCE_CHANGED);
    }

    @Test
    void h65_foldersThatNoEntryNamesEndTheTransferWhereTheyAreMoreThanOffered() throws Exception {
        offer(List.of(new ListedFolder("a"), file("a/b"), file("x/y/z")));
        assertBothFail(FailureReason.SOURCE_CHANGED);
    }

    @Test
    void h53_h59_anOfferOfTwoTopFoldersThatLookAlikeOnDiskStaysTwo() throws Exception {
        offer(List.of(new ListedFolder("a\u202e"), file("a\u202e/1"), new ListedFolder("a\n"), file("a\n/2"),
                new ListedFolder(".ssh"), file(".ssh/authorized_keys")));
        ben.recorder.await(Told.Transferred.class);
        assertEquals(List.of("_ssh", "a_", "a_ (2)"), ben.downloaded());
        assertEquals("a\n/2", content("a_ (2)/2"));
    }

    @Test
    void h63_aFolderThatIsSwappedForALinkLeadsNothingOutside() throws Exception {
        var entries = new ArrayList<Listed>();
        entries.add(new ListedFolder("a"));
        for (int folder = 0; folder < 40; folder++) {
            entries.add(new ListedFolder("a/d" + folder % 2 + "/s" + folder));
            for (int n = 0; n < 25; n++) entries.add(file("a/d" + folder % 2 + "/s" + folder + "/f" + n));
        }
        entries.add(new ListedFolder("a/d0"));
        entries.add(new ListedFolder("a/d1"));
        Path outside = Files.createDirectory(dir.resolve("outside"));
        var over = new AtomicBoolean();
        var swapped = new AtomicInteger();
        Thread swapper = Thread.ofPlatform().start(() -> swap(over, swapped, outside));
        TransferId transfer = offer(entries);
        for (int again = 0; again < 50; again++) {
            Told end = ben.recorder.await(Told.class,
                    told -> told instanceof Told.Transferred || told instanceof Told.Failed);
            if (end instanceof Told.Transferred) break;
            ben.recorder.clear();
            if (!((Told.Failed) end).resumable()) break;
            ben.transfers.resume(transfer);
        }
        over.set(true);
        swapper.join();
        ben.close();
        assertTrue(swapped.get() > 0, "nothing was swapped");
        try (Stream<Path> found = Files.list(outside)) {
            assertEquals(List.of(), found.toList());
        }
    }

    /// Moves a folder away, puts a link in its place, and puts the folder back.
    private void swap(AtomicBoolean over, AtomicInteger swapped, Path outside) {
        while (!over.get()) {
            try (Stream<Path> all = Files.list(ben.downloads)) {
                List<Path> hidden = all.filter(path -> path.toString().endsWith(".folder")).toList();
                for (Path folder : hidden) {
                    for (String name : List.of("a", "a/d0", "a/d1")) {
                        if (swap(folder.resolve(name), outside)) swapped.incrementAndGet();
                    }
                }
            } catch (IOException | java.io.UncheckedIOException e) {
                Thread.onSpinWait(); // not there yet, or no more
            }
        }
    }

    private static boolean swap(Path folder, Path outside) {
        Path away = folder.resolveSibling("away");
        try {
            Files.move(folder, away);
        } catch (IOException e) {
            return false;
        }
        try {
            Files.createSymbolicLink(folder, outside);
            Thread.yield();
            Files.delete(folder);
            Files.move(away, folder);
            return true;
        } catch (IOException e) {
            return false; // it was made anew in between: what is away stays away
        } finally {
            if (Files.isSymbolicLink(folder)) {
                folder.toFile().delete();
            }
        }
    }
}
