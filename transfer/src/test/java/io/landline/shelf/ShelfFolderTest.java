package io.landline.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What of a folder members see, and what they never do.
class ShelfFolderTest {
    private static final FileTime TIME = FileTime.fromMillis(1_600_000_000_123L);

    @TempDir
    Path dir;
    private Path folder;
    private Path outside;

    @BeforeEach
    void makeFolders() throws IOException {
        folder = Files.createDirectory(dir.resolve("shelf")).toRealPath();
        outside = Files.createDirectory(dir.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "s");
        Files.createDirectories(folder.resolve("sub/deep"));
        Files.writeString(folder.resolve("sub/a.txt"), "abc");
        Files.setLastModifiedTime(folder.resolve("sub/a.txt"), TIME);
    }

    private ShelfFolder shelf() {
        return new ShelfFolder(folder, PrivateFiles.NONE);
    }

    private List<String> names(List<String> path) throws Exception {
        return shelf().page(path, null).items().stream().map(ShelfItem::name).toList();
    }

    private static ShelfRefusal why(org.junit.jupiter.api.function.Executable act) {
        return assertThrows(ShelfException.class, act).why();
    }

    @Test
    void filesHaveTheirSizeAndTimeAndFoldersNone() throws Exception {
        assertEquals(List.of(ShelfItem.ofFolder("sub")), shelf().page(List.of(), null).items());
        assertEquals(List.of(new ShelfItem("a.txt", false, 3, TIME.toMillis()), ShelfItem.ofFolder("deep")),
                shelf().page(List.of("sub"), null).items());
        assertEquals(List.of(), shelf().page(List.of("sub", "deep"), null).items());
    }

    @Test
    void h62_linksSpecialsDotNamesAndUnfinishedFilesAreAsIfTheyWereNotThere() throws Exception {
        Files.createSymbolicLink(folder.resolve("link"), outside);
        Files.createSymbolicLink(folder.resolve("to-file"), outside.resolve("secret"));
        Files.createDirectory(folder.resolve(".ssh"));
        Files.writeString(folder.resolve(".ssh/id"), "k");
        Files.writeString(folder.resolve(".landline-0123456789abcdef"), "part");
        assertEquals(0, new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor());
        assertEquals(List.of("sub"), names(List.of()));
        assertEquals(ShelfRefusal.CHANGED, why(() -> shelf().page(List.of("link"), null)));
        assertEquals(ShelfRefusal.CHANGED, why(() -> shelf().page(List.of(".ssh"), null)));
        assertEquals(ShelfRefusal.CHANGED, why(() -> wanted("link", "secret", 1)));
        assertEquals(ShelfRefusal.CHANGED, why(() -> wanted(".ssh", "id", 1)));
        assertEquals(ShelfRefusal.CHANGED, why(() -> shelf().wanted(List.of(file(List.of("to-file"), 1, 0)))));
        assertEquals(ShelfRefusal.CHANGED, why(() -> shelf().wanted(List.of(file(List.of("pipe"), 0, 0)))));
    }

    private void wanted(String above, String name, long bytes) throws Exception {
        long modified = Files.getLastModifiedTime(folder.resolve(above).resolve(name)).toMillis();
        shelf().wanted(List.of(file(List.of(above, name), bytes, modified)));
    }

    private static WantedItem file(List<String> path, long bytes, long modified) {
        return new WantedItem(path, false, bytes, modified);
    }

    @Test
    void whatIsPrivateIsNotThere() throws Exception {
        var secret = new PrivateFiles() {
            @Override
            public boolean leavesOut(Path found, BasicFileAttributes attributes) {
                return found.endsWith("sub");
            }

            @Override
            public @Nullable Path owner(Path named, BasicFileAttributes attributes) {
                return null;
            }
        };
        var shelf = new ShelfFolder(folder, secret);
        assertEquals(List.of(), shelf.page(List.of(), null).items());
        assertEquals(ShelfRefusal.CHANGED, why(() -> shelf.page(List.of("sub"), null)));
        assertEquals(ShelfRefusal.CHANGED,
                why(() -> shelf.wanted(List.of(file(List.of("sub", "a.txt"), 3, TIME.toMillis())))));
    }

