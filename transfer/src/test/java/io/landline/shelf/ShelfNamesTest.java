package io.landline.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.filetransfer.PrivateFiles;
import io.landline.filetransfer.source.NoLinkFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A shelf with names in another encoding than the system's, as on an old stick.
@EnabledOnOs(OS.LINUX)
class ShelfNamesTest {
    @TempDir
    Path dir;
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(dir.resolve("shelf")).toRealPath();
    }

    /// In the folder, by an address, which holds bytes that are no text.
    private Path path(String address) {
        return Path.of(URI.create(folder.toUri() + address));
    }

    private void file(String address, String content) throws IOException {
        Files.createDirectories(path(address).getParent());
        Files.writeString(path(address), content);
    }

    private List<ShelfItem> listed(String... path) throws Exception {
        return new ShelfFolder(folder, PrivateFiles.NONE).page(List.of(path), null).items();
    }

    private Set<String> names(String... path) throws Exception {
        return listed(path).stream().map(ShelfItem::name).collect(Collectors.toSet());
    }

    /// Where each item of a folder lies that is taken as it was listed.
    private List<Path> given(String... above) throws Exception {
        List<WantedItem> wanted = listed(above).stream()
                .map(item -> new WantedItem(List.of(join(above, item.name())), item.folder(), item.bytes(),
                        item.modifiedMillis()))
                .toList();
        return new ShelfFolder(folder, PrivateFiles.NONE).wanted(wanted);
    }

    private static String[] join(String[] above, String name) {
        String[] all = Arrays.copyOf(above, above.length + 1);
        all[above.length] = name;
        return all;
    }

    /// "caf" and the byte of an acute e in Latin-1.
    @Test
    void aNameInAnotherEncodingIsListedReadablyAndGiven() throws Exception {
        file("caf%E9/th%E9.txt", "tea");
        file("caf%E9.txt", "one");
        assertEquals(Set.of("café", "café.txt"), names());
        assertEquals(Set.of("thé.txt"), names("café"));
        assertEquals(Set.of(path("caf%E9"), path("caf%E9.txt")), Set.copyOf(given()));
        assertEquals(List.of(path("caf%E9/th%E9.txt")), given("café"));
        assertEquals(listed("café"),
                new ShelfFolder(folder, PrivateFiles.NONE).one(List.of("café"), "thé.txt").items());
    }

    @Test
    void hundredsOfSuchNamesOfOneLengthAreAsMany() throws Exception {
        for (int n = 0; n < 256; n++) file(String.format("%%%02X%%%02X", 0xE0 + n / 16, 0xE0 + n % 16), "");
        assertEquals(256, names().size());
        assertEquals(256, new HashSet<>(given()).size());
    }

    @Test
    void everyByteIsANameOfItsOwn() throws Exception {
        for (int n = 0x80; n <= 0xFF; n++) file(String.format("a%%%02X", n), "");
        assertEquals(128, names().size());
        assertEquals(128, new HashSet<>(given()).size());
    }

    /// One that is text keeps its name, and the others are told in a way that tells them apart.
    @Test
    void namesThatWouldBeToldAlikeAreToldApart() throws Exception {
        file("caf%C3%A9", "text");
        file("caf%E9", "bytes");
        file("%E9%2581", "digits");
        file("%E9%81", "byte");
        assertEquals(Set.of("café", "caf%E9", "é%2581", "é%81"), names());
        assertEquals(Set.of(path("caf%C3%A9"), path("caf%E9"), path("%E9%2581"), path("%E9%81")),
                Set.copyOf(given()));
        file("caf%25E9", "text, and told as the other one");
        assertEquals(Set.of("café", "caf%E9", "é%2581", "é%81"), names());
        assertEquals(Set.of(path("caf%C3%A9"), path("caf%25E9"), path("%E9%2581"), path("%E9%81")),
                Set.copyOf(given()));
    }

    @Test
    void pagesOfSuchNamesFollowEachOther() throws Exception {
        for (int n = 0; n < 1_500; n++) file(String.format("%%E9%05d", n), "");
        var shelf = new ShelfFolder(folder, PrivateFiles.NONE);
        ShelfPage first = shelf.page(List.of(), null);
        ShelfPage second = shelf.page(List.of(), first.next());
        assertEquals(List.of(1_000, 500), List.of(first.items().size(), second.items().size()));
        assertEquals("é00000", first.items().getFirst().name());
        assertEquals("é01499", second.items().getLast().name());
    }

    @Test
    void h62_linksAndDotNamesOfSuchNamesAreAsIfTheyWereNotThere() throws Exception {
        Path outside = Files.createDirectory(dir.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "s");
        Files.createSymbolicLink(path("l%E9"), outside);
        file(".caf%E9", "hidden");
        file("caf%E9", "shown");
        assertEquals(Set.of("café"), names());
        assertEquals(ShelfRefusal.CHANGED, assertThrows(ShelfException.class, () -> listed("lé")).why());
        for (String hidden : List.of(".café", ".caf%E9", "%2Ecaf%E9", "%2Ecafé")) {
            assertEquals(List.of(),
                    new ShelfFolder(folder, PrivateFiles.NONE).one(List.of(), hidden).items(), hidden);
        }
    }

    @Test
    void whatLeadsElsewhereIsNoName() throws Exception {
        file("caf%E9/a.txt", "a");
        try (NoLinkFolder open = NoLinkFolder.open(folder)) {
            var names = new ShelfNames(open);
            for (String name : List.of("", ".", "..", "/", "café/", "café/a.txt", "café%2Fa.txt", "caf%E9%2Fa.txt",
                    "a\0b", "é%00", "%2E%2E", "none", "%", "%E", "caf%e9", "caf\ufffd")) {
                assertThrows(NoSuchFileException.class, () -> names.named(name), name);
            }
        }
    }
}
