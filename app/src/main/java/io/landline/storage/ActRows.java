package io.landline.storage;

import io.landline.chat.Again;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.act.Act;
import io.landline.chat.act.Edit;
import io.landline.chat.act.React;
import io.landline.chat.act.Reference;
import io.landline.chat.view.Performed;
import io.landline.chat.view.Shown;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads acts by what they name. As many as can count: a flood of others costs a reader nothing. The database's threads
/// only.
final class ActRows {
    /// Where an entry stands, as columns of the table `act` name it.
    static final String TARGET = " conversation=? AND target_author=? AND target_log=? AND target_number=? AND"
            + " target_id=?";
    static final String POSITION = " lamport, author, number, log_id";
    private static final String ACTS = "SELECT header, signature, body FROM (SELECT entry, lamport, author, number,"
            + " log_id FROM act WHERE" + TARGET + " AND kind=? AND present=1 ORDER BY" + POSITION
            + " LIMIT ?) AS found JOIN entry ON entry.id=found.entry ORDER BY found.lamport, found.author,"
            + " found.number, found.log_id";
    private static final String ANY = "SELECT 1 FROM act WHERE" + TARGET + " AND present=1 LIMIT 1";
    private static final String HELD = "SELECT entry.id, entry.header, entry.signature, entry.body FROM log JOIN entry"
            + " ON entry.log=log.id WHERE log.conversation=? AND log.author=? AND log.log=? AND entry.number=?";

    private final Connection connection;
    private final long conversation;
    private final TwinRows twins;

    /// An entry with its row.
    record Held(long id, Entry entry) {}

    /// @param conversation its row
    ActRows(Connection connection, long conversation) {
        this.connection = connection;
        this.conversation = conversation;
        twins = new TwinRows(connection, this);
    }

    TwinRows twins() {
        return twins;
    }

    /// The entry as a conversation shows it; null for one that no person sees.
    @Nullable
    Shown shown(Entry entry) throws SQLException {
        boolean isUsual = entry.body() == null || !isNamed(entry.reference()) && Again.of(entry) == null;
        if (isUsual) return Shown.of(entry, List.of());
        Set<Reference> names = names(entry);
        var acts = new ArrayList<Performed>();
        for (Reference name : names) acts.addAll(acts(entry.kind(), name));
        return Shown.of(entry, names, acts);
    }

    /// What acts may call an entry with a body.
    Set<Reference> names(Entry entry) throws SQLException {
        var names = new HashSet<>(List.of(entry.reference(), Again.root(entry)));
        for (Held twin : twins.of(entry)) names.add(twin.entry().reference());
        return names;
    }

    /// What is shown where this is named ([TwinRows#shown]).
    @Nullable
    Held present(Reference reference) throws SQLException {
        return twins.shown(reference);
    }

    /// These entries as a conversation shows them, without those that no person sees.
    List<Shown> shown(List<Entry> entries) throws SQLException {
        var shown = new ArrayList<Shown>();
        for (Entry entry : entries) {
            Shown each = shown(entry);
            if (each != null) shown.add(each);
        }
        return shown;
    }

    /// Whether any act names it. Most entries have none, and this is much quicker than to look for each kind.
    boolean isNamed(Reference target) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(ANY)) {
            bind(sql, target);
            return Rows.first(sql, _ -> true) != null;
        }
    }

    /// All acts that name this and can count on an entry of that kind.
    private List<Performed> acts(EntryKind kind, Reference name) throws SQLException {
        var acts = new ArrayList<Performed>();
        boolean isPoll = kind.equals(EntryKind.POLL);
        try (PreparedStatement sql = connection.prepareStatement(ACTS)) {
            int next = bind(sql, name);
            add(acts, sql, next, EntryKind.REACT, Integer.MAX_VALUE);
            add(acts, sql, next, EntryKind.PIN, 1);
            if (kind.equals(EntryKind.TEXT)) add(acts, sql, next, EntryKind.EDIT, Edit.COUNTED_MAX);
            if (isPoll) add(acts, sql, next, EntryKind.VOTE, Integer.MAX_VALUE);
            if (isPoll) add(acts, sql, next, EntryKind.CLOSE, 1);
        }
        return acts;
    }

    private static void add(List<Performed> acts, PreparedStatement sql, int next, EntryKind kind, int max)
            throws SQLException {
        sql.setInt(next, kind.number());
        sql.setInt(next + 1, max);
        for (Entry entry : Rows.all(sql, Rows::entry)) {
            Performed act = Performed.of(entry);
            if (act != null) acts.add(act);
        }
    }

    /// The entries that name this one and are of this kind, in the order of the timeline.
    List<Entry> naming(Reference target, EntryKind kind, int max) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(ACTS)) {
            int next = bind(sql, target);
            sql.setInt(next, kind.number());
            sql.setInt(next + 1, max);
            return Rows.all(sql, Rows::entry);
        }
    }

    /// What a reference names; null where that is not here, or is another entry.
    @Nullable
    Held held(Reference target) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(HELD)) {
            sql.setLong(1, conversation);
            sql.setBytes(2, target.author().bytes());
            sql.setBytes(3, ChatDatabase.bytes(target.log()));
            sql.setLong(4, target.number());
            Held held = Rows.first(sql, ActRows::held);
            return held == null || !held.entry().reference().equals(target) ? null : held;
        }
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(row.getLong(1), Rows.entry(row, 2));
    }

    /// Sets the places of [#TARGET].
    ///
    /// @return the place after them
    int bind(PreparedStatement sql, Reference target) throws SQLException {
        sql.setLong(1, conversation);
        sql.setBytes(2, target.author().bytes());
        sql.setBytes(3, ChatDatabase.bytes(target.log()));
        sql.setLong(4, target.number());
        sql.setBytes(5, ChatDatabase.bytes(target.idStart()));
        return 6;
    }

    /// What an act names; null for an entry that is no act.
    static @Nullable Reference target(Entry entry) {
        Performed performed = Performed.of(entry);
        return performed == null ? null : performed.act().target();
    }

    /// What acts of one kind and person are told apart by: of a reaction its emoji.
    static String topic(Act act) {
        return act instanceof React react ? react.emoji() : "";
    }
}
