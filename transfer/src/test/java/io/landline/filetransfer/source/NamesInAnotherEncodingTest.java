package io.landline.filetransfer.source;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.PrivateFiles;
import io.landline.filetransfer.TransferStore.StoredSource;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.manifest.NamePlan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Files whose names are in another encoding than the system's, as on an old stick.
@EnabledOnOs(OS.LINUX)
class NamesInAnotherEncodingTest {
    @TempDir
    Path folder;
    private Path box;
    private final FakeStore store = new FakeStore();

    @BeforeEach
    void makeFolder() throws IOException {
        box = Files.createDirectory(folder.resolve("box"));
    }

    /// In the folder, by an address, which holds bytes that are no text.
    private void file(String address, String content) throws IOException {
        Path file = Path.of(URI.create(box.toUri() + address));
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /// What each file of the offer holds, by its path in the manifest.
    private Map<String, String> offered(NewOffer offer) throws Exception {
        var read = new TreeMap<String, String>();
        for (StoredSource source : store.sources(offer.draft(), 0, 1_000)) {
            try (SourceFile open = SourceFile.open(source, ChunkLayout.BYTES_MAX)) {
                byte[] chunk = new byte[ChunkLayout.BYTES_MAX];
                int length = open.read(0, chunk, MessageDigest.getInstance("SHA-256"));
                read.put(source.path(), new String(chunk, 0, length, US_ASCII));
            }
        }
        assertEquals(offer.body().files(), read.size(), "no two have one path");
        return read;
    }

    private NewOffer offer(List<Path> items, String... excludes) throws IOException {
        NewOffer offer = NewOffer.of(new FilesToSend(items, List.of(excludes)), PrivateFiles.NONE, store);
        assertEquals(List.of(), offer.leftOut().named());
        return offer;
    }

    /// "caf" and the byte of an acute e in Latin-1.
    @Test
    void aNameInAnotherEncodingIsOfferedAndReadUnderAnotherOne() throws Exception {
        file("caf%E9.txt", "one");
        file("caf%E9/in", "two");
        file("good", "three");
        assertEquals(Map.of("box/good", "three", "box/café.txt", "one", "box/café/in", "two"),
                offered(offer(List.of(box))));
    }

    @Test
    void namesAndFoldersOfOtherBytesStayApart() throws Exception {
        for (String each : List.of("E9", "E8", "81")) {
            file("caf%" + each + ".txt", each);
            file("caf%" + each + "/in", each);
        }
        assertEquals(
                Map.of("box/café.txt", "E9", "box/café/in", "E9", "box/cafè.txt", "E8", "box/cafè/in", "E8",
                        "box/caf%81.txt", "81", "box/caf%81/in", "81"),
                offered(offer(List.of(box))));
    }

    /// Of one length and with no Latin letter, as names in Cyrillic often are: a receiver takes a hundred namesakes.
    @Test
    void hundredsOfSuchNamesComeThrough() throws Exception {
        for (int n = 0; n < 256; n++) file(String.format("%%%02X%%%02X", 0xE0 + n / 16, 0xE0 + n % 16), "");
        var plan = new NamePlan(true, 256, 1, _ -> {});
        var places = new HashSet<String>();
        for (String path : offered(offer(List.of(box))).keySet()) places.add(plan.file(path));
        assertEquals(256, places.size());
    }

    @Test
    void suchANameIsLeftOutByThePatternThatAPersonTypes() throws Exception {
        for (String each : List.of("caf%E9.txt", "caf%E9/in", "good", "tee.txt")) file(each, "");
        assertEquals(Set.of("box/good", "box/tee.txt"), offered(offer(List.of(box), "café*")).keySet());
        assertEquals(Set.of("box/good", "box/tee.txt", "box/café/in"),
                offered(offer(List.of(box), "caf?.txt")).keySet());
        assertEquals(Set.of("box/good", "box/tee.txt", "box/café.txt"),
                offered(offer(List.of(box), "café/in")).keySet());
    }

    @Test
    void oneThatIsOfferedByItselfHasItsNameInTheOffer() throws Exception {
        file("caf%E9.txt", "");
        try (var all = Files.list(box)) {
            assertEquals(List.of("café.txt"), offer(all.toList()).body().names());
        }
    }
}
