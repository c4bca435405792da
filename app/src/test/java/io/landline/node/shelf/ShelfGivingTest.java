package io.landline.node.shelf;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.peer.Fingerprint;
import io.landline.storage.choices.SqliteShelves;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfGivingTest {
    private static final Fingerprint ADA = Fingerprint.of(new byte[Fingerprint.BYTES]);

    @TempDir
    Path dir;

    /// [io.landline.shelf.ShelfOwner] answers a take that fails so.
    @Test
    void thatTheStoreFailsIsToldAsTheDisksFailure() throws IOException {
        try (Database database = Database.open(dir.resolve("history.db"))) {
            var giving = new ShelfGiving(null, null, null, new SqliteShelves(database), InstantSource.system());
            database.write(Durability.FULL, connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.executeUpdate("DROP TABLE shelf_given");
                }
            });
            assertThrows(IOException.class, () -> giving.mayTake(ADA));
        }
    }
}
