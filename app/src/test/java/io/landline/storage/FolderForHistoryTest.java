package io.landline.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.storage.database.DatabaseLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderForHistoryTest {
    @TempDir
    private Path profile;

    @Test
    void aFolderInThePlaceOfTheHistoryIsNamedAndKept() throws Exception {
        Path file = Files.createDirectory(profile.resolve("history.db"));
        Path within = Files.writeString(file.resolve("photo"), "of somebody");
        IOException refused = assertThrows(IOException.class,
                () -> ProfileDatabase.open(file, DatabaseLocation.LOCAL, true));
        assertEquals(file + " is a folder, and should be the file of the history. Nothing was changed. Move the folder"
                + " elsewhere, and start again.", refused.getMessage());
        assertTrue(Files.exists(within));
    }
}
