package io.landline.chat.view;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.act.Act;
import io.landline.chat.act.Close;
import io.landline.chat.act.Edit;
import io.landline.chat.act.HandInBox;
import io.landline.chat.act.Pin;
import io.landline.chat.act.Poll;
import io.landline.chat.act.React;
import io.landline.chat.act.Reference;
import io.landline.chat.act.Vote;
import io.landline.json.MalformedJsonException;
import io.landline.peer.Fingerprint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One entry as a conversation shows it, after all acts on it (docs/protocol/acts.md, "What a conversation shows"). A
/// pure function of the entry and the set of acts: their order of arrival does not matter. Immutable; any thread.
///
/// @param reactions the emoji that came first stands first
/// @param pinned the last act that pinned it; null where it is not pinned
public record EntryView(Entry entry, Content content, List<Reaction> reactions, @Nullable PerformedAct pinned) {
    /// What of it is seen.
    public sealed interface Content {}

    /// @param reply what it answers; null for nothing
    /// @param edits the texts that stand in the place of the first one, in their order; the last is the present one
    public record Message(String text, @Nullable Reference reply, Set<Fingerprint> mentions,
            List<PerformedAct> edits) implements Content {
        public Message {
            mentions = Set.copyOf(mentions);
            edits = List.copyOf(edits);
        }

        public boolean isEdited() {
            return !edits.isEmpty();
        }
    }

    /// Its author took it away; a placeholder stays.
    public record Deleted() implements Content {}

    /// Files proposed; the file part reads the body.
    public record Offered() implements Content {}

    public record Asked(Poll poll, Outcome outcome) implements Content {}

    /// A hand-in box.
    ///
    /// @param closed whether its author closed it
    public record Collecting(HandInBox box, boolean closed) implements Content {
        /// Whether files may be handed in, late or not.
        public boolean isOpen() {
            return box.open() && !closed;
        }
    }

    public EntryView {
        reactions = List.copyOf(reactions);
    }

    /// Null for an entry that no person sees: an act, another kind, a body that cannot be read or is not here.
    ///
    /// @param entry whole; without its body it is deleted
    /// @param acts may hold acts on other entries, and acts that do not count
    public static @Nullable EntryView of(Entry entry, Collection<PerformedAct> acts) {
        return of(entry, Set.of(entry.reference()), acts);
    }

    /// As above, for an entry that its author wrote again after a fork.
    ///
    /// @param names what acts may call it
    public static @Nullable EntryView of(Entry entry, Set<Reference> names, Collection<PerformedAct> acts) {
        List<PerformedAct> mine = acts.isEmpty() // nearly always
                ? List.of()
                : acts.stream().filter(each -> names.contains(each.act().target())).sorted().toList();
        Content content = content(entry, mine);
        if (content == null) return null;
        if (content instanceof Deleted) return new EntryView(entry, content, List.of(), null);
        return new EntryView(entry, content, reactions(mine), pinned(mine));
    }

    private static @Nullable Content content(Entry entry, List<PerformedAct> acts) {
        EntryKind kind = entry.kind();
        boolean text = kind.equals(EntryKind.TEXT);
        boolean poll = kind.equals(EntryKind.POLL);
        if (kind.equals(EntryKind.COLLECT)) return collecting(entry, acts);
        if (!text && !poll) return kind.equals(EntryKind.OFFER) && entry.body() != null ? new Offered() : null;
        byte[] body = entry.body();
        if (body == null) return new Deleted();
        try {
            return text ? message(EntryText.ofBody(body), acts) : asked(Poll.ofBody(body), acts);
        } catch (MalformedJsonException e) {
            return null; // kept and handed on all the same
        }
    }

    /// A box is not deleted, so one without a body is nothing.
    private static @Nullable Collecting collecting(Entry entry, List<PerformedAct> acts) {
        byte[] body = entry.body();
        if (body == null) return null;
        try {
            return new Collecting(HandInBox.ofBody(body), !only(acts, Close.class, true).isEmpty());
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    private static Message message(EntryText first, List<PerformedAct> acts) {
        List<PerformedAct> edits = only(acts, Edit.class, true).stream().limit(Edit.COUNTED_MAX).toList();
        if (edits.isEmpty()) return new Message(first.value(), first.reply(), first.mentions(), List.of());
        var last = (Edit) edits.getLast().act();
        return new Message(last.text(), first.reply(), last.mentions(), edits);
    }

    private static Asked asked(Poll poll, List<PerformedAct> acts) {
        Map<Fingerprint, List<Integer>> votes = new HashMap<>();
        for (PerformedAct each : only(acts, Vote.class, false)) votes.put(each.author(), ((Vote) each.act()).choices());
        votes.values().removeIf(choices -> choices.isEmpty() || !poll.allows(choices));
        List<PerformedAct> closes = only(acts, Close.class, true);
        var counts = new ArrayList<Integer>();
        for (int option = 0; option < poll.options().size(); option++) {
            counts.add(closes.isEmpty() ? count(votes, option) : count((Close) closes.getFirst().act(), option));
        }
        return new Asked(poll, new Outcome(!closes.isEmpty(), counts, votes));
    }

    private static int count(Map<Fingerprint, List<Integer>> votes, int option) {
        return (int) votes.values().stream().filter(choices -> choices.contains(option)).count();
    }

    /// Options that the close does not count have nobody.
    private static int count(Close close, int option) {
        return option < close.counts().size() ? close.counts().get(option) : 0;
    }

    /// @param byTheAuthor whether only those by the author of the target count
    private static List<PerformedAct> only(List<PerformedAct> acts, Class<? extends Act> kind, boolean byTheAuthor) {
        if (acts.isEmpty()) return List.of();
        return acts.stream()
                .filter(each -> kind.isInstance(each.act()) && (!byTheAuthor || each.isByTheAuthor()))
                .toList();
    }

    private static List<Reaction> reactions(List<PerformedAct> acts) {
        if (acts.isEmpty()) return List.of();
        record Key(Fingerprint person, String emoji) {}
        var last = new HashMap<Key, PerformedAct>();
        for (PerformedAct each : only(acts, React.class, false)) {
            last.put(new Key(each.author(), ((React) each.act()).emoji()), each);
        }
        var counts = new HashMap<Fingerprint, Integer>();
        var people = new LinkedHashMap<String, List<Fingerprint>>();
        for (PerformedAct each : last.values().stream().sorted(Comparator.naturalOrder()).toList()) {
            var react = (React) each.act();
            if (!react.on() || counts.merge(each.author(), 1, Integer::sum) > React.SHOWN_A_PERSON) continue;
            people.computeIfAbsent(react.emoji(), _ -> new ArrayList<>()).add(each.author());
        }
        return people.entrySet().stream().map(each -> new Reaction(each.getKey(), each.getValue())).toList();
    }

    private static @Nullable PerformedAct pinned(List<PerformedAct> acts) {
        List<PerformedAct> pins = only(acts, Pin.class, false);
        return pins.isEmpty() || !((Pin) pins.getLast().act()).on() ? null : pins.getLast();
    }
}
