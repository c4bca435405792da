package io.landline.storage.chat;

import io.landline.chat.Entry;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.database.Database;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// The entries that hand-in boxes are made of (docs/protocol/hand-in.md). A receipt is found by its author and its
/// receiver. So a flood of other receipts neither hides it nor slows the search. Reads only. Any thread; each call
/// waits for the database, and throws a [StorageException].
public final class HandInEntries {
    /// The newest own boxes that are listed: a school year of many classes. As many boxes of others are listed.
    public static final int BOXES_MAX = 1_000;
    /// How many of these may be of one person, so that nobody can fill the list.
    public static final int BOXES_A_PERSON_MAX = 100;
    /// Receipts that are looked at, the newest: thirty people hand in once a day for a year.
    public static final int RECEIPTS_MAX = 10_000;
    /// Looks at each author once and at no more boxes of one than are listed, so that a flood costs no time either.
    private static final String BOXES = "WITH RECURSIVE author(key) AS (SELECT min(author) FROM entry WHERE kind=13"
            + " UNION ALL SELECT (SELECT min(author) FROM entry WHERE kind=13 AND author>key) FROM author"
            + " WHERE key IS NOT NULL) SELECT header, signature, body FROM entry WHERE id IN (SELECT * FROM (SELECT"
            + " id FROM entry WHERE kind=13 AND author=?1 ORDER BY id DESC LIMIT ?2) UNION SELECT * FROM (SELECT"
            + " box.id FROM author CROSS JOIN entry AS box WHERE box.kind=13 AND box.author=key AND box.id>"
            + " ifnull((SELECT id FROM entry WHERE kind=13 AND author=key ORDER BY id DESC LIMIT 1 OFFSET ?3), 0)"
            + " ORDER BY box.id DESC LIMIT ?2)) ORDER BY id";
    /// In direct conversations alone: elsewhere a receipt counts for nothing.
    private static final String RECEIPTS = "SELECT peer, header, signature, body FROM conversation CROSS JOIN log ON"
            + " log.conversation=conversation.id CROSS JOIN entry ON entry.log=log.id WHERE peer IS NOT NULL AND"
            + " log.author=?1 AND entry.kind=14";
    private static final String IN_ONE = " AND conversation.conversation=?3";
    private static final String NEWEST = " ORDER BY entry.id DESC LIMIT ?2";

    private final Database database;

    public HandInEntries(Database database) { this.database = database; }

    /// An entry of a direct conversation.
    ///
    /// @param peer the other side of it
    public record Written(Fingerprint peer, Entry entry) {}

    /// The newest boxes, in the order in which they came: those of this author, and some of each other person.
    public List<Entry> boxes(Fingerprint self) {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(BOXES)) {
                sql.setBytes(1, self.bytes());
                sql.setInt(2, BOXES_MAX);
                sql.setInt(3, BOXES_A_PERSON_MAX);
                return Rows.all(sql, Rows::entry);
            }
        });
    }

    /// The newest receipts of an author in all direct conversations, in the order in which they came.
    public List<Written> receipts(Fingerprint author) {
        return database.read(connection -> {
            try (PreparedStatement sql = receiptsOf(connection, author, RECEIPTS + NEWEST)) {
                return written(sql);
            }
        });
    }

    /// The same in one direct conversation.
    public List<Written> receipts(Fingerprint author, ConversationId direct) {
        return database.read(connection -> {
            try (PreparedStatement sql = receiptsOf(connection, author, RECEIPTS + IN_ONE + NEWEST)) {
                sql.setBytes(3, direct.bytes());
                return written(sql);
            }
        });
    }

    private static PreparedStatement receiptsOf(Connection connection, Fingerprint author, String question)
            throws SQLException {
        PreparedStatement sql = connection.prepareStatement(question);
        sql.setBytes(1, author.bytes());
        sql.setInt(2, RECEIPTS_MAX);
        return sql;
    }

    private static List<Written> written(PreparedStatement sql) throws SQLException {
        return Rows.all(sql, row -> new Written(Fingerprint.of(row.getBytes(1)), Rows.entry(row, 2))).reversed();
    }
}
