package io.landline.storage.chat;

import io.landline.chat.ChatStores;
import io.landline.chat.sync.EntryStoreContract;
import io.landline.storage.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteChatTest extends EntryStoreContract {
    @TempDir
    private Path folder;
    private Database database;

    @Override
    protected ChatStores create() throws IOException {
        database = Database.open(folder.resolve("history.db"));
        return SqliteChat.stores(database);
    }

    @AfterEach
    void close() {
        database.close();
    }
}
