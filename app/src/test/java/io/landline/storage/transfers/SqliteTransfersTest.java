package io.landline.storage.transfers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.contract.TransferStoreContractTest;
import io.landline.room.EntryId;
import io.landline.storage.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTransfersTest extends TransferStoreContractTest {
    @TempDir
    Path dir;
    private Database database;

    @Override
    protected TransferStore newStore() throws IOException {
        database = Database.open(dir.resolve("landline.db"));
        return new SqliteTransfers(database);
    }

    @Override
    protected TransferStore reopened() throws IOException {
        database.close();
        return newStore();
    }

    @Test
    void b2_aDatabaseThatIsFullIsAFullDiskAndChangesNothing() throws IOException {
        TransferStore store = newStore();
        database.write(Database.Durability.FULL, connection -> {
            try (var sql = connection.createStatement()) {
                return sql.execute("PRAGMA max_page_count = 1"); // no page more than there are
            }
        });
        var offer = new EntryId(1, 2);
        var many = Collections.nCopies(1_000, new TransferStore.StoredSource("p".repeat(200), "/s", 1, 1, ""));
        var full = assertThrows(TransferStoreException.class, () -> store.saveSources(offer, 0, many));
        assertEquals(FailureReason.DISK_FULL, full.reason());
        assertEquals(List.of(), store.sources(offer, 0, 1));
    }

    @AfterEach
    void close() {
        database.close();
    }
}
