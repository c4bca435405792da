package io.landline.storage.entries;

import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.TimelinePosition;
import io.landline.chat.act.Act;
import io.landline.chat.act.Close;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.Pin;
import io.landline.chat.act.React;
import io.landline.chat.act.Reference;
import io.landline.chat.act.Vote;
import io.landline.chat.view.PerformedAct;
import io.landline.storage.database.Rows;
import io.landline.storage.database.TimelineSql;
import io.landline.storage.entries.ActRows.StoredEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Keeps the rows of acts (the table `act`), and which of them count. Rivals are acts of which one takes the place of
/// another: the last of them in the timeline counts, in whatever order they come and go. Within the caller's
/// transaction; the writer's thread only.
final class CountingActs {
    private static final String RIVALS = ActRows.TARGET + " AND kind=? AND rival=? AND topic=? AND present=?"
            + " ORDER BY " + TimelineSql.DOWN + " LIMIT 1";

    private final Connection connection;
    private final ActRows acts;

    CountingActs(Connection connection, ActRows acts) {
        this.connection = connection;
        this.acts = acts;
    }

    /// Nobody edits, deletes or closes what is another's. What a delete names beside its target counts alike: of the
    /// deletes that name an entry only some are looked at, and those of others must not hide the author's.
    static boolean mayCount(PerformedAct performed) {
        Act act = performed.act();
        boolean byTheAuthorAlone = act instanceof Edit || act instanceof Delete || act instanceof Close;
        return !byTheAuthorAlone || performed.isByTheAuthor();
    }

    /// @param id the row of the act's entry
    void add(long id, PerformedAct performed) throws SQLException {
        Act act = performed.act();
        byte @Nullable [] rival = rivalKey(performed);
        insert(id, 0, act.target(), performed, rival, rival == null || takesItsPlace(performed, rival));
        if (!(act instanceof Delete delete)) return;
        for (int i = 0; i < delete.edits().size(); i++) {
            Reference named = delete.edits().get(i);
            if (named.author().equals(performed.author())) insert(id, i + 1, named, performed, null, true);
        }
    }

    /// The row that leads from what a message was first to what its author wrote again.
    ///
    /// @param id the row of what was written again
    void addRewritten(long id, Reference first, Entry again) throws SQLException {
        insert(id, 0, first, again.kind(), "", again.position(), null, true, false);
    }

    /// A delete of another room that names entries of this one.
    ///
    /// @param id the row of the delete
    /// @param slot tells the rows of one entry apart
    /// @param here what it deletes in this room
    /// @return the slot after them
    int addDeletes(long id, int slot, Deletion here, Entry delete) throws SQLException {
        int next = slot;
        for (Reference named : here.named()) {
            if (named.author().equals(delete.author())) {
                insert(id, next, named, EntryKind.DELETE, "", delete.position(), null, true, false);
            }
            next++;
        }
        return next;
    }

    /// Whether the delete of this row deletes something in this room already.
    boolean isOfThisRoom(long id) throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("SELECT 1 FROM act WHERE entry=? AND conversation=?")) {
            sql.setLong(1, id);
            sql.setLong(2, acts.conversation());
            return Rows.first(sql, _ -> true) != null;
        }
    }

    /// A slot after all that the delete of this row has.
    int freeSlot(long id) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT max(slot) FROM act WHERE entry=?")) {
            sql.setLong(1, id);
            Integer last = Rows.first(sql, row -> row.getInt(1));
            return Math.max(last == null ? 0 : last, Edit.COUNTED_MAX) + 1;
        }
    }

    /// Takes [#add] back; the last of its rivals that are left counts again.
    ///
    /// @return whether it was here
    boolean remove(long id, PerformedAct performed) throws SQLException {
        if (!remove(id)) return false;
        byte @Nullable [] rival = rivalKey(performed);
        if (rival != null && lastOf(performed, rival, true) == null) {
            StoredEntry next = lastOf(performed, rival, false);
            if (next != null) setPresent(next.id(), true);
        }
        return true;
    }

    /// Takes [#addRewritten] back.
    ///
    /// @return whether it was here
    boolean remove(long id) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("DELETE FROM act WHERE entry=?")) {
            sql.setLong(1, id);
            return sql.executeUpdate() > 0;
        }
    }

    /// The author of a later act that takes the place of this one: null for nobody, empty for anybody.
    private static byte @Nullable [] rivalKey(PerformedAct performed) {
        return switch (performed.act()) {
            case Edit _, Delete _, Close _ -> null;
            case Pin _ -> new byte[0];
            default -> performed.author().bytes();
        };
    }

    /// Whether it comes after all its rivals in the timeline; if so, the last of them does not count any more.
    private boolean takesItsPlace(PerformedAct performed, byte[] rival) throws SQLException {
        StoredEntry last = lastOf(performed, rival, true);
        if (last == null) return true;
        if (last.entry().position().compareTo(performed.position()) > 0) return false;
        setPresent(last.id(), false);
        return true;
    }

    private @Nullable StoredEntry lastOf(PerformedAct performed, byte[] rival, boolean present) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT id, header, signature, body FROM entry WHERE"
                + " id=(SELECT entry FROM act WHERE" + RIVALS + ")")) {
            int next = acts.bind(sql, performed.act().target());
            sql.setInt(next, kind(performed.act()).number());
            sql.setBytes(next + 1, rival);
            sql.setString(next + 2, topic(performed.act()));
            sql.setBoolean(next + 3, present);
            return Rows.first(sql, row -> new StoredEntry(row.getLong(1), Rows.entry(row, 2)));
        }
    }

    private void setPresent(long id, boolean present) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("UPDATE act SET present=? WHERE entry=?")) {
            sql.setBoolean(1, present);
            sql.setLong(2, id);
            sql.executeUpdate();
        }
    }

    private void insert(long id, int slot, Reference target, PerformedAct performed, byte @Nullable [] rival,
            boolean present) throws SQLException {
        Act act = performed.act();
        insert(id, slot, target, kind(act), topic(act), performed.position(), rival, present,
                act instanceof React react && react.on() || act instanceof Pin pin && pin.on());
    }

    private void insert(long id, int slot, Reference target, EntryKind kind, String topic, TimelinePosition position,
            byte @Nullable [] rival, boolean present, boolean isOn) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(
                "INSERT INTO act (conversation, target_author, target_log, target_number, target_id, kind, topic,"
                        + " rival, present, is_on, lamport, author, number, log_id, entry, slot)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int next = acts.bind(sql, target);
            sql.setInt(next, kind.number());
            sql.setString(next + 1, topic);
            sql.setBytes(next + 2, rival);
            sql.setBoolean(next + 3, present);
            sql.setBoolean(next + 4, isOn);
            next = TimelineSql.setEdge(sql, next + 5, position);
            sql.setLong(next, id);
            sql.setInt(next + 1, slot);
            sql.executeUpdate();
        }
    }

    private static EntryKind kind(Act act) {
        return switch (act) {
            case Edit _ -> EntryKind.EDIT;
            case Delete _ -> EntryKind.DELETE;
            case Pin _ -> EntryKind.PIN;
            case Close _ -> EntryKind.CLOSE;
            case React _ -> EntryKind.REACT;
            case Vote _ -> EntryKind.VOTE;
        };
    }

    /// What acts of one kind and person are told apart by: of a reaction its emoji.
    private static String topic(Act act) {
        return act instanceof React react ? react.emoji() : "";
    }
}
