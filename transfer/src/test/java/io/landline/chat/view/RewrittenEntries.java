package io.landline.chat.view;

import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.RewrittenMessage;
import io.landline.chat.act.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Entries that are one message, because their author wrote it again (docs/protocol/acts.md, "Written again"): the
/// newest is shown (of offers the first), and an act that names any of them means it. Does not
/// change once it is made.
final class RewrittenEntries {
    private final Map<Reference, List<Entry>> byRoot = new HashMap<>();
    /// Deleted together with a newer one.
    private final Set<Reference> hidden = new HashSet<>();

    /// @param ordered by the timeline, each once; what is deleted without its body
    RewrittenEntries(List<Entry> ordered) {
        var held = new HashMap<Reference, Entry>();
        var deletions = new HashSet<Deletion>();
        for (Entry entry : ordered) {
            Deletion deletion = Deletion.orNull(entry);
            if (deletion != null) deletions.add(deletion);
            if (!RewrittenMessage.isCarriedBy(entry.kind())) continue;
            held.put(entry.reference(), entry);
            if (entry.deletion() != null) deletions.add(entry.deletion());
            if (entry.body() != null) {
                byRoot.computeIfAbsent(RewrittenMessage.root(entry), _ -> new ArrayList<>()).add(entry);
            }
        }
        for (Deletion deletion : deletions) {
            List<Entry> together = deletion.named()
                    .stream()
                    .map(held::get)
                    .filter(each -> each != null && deletion.covers(each))
                    .sorted(Comparator.comparing(Entry::position))
                    .toList();
            for (Entry each : together) if (!each.equals(together.getLast())) hidden.add(each.reference());
        }
    }

    /// The twins that count of an entry with a body, itself among them, in their order.
    private List<Entry> of(Entry entry) {
        List<Entry> all = byRoot.getOrDefault(RewrittenMessage.root(entry), List.of())
                .stream()
                .filter(each -> each.equals(entry) || RewrittenMessage.areTwins(each, entry))
                .toList();
        return all.subList(Math.max(0, all.size() - RewrittenMessage.TWINS_MAX), all.size());
    }

    boolean isShown(Entry entry) {
        if (!RewrittenMessage.isCarriedBy(entry.kind())) return true;
        if (entry.body() == null) return !hidden.contains(entry.reference());
        return entry.equals(RewrittenMessage.shown(entry.kind(), of(entry)));
    }

    /// What acts may call it.
    Set<Reference> names(Entry entry) {
        var names = new HashSet<>(Set.of(entry.reference()));
        if (entry.body() == null || !RewrittenMessage.isCarriedBy(entry.kind())) return names;
        names.add(RewrittenMessage.root(entry));
        of(entry).forEach(each -> names.add(each.reference()));
        return names;
    }
}