    @Test
    void pagesFollowEachOtherByNameWhateverComesAndGoesMeanwhile() throws Exception {
        int count = 2_500;
        for (int i = 0; i < count; i++) Files.createFile(folder.resolve(String.format("f%05d", i)));
        ShelfPage first = shelf().page(List.of(), null);
        assertEquals(ShelfPage.NAMES_MAX, first.items().size());
        Files.delete(folder.resolve(first.next()));
        Files.delete(folder.resolve("f00001"));
        Files.createFile(folder.resolve("f01000b"));
        var seen = new HashSet<String>();
        int pages = 1;
        first.items().forEach(each -> seen.add(each.name()));
        for (String after = first.next(); after != null; pages++) {
            ShelfPage page = shelf().page(List.of(), after);
            page.items().forEach(each -> assertTrue(seen.add(each.name()), each.name()));
            after = page.next();
        }
        assertEquals(3, pages);
        assertEquals(count + 2, seen.size(), "all files, the new one and the folder");
        assertNull(shelf().page(List.of(), "zzz").next());
    }

    @Test
    void namesStandAsPeopleCountAlsoFromOnePageToTheNext() throws Exception {
        List<String> inOrder = List.of("f1", "F2", "f10", "f10b", "f100", "sub");
        for (String each : inOrder.subList(0, 5)) Files.createFile(folder.resolve(each));
        assertEquals(inOrder, names(List.of()));
        assertEquals(List.of("f10b", "f100", "sub"),
                shelf().page(List.of(), "f10").items().stream().map(ShelfItem::name).toList());
    }

    @Test
    void aPageOfLongNamesEndsBeforeItsFrameIsTooLarge() throws Exception {
        String longest = "n".repeat(250);
        for (int i = 0; i < 600; i++) Files.createFile(folder.resolve(longest + String.format("%04d", i)));
        var seen = new ArrayList<ShelfItem>();
        String after = null;
        int pages = 0;
        do {
            ShelfPage page = shelf().page(List.of(), after);
            assertTrue(new ShelfFrames.Listed(1, page).toFrame().body().length <= ShelfFrames.BODY_BYTES_MAX + 1_024);
            seen.addAll(page.items());
            after = page.next();
            pages++;
        } while (after != null);
        assertEquals(601, seen.size());
        assertTrue(pages > 1);
    }

    @Test
    void whatWasListedIsGivenAndWhatChangedIsNot() throws Exception {
        var asListed = file(List.of("sub", "a.txt"), 3, TIME.toMillis());
        var all = new WantedItem(List.of(), true, 0, 0);
        assertEquals(List.of(folder.resolve("sub/a.txt"), folder), shelf().wanted(List.of(asListed, all)));
        assertEquals(ShelfRefusal.CHANGED,
                why(() -> shelf().wanted(List.of(file(List.of("sub", "a.txt"), 4, TIME.toMillis())))));
        assertEquals(ShelfRefusal.CHANGED,
                why(() -> shelf().wanted(List.of(file(List.of("sub", "a.txt"), 3, TIME.toMillis() + 1)))));
        assertEquals(ShelfRefusal.CHANGED, why(() -> shelf().wanted(List.of(file(List.of("sub"), 0, 0)))));
        assertEquals(ShelfRefusal.CHANGED,
                why(() -> shelf().wanted(List.of(new WantedItem(List.of("sub", "a.txt"), true, 0, 0)))));
        Files.delete(folder.resolve("sub/a.txt"));
        assertEquals(ShelfRefusal.CHANGED, why(() -> shelf().wanted(List.of(asListed))));
    }

    @Test
    void aFolderThatIsGoneOrALinkNowCannotBeRead() throws Exception {
        Files.move(folder, dir.resolve("away"));
        assertEquals(ShelfRefusal.UNREADABLE, why(() -> shelf().page(List.of(), null)));
        Files.createSymbolicLink(folder, outside);
        assertEquals(ShelfRefusal.UNREADABLE, why(() -> shelf().page(List.of(), null)));
        assertEquals(ShelfRefusal.UNREADABLE,
                why(() -> shelf().wanted(List.of(new WantedItem(List.of(), true, 0, 0)))));
    }

    /// A local program swaps the folder for a link, and back, as fast as it can.
    @Test
    void h63_aFolderThatIsSwappedForALinkWhileItIsReadShowsNothingOutside() throws Exception {
        Path sub = folder.resolve("sub");
        Path away = dir.resolve("away");
        var over = new AtomicBoolean();
        Thread swapper = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                try {
                    Files.move(sub, away);
                    Files.createSymbolicLink(sub, outside);
                    Files.delete(sub);
                    Files.move(away, sub);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        });
        try {
            Set<String> seen = new HashSet<>();
            for (int round = 0; round < 3_000; round++) {
                try {
                    shelf().page(List.of("sub"), null).items().forEach(each -> seen.add(each.name()));
                } catch (ShelfException e) {
                    assertEquals(ShelfRefusal.CHANGED, e.why());
                }
            }
            seen.removeAll(Set.of("a.txt", "deep"));
            assertEquals(Set.of(), seen);
        } finally {
            over.set(true);
            swapper.join();
        }
    }
}
