package io.landline.storage.entries;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.act.Edit;
import io.landline.chat.act.React;
import io.landline.chat.act.Reference;
import io.landline.chat.view.PerformedAct;
import io.landline.chat.words.CarriedOverEntries;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Rows;
import io.landline.storage.database.TimelineSql;
import io.landline.storage.entries.ContinuedRooms.ShownRoom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads acts of which the first ones in the timeline count: edits, deletes, closes, and the reactions of each person
/// that are on. As many as can count: a flood of others costs a reader nothing. Acts of which the last one counts:
/// [LatestActRows]. The database's threads only.
final class FirstActRows {
    private static final String ACTS = "SELECT header, signature, body FROM (SELECT entry, lamport, author, number,"
            + " log_id FROM act WHERE" + ActRows.TARGET + " AND kind=? AND present=1 AND author=target_author AND"
            + " lamport<=? ORDER BY " + TimelineSql.UP + " LIMIT ?) AS found JOIN entry ON entry.id=found.entry"
            + " ORDER BY " + TimelineSql.of("found", TimelineSql.UP);
    /// All that is seen of them.
    private static final String REACTIONS = "SELECT header, signature, body FROM (SELECT entry, row_number() OVER"
            + " (PARTITION BY author ORDER BY lamport, number, log_id) AS place FROM act WHERE" + ActRows.TARGET
            + " AND kind=8 AND present=1 AND is_on=1) AS found JOIN entry ON entry.id=found.entry WHERE place<=?";
    /// The last edit that counts. Of the others the index alone is read.
    private static final String PRESENT_EDIT = "SELECT header, signature, body FROM entry WHERE id=(SELECT entry FROM"
            + " (SELECT entry, lamport, author, number, log_id FROM act WHERE" + ActRows.TARGET + " AND kind=6 AND"
            + " present=1 AND author=target_author ORDER BY " + TimelineSql.UP + " LIMIT ?) ORDER BY "
            + TimelineSql.DOWN + " LIMIT 1)";
    private static final String EDITS_BEFORE = "SELECT count(*) FROM (SELECT 1 FROM act WHERE" + ActRows.TARGET
            + " AND kind=6 AND present=1 AND (" + TimelineSql.UP + ") < (?, ?, ?, ?) LIMIT ?)";

    private final Connection connection;

    FirstActRows(Connection connection) { this.connection = connection; }

    /// The first ones that name this and are of this kind, which only the author of the target may do: edits and
    /// closes. Of those alone that the conversation shows.
    List<Entry> naming(ShownRoom room, Reference name, EntryKind kind, int max) throws SQLException {
        CarriedOverEntries shows = room.shows();
        long until = shows == null || shows.people().contains(name.author()) ? Long.MAX_VALUE : shows.clock();
        return naming(room.row(), name, kind, until, max);
    }

    /// The first ones of a room that name this and are of this kind, by the author of the target alone: earlier
    /// versions kept deletes that name what is another's.
    ///
    /// @param room the row of its conversation
    List<Entry> naming(long room, Reference name, EntryKind kind, int max) throws SQLException {
        return naming(room, name, kind, Long.MAX_VALUE, max);
    }

    private List<Entry> naming(long room, Reference name, EntryKind kind, long lamportMax, int max)
            throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(ACTS)) {
            int next = ActRows.bind(sql, room, name);
            sql.setInt(next, kind.number());
            sql.setLong(next + 1, lamportMax);
            sql.setInt(next + 2, max);
            return Rows.all(sql, Rows::entry);
        }
    }

    /// Of each person the first reactions that are on.
    ///
    /// @param room the row of its conversation
    List<Entry> reactions(long room, Reference name) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(REACTIONS)) {
            sql.setInt(ActRows.bind(sql, room, name), React.SHOWN_A_PERSON);
            return Rows.all(sql, Rows::entry);
        }
    }

    /// The last edit that counts; null where the message was not edited.
    ///
    /// @param room the row of its conversation
    @Nullable
    Entry presentEdit(long room, Reference message) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(PRESENT_EDIT)) {
            sql.setInt(ActRows.bind(sql, room, message), Edit.COUNTED_MAX);
            return Rows.first(sql, Rows::entry);
        }
    }

    /// Whether more edits stand before this one than count. Much quicker than to look at what is shown.
    ///
    /// @param room the row of its conversation
    boolean isBeyond(long room, PerformedAct edit) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(EDITS_BEFORE)) {
            int next = ActRows.bind(sql, room, edit.act().target());
            sql.setLong(next++, edit.position().lamport());
            sql.setBytes(next++, edit.position().author().bytes());
            sql.setLong(next++, edit.position().number());
            sql.setBytes(next++, ChatDatabase.bytes(edit.position().log()));
            sql.setInt(next, Edit.COUNTED_MAX);
            Integer before = Rows.first(sql, row -> row.getInt(1));
            return before != null && before == Edit.COUNTED_MAX;
        }
    }
}
