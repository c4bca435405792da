package io.landline.storage.chat;

import io.landline.chat.Entry;
import io.landline.chat.act.Reference;
import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.database.Database;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The entries that hand-in boxes are made of (docs/protocol/hand-in.md). A receipt is found by its author and its
/// receiver. So a flood of other receipts neither hides it nor slows the search. Reads only. Any thread; each call
/// waits for the database, and throws a [StorageException].
public final class HandInEntries {
    /// The newest own boxes that are listed: a school year of many classes. As many boxes of others are listed.
    public static final int BOXES_MAX = 1_000;
    /// How many of these may be of one person, so that nobody can fill the list.
    public static final int BOXES_A_PERSON_MAX = 100;
    /// Receipts for one box that are looked at: two hundred people who hand in as often as they may.
    public static final int RECEIPTS_MAX = 10_000;
    /// Looks at each author once.
    private static final String AUTHORS = "WITH RECURSIVE author(key) AS (SELECT min(author) FROM entry WHERE kind=13"
            + " UNION ALL SELECT (SELECT min(author) FROM entry WHERE kind=13 AND author>key) FROM author"
            + " WHERE key IS NOT NULL) SELECT key FROM author WHERE key IS NOT NULL";
    private static final String OF_AUTHOR = "SELECT id FROM entry WHERE kind=13 AND author=? ORDER BY id DESC LIMIT ?";
    private static final String BY_ROW = "SELECT header, signature, body FROM entry WHERE id IN (SELECT value FROM"
            + " json_each(?)) ORDER BY id";
    /// The box that a receipt names, as the index `entry_receipt` has it.
    private static final String BOX = "iif(json_valid(CAST(body AS TEXT)), substr(lower(json_extract(CAST(body AS"
            + " TEXT), '$.for.id')), 1, 17), '')";
    /// In direct conversations alone: elsewhere a receipt counts for nothing. The newest first.
    private static final String RECEIPTS = "SELECT peer, entry.id FROM entry CROSS JOIN conversation ON"
            + " conversation.id=entry.conversation WHERE kind=14 AND author=?1 AND " + BOX
            + " IN (SELECT value FROM json_each(?2)) AND peer IS NOT NULL";
    private static final String IN_ONE = " AND entry.conversation=(SELECT id FROM conversation WHERE conversation=?3)";
    private static final String NEWEST = " ORDER BY entry.id DESC";
    static final String RECEIPTS_OF_ALL = RECEIPTS + NEWEST;
    static final String RECEIPTS_IN_ONE = RECEIPTS + IN_ONE + NEWEST;
    private static final String WRITTEN = "SELECT peer, header, signature, body FROM entry CROSS JOIN conversation ON"
            + " conversation.id=entry.conversation WHERE entry.id IN (SELECT value FROM json_each(?)) ORDER BY"
            + " entry.id";

    private final Database database;
    private final int receiptsMax;

    public HandInEntries(Database database) { this(database, RECEIPTS_MAX); }

    /// @param receiptsMax receipts for one box that are looked at
    HandInEntries(Database database, int receiptsMax) {
        this.database = database;
        this.receiptsMax = receiptsMax;
    }

    /// An entry of a direct conversation.
    ///
    /// @param peer the other side of it
    public record Written(Fingerprint peer, Entry entry) {}

    /// The newest boxes, in the order in which they came: those of this author, and some of each other person. Where
    /// others have too many, those of people known better are listed first.
    ///
    /// @param standings how well this user knows the others
    public List<Entry> boxes(Fingerprint self, Standings standings) {
        return database.read(connection -> {
            var authors = new TreeMap<Standing, List<Fingerprint>>();
            for (Fingerprint each : authors(connection)) {
                if (each.equals(self)) continue;
                authors.computeIfAbsent(standings.of(each), _ -> new ArrayList<>()).add(each);
            }
            var rows = new ArrayList<>(rows(connection, List.of(self), BOXES_MAX));
            int left = BOXES_MAX;
            for (List<Fingerprint> each : authors.values()) {
                List<Long> newest = rows(connection, each, BOXES_A_PERSON_MAX).stream()
                        .sorted(Comparator.reverseOrder())
                        .limit(left)
                        .toList();
                rows.addAll(newest);
                left -= newest.size();
                if (left == 0) break; // what others made is not even looked for
            }
            try (PreparedStatement sql = connection.prepareStatement(BY_ROW)) {
                sql.setString(1, rows.toString());
                return Rows.all(sql, Rows::entry);
            }
        });
    }

