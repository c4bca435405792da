package io.landline.storage.entries;

import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.RewrittenMessage;
import io.landline.chat.act.Reference;
import io.landline.storage.database.Rows;
import io.landline.storage.database.TimelineSql;
import io.landline.storage.entries.ActRows.StoredEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds entries that are one message because their author wrote it again (docs/protocol/acts.md, "Written again"). A
/// row of the table `act` leads from what the message was first to what stands in its place. Of a room that another one
/// continues, what the conversation shows and what it hides are two messages ([ActRows#isVisible]). The database's
/// threads only.
public final class TwinRows {
    /// How many entries of one kind may say what one message was first. Those that come later are not shown: each is
    /// compared with all others. A profile is restored once or twice.
    public static final int WRITTEN_AGAIN_MAX = 64;
    private static final Comparator<StoredEntry> ORDER = Comparator.comparing(each -> each.entry().position());
    private static final String TWINS = "SELECT entry.id, entry.header, entry.signature, entry.body FROM act JOIN entry"
            + " ON entry.id=act.entry WHERE" + ActRows.TARGET.replace("conversation", "act.conversation")
            + " AND act.kind=? AND act.present=1 ORDER BY " + TimelineSql.of("act", TimelineSql.DOWN)
            + " LIMIT ?";

    private static final long NOTHING = -1;

    private final Connection connection;
    private final ActRows acts;
    /// The row of an entry that stands in its table, and does not count yet or any more.
    private long ignored = NOTHING;

    TwinRows(Connection connection, ActRows acts) {
        this.connection = connection;
        this.acts = acts;
    }

    interface Step {
        void run() throws SQLException;
    }

    /// Runs a step that finds the twins of others as if this entry were not here.
    ///
    /// @param row the entry's
    void without(long row, Step step) throws SQLException {
        ignored = row;
        try {
            step.run();
        } finally {
            ignored = NOTHING;
        }
    }

    /// The twins that count of an entry with a body, in the order of the timeline, itself among them if it is held.
    public List<StoredEntry> of(Entry entry) throws SQLException {
        List<StoredEntry> twins = all(entry);
        boolean isAlone = twins.size() == 1 && twins.getFirst().entry().equals(entry);
        return isAlone ? twins : counted(visible(twins, acts.isVisible(entry)));
    }

    /// As [#of], with those that are too many to count.
    List<StoredEntry> ofItsSide(Entry entry) throws SQLException {
        return visible(all(entry), acts.isVisible(entry));
    }

    /// As [#of], in two lists: the twins that the conversation shows, and the twins that it hides.
    List<List<StoredEntry>> ofBothSides(Entry entry) throws SQLException {
        List<StoredEntry> all = all(entry);
        return List.of(counted(visible(all, true)), counted(visible(all, false)));
    }

    /// Those that count of twins in the order of the timeline.
    static List<StoredEntry> counted(List<StoredEntry> twins) {
        return twins.subList(Math.max(0, twins.size() - RewrittenMessage.TWINS_MAX), twins.size());
    }

    /// All twins of an entry, in the order of the timeline.
    List<StoredEntry> all(Entry entry) throws SQLException {
        if (entry.body() == null || !RewrittenMessage.isCarriedBy(entry.kind())) return List.of();
        Reference root = RewrittenMessage.root(entry);
        List<StoredEntry> all = named(root, entry.kind());
        StoredEntry first = acts.held(root);
        if (first != null) all.add(first);
        return all.stream()
                .filter(each -> each.id() != ignored)
                .filter(each -> each.entry().equals(entry) || RewrittenMessage.areTwins(each.entry(), entry))
                .sorted(ORDER)
                .toList();
    }

    /// What is shown where this is named, of its twins ([RewrittenMessage#shown]); null where nothing of it is here.
    /// Where it was deleted alone, another twin may be left.
    @Nullable
    StoredEntry shown(Reference reference) throws SQLException {
        StoredEntry held = acts.held(reference);
        if (held != null && held.entry().body() != null) {
            List<StoredEntry> twins = of(held.entry());
            return twins.isEmpty() ? held : RewrittenMessage.shown(held.entry().kind(), twins);
        }
        for (EntryKind kind : List.of(EntryKind.TEXT, EntryKind.POLL, EntryKind.OFFER, EntryKind.COLLECT)) {
            List<StoredEntry> twins = named(reference, kind);
            if (twins.isEmpty()) continue;
            List<StoredEntry> visible = visible(twins, true);
            return RewrittenMessage.shown(kind, of((visible.isEmpty() ? twins : visible).getLast().entry()));
        }
        return held;
    }

    private List<StoredEntry> visible(List<StoredEntry> all, boolean visible) throws SQLException {
        var found = new ArrayList<StoredEntry>();
        for (StoredEntry each : all) if (acts.isVisible(each.entry()) == visible) found.add(each);
        return found;
    }

    /// What is held of the messages that a delete names, in the order of the timeline: those that the conversation
    /// shows, and those that it hides.
    List<List<StoredEntry>> deletedBy(Deletion deletion) throws SQLException {
        var together = new ArrayList<StoredEntry>();
        for (Reference named : deletion.named()) {
            StoredEntry held = acts.held(named);
            boolean counts = held != null && RewrittenMessage.isCarriedBy(held.entry().kind())
                    && deletion.covers(held.entry());
            if (counts) together.add(held);
        }
        together.sort(ORDER);
        return together.size() < 2 ? List.of(together) : List.of(visible(together, true), visible(together, false));
    }

    /// Whether an entry has as many twins as count: a further one is no twin of it.
    boolean areMany(Reference root, EntryKind kind) throws SQLException {
        return named(root, kind).size() >= WRITTEN_AGAIN_MAX;
    }

    private List<StoredEntry> named(Reference root, EntryKind kind) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(TWINS)) {
            int next = acts.bind(sql, root);
            sql.setInt(next, kind.number());
            sql.setInt(next + 1, WRITTEN_AGAIN_MAX);
            return new ArrayList<>(
                    Rows.all(sql, row -> new StoredEntry(row.getLong(1), Rows.entry(row, 2))).reversed());
        }
    }
}
