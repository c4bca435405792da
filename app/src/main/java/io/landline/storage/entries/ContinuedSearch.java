package io.landline.storage.entries;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.act.Reference;
import io.landline.storage.database.Rows;
import io.landline.storage.entries.ActRows.StoredEntry;
import io.landline.storage.entries.ContinuedRooms.ShownRoom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets the search find present texts when a room begins to continue another one: edits in the new room count from then
/// on, and edits by people who were not chosen stop counting. [ContinuedTwins] does the same for what was written
/// again. Within the caller's transaction; the writer's thread only.
public final class ContinuedSearch {
    private static final String EDITED = "SELECT header, signature, body FROM act JOIN entry ON entry.id=act.entry"
            + " WHERE act.conversation=? AND act.kind=" + EntryKind.EDIT.number();

    public interface Change {
        void make() throws SQLException;
    }

    private final Connection connection;

    public ContinuedSearch(Connection connection) { this.connection = connection; }

    /// @param old the row of the room that is continued; null where nothing of it is stored
    /// @param next of the room that continues it; null as above
    public void around(@Nullable Long old, @Nullable Long next, Change change) throws SQLException {
        Map<Long, Indexed> edited = old == null ? Map.of() : edited(old, next);
        var allowance = new OverwriteAllowance();
        var twins = old == null ? null : new ContinuedTwins(connection, old, allowance);
        if (twins != null) edited.keySet().removeAll(twins.rows());
        change.make();
        if (twins != null) twins.decideAnew();
        for (Indexed each : edited.values()) {
            new ActWriter(connection, each.row(), () -> {}, allowance).changed(each.held(), each.text());
        }
    }

    /// @param row of its room
    /// @param text that the search finds it by
    private record Indexed(StoredEntry held, long row, @Nullable String text) {}

    /// What is edited in these rooms and in those around them, and how the search finds it now.
    private Map<Long, Indexed> edited(long old, @Nullable Long next) throws SQLException {
        var rooms = new ContinuedRooms(connection);
        Set<Long> rows = new LinkedHashSet<>();
        for (ShownRoom room : rooms.from(old)) rows.add(room.row());
        for (ShownRoom room : rooms.before(old)) rows.add(room.row());
        if (next != null) for (ShownRoom room : rooms.from(next)) rows.add(room.row());
        var edited = new LinkedHashMap<Long, Indexed>();
        for (long row : rows) {
            for (Reference target : targets(row)) {
                for (long room : rows) add(edited, room, target);
            }
        }
        return edited;
    }

    private void add(Map<Long, Indexed> edited, long room, Reference target) throws SQLException {
        var acts = new ActRows(connection, room);
        StoredEntry held = acts.twins().shown(target);
        if (held != null) edited.put(held.id(), new Indexed(held, room, acts.searchable(held.entry())));
    }

    private Set<Reference> targets(long row) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(EDITED)) {
            sql.setLong(1, row);
            var targets = new LinkedHashSet<Reference>();
            for (Entry edit : Rows.all(sql, Rows::entry)) {
                Reference target = ActRows.target(edit);
                if (target != null) targets.add(target);
            }
            return targets;
        }
    }
}
