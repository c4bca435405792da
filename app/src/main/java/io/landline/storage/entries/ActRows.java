package io.landline.storage.entries;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.RewrittenMessage;
import io.landline.chat.act.Edit;
import io.landline.chat.act.Reference;
import io.landline.chat.view.EntryView;
import io.landline.chat.view.PerformedAct;
import io.landline.chat.words.CarriedOverEntries;
import io.landline.room.ConversationId;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Rows;
import io.landline.storage.database.SearchableText;
import io.landline.storage.entries.ContinuedRooms.Place;
import io.landline.storage.entries.ContinuedRooms.ShownRoom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What acts do to the entries of a room, and of the rooms that it continues: reads the acts that name an entry
/// ([FirstActRows], [LatestActRows]) and shows it as they leave it. The database's threads only.
public final class ActRows {
    /// Where an entry stands, as columns of the table `act` name it.
    static final String TARGET = " conversation=? AND target_author=? AND target_log=? AND target_number=? AND"
            + " target_id=?";
    private static final String ANY = "SELECT 1 FROM act WHERE" + TARGET + " AND present=1 LIMIT 1";
    /// Asked of each message that is stored: one question is quicker than two.
    private static final String ANY_OR_CONTINUED = "SELECT EXISTS (" + ANY + "), " + ContinuedRooms.IS_CONTINUED
            + " FROM conversation WHERE id=?";
    private static final String HELD = "SELECT entry.id, entry.header, entry.signature, entry.body FROM log JOIN entry"
            + " ON entry.log=log.id WHERE log.conversation=? AND log.author=? AND log.log=? AND entry.number=?";

    private final Connection connection;
    private final long conversation;
    private final TwinRows twins;
    private final FirstActRows firsts;
    private final LatestActRows latest;
    private final ContinuedRooms rooms;
    /// This room and the later ones that continue it. Null until somebody asks.
    private @Nullable List<ShownRoom> roomsFromHere;
    private @Nullable List<Earlier> earlier;

    /// An earlier room that this one continues. The conversation may show only a part of it.
    private record Earlier(ConversationId conversation, ActRows acts, @Nullable CarriedOverEntries shows) {}

    /// An entry with its row.
    public record StoredEntry(long id, Entry entry) {}

    /// @param conversation its row
    public ActRows(Connection connection, long conversation) {
        this.connection = connection;
        this.conversation = conversation;
        twins = new TwinRows(connection, this);
        firsts = new FirstActRows(connection);
        latest = new LatestActRows(connection);
        rooms = new ContinuedRooms(connection);
    }

    /// Of the conversation with that id; null where nothing of it is stored. Where it is one room alone, that is known
    /// from here on.
    public static @Nullable ActRows of(Connection connection, ConversationId conversation) throws SQLException {
        Place place = new ContinuedRooms(connection).place(conversation);
        if (place == null) return null;
        var acts = new ActRows(connection, place.row());
        if (!place.isContinued()) acts.roomsFromHere = List.of(new ShownRoom(place.row(), null));
        if (!place.continuesAnother()) acts.earlier = List.of();
        return acts;
    }

    public TwinRows twins() {
        return twins;
    }

    /// Its row.
    long conversation() {
        return conversation;
    }

    private List<ShownRoom> roomsFromHere() throws SQLException {
        List<ShownRoom> known = roomsFromHere;
        if (known == null) roomsFromHere = known = rooms.from(conversation);
        return known;
    }

