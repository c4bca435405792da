package io.landline.filetransfer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.LeftOut.One;
import io.landline.filetransfer.LeftOut.Why;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.PrivateFiles;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.manifest.SafePath;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an offer says of files, and which offers there cannot be.
class NewOfferTest {
    @TempDir
    Path folder;

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }

    private final FakeStore store = new FakeStore();

    private NewOffer offer(List<Path> files) throws IOException {
        return NewOffer.of(FilesToSend.of(files), PrivateFiles.NONE, store);
    }

    private String refusal(List<Path> files) {
        return String.valueOf(assertThrows(IOException.class, () -> offer(files)).getMessage());
    }

    @Test
    void filesOfOneNameAreToldApart() throws Exception {
        NewOffer offer = offer(List.of(file("a/notes.txt"), file("b/notes.txt"), file("b/back\\slash")));
        assertEquals(List.of("notes.txt", "notes (2).txt", "back_slash"), offer.body().names());
        assertEquals(3, offer.body().files());
        assertEquals("a/notes.txt".length() * 2 + "b/back\\slash".length(), offer.body().bytes());
    }

    @Test
    void aFileThatHasANumberCountsOn() throws Exception {
        NewOffer offer = offer(List.of(file("a/notes"), file("a/notes"), file("a/notes (2)")));
        assertEquals(List.of("notes", "notes (2)", "notes (3)"), offer.body().names());
    }

    @Test
    void aFileThatIsNamedAndExcludedIsLeftOut() throws Exception {
        List<Path> items = List.of(file("a.bin"), file("notes.txt"), file("folder.bin/inside").getParent());
        NewOffer offer = NewOffer.of(new FilesToSend(items, List.of("*.bin")), PrivateFiles.NONE, store);
        assertEquals(List.of("notes.txt", "folder.bin"), offer.body().names());
        assertEquals(2, offer.body().files());
        assertEquals(List.of(items.get(1).toRealPath(), items.get(2).toRealPath()), offer.items());
    }

    @Test
    void whereAllThatIsNamedIsExcludedThereIsNoOffer() throws Exception {
        List<Path> items = List.of(file("a.bin"), file("b.bin"));
        assertEquals("Everything that was named is excluded. Nothing was sent.", assertThrows(IOException.class,
                () -> NewOffer.of(new FilesToSend(items, List.of("*.bin")), PrivateFiles.NONE, store)).getMessage());
    }

    @Test
    void theFirstNamesStandInTheOffer() throws Exception {
        var files = new ArrayList<Path>();
        for (int i = 0; i <= OfferBody.NAMES_MAX; i++) files.add(file("file" + i));
        NewOffer offer = offer(files);
        assertEquals(OfferBody.NAMES_MAX, offer.body().names().size());
        assertEquals(OfferBody.NAMES_MAX + 1, offer.body().files());
    }

    @Test
    void anOfferOfMoreChunksThanMayBeIsRefused() throws Exception {
        var files = new ArrayList<Path>();
        for (String name : List.of("half", "other half")) {
            files.add(file(name));
            try (var open = new RandomAccessFile(files.getLast().toFile(), "rw")) {
                open.setLength(ChunkLayout.OFFER_CHUNKS_MAX / 2L * ChunkLayout.BYTES_MAX); // no bytes on the disk
            }
        }
        assertEquals(2, offer(files).body().files());
        files.add(Files.createFile(folder.resolve("one chunk more, though empty")));
        assertEquals("The files are too large together.", refusal(files));
    }

    @Test
    void noFileTooManyFilesAndTheRootAreNoOffer() throws Exception {
        assertEquals("There is no file to send.", refusal(List.of()));
        assertTrue(refusal(Collections.nCopies((int) OfferBody.FILES_MAX + 1, folder)).startsWith("More than "));
        assertTrue(refusal(List.of(Path.of("/"))).endsWith(" is not a plain file, and no folder with a name."));
    }

    /// `stat` says 0 bytes of them, and they have some when they are read.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatTheSystemMakesAsItIsReadIsNoOffer() {
        assertEquals("/proc/version is made by the system as it is read, so its size is not known before. Copy it to a"
                + " file first, as with cat, and send that.", refusal(List.of(Path.of("/proc/version"))));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void filesThatTheSystemMakesAsTheyAreReadAreLeftOutOfAFolder() throws Exception {
        NewOffer offer = offer(List.of(Path.of("/proc/sys/kernel/random")));
        assertEquals(0, offer.body().files());
        assertTrue(offer.leftOut().named().contains(new One("random/uuid", Why.GENERATED)));
    }

    @Test
    void aSharedFolderIsOfferedAsANamedOneWithTheSameLeftOut() throws Exception {
        Path shared = folder.toRealPath();
        file("shared/notes.txt");
        file("shared/.landline-0123456789abcdef-7.part");
        file("shared/.landline-0123456789abcdef-2.folder/half.txt");
        Files.createSymbolicLink(folder.resolve("shared/link"), folder.resolve("shared/notes.txt"));
        file("shared" + "/deep".repeat(SafePath.DEPTH_MAX) + "/file");
        List<Path> items = List.of(shared.resolve("shared"));
        NewOffer named = NewOffer.of(FilesToSend.of(items), PrivateFiles.NONE, store);
        NewOffer within = NewOffer.of(new FilesToSend(items, List.of(), shared), PrivateFiles.NONE, store);
        assertEquals(Set.of(new One("shared/.landline-0123456789abcdef-7.part", Why.UNFINISHED),
                new One("shared/.landline-0123456789abcdef-2.folder", Why.UNFINISHED), new One("shared/link", Why.LINK),
                new One("shared" + "/deep".repeat(SafePath.DEPTH_MAX), Why.TOO_DEEP)),
                Set.copyOf(named.leftOut().named()));
        assertEquals(Set.copyOf(named.leftOut().named()), Set.copyOf(within.leftOut().named()));
        assertEquals(named.body().files(), within.body().files());
        assertEquals(named.body().folders(), within.body().folders());
    }

    @ParameterizedTest
    @CsvSource({"0,0,65536", "1000001,0,65536", "1,-1,65536", "1,4503599627370497,65536", "1,0,65535", "1,0,1048577"})
    void anOfferBeyondALimitCannotBeMade(long files, long bytes, int chunk) {
        assertThrows(IllegalArgumentException.class, () -> new OfferBody(files, bytes, List.of(), chunk, 0, null));
    }

    @Test
    void anOfferAtItsLimitsIsReadAsItWasWritten() throws Exception {
        var body = new OfferBody(OfferBody.FILES_MAX, OfferBody.BYTES_MAX,
                Collections.nCopies(OfferBody.NAMES_MAX, "name"), OfferBody.CHUNK_BYTES_MIN, 0, null);
        assertEquals(body, OfferBody.received(body.toJson()));
        assertThrows(IllegalArgumentException.class,
                () -> new OfferBody(1, 0, Collections.nCopies(OfferBody.NAMES_MAX + 1, "name"), 65_536, 0, null));
    }
}
