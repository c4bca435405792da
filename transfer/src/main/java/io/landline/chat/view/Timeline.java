package io.landline.chat.view;

import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.act.Pin;
import io.landline.chat.act.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// All that a conversation shows: the definition that the database's answers equal (docs/protocol/acts.md, "What a
/// conversation shows"). It depends on the set of entries alone. Immutable; any thread.
///
/// @param shown in the order of the timeline
public record Timeline(List<Shown> shown) {
    public Timeline {
        shown = List.copyOf(shown);
    }

    /// @param entries of one conversation, in any order, each once or more often
    public static Timeline of(Collection<Entry> entries) {
        List<Entry> ordered = withoutDeleted(entries);
        Map<Reference, List<Performed>> acts = new HashMap<>();
        for (Entry entry : ordered) {
            Performed act = Performed.of(entry);
            if (act != null) acts.computeIfAbsent(act.act().target(), _ -> new ArrayList<>()).add(act);
        }
        var twins = new Twins(ordered);
        return new Timeline(ordered.stream().filter(twins::isShown).map(entry -> {
            Set<Reference> names = twins.names(entry);
            return Shown.of(entry, names,
                    names.stream().flatMap(name -> acts.getOrDefault(name, List.of()).stream()).toList());
        }).filter(Objects::nonNull).toList());
    }

    /// In the order of the timeline, each once; what a delete covers is without its body.
    private static List<Entry> withoutDeleted(Collection<Entry> entries) {
        Map<Reference, Entry> all = new HashMap<>();
        for (Entry entry : entries)
            all.merge(entry.reference(), entry, (one, other) -> one.body() == null ? one : other);
        for (Entry entry : List.copyOf(all.values())) {
            Deletion deletion = Deletion.orNull(entry);
            if (deletion == null) continue;
            for (Reference named : deletion.named()) {
                all.computeIfPresent(named,
                        (_, held) -> deletion.covers(held) ? held.deletedBy(deletion) : held);
            }
        }
        return all.values().stream().sorted(Comparator.comparing(Entry::position)).toList();
    }

    /// What is pinned, the latest pin first.
    public List<Shown> pinned() {
        return shown.stream()
                .filter(each -> each.pinned() != null)
                .sorted(Comparator.comparing((Shown each) -> Objects.requireNonNull(each.pinned())).reversed())
                .limit(Pin.SHOWN_MAX)
                .toList();
    }

    /// Whether an entry of this kind may be shown at all; acts and kinds of later versions are not.
    public static boolean isShown(EntryKind kind) {
        return kind.equals(EntryKind.TEXT) || kind.equals(EntryKind.OFFER) || kind.equals(EntryKind.POLL);
    }
}
