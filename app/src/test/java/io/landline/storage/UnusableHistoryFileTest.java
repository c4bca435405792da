package io.landline.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.storage.database.DatabaseLocation;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@StartsPrograms
class UnusableHistoryFileTest {
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

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLinkThatLeadsNowhereIsNamedAndKept(boolean hadOne) throws Exception {
        Path file = profile.resolve("history.db");
        Path gone = profile.resolve("on-a-stick").resolve("history.db");
        Files.createSymbolicLink(file, gone);
        IOException refused = assertThrows(IOException.class,
                () -> ProfileDatabase.open(file, DatabaseLocation.LOCAL, hadOne));
        assertEquals(file + " is a link to " + gone + ", which is not there. Nothing was changed. Make that file"
                + " available again, or remove the link to begin a new history.", refused.getMessage());
        assertEquals(gone, Files.readSymbolicLink(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"history.db", "history.db-wal"})
    void aFileThatCannotBeWrittenIsNamedAndKept(String name) throws Exception {
        Path file = profile.resolve("history.db");
        ProfileDatabase.open(file, DatabaseLocation.LOCAL, false).database().close();
        Path closed = profile.resolve(name);
        if (Files.notExists(closed)) Files.createFile(closed);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r--------"));
        boolean isRoot = Files.isWritable(closed);
        if (isRoot) {
            Assumptions.assumeTrue(system("mount", "--bind", closed.toString(), closed.toString())
                    && system("mount", "-o", "remount,ro,bind", closed.toString()), "skipped: nothing can be mounted");
        }
        try {
            byte[] before = Files.readAllBytes(closed);
            IOException refused = assertThrows(IOException.class,
                    () -> ProfileDatabase.open(file, DatabaseLocation.LOCAL, true));
            assertEquals("The file " + closed + " of the history cannot be written to. Nothing was changed. Make it"
                    + " writable, or choose another folder with --profile.", refused.getMessage());
            assertArrayEquals(before, Files.readAllBytes(closed));
        } finally {
            if (isRoot) system("umount", "-l", closed.toString());
        }
    }

    private static boolean system(String... command) throws Exception {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }
}
