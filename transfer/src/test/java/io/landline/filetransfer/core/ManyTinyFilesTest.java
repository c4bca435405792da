package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.core.TransferRecorder.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Many tiny files in a folder. What each of them costs does not grow with how many there are.
class ManyTinyFilesTest extends TransferFixture {
    private static final int FEW = 500;
    private static final int MANY = 2_000;

    private Path folder(String name, int files) throws IOException {
        Path folder = Files.createDirectory(dir.resolve(name));
        for (int n = 0; n < files; n++) Files.writeString(folder.resolve("file " + n), "tiny " + n);
        return folder;
    }

    /// How often both sides write to their stores for a folder that arrives.
    private int writes(String name, int files) throws Exception {
        int before = anna.store.writes + ben.store.writes;
        anna.send(ben, folder(name, files));
        ben.recorder.await(Told.Transferred.class, told -> told.view().amount().files() == files);
        anna.recorder.await(Told.Transferred.class, told -> told.view().amount().files() == files);
        try (Stream<Path> there = Files.list(ben.downloads.resolve(name))) {
            assertEquals(files, there.count());
        }
        return anna.store.writes + ben.store.writes - before;
    }

    @Test
    void h72_tinyFilesAreNotedTogetherAndManyCostNoMoreEachThanFew() throws Exception {
        anna.connect(ben);
        int few = writes("few", FEW);
        int many = writes("many", MANY);
        assertTrue(few < FEW / 2, few + " writes for " + FEW + " files");
        assertTrue(many <= few * (MANY / FEW) + FEW / 100, many + " writes, where a quarter of the files took " + few);
    }

    /// They are handed to the sending thread together; but what there is no memory for cannot be waited for.
    @Test
    void theyComeWhereNoMemoryIsSparedToReadAhead() throws Exception {
        anna.connect(ben, new FakeSession.Wire() {
            @Override
            public boolean spares() {
                return false;
            }
        });
        assertTrue(writes("short", FEW) > 0);
    }
}
