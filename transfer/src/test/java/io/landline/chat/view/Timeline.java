package io.landline.chat.view;

import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.act.Pin;
import io.landline.chat.act.Reference;
import io.landline.chat.words.CarriedOverEntries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All that a conversation shows: the definition that the database's answers equal (docs/protocol/acts.md, "What a
/// conversation shows"). It depends on the set of entries alone. Immutable; any thread.
///
/// @param shown in the order of the timeline
public record Timeline(List<EntryView> shown) {
    public Timeline {
        shown = List.copyOf(shown);
    }

    /// A room of a conversation that went on with new words.
    ///
    /// @param entries all of it, in any order, each once or more often
    /// @param shows which of them the conversation shows; null for the last room: all
    public record Part(Collection<Entry> entries, @Nullable CarriedOverEntries shows) {
        boolean isShown(Entry entry) {
            return shows == null || shows.shows(entry);
        }
    }

    /// @param entries of one conversation, in any order, each once or more often
    public static Timeline of(Collection<Entry> entries) {
        return joined(List.of(new Part(entries, null)));
    }

    /// The same of rooms that continue each other (docs/protocol/new-words.md, "Acts on what was said before"): an act
    /// counts on what it names in its own room and in earlier ones.
    ///
    /// @param parts the oldest room first
    public static Timeline joined(List<Part> parts) {
        List<Deletion> deletions = parts.stream()
                .flatMap(part -> part.entries().stream())
                .flatMap(entry -> Deletion.all(entry).stream())
                .toList();
        Map<Reference, List<PerformedAct>> acts = new HashMap<>();
        var shown = new ArrayList<EntryView>();
        for (Part part : parts.reversed()) {
            List<Entry> ordered = withoutDeleted(part.entries(), deletions).stream().filter(part::isShown).toList();
            for (Entry entry : ordered) {
                PerformedAct act = PerformedAct.of(entry);
                if (act != null) acts.computeIfAbsent(act.act().target(), _ -> new ArrayList<>()).add(act);
            }
            var twins = new RewrittenEntries(ordered);
            ordered.stream().filter(twins::isShown).map(entry -> {
                Set<Reference> names = twins.names(entry);
                return EntryView.of(entry, names,
                        names.stream().flatMap(name -> acts.getOrDefault(name, List.of()).stream()).toList());
            }).filter(Objects::nonNull).forEach(shown::add);
        }
        shown.sort(Comparator.comparing(each -> each.entry().position()));
        return new Timeline(shown);
    }

    /// In the order of the timeline, each once; what a delete covers is without its body.
    private static List<Entry> withoutDeleted(Collection<Entry> entries, List<Deletion> deletions) {
        Map<Reference, Entry> all = new HashMap<>();
        for (Entry entry : entries)
            all.merge(entry.reference(), entry, (one, other) -> one.body() == null ? one : other);
        for (Deletion deletion : deletions) {
            for (Reference named : deletion.named()) {
                all.computeIfPresent(named,
                        (_, held) -> deletion.covers(held) ? held.deletedBy(deletion) : held);
            }
        }
        return all.values().stream().sorted(Comparator.comparing(Entry::position)).toList();
    }

    /// What is pinned, the latest pin first.
    public List<EntryView> pinned() {
        return shown.stream()
                .filter(each -> each.pinned() != null)
                .sorted(Comparator.comparing((EntryView each) -> Objects.requireNonNull(each.pinned())).reversed())
                .limit(Pin.SHOWN_MAX)
                .toList();
    }
}
