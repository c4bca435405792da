package io.landline.storage;

import io.landline.chat.ChatStores;

/// The ports of the conversations on one database.
public final class SqliteChat {
    private SqliteChat() {}

    public static ChatStores stores(Database database) {
        return new ChatStores(new SqliteEntries(database), new SqliteReceipts(database), new SqliteAdmissions(database),
                new SqliteBudgets(database));
    }
}
