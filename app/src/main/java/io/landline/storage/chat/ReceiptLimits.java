package io.landline.storage.chat;

import io.landline.chat.LogKey;
import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.peer.Fingerprint;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Bounds what others told of our own logs in one conversation: each who was ever there has a row, and in an open room
/// people may be invented without end. A person with a row that goes tells it again at the next meeting. The
/// database's writer alone.
public final class ReceiptLimits {
    /// Of one conversation: of each member of the largest room one, and some more for earlier own logs. They are read
    /// for each page with an own message.
    public static final int KEPT_MAX = 8_192;
    /// At least this many more come until it is looked at again what is too many: that reads all, some 20 ms.
    static final int LOOK_EVERY = 1_024;
    private static final String FIRST = "SELECT 1 FROM receipt WHERE conversation=? AND author=? AND peer=? AND log=?";
    private static final String COUNT = "SELECT count(*) FROM receipt WHERE conversation=? AND author=?";
    private static final String ALL = "SELECT peer, log, max(delivered, read) FROM receipt WHERE conversation=? AND"
            + " author=?";
    private static final String PRESENT = "SELECT own_log FROM conversation WHERE conversation=? AND own_log IS NOT"
            + " NULL";
    private static final String FORGET = "DELETE FROM receipt WHERE conversation=? AND author=? AND peer=? AND log=?";

    private final Fingerprint self;
    private final Standings standings;

    /// @param self the author of the logs
    public ReceiptLimits(Fingerprint self, Standings standings) {
        this.self = self;
        this.standings = standings;
    }

    private record Row(Fingerprint peer, long log, long upTo, Standing standing) {}

    /// Whether this peer told nothing of this log before, if the log is an own one.
    boolean isFirst(Connection connection, LogKey log, Fingerprint peer) throws SQLException {
        if (!log.author().equals(self)) return false;
        try (PreparedStatement sql = connection.prepareStatement(FIRST)) {
            bind(sql, log);
            sql.setBytes(3, peer.bytes());
            sql.setBytes(4, ChatDatabase.bytes(log.log()));
            return Rows.first(sql, _ -> true) == null;
        }
    }

    /// A peer told of this own log for the first time. Where too many did, those known least go, of equals what they
    /// told of earlier logs, then those who have the least: numbers of two logs are not comparable.
    void added(Connection connection, LogKey log) throws SQLException {
        if (count(connection, log) <= KEPT_MAX) return;
        long kept = 0;
        try (PreparedStatement sql = connection.prepareStatement(FORGET)) {
            for (Row each : bestFirst(connection, log)) {
                if (kept < CostRules.level(each.standing(), KEPT_MAX - LOOK_EVERY)) {
                    kept++;
                    continue;
                }
                bind(sql, log);
                sql.setBytes(3, each.peer().bytes());
                sql.setBytes(4, ChatDatabase.bytes(each.log()));
                sql.addBatch();
            }
            sql.executeBatch();
        }
    }

    private int count(Connection connection, LogKey log) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(COUNT)) {
            bind(sql, log);
            return Objects.requireNonNull(Rows.first(sql, row -> row.getInt(1)), "a count has a row");
        }
    }

    private List<Row> bestFirst(Connection connection, LogKey log) throws SQLException {
        Long present = present(connection, log);
        try (PreparedStatement sql = connection.prepareStatement(ALL)) {
            bind(sql, log);
            List<Row> rows = Rows.all(sql, row -> {
                Fingerprint peer = Fingerprint.of(row.getBytes(1));
                return new Row(peer, ChatDatabase.logId(row.getBytes(2)), row.getLong(3), standings.of(peer));
            });
            return rows.stream()
                    .sorted(Comparator.comparing(Row::standing)
                            .thenComparing(row -> present == null || row.log() != present)
                            .thenComparing(Comparator.comparingLong(Row::upTo).reversed()))
                    .toList();
        }
    }

    /// The log into which this node writes now; null before the first entry.
    private static @Nullable Long present(Connection connection, LogKey log) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(PRESENT)) {
            sql.setBytes(1, log.conversation().bytes());
            return Rows.first(sql, row -> ChatDatabase.logId(row.getBytes(1)));
        }
    }

    private static void bind(PreparedStatement sql, LogKey log) throws SQLException {
        sql.setBytes(1, log.conversation().bytes());
        sql.setBytes(2, log.author().bytes());
    }
}