    /// Who made a box.
    private static List<Fingerprint> authors(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(AUTHORS)) {
            return Rows.all(sql, row -> Fingerprint.of(row.getBytes(1)));
        }
    }

    /// The rows of the newest boxes of each of these.
    private static List<Long> rows(Connection connection, List<Fingerprint> authors, int each) throws SQLException {
        var rows = new ArrayList<Long>();
        try (PreparedStatement sql = connection.prepareStatement(OF_AUTHOR)) {
            for (Fingerprint author : authors) {
                sql.setBytes(1, author.bytes());
                sql.setInt(2, each);
                rows.addAll(Rows.all(sql, row -> row.getLong(1)));
            }
        }
        return rows;
    }

    /// Receipts of an author for one box in all direct conversations, in the order in which they came. Where there are
    /// too many, the newest of each person come before the second newest of anybody, and so on. Among these, those of
    /// people known better come first.
    ///
    /// @param names what the box is called
    /// @param standings how well this user knows the people who handed in
    public List<Written> receipts(Fingerprint author, Set<Reference> names, Standings standings) {
        return database.read(connection -> {
            var people = new TreeMap<Standing, List<List<Long>>>();
            try (PreparedStatement sql = receiptsOf(connection, author, names, RECEIPTS_OF_ALL)) {
                newest(sql).forEach((peer, rows) -> people.computeIfAbsent(standings.of(peer), _ -> new ArrayList<>())
                        .add(rows));
            }
            return written(connection, inTurns(people.values().stream().flatMap(List::stream).toList()));
        });
    }

    /// The newest of them in one direct conversation.
    public List<Written> receipts(Fingerprint author, Set<Reference> names, ConversationId direct) {
        return database.read(connection -> {
            try (PreparedStatement sql = receiptsOf(connection, author, names, RECEIPTS_IN_ONE)) {
                sql.setBytes(3, direct.bytes());
                return written(connection, inTurns(List.copyOf(newest(sql).values())));
            }
        });
    }

    private static PreparedStatement receiptsOf(Connection connection, Fingerprint author, Set<Reference> names,
            String question) throws SQLException {
        PreparedStatement sql = connection.prepareStatement(question);
        sql.setBytes(1, author.bytes());
        sql.setString(2, names.stream()
                .map(name -> '"' + HexFormat.of().toHexDigits(name.idStart()) + '"')
                .collect(Collectors.joining(",", "[", "]")));
        return sql;
    }

    /// The rows of each person, the newest first.
    private Map<Fingerprint, List<Long>> newest(PreparedStatement sql) throws SQLException {
        Map<Fingerprint, List<Long>> people = new LinkedHashMap<>();
        Rows.each(sql, row -> {
            List<Long> theirs = people.computeIfAbsent(Fingerprint.of(row.getBytes(1)), _ -> new ArrayList<>());
            if (theirs.size() < receiptsMax) theirs.add(row.getLong(2));
        });
        return people;
    }

    /// As many rows as are looked at: the first of each person, then the second of each.
    private List<Long> inTurns(List<List<Long>> people) {
        var rows = new ArrayList<Long>();
        boolean more = true;
        for (int turn = 0; more; turn++) {
            more = false;
            for (List<Long> theirs : people) {
                if (rows.size() == receiptsMax) return rows;
                if (turn >= theirs.size()) continue;
                rows.add(theirs.get(turn));
                more = true;
            }
        }
        return rows;
    }

    private static List<Written> written(Connection connection, List<Long> rows) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(WRITTEN)) {
            sql.setString(1, rows.toString());
            return Rows.all(sql, row -> new Written(Fingerprint.of(row.getBytes(1)), Rows.entry(row, 2)));
        }
    }
}
