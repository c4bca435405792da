package io.landline.storage;

import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.contract.TransferStoreContractTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
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

    @AfterEach
    void close() {
        database.close();
    }
}
