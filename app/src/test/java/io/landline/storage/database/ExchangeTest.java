package io.landline.storage.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.storage.ProfileDatabase;
import io.landline.storage.ProfileDatabase.Opened;
import io.landline.storage.database.DatabaseFiles.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A damaged database is exchanged for a new one, and a kill comes in between. A folder that is in the way of one step
/// stands for the kill.
class ExchangeTest {
    @TempDir
    Path folder;
    private Path file;
    private DatabaseFiles files;

    @BeforeEach
    void name() throws IOException {
        file = folder.toRealPath().resolve("history.db");
        files = new DatabaseFiles(file);
    }

    private Path inTheWay(String name) throws IOException {
        return Files.createDirectories(file.resolveSibling(name).resolve("in the way"));
    }

    private Set<String> names() throws IOException {
        var names = new TreeSet<String>();
        try (var all = Files.list(folder)) {
            all.forEach(each -> names.add(each.getFileName().toString()));
        }
        return names;
    }

    /// It was taken for a damaged one again.
    @Test
    void theNewDatabaseNeverMeetsTheMarkOfTheOldOne() throws Exception {
        Database.open(file).close();
        Path killed = inTheWay("history.db.damaged");
        assertThrows(IOException.class, () -> ProfileDatabase.open(file, DatabaseLocation.LOCAL, true));
        Files.delete(killed);
        Opened opened = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true);
        try (Database database = opened.database()) {
            Set<String> asides = names();
            asides.removeIf(each -> !each.startsWith("history.damaged-"));
            assertEquals(1, asides.size(), asides::toString);
            assertEquals(Found.DAMAGED, opened.found(), "this start has to treat it");
            assertTrue(String.valueOf(opened.problem()).contains(asides.iterator().next()), opened.problem());
            database.forgetExchange();
        }
        opened = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true);
        opened.database().close();
        assertEquals(Found.WHOLE, opened.found());
        assertNull(opened.problem());
    }

    /// What was left of it got a number of its own.
    @Test
    void theLogStaysWithItsDatabase() throws Exception {
        Files.writeString(file, "damaged");
        Files.writeString(files.beingMade(), "new");
        Path killed = inTheWay("history.db-shm");
        for (String log : Set.of("history.db-wal", "history.db-journal")) {
            Files.writeString(file.resolveSibling(log), "log");
        }
        LocalDate day = LocalDate.of(2026, 11, 21);
        assertThrows(IOException.class, () -> files.exchange(day, Found.DAMAGED, _ -> "problem"));
        Files.delete(killed);
        files.finishExchange();
        String aside = "history.damaged-2026-11-21.db";
        assertEquals(Set.of(aside, aside + "-wal", aside + "-journal", "history.db", "history.db.exchanged"), names());
        assertEquals("new", Files.readString(file));
        assertEquals(new ExchangeNote(aside, Found.DAMAGED, "problem"), files.lastExchange());
        files.forgetExchange();
        assertNull(files.lastExchange());
    }

    @Test
    void halfANoteIsNone() throws Exception {
        Database.open(file).close();
        var note = new ExchangeNote("history.damaged-2026-11-21.db", Found.DAMAGED, "problem");
        Path written = file.resolveSibling("history.db.exchanged");
        note.write(written);
        String whole = Files.readString(written);
        for (int length = 0; length < whole.length(); length++) {
            Files.writeString(written, whole.substring(0, length));
            assertNull(files.lastExchange());
        }
        Opened opened = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true);
        opened.database().close();
        assertEquals(Found.WHOLE, opened.found());
    }

    @Test
    void whileTheDamagedOneIsInItsPlaceNothingIsSaidOfANewOne() throws Exception {
        Database.open(file).close();
        Files.copy(file, file.resolveSibling("history.db.whole"));
        new ExchangeNote("history.damaged-2026-11-21.db", Found.DAMAGED, "problem").write(file
                .resolveSibling("history.db.exchanged"));
        files.finishExchange();
        assertEquals(Set.of("history.db"), names());
    }

    @Test
    void nobodyElseMayReadTheNote() throws Exception {
        new ExchangeNote("history.damaged-2026-11-21.db", Found.DAMAGED, "problem").write(file
                .resolveSibling("history.db.exchanged"));
        assertNotNull(files.lastExchange());
        Path written = file.resolveSibling("history.db.exchanged");
        if (!Files.getFileStore(written).supportsFileAttributeView("posix")) return;
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(written)));
    }
}
