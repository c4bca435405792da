package io.landline.storage.entries;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.act.Reference;
import io.landline.chat.words.CarriedOverEntries;
import io.landline.peer.Fingerprint;
import io.landline.storage.database.Rows;
import io.landline.storage.database.TimelineSql;
import io.landline.storage.entries.ContinuedRooms.ShownRoom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Reads acts of which a later one takes the place of an earlier one: reactions, pins and votes. Each person and emoji
/// is looked up by an index, and what came before the last one is never read. So who acts again and again costs as much
/// as somebody who acts once. The database's threads only.
final class LatestActRows {
    /// Emoji of one person on one message that are looked at where the message has several names or rooms: four times
    /// as many as are shown.
    static final int TOPICS_A_PERSON_MAX = 32;
    private static final String NAMED = " conversation=?1 AND target_author=?2 AND target_log=?3 AND target_number=?4"
            + " AND target_id=?5 AND kind=?6";
    private static final String LAST = " ORDER BY " + TimelineSql.DOWN + " LIMIT 1";
    private static final String OF_TOPIC = "(SELECT entry FROM act WHERE" + NAMED + " AND rival=key AND topic=name AND"
            + " present=%d AND lamport<=until" + LAST + ")";
    /// The last one of each person and topic that stands at or before a Lamport time, of some people without that
    /// bound. Where the very last one stands later, the one before it counts, which is not present any more.
    private static final String LATEST = "WITH RECURSIVE person(key) AS (SELECT min(rival) FROM act WHERE" + NAMED
            + " AND rival IS NOT NULL UNION ALL SELECT (SELECT min(rival) FROM act WHERE" + NAMED
            + " AND rival>key) FROM person WHERE key IS NOT NULL), topic(key, until, name, place) AS (SELECT key,"
            + " iif(key IN (SELECT unhex(value) FROM json_each(?7)), 9223372036854775807, ?8),"
            + " (SELECT min(topic) FROM act WHERE" + NAMED + " AND rival=key), 1 FROM person WHERE key IS NOT NULL"
            + " UNION ALL SELECT key, until, (SELECT min(topic) FROM act WHERE" + NAMED + " AND rival=key AND"
            + " topic>name), place+1 FROM topic WHERE name IS NOT NULL AND place<?9)"
            + " SELECT header, signature, body FROM (SELECT coalesce(" + OF_TOPIC.formatted(1) + ", "
            + OF_TOPIC.formatted(0) + ") AS last FROM topic WHERE name IS NOT NULL) JOIN entry ON entry.id=last";
    private static final String OF_ANYBODY = "SELECT * FROM (SELECT entry, lamport, author, number, log_id FROM act"
            + " WHERE" + NAMED + " AND rival=x'' AND topic='' AND present=%d AND lamport<=?8" + LAST + ")";
    /// The last pin of a message by anybody, with the same bound.
    private static final String PIN = "SELECT header, signature, body FROM (" + OF_ANYBODY.formatted(1)
            + " UNION ALL " + OF_ANYBODY.formatted(0) + " UNION ALL SELECT pin.entry, pin.lamport, pin.author,"
            + " pin.number, pin.log_id FROM json_each(?7) AS person CROSS JOIN act AS pin ON pin.slot=0 AND pin.entry="
            + "(SELECT entry FROM act WHERE" + NAMED.replace("kind=?6", "kind=9")
            + " AND author=unhex(person.value)" + LAST + ")" + LAST + ") AS last JOIN entry ON entry.id=last.entry";

    private final Connection connection;

    LatestActRows(Connection connection) { this.connection = connection; }

    /// Of each person the last one that the conversation shows; of reactions for each emoji.
    List<Entry> latest(ShownRoom room, Reference target, EntryKind kind) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(LATEST)) {
            bind(sql, room, target, kind);
            sql.setInt(9, TOPICS_A_PERSON_MAX);
            return Rows.all(sql, Rows::entry);
        }
    }

    /// The last pin that the conversation shows; empty for none.
    List<Entry> pin(ShownRoom room, Reference target) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(PIN)) {
            bind(sql, room, target, EntryKind.PIN);
            return Rows.all(sql, Rows::entry);
        }
    }

    private static void bind(PreparedStatement sql, ShownRoom room, Reference target, EntryKind kind)
            throws SQLException {
        ActRows.bind(sql, room.row(), target);
        sql.setInt(6, kind.number());
        CarriedOverEntries shows = room.shows();
        sql.setString(7, shows == null ? "[]" : json(shows.people()));
        sql.setLong(8, shows == null ? Long.MAX_VALUE : shows.clock());
    }

    /// Their fingerprints in hex digits.
    static String json(Collection<Fingerprint> people) {
        return people.stream().map(each -> '"' + each.hex() + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
