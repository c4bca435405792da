package io.landline.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.ChildJvm;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@StartsPrograms
class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void theLeftoverOfAKilledWriterIsNoHindranceAndALinkInItsPlaceIsNotFollowed() throws IOException {
        Path file = folder.resolve("f");
        Path victim = Files.writeString(folder.resolve("victim"), "untouched");
        Files.createSymbolicLink(folder.resolve("f.new"), victim);
        AtomicFile.write(file, "content".getBytes(UTF_8));
        assertEquals("content", Files.readString(file));
        assertEquals("untouched", Files.readString(victim));
        assertFalse(Files.exists(folder.resolve("f.new")));
    }

    @Test
    void aFailedWriteLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.createDirectory(folder.resolve("f"));
        Files.createFile(file.resolve("inside"));
        assertThrows(IOException.class, () -> AtomicFile.write(file, new byte[1]));
        assertTrue(Files.exists(file.resolve("inside")));
        assertFalse(Files.exists(folder.resolve("f.new")));
    }

    @Test
    void aWriterKilledAtAnyMomentLeavesAWholeFile() throws Exception {
        Path file = folder.resolve("f");
        for (int before : new int[]{1, 2, 5, 11, 19}) {
            try (ChildJvm writer = ChildJvm.start(EndlessWriter.class, file.toString())) {
                for (int i = 0; i < before; i++) assertEquals("written", writer.readLine());
                writer.kill();
            }
            byte[] content = Files.readAllBytes(file);
            assertEquals(EndlessWriter.BYTES, content.length);
            for (byte each : content) assertEquals(content[0], each);
        }
    }
}
