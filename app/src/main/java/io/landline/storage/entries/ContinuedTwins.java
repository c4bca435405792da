package io.landline.storage.entries;

import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.RewrittenMessage;
import io.landline.storage.database.Rows;
import io.landline.storage.entries.ActRows.StoredEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides anew which twins of a room are shown ([TwinRows]) when another room begins to continue it. What somebody who
/// was not chosen wrote again after the change is hidden from then on, and must not hide what it stood for. Made before
/// the change. Within the caller's transaction; the writer's thread only.
final class ContinuedTwins {
    private static final String KINDS = "(" + EntryKind.TEXT.number() + ", " + EntryKind.OFFER.number() + ", "
            + EntryKind.POLL.number() + ", " + EntryKind.COLLECT.number() + ")";
    private static final String WRITTEN_AGAIN = "SELECT DISTINCT header, signature, body FROM act JOIN entry ON"
            + " entry.id=act.entry WHERE act.conversation=? AND act.kind IN " + KINDS;
    private static final String DELETED = "SELECT DISTINCT deletion.header, deletion.signature, deletion.body FROM"
            + " entry JOIN deletion ON deletion.id=entry.deletion WHERE entry.conversation=? AND entry.kind IN "
            + KINDS;

    private final Connection connection;
    private final long room;
    private final OverwriteAllowance allowance;
    /// One entry of each message that was written again.
    private final List<Entry> messages = new ArrayList<>();
    /// The rows of all of them, with the text by which the search finds each.
    private final Map<Long, @Nullable String> texts = new LinkedHashMap<>();

    /// @param room the row of the room that is continued
    ContinuedTwins(Connection connection, long room, OverwriteAllowance allowance) throws SQLException {
        this.connection = connection;
        this.room = room;
        this.allowance = allowance;
        var acts = new ActRows(connection, room);
        for (Entry entry : all(WRITTEN_AGAIN)) {
            List<StoredEntry> twins = acts.twins().all(entry);
            if (twins.isEmpty() || texts.containsKey(twins.getFirst().id())) continue;
            messages.add(entry);
            for (StoredEntry each : twins) texts.put(each.id(), null);
            for (StoredEntry each : shown(acts, entry)) texts.put(each.id(), acts.searchable(each.entry()));
        }
    }

    /// What it will decide about.
    Set<Long> rows() {
        return texts.keySet();
    }

    void decideAnew() throws SQLException {
        var view = new ShownRows(connection, allowance);
        for (Map.Entry<Long, @Nullable String> each : texts.entrySet()) {
            view.takeFromSearch(each.getKey(), each.getValue());
            view.set(each.getKey(), false);
        }
        var acts = new ActRows(connection, room);
        for (Entry message : messages) {
            for (StoredEntry each : shown(acts, message)) {
                view.set(each.id(), true);
                view.addToSearch(each.id(), acts.searchable(each.entry()));
            }
        }
        placeholders(acts, view);
    }

    private static List<StoredEntry> shown(ActRows acts, Entry message) throws SQLException {
        var shown = new ArrayList<StoredEntry>();
        for (List<StoredEntry> side : acts.twins().ofBothSides(message)) {
            if (!side.isEmpty()) shown.add(RewrittenMessage.shown(message.kind(), side));
        }
        return shown;
    }

    /// Of messages that were deleted together the newest leaves one.
    private void placeholders(ActRows acts, ShownRows view) throws SQLException {
        var together = new ArrayList<List<StoredEntry>>();
        for (Entry proof : all(DELETED)) {
            Deletion deletion = Deletion.orNull(proof);
            if (deletion != null) together.addAll(acts.twins().deletedBy(deletion));
        }
        var hidden = new HashSet<Long>();
        for (List<StoredEntry> each : together) {
            for (int i = 0; i < each.size() - 1; i++) hidden.add(each.get(i).id());
        }
        for (List<StoredEntry> side : together) {
            for (StoredEntry each : side) view.set(each.id(), !hidden.contains(each.id()));
        }
    }

    private List<Entry> all(String query) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(query)) {
            sql.setLong(1, room);
            return Rows.all(sql, Rows::entry);
        }
    }
}
