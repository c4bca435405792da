package io.landline.storage.chat;

import io.landline.chat.EntryStore.Durability;
import io.landline.chat.LogKey;
import io.landline.chat.ReceiptStore;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Database;
import io.landline.storage.database.Rows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Receipts in SQLite. Any thread.
public final class SqliteReceipts implements ReceiptStore {
    private final ChatDatabase access;
    private final @Nullable ReceiptTimesNote times;
    private final @Nullable ReceiptLimits limits;

    /// @param times notes when receipts come; null where nobody wants to know
    /// @param limits bounds what is kept of others; null where few are there
    public SqliteReceipts(Database database, @Nullable ReceiptTimesNote times, @Nullable ReceiptLimits limits) {
        access = new ChatDatabase(database);
        this.times = times;
        this.limits = limits;
    }

    private static String column(Receipt receipt) {
        return switch (receipt) {
            case DELIVERED -> "delivered";
            case READ -> "read";
        };
    }

    @Override
    public long upTo(LogKey log, Fingerprint peer, Receipt receipt) {
        return access.read(connection -> {
            String query = "SELECT " + column(receipt)
                    + " FROM receipt WHERE conversation=? AND author=? AND log=? AND peer=?";
            try (PreparedStatement sql = connection.prepareStatement(query)) {
                bind(sql, 1, log, peer);
                try (ResultSet row = sql.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0L;
                }
            }
        });
    }

    @Override
    public Map<LogKey, Long> upTo(ConversationId conversation, Fingerprint peer, Receipt receipt) {
        return access.read(connection -> {
            String query = "SELECT author, log, " + column(receipt) + " FROM receipt WHERE conversation=? AND peer=?";
            try (PreparedStatement sql = connection.prepareStatement(query)) {
                sql.setBytes(1, conversation.bytes());
                sql.setBytes(2, peer.bytes());
                var all = new HashMap<LogKey, Long>();
                Rows.each(sql, row -> all.put(new LogKey(conversation, Fingerprint.of(row.getBytes(1)),
                        ChatDatabase.logId(row.getBytes(2))), row.getLong(3)));
                return all;
            }
        });
    }

    @Override
    public boolean advance(LogKey log, Fingerprint peer, Receipt receipt, long upTo) {
        if (upTo(log, peer, receipt) >= upTo) return false; // spares a transaction: most receipts of a HAVE are no news
        return !advance(Map.of(log, upTo), peer, receipt).isEmpty();
    }

    @Override
    public Set<LogKey> advance(Map<LogKey, Long> upTo, Fingerprint peer, Receipt receipt) {
        String column = column(receipt);
        return access.write(Durability.BATCHED, connection -> {
            var news = new LinkedHashSet<LogKey>();
            try (PreparedStatement sql = connection.prepareStatement(
                    "INSERT INTO receipt (conversation, author, log, peer, " + column
                            + ") VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET " + column + "=excluded." + column
                            + " WHERE " + column + " < excluded." + column)) {
                for (Map.Entry<LogKey, Long> each : upTo.entrySet()) {
                    boolean isFirst = limits != null && limits.isFirst(connection, each.getKey(), peer);
                    bind(sql, 1, each.getKey(), peer);
                    sql.setLong(5, each.getValue());
                    if (sql.executeUpdate() == 0) continue;
                    news.add(each.getKey());
                    // in the same transaction: there is one for each message and member
                    if (times != null) {
                        times.note(connection, each.getKey(), peer, receipt == Receipt.READ, each.getValue());
                    }
                    if (isFirst && limits != null) limits.added(connection, each.getKey());
                }
            }
            return news;
        });
    }

    @Override
    public List<LogKey> logs(ConversationId conversation, Fingerprint author, Fingerprint peer) {
        return access.read(connection -> {
            String query = "SELECT log FROM receipt WHERE conversation=? AND author=? AND peer=?";
            try (PreparedStatement sql = connection.prepareStatement(query)) {
                sql.setBytes(1, conversation.bytes());
                sql.setBytes(2, author.bytes());
                sql.setBytes(3, peer.bytes());
                return Rows.all(sql, row -> new LogKey(conversation, author, ChatDatabase.logId(row.getBytes(1))));
            }
        });
    }

    private static void bind(PreparedStatement sql, int first, LogKey log, Fingerprint peer) throws SQLException {
        sql.setBytes(first, log.conversation().bytes());
        sql.setBytes(first + 1, log.author().bytes());
        sql.setBytes(first + 2, ChatDatabase.bytes(log.log()));
        sql.setBytes(first + 3, peer.bytes());
    }
}