    private List<Earlier> earlier() throws SQLException {
        List<Earlier> known = earlier;
        if (known != null) return known;
        known = new ArrayList<>();
        for (ShownRoom each : rooms.before(conversation)) {
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT conversation FROM conversation WHERE id=?")) {
                sql.setLong(1, each.row());
                byte[] id = Objects.requireNonNull(Rows.first(sql, row -> row.getBytes(1)), "its row is here");
                known.add(new Earlier(ConversationId.of(id), new ActRows(connection, each.row()), each.shows()));
            }
        }
        return earlier = known;
    }

    /// Whether the conversation shows this entry of this room: where new words were taken it does not show what those
    /// who were not chosen said later.
    boolean isVisible(Entry entry) throws SQLException {
        CarriedOverEntries shows = roomsFromHere().getFirst().shows();
        return shows == null || shows.shows(entry);
    }

    /// The rows of the room of an entry: this room, or an earlier one that it continues.
    private ActRows at(Entry entry) throws SQLException {
        for (Earlier each : earlier()) {
            if (each.conversation().equals(entry.header().conversation())) return each.acts();
        }
        return this;
    }

    /// An entry of this room, or of an earlier one that it continues, as the conversation shows it. Null where no
    /// person sees the entry.
    @Nullable
    public EntryView shown(Entry entry) throws SQLException {
        return at(entry).shownHere(entry);
    }

    private @Nullable EntryView shownHere(Entry entry) throws SQLException {
        if (isUsual(entry)) return EntryView.of(entry, List.of());
        Set<Reference> names = names(entry);
        var acts = new ArrayList<PerformedAct>();
        for (Reference name : names) acts.addAll(acts(entry.kind(), name, names.size() == 1));
        return EntryView.of(entry, names, acts);
    }

    private boolean isUsual(Entry entry) throws SQLException {
        return entry.body() == null || !isNamed(entry.reference()) && RewrittenMessage.of(entry) == null;
    }

    /// The text by which the search finds an entry of this room, or of an earlier one that it continues; null for none.
    /// Much quicker than to look at all that is shown: who edits a message makes the database ask for it each time.
    @Nullable
    String searchable(Entry entry) throws SQLException {
        return SearchableText.of(at(entry).searchableHere(entry));
    }

    /// With the acts alone that make its text.
    private @Nullable EntryView searchableHere(Entry entry) throws SQLException {
        if (!entry.kind().equals(EntryKind.TEXT) || isUsual(entry)) return EntryView.of(entry, List.of());
        Set<Reference> names = names(entry);
        var edits = new ArrayList<PerformedAct>();
        if (names.size() == 1 && roomsFromHere().equals(List.of(new ShownRoom(conversation, null)))) {
            Entry last = firsts.presentEdit(conversation, entry.reference());
            if (last != null) add(edits, List.of(last));
        } else {
            for (Reference name : names) {
                for (ShownRoom room : roomsFromHere()) {
                    add(edits, firsts.naming(room, name, EntryKind.EDIT, Edit.COUNTED_MAX));
                }
            }
        }
        return EntryView.of(entry, names, edits);
    }

    /// What acts may call an entry with a body.
    public Set<Reference> names(Entry entry) throws SQLException {
        var names = new HashSet<>(List.of(entry.reference(), RewrittenMessage.root(entry)));
        for (StoredEntry twin : at(entry).twins.of(entry)) names.add(twin.entry().reference());
        return names;
    }

    /// The entry that the conversation shows for a reference ([TwinRows#shown]): of this room, or of an earlier one
    /// that it continues.
    @Nullable
    public StoredEntry present(Reference reference) throws SQLException {
        StoredEntry here = twins.shown(reference);
        if (here != null) return here;
        for (Earlier each : earlier()) {
            StoredEntry held = each.acts().twins.shown(reference);
            if (held != null && (each.shows() == null || each.shows().shows(held.entry()))) return held;
        }
        return null;
    }

    /// Whether more edits of this room stand before this one than count.
    public boolean isBeyond(PerformedAct edit) throws SQLException {
        return firsts.isBeyond(conversation, edit);
    }

    /// These entries as a conversation shows them, without those that no person sees.
    public List<EntryView> shown(List<Entry> entries) throws SQLException {
        var shown = new ArrayList<EntryView>();
        for (Entry entry : entries) {
            EntryView each = shown(entry);
            if (each != null) shown.add(each);
        }
        return shown;
    }

    /// Whether any act names it. Most entries have none, and this is much quicker than to look for each kind.
    boolean isNamed(Reference target) throws SQLException {
        if (roomsFromHere == null) {
            boolean here = isNamedHere(target);
            if (here || roomsFromHere != null) return here;
        }
        try (PreparedStatement sql = connection.prepareStatement(ANY)) {
            for (ShownRoom room : roomsFromHere()) {
                bind(sql, room.row(), target);
                if (Rows.first(sql, _ -> true) != null) return true;
            }
            return false;
        }
    }

    /// Whether acts of this room name it. Notes in [#roomsFromHere] if no other room continues this one.
    private boolean isNamedHere(Reference target) throws SQLException {
        record Answer(boolean isNamed, boolean isContinued) {}
        try (PreparedStatement sql = connection.prepareStatement(ANY_OR_CONTINUED)) {
            sql.setLong(bind(sql, target), conversation);
            Answer answer = Objects.requireNonNull(
                    Rows.first(sql, row -> new Answer(row.getBoolean(1), row.getBoolean(2))), "its row is here");
            if (!answer.isContinued()) roomsFromHere = List.of(new ShownRoom(conversation, null));
            return answer.isNamed();
        }
    }

    /// All acts that name this and can count on an entry of that kind.
    ///
    /// @param only whether acts can name it in no other way: then reactions that are off change nothing
    private List<PerformedAct> acts(EntryKind kind, Reference name, boolean only) throws SQLException {
        var acts = new ArrayList<PerformedAct>();
        boolean isPoll = kind.equals(EntryKind.POLL);
        boolean alone = only && roomsFromHere().size() == 1;
        for (ShownRoom room : roomsFromHere()) {
            if (!alone) add(acts, latest.latest(room, name, EntryKind.REACT));
            add(acts, latest.pin(room, name));
            if (kind.equals(EntryKind.TEXT)) add(acts, firsts.naming(room, name, EntryKind.EDIT, Edit.COUNTED_MAX));
            if (isPoll) add(acts, latest.latest(room, name, EntryKind.VOTE));
            if (isPoll || kind.equals(EntryKind.COLLECT)) add(acts, firsts.naming(room, name, EntryKind.CLOSE, 1));
        }
        if (alone) add(acts, firsts.reactions(conversation, name));
        return acts;
    }

    private static void add(List<PerformedAct> acts, List<Entry> entries) {
        for (Entry entry : entries) {
            PerformedAct act = PerformedAct.of(entry);
            if (act != null) acts.add(act);
        }
    }

    /// What holds the words of a message: what it is called, and all that is held of its author's edits, also of those
    /// that do not count.
    public record Words(Set<Reference> names, List<Entry> edits) {}

    /// Of these edits `editsMax` of each name in each room.
    public Words words(Entry message, int editsMax) throws SQLException {
        ActRows room = at(message);
        var names = new LinkedHashSet<>(room.names(message));
        for (StoredEntry twin : room.twins.all(message)) names.add(twin.entry().reference());
        var edits = new ArrayList<Entry>();
        for (Reference name : names) {
            for (ShownRoom each : room.roomsFromHere()) {
                edits.addAll(firsts.naming(each.row(), name, EntryKind.EDIT, editsMax));
            }
        }
        edits.removeIf(edit -> !edit.author().equals(message.author()));
        edits.sort(Comparator.comparing(Entry::position));
        return new Words(names, edits);
    }

    /// The entries of this room that name this one and are of this kind, in the order of the timeline.
    List<Entry> naming(Reference target, EntryKind kind, int max) throws SQLException {
        return firsts.naming(conversation, target, kind, max);
    }

    /// What of this room a reference names; null where that is not here, or is another entry.
    @Nullable
    public StoredEntry held(Reference target) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(HELD)) {
            sql.setLong(1, conversation);
            sql.setBytes(2, target.author().bytes());
            sql.setBytes(3, ChatDatabase.bytes(target.log()));
            sql.setLong(4, target.number());
            StoredEntry held = Rows.first(sql, ActRows::held);
            return held == null || !held.entry().reference().equals(target) ? null : held;
        }
    }

    private static StoredEntry held(ResultSet row) throws SQLException {
        return new StoredEntry(row.getLong(1), Rows.entry(row, 2));
    }

    /// Sets the places of [#TARGET].
    ///
    /// @return the place after them
    int bind(PreparedStatement sql, Reference target) throws SQLException {
        return bind(sql, conversation, target);
    }

    static int bind(PreparedStatement sql, long row, Reference target) throws SQLException {
        sql.setLong(1, row);
        sql.setBytes(2, target.author().bytes());
        sql.setBytes(3, ChatDatabase.bytes(target.log()));
        sql.setLong(4, target.number());
        sql.setBytes(5, ChatDatabase.bytes(target.idStart()));
        return 6;
    }

    /// What an act names; null for an entry that is no act.
    public static @Nullable Reference target(Entry entry) {
        PerformedAct performed = PerformedAct.of(entry);
        return performed == null ? null : performed.act().target();
    }
}
