package io.landline.storage.entries;

import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.RewrittenMessage;
import io.landline.chat.act.Act;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.Reference;
import io.landline.chat.view.EntryView;
import io.landline.chat.view.PerformedAct;
import io.landline.room.ConversationId;
import io.landline.storage.choices.SqliteDrafts;
import io.landline.storage.database.Rows;
import io.landline.storage.database.SearchableText;
import io.landline.storage.database.TimelineSql;
import io.landline.storage.entries.ActRows.StoredEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Keeps what acts change beside the entries: which of them count ([CountingActs]), what the search finds, and that
/// deleted bodies are gone (docs/protocol/acts.md, "Deleted bodies"). Whatever comes first, the outcome is the same.
/// Within the caller's transaction; the writer's thread only.
final class ActWriter {
    /// Of one entry: any of them is the proof.
    private static final int DELETES_LOOKED_AT = 16;

    private final Connection connection;
    private final ActRows acts;
    private final CountingActs counting;
    private final ShownRows view;
    private final DeletesElsewhere elsewhere;
    private final Runnable erased;
    private final OverwriteAllowance allowance;

    /// @param conversation its row
    /// @param erased is run when a body went that was held
    ActWriter(Connection connection, long conversation, Runnable erased, OverwriteAllowance allowance) {
        this.connection = connection;
        this.erased = erased;
        this.allowance = allowance;
        acts = new ActRows(connection, conversation);
        counting = new CountingActs(connection, acts);
        view = new ShownRows(connection, allowance);
        elsewhere = new DeletesElsewhere(connection);
    }

    /// Whether an act that is held names this entry, which is not stored yet.
    boolean isNamed(Entry entry) throws SQLException {
        return acts.isNamed(entry.reference());
    }

    /// The entry as it may be stored: without its body where a delete of it is held.
    Entry obeyed(Entry entry) throws SQLException {
        if (entry.body() == null || !isDeletable(entry.kind())) return entry;
        for (Entry delete : acts.naming(entry.reference(), EntryKind.DELETE, DELETES_LOOKED_AT)) {
            Deletion deletion = Deletion.in(entry.header().conversation(), delete);
            if (deletion != null && deletion.covers(entry)) return entry.deletedBy(deletion);
        }
        return entry;
    }

    private static boolean isDeletable(EntryKind kind) {
        return kind.equals(EntryKind.TEXT) || kind.equals(EntryKind.POLL) || kind.equals(EntryKind.EDIT);
    }

    /// The row of a proof; null for none.
    @Nullable
    Long deletion(@Nullable Deletion deletion) throws SQLException {
        if (deletion == null) return null;
        Entry delete = deletion.entry();
        try (PreparedStatement sql = connection.prepareStatement(
                "INSERT INTO deletion (hash, header, signature, body) VALUES (?, ?, ?, ?) ON CONFLICT (hash) DO UPDATE"
                        + " SET hash=excluded.hash RETURNING id")) {
            sql.setBytes(1, delete.hash());
            sql.setBytes(2, delete.headerBytes());
            sql.setBytes(3, delete.signature());
            sql.setBytes(4, delete.body());
            return Objects.requireNonNull(Rows.first(sql, row -> row.getLong(1)), "an upsert returns its row");
        }
    }

    /// Forgets the proof of a delete that no entry needs any more.
    ///
    /// @param proof its row
    static void forgetWhereUnused(Connection connection, long proof) throws SQLException {
        Rows.update(connection, "DELETE FROM deletion WHERE id=? AND NOT EXISTS (SELECT 1 FROM entry INDEXED BY"
                + " entry_deletion WHERE entry.deletion=deletion.id)", proof);
    }

    /// Takes in what a stored entry changes: its text is found from now on, or its act counts.
    ///
    /// @param alone how it is seen without any acts; null where nothing is to be seen
    /// @param named as [#isNamed] says
    void added(long id, Entry entry, @Nullable EntryView alone, boolean named) throws SQLException {
        if (RewrittenMessage.isCarriedBy(entry.kind())) {
            addedMessage(id, entry, alone, named);
            return;
        }
        if (entry.body() == null) return;
        PerformedAct performed = PerformedAct.of(entry);
        if (performed == null || !CountingActs.mayCount(performed)) return;
        Act act = performed.act();
        StoredEntry target = act instanceof Edit && !acts.isBeyond(performed) ? acts.present(act.target()) : null;
        String before = target == null ? null : text(target.entry());
        counting.add(id, performed);
        if (target != null) changed(target, before);
        if (act instanceof Delete) obey(id, entry);
    }

    private void addedMessage(long id, Entry entry, @Nullable EntryView alone, boolean named) throws SQLException {
        if (entry.body() == null) {
            for (Entry delete : acts.naming(entry.reference(), EntryKind.DELETE, DELETES_LOOKED_AT)) {
                hideTwins(Deletion.in(entry.header().conversation(), delete));
            }
            hideTwins(entry.deletion());
            return;
        }
        if (alone == null) return; // nobody can read it, or it was given of a shelf
        Reference first = RewrittenMessage.of(entry);
        if (first == null && !named) {
            view.addToSearch(id, SearchableText.of(alone));
            return;
        }
        if (first != null && acts.twins().areMany(first, entry.kind())) {
            view.set(id, false);
            return;
        }
        acts.twins().without(id, () -> hideShown(acts.twins().ofItsSide(entry)));
        if (first != null) counting.addRewritten(id, first, entry);
        view.set(id, false);
        show(RewrittenMessage.shown(entry.kind(), acts.twins().of(entry)));
    }

