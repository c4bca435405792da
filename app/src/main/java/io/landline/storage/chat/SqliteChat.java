package io.landline.storage.chat;

import io.landline.chat.ChatStores;
import io.landline.cost.Standings;
import io.landline.peer.Fingerprint;
import io.landline.storage.database.Database;
import io.landline.storage.entries.SqliteEntries;
import java.time.InstantSource;

/// The ports of the conversations on one database.
public final class SqliteChat {
    private SqliteChat() {}

    /// Without times of receipts.
    public static ChatStores stores(Database database) {
        return stores(database, new SqliteReceipts(database, null, null));
    }

    /// The stores of a node: they note when it was told that its own entries arrived, and bound what is told.
    public static ChatStores stores(Database database, Fingerprint self, Standings standings, InstantSource clock) {
        return stores(database, new SqliteReceipts(database, new ReceiptTimesNote(self, standings, clock),
                new ReceiptLimits(self, standings)));
    }

    private static ChatStores stores(Database database, SqliteReceipts receipts) {
        return new ChatStores(new SqliteEntries(database), receipts, new SqliteAdmissions(database),
                new SqliteBudgets(database), new SqliteNameCards(database));
    }
}
