package io.landline.storage.chat;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.LogKey;
import io.landline.chat.act.Close;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.Pin;
import io.landline.chat.act.React;
import io.landline.chat.act.Reference;
import io.landline.chat.act.Vote;
import io.landline.chat.view.EntryView;
import io.landline.chat.view.PerformedAct;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.shelf.TakeField;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Database;
import io.landline.storage.database.IdRange;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import io.landline.storage.database.TimelineSql;
import io.landline.storage.entries.ActRows;
import io.landline.storage.entries.ActRows.StoredEntry;
import io.landline.storage.entries.ActRows.Words;
import io.landline.storage.entries.PinRows;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Entries with what was done with them (docs/protocol/acts.md, "What a conversation shows"), found by an index. Reads
/// only. Any thread; each call waits for the database, and throws a [StorageException].
public final class TimelineViews {
    /// Digits of an id that people type at least.
    public static final int ID_DIGITS_MIN = 8;
    private static final String BY_ID = "SELECT conversation.conversation, conversation.peer, header, signature, body"
            + " FROM entry CROSS JOIN conversation ON conversation.id=entry.conversation"
            + " WHERE substr(hash, 1, 8) BETWEEN ? AND ? LIMIT ?";
    /// Of these kinds ([io.landline.chat.RewrittenMessage#isCarriedBy]) only what was written again has rows there.
    static final String FIRST = "SELECT DISTINCT act.conversation, conversation.conversation,"
            + " conversation.peer, target_author, target_log, target_number, target_id FROM act JOIN conversation ON"
            + " conversation.id=act.conversation WHERE present=1 AND kind IN (1, 2, 10, 13) AND"
            + " target_id BETWEEN ? AND ?";
    private static final String TAKEN = "SELECT 1 FROM entry WHERE substr(hash, 1, 8)=? AND hash=? AND EXISTS"
            + " (SELECT 1 FROM shelf_answer WHERE shelf_answer.entry=entry.id)";
    private static final String FORKS = "SELECT author, log, number FROM log_fork WHERE conversation=?";

    private final Database database;

    public TimelineViews(Database database) { this.database = database; }

    /// An entry, and where it is.
    ///
    /// @param peer of a direct conversation the other; null for a room's
    public record Located(ConversationId conversation, @Nullable Fingerprint peer, Entry entry) {}

    /// These entries of one conversation as they are shown now, without those that no person sees.
    public List<EntryView> shown(ConversationId conversation, List<Entry> entries) {
        if (entries.isEmpty()) return List.of();
        return database.read(connection -> {
            ActRows acts = ActRows.of(connection, conversation);
            return acts == null ? List.of() : acts.shown(entries);
        });
    }

    /// What these references name, as it is shown now; what is not here is left out.
    public Map<Reference, EntryView> named(ConversationId conversation, Collection<Reference> references) {
        if (references.isEmpty()) return Map.of();
        return database.read(connection -> {
            var named = new HashMap<Reference, EntryView>();
            ActRows acts = ActRows.of(connection, conversation);
            if (acts == null) return named;
            for (Reference reference : references) {
                StoredEntry held = acts.present(reference);
                EntryView shown = held == null ? null : acts.shown(held.entry());
                if (shown != null) named.put(reference, shown);
            }
            return named;
        });
    }

    /// The message that an act names, with those earlier acts on it that matter to the new one. For an edit or a close
    /// these are all, for other acts a delete alone. Null if the message is not here, or if too many edits came before
    /// that this one does not count.
    public @Nullable EntryView target(ConversationId conversation, PerformedAct performed) {
        return database.<@Nullable EntryView>read(connection -> {
            ActRows acts = ActRows.of(connection, conversation);
            StoredEntry held = acts == null ? null : acts.present(performed.act().target());
            if (acts == null || held == null) return null;
            return switch (performed.act()) {
                case Edit _ -> acts.isBeyond(performed) ? null : acts.shown(held.entry());
                case Close _ -> acts.shown(held.entry());
                case Delete _, Pin _, React _, Vote _ -> EntryView.of(held.entry(), List.of());
            };
        });
    }