    /// Of messages that were deleted together one placeholder is shown.
    private void hideTwins(@Nullable Deletion deletion) throws SQLException {
        if (deletion == null || deletion.named().size() == 1) return;
        for (List<StoredEntry> together : acts.twins().deletedBy(deletion)) {
            for (StoredEntry each : together) if (each.id() != together.getLast().id()) view.set(each.id(), false);
        }
    }

    /// The one of these twins that is shown.
    ///
    /// @return whether there is one
    private boolean hideShown(List<StoredEntry> twins) throws SQLException {
        for (StoredEntry each : twins) {
            if (!view.isShown(each.id())) continue;
            hide(each);
            return true;
        }
        return false;
    }

    private void hide(StoredEntry message) throws SQLException {
        view.takeFromSearch(message.id(), text(message.entry()));
        view.set(message.id(), false);
    }

    private void show(StoredEntry message) throws SQLException {
        view.set(message.id(), true);
        view.addToSearch(message.id(), text(message.entry()));
    }

    /// A delete may also delete what stands in earlier rooms that its own room continues. Of rooms that are not here
    /// only that is kept: a member may name any. What comes of them later is looked at then ([BegunRooms]).
    private void obey(long id, Entry delete) throws SQLException {
        ConversationId own = delete.header().conversation();
        int slot = Edit.COUNTED_MAX + 1;
        for (Deletion each : Deletion.all(delete)) {
            ConversationId room = each.entry().header().conversation();
            if (room.equals(own)) {
                obey(each);
                continue;
            }
            elsewhere.add(id, room);
            Long row = TimelineSql.rowOf(connection, room);
            if (row == null) continue;
            var there = new ActWriter(connection, row, erased, allowance);
            slot = there.counting.addDeletes(id, slot, each, delete);
            there.obey(each);
        }
    }

    /// The conversation is here from now on: deletes of later rooms that are held may name what comes, and what came
    /// since.
    ///
    /// @param after the row of the last delete that was looked at
    /// @param max deletes that are looked at
    /// @return the row of the last of these; null where no more follow
    @Nullable
    Long begins(ConversationId conversation, long after, int max) throws SQLException {
        return elsewhere.next(conversation, after, max, (id, delete) -> {
            if (counting.isOfThisRoom(id)) return;
            Deletion deletion = Deletion.in(conversation, delete);
            if (deletion == null) return;
            counting.addDeletes(id, counting.freeSlot(id), deletion, delete);
            obey(deletion);
        });
    }

    private void obey(Deletion deletion) throws SQLException {
        for (Reference named : deletion.named()) {
            StoredEntry held = acts.held(named);
            if (held != null && deletion.covers(held.entry())) erase(held, deletion);
        }
        hideTwins(deletion); // once for all of them: each look at it looks at all
    }

    /// Takes a body away, unless it has gone already.
    void erase(Entry deleted) throws SQLException {
        StoredEntry held = acts.held(deleted.reference());
        if (held == null) return;
        Deletion deletion = Objects.requireNonNull(deleted.deletion(), "the proof");
        erase(held, deletion);
        hideTwins(deletion);
    }

    /// [#hideTwins] follows.
    private void erase(StoredEntry held, Deletion deletion) throws SQLException {
        if (held.entry().body() == null) return;
        forget(held.id(), held.entry());
        try (PreparedStatement sql = connection
                .prepareStatement("UPDATE entry SET body=NULL, deletion=? WHERE id=?")) {
            sql.setObject(1, deletion(deletion));
            sql.setLong(2, held.id());
            sql.executeUpdate();
        }
        SqliteDrafts.forgetChange(connection, held.entry().id());
        if (RewrittenMessage.isCarriedBy(held.entry().kind())) view.set(held.id(), true);
        erased.run();
    }

    /// Takes back what [#added] did, before the entry or its body goes: another may count in the place of its act.
    void forget(long id, Entry entry) throws SQLException {
        if (entry.body() == null) return;
        if (RewrittenMessage.isCarriedBy(entry.kind())) {
            forgetMessage(id, entry);
            return;
        }
        PerformedAct performed = PerformedAct.of(entry);
        if (performed == null) return;
        StoredEntry target = performed.act() instanceof Edit ? acts.present(performed.act().target()) : null;
        String before = target == null ? null : text(target.entry());
        if (!counting.remove(id, performed)) return;
        if (target != null) changed(target, before);
    }

    private void forgetMessage(long id, Entry entry) throws SQLException {
        List<StoredEntry> all = acts.twins().ofItsSide(entry);
        if (all.size() <= 1 && RewrittenMessage.of(entry) == null) {
            view.takeFromSearch(id, text(entry));
            return;
        }
        boolean shown = hideShown(all);
        counting.remove(id);
        List<StoredEntry> others = TwinRows.counted(all.stream().filter(each -> each.id() != id).toList());
        if (!shown || others.isEmpty()) return;
        acts.twins().without(id, () -> show(RewrittenMessage.shown(entry.kind(), others)));
    }

    /// The present text of a message may be another now than the one that the search finds it by.
    void changed(StoredEntry target, @Nullable String before) throws SQLException {
        String now = text(target.entry());
        if (Objects.equals(before, now) || !view.isShown(target.id())) return;
        view.takeFromSearch(target.id(), before);
        view.addToSearch(target.id(), now);
    }

    /// What the search finds an entry by now; null for nothing.
    private @Nullable String text(Entry entry) throws SQLException {
        return acts.searchable(entry);
    }
}
