package io.landline.storage.database;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test with a new database of its own, which can be opened again.
public abstract class DatabaseTest {
    @TempDir
    protected Path folder;
    protected Database database;

    @BeforeEach
    protected final void openDatabase() throws IOException {
        database = Database.open(folder.resolve("history.db"));
    }

    @AfterEach
    protected final void closeDatabase() {
        database.close();
    }

    /// As at the next start. What a test made of the database before is of no use any more.
    protected final void openDatabaseAgain() throws IOException {
        database.close();
        openDatabase();
    }
}
