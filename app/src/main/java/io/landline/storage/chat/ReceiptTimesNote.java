package io.landline.storage.chat;

import io.landline.chat.LogKey;
import io.landline.cost.CostRules;
import io.landline.cost.Standings;
import io.landline.peer.Fingerprint;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Notes when receipts of our own logs come. Bounded over all people: each keeps as many of the newest as everybody
/// else, and a quarter is left to people that this user knows well. Nobody with a few identities takes the times of the
/// others. The database's writer alone.
public final class ReceiptTimesNote {
    /// Some 4 MB. A room of thirty that answers each message has them of the last three hundred, in what members that
    /// this user does not know may have of it.
    public static final int KEPT_MAX = 28_000;
    /// So often it is looked at what is too many: that reads all, some 50 ms.
    static final int LOOK_EVERY = 1_000;
    private static final String NOTE = "INSERT INTO receipt_time (conversation, log, peer, read, number, at)"
            + " VALUES (?, ?, ?, ?, ?, ?) RETURNING place";
    private static final String COUNT = "SELECT count(*) FROM receipt_time";
    private static final String NEWEST_FIRST = "SELECT place, peer FROM receipt_time ORDER BY place DESC";
    private static final String FORGET = "DELETE FROM receipt_time WHERE place=?";

    private final Fingerprint self;
    private final Standings standings;
    private final InstantSource clock;

    /// @param self the author of the logs that are noted
    public ReceiptTimesNote(Fingerprint self, Standings standings, InstantSource clock) {
        this.self = self;
        this.standings = standings;
        this.clock = clock;
    }

    /// @param turn how many newer ones there are of the same person
    private record Told(long place, Fingerprint peer, int turn) {}

    /// A receipt came: all of this log up to that number. Of logs of others nothing is noted.
    void note(Connection connection, LogKey log, Fingerprint peer, boolean isRead, long upTo) throws SQLException {
        if (!log.author().equals(self)) return;
        long place = insert(connection, log, peer, isRead, upTo);
        if (place % LOOK_EVERY == 0) forgetSurplus(connection);
    }

    private long insert(Connection connection, LogKey log, Fingerprint peer, boolean isRead, long upTo)
            throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(NOTE)) {
            sql.setBytes(1, log.conversation().bytes());
            sql.setBytes(2, ChatDatabase.bytes(log.log()));
            sql.setBytes(3, peer.bytes());
            sql.setBoolean(4, isRead);
            sql.setLong(5, upTo);
            sql.setLong(6, clock.instant().toEpochMilli());
            return Objects.requireNonNull(Rows.first(sql, row -> row.getLong(1)), "an insert returns its row");
        }
    }

    private void forgetSurplus(Connection connection) throws SQLException {
        int keep = KEPT_MAX - LOOK_EVERY; // so that it is never more than the bound until the next look
        try (PreparedStatement sql = connection.prepareStatement(COUNT)) {
            if (Objects.requireNonNull(Rows.first(sql, row -> row.getInt(1))) <= keep) return;
        }
        List<Told> told = newestFirst(connection);
        told.sort(Comparator.comparingInt(Told::turn)); // stable: of one turn the newest stay first
        long kept = 0;
        try (PreparedStatement sql = connection.prepareStatement(FORGET)) {
            for (Told each : told) {
                if (kept < CostRules.level(standings.of(each.peer()), keep)) {
                    kept++;
                    continue;
                }
                sql.setLong(1, each.place());
                sql.addBatch();
            }
            sql.executeBatch();
        }
    }

    private static List<Told> newestFirst(Connection connection) throws SQLException {
        var told = new ArrayList<Told>();
        Map<Fingerprint, Integer> turns = new HashMap<>();
        try (PreparedStatement sql = connection.prepareStatement(NEWEST_FIRST)) {
            Rows.each(sql, row -> {
                Fingerprint peer = Fingerprint.of(row.getBytes(2));
                told.add(new Told(row.getLong(1), peer, turns.merge(peer, 1, Integer::sum) - 1));
            });
        }
        return told;
    }
}
