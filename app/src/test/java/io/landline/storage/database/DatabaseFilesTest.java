package io.landline.storage.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFilesTest {
    @TempDir
    Path folder;

    @Test
    void nobodyElseMayReadTheMarkOfADamagedDatabase() throws Exception {
        var files = new DatabaseFiles(folder.resolve("history.db"));
        files.markDamaged();
        files.markDamaged(); // it is met again
        assertTrue(files.isMarkedDamaged());
        Path mark = folder.resolve("history.db.damaged");
        if (!Files.getFileStore(mark).supportsFileAttributeView("posix")) return;
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(mark)));
    }
}
