package io.landline.storage;

import io.landline.chat.Again;
import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.act.Reference;
import io.landline.storage.ActRows.Held;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds entries that are one message because their author wrote it again (docs/protocol/acts.md, "Written again"). A
/// row of the table `act` leads from what the message was first to what stands in its place. The database's threads
/// only.
final class TwinRows {
    private static final Comparator<Held> ORDER = Comparator.comparing(each -> each.entry().position());
    private static final String TWINS = "SELECT entry.id, entry.header, entry.signature, entry.body FROM act JOIN entry"
            + " ON entry.id=act.entry WHERE" + ActRows.TARGET.replace("conversation", "act.conversation")
            + " AND act.kind=? AND act.present=1 ORDER BY act.lamport DESC, act.author DESC, act.number DESC,"
            + " act.log_id DESC LIMIT ?";

    private final Connection connection;
    private final ActRows acts;

    TwinRows(Connection connection, ActRows acts) {
        this.connection = connection;
        this.acts = acts;
    }

    /// The twins that count of an entry with a body, in the order of the timeline, itself among them if it is held.
    List<Held> of(Entry entry) throws SQLException {
        if (entry.body() == null || !Again.isCarriedBy(entry.kind())) return List.of();
        Reference root = Again.root(entry);
        List<Held> all = named(root, entry.kind(), Integer.MAX_VALUE);
        Held first = acts.held(root);
        if (first != null) all.add(first);
        List<Held> twins = all.stream()
                .filter(each -> each.entry().equals(entry) || Again.areTwins(each.entry(), entry))
                .sorted(ORDER)
                .toList();
        return twins.subList(Math.max(0, twins.size() - Again.TWINS_MAX), twins.size());
    }

    /// What is shown where this is named, of its twins ([Again#shown]); null where nothing of it is here. Where it was
    /// deleted alone, another twin may be left.
    @Nullable
    Held shown(Reference reference) throws SQLException {
        Held held = acts.held(reference);
        if (held != null && held.entry().body() != null) {
            List<Held> twins = of(held.entry());
            return twins.isEmpty() ? held : Again.shown(held.entry().kind(), twins);
        }
        for (EntryKind kind : List.of(EntryKind.TEXT, EntryKind.POLL, EntryKind.OFFER)) {
            List<Held> twins = named(reference, kind, 1);
            if (!twins.isEmpty()) return Again.shown(kind, of(twins.getLast().entry()));
        }
        return held;
    }

    /// What is held of the messages that a delete names, in the order of the timeline.
    List<Held> deletedBy(Deletion deletion) throws SQLException {
        var together = new ArrayList<Held>();
        for (Reference named : deletion.named()) {
            Held held = acts.held(named);
            boolean counts = held != null && Again.isCarriedBy(held.entry().kind()) && deletion.covers(held.entry());
            if (counts) together.add(held);
        }
        together.sort(ORDER);
        return together;
    }

    private List<Held> named(Reference root, EntryKind kind, int max) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(TWINS)) {
            int next = acts.bind(sql, root);
            sql.setInt(next, kind.number());
            sql.setInt(next + 1, max);
            return new ArrayList<>(Rows.all(sql, row -> new Held(row.getLong(1), Rows.entry(row, 2))).reversed());
        }
    }
}