    /// The logs of a conversation of which the author signed two entries of one number, and the lowest such number.
    public Map<LogKey, Long> forks(ConversationId conversation) {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(FORKS)) {
                sql.setBytes(1, conversation.bytes());
                var numbers = new HashMap<LogKey, Long>();
                Rows.each(sql, row -> {
                    long log = ChatDatabase.logId(row.getBytes(2));
                    numbers.put(new LogKey(conversation, Fingerprint.of(row.getBytes(1)), log), row.getLong(3));
                });
                return numbers;
            }
        });
    }

    /// Whether more entries are held that are this message.
    public boolean isTwin(Entry entry) {
        return database.read(connection -> {
            ActRows acts = ActRows.of(connection, entry.header().conversation());
            return acts != null && acts.twins().of(entry).size() > 1;
        });
    }

    /// What else this message is called, because its author wrote it again ([io.landline.chat.RewrittenMessage]).
    public List<Reference> twins(Entry entry) {
        return database.read(connection -> {
            ActRows acts = ActRows.of(connection, entry.header().conversation());
            if (acts == null || entry.body() == null) return List.of();
            return acts.names(entry).stream().filter(name -> !name.equals(entry.reference())).toList();
        });
    }

    /// What holds the words of a message ([ActRows#words]).
    public Words words(Entry message, int editsMax) {
        return database.read(connection -> {
            ActRows acts = ActRows.of(connection, message.header().conversation());
            if (acts == null || message.body() == null) return new Words(Set.of(message.reference()), List.of());
            return acts.words(message, editsMax);
        });
    }

    /// What is pinned in a conversation and in those that it continues, the latest pin first.
    public List<EntryView> pinned(ConversationId conversation) {
        return database.read(connection -> {
            Long row = TimelineSql.rowOf(connection, conversation);
            return row == null ? List.of() : new PinRows(connection).pinned(row);
        });
    }

    /// The entries of all conversations with an id that begins with these hex digits.
    ///
    /// @param digits [#ID_DIGITS_MIN] to 32
    public List<Located> withId(String digits, int limit) {
        IdRange range = IdRange.of(digits, Long.BYTES);
        String wanted = digits.toLowerCase(Locale.ROOT);
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(BY_ID)) {
                sql.setBytes(1, range.first());
                sql.setBytes(2, range.last());
                sql.setInt(3, limit);
                return Rows.all(sql, TimelineViews::located)
                        .stream()
                        .filter(each -> each.entry().id().hex().startsWith(wanted))
                        .toList();
            }
        });
    }

    /// What stands in the place of messages whose first id begins with these hex digits, and that their authors had to
    /// write again ([io.landline.chat.RewrittenMessage]).
    ///
    /// @param digits [#ID_DIGITS_MIN] to 32, of which the first 16 tell
    public List<Located> writtenAgain(String digits) {
        IdRange range = IdRange.of(digits, Long.BYTES);
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(FIRST)) {
                sql.setBytes(1, range.first());
                sql.setBytes(2, range.last());
                var found = new LinkedHashMap<EntryId, Located>();
                for (First first : Rows.all(sql, TimelineViews::first)) {
                    StoredEntry held = new ActRows(connection, first.row()).present(first.reference());
                    if (held == null) continue;
                    found.put(held.entry().id(), new Located(first.conversation(), first.peer(), held.entry()));
                }
                return List.copyOf(found.values());
            }
        });
    }

    /// What a message was first, and where.
    private record First(long row, ConversationId conversation, @Nullable Fingerprint peer, Reference reference) {}

    private static First first(ResultSet row) throws SQLException {
        byte[] peer = row.getBytes(3);
        return new First(row.getLong(1), ConversationId.of(row.getBytes(2)),
                peer == null ? null : Fingerprint.of(peer), new Reference(Fingerprint.of(row.getBytes(4)),
                        ByteBuffer.wrap(row.getBytes(5)).getLong(), row.getLong(6),
                        ByteBuffer.wrap(row.getBytes(7)).getLong()));
    }

    /// Whether this user took what is offered here from a shelf.
    public boolean isTaken(Entry offer) {
        if (!offer.kind().equals(EntryKind.OFFER) || TakeField.of(offer.body()) == null) return false;
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(TAKEN)) {
                byte[] hash = offer.hash();
                sql.setBytes(1, Arrays.copyOf(hash, Long.BYTES));
                sql.setBytes(2, hash);
                return Rows.first(sql, _ -> true) != null;
            }
        });
    }

    private static Located located(ResultSet row) throws SQLException {
        byte[] peer = row.getBytes(2);
        return new Located(ConversationId.of(row.getBytes(1)), peer == null ? null : Fingerprint.of(peer),
                Rows.entry(row, 3));
    }

    /// The entry that this reference names, in whatever conversation; null where it is not here. Looks at no other.
    public @Nullable Located withReference(Reference reference) {
        for (Located each : withId(HexFormat.of().toHexDigits(reference.idStart()), Integer.MAX_VALUE)) {
            if (each.entry().reference().equals(reference)) return each;
        }
        return null;
    }

    /// The entry with this id; null where it is not here.
    public @Nullable Located withId(EntryId id) {
        List<Located> found = withId(id.hex(), Integer.MAX_VALUE);
        return found.isEmpty() ? null : found.getFirst();
    }
}
