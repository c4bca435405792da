package io.landline.storage;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test with a new database of its own, which can be opened again.
abstract class DatabaseTest {
    @TempDir
    Path folder;
    Database database;

    @BeforeEach
    final void openDatabase() throws IOException {
        database = Database.open(folder.resolve("history.db"));
    }

    @AfterEach
    final void closeDatabase() {
        database.close();
    }

    /// As at the next start. What a test made of the database before is of no use any more.
    final void openDatabaseAgain() throws IOException {
        database.close();
        openDatabase();
    }
}
