package io.landline.ui.chats.list;

import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Found;
import io.landline.node.port.Contacts.Contact;
import io.landline.peer.Fingerprint;
import io.landline.ui.chats.list.ListRow.Explanation;
import io.landline.ui.chats.list.ListRow.FoundIn;
import io.landline.ui.chats.list.ListRow.Heading;
import io.landline.ui.chats.list.ListRow.Hit;
import io.landline.ui.chats.list.ListRow.Individual;
import io.landline.ui.chats.list.ListRow.Lack;
import io.landline.ui.chats.list.ListRow.Section;
import io.landline.ui.chats.list.ListRow.Talk;
import io.landline.ui.chats.list.ListRow.Unsearched;
import io.landline.ui.chats.search.FoundMessages;
import io.landline.ui.text.SearchText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts conversations, in the order in which they come, and people into the rows of the list. Who has a conversation
/// stands there alone. Stateless; any thread.
final class ListRows {
    private ListRows() {}

    /// @param drafts what was begun and is not sent, by conversation
    /// @param wanted what was typed to find somebody; empty: all
    /// @param archivedToo whether archived conversations stand there too; what was typed finds them in any case
    /// @param found the messages that have it
    static List<ListRow> of(List<Conversation> conversations, List<Contact> contacts, Map<String, String> drafts,
            String wanted, boolean archivedToo, FoundMessages found) {
        Map<Fingerprint, Contact> known = new HashMap<>();
        for (Contact contact : contacts) known.put(contact.peer(), contact);
        String sought = SearchText.folded(wanted.strip());

        var talks = new ArrayList<ListRow>();
        var archived = new ArrayList<ListRow>();
        Set<Fingerprint> talkedTo = new HashSet<>();
        for (Conversation each : conversations) {
            Contact other = each.peer() == null ? null : known.get(each.peer());
            if (each.peer() != null) talkedTo.add(each.peer());
            if (!isSought(each, sought) && (other == null || !isSought(other, sought))) continue;
            (each.archived() ? archived : talks).add(new Talk(each, other, drafts.getOrDefault(each.key(), "")));
        }
        var members = new ArrayList<ListRow>();
        var strangers = new ArrayList<ListRow>();
        for (Contact contact : contacts) {
            if (!contact.member() && !contact.here() || !isSought(contact, sought)) continue;
            if (talkedTo.contains(contact.peer())) continue;
            String draft = drafts.getOrDefault(contact.peer().hex(), "");
            (contact.member() ? members : strangers).add(new Individual(contact, draft));
        }

        var rows = new ArrayList<ListRow>();
        section(rows, Section.CONVERSATIONS, talks);
        boolean nobody = contacts.stream().noneMatch(Contact::member);
        if (nobody && sought.isEmpty()) {
            boolean noRoom = conversations.stream().allMatch(each -> each.peer() != null);
            rows.add(new Heading(Section.PEOPLE));
            long here = contacts.stream().filter(Contact::here).count(); // also who stands above, as one talks to them
            rows.add(new Explanation(noRoom ? Lack.NO_ROOM : Lack.NOBODY, (int) here));
        }
        section(rows, Section.PEOPLE, members);
        section(rows, Section.STRANGERS, strangers);
        if (archivedToo || !sought.isEmpty()) section(rows, Section.ARCHIVED, archived);
        rows.addAll(messages(conversations, found));
        if (rows.isEmpty() && !found.awaited()) rows.add(new Explanation(Lack.NOT_FOUND, 0));
        return rows;
    }

    /// The next wanted conversation below this one; after the last one the first follows. Null if none is wanted.
    ///
    /// @param from the key of a conversation; null begins outside of the list
    /// @param direction 1 for below, -1 for above
    static @Nullable String neighbour(List<ListRow> rows, @Nullable String from, int direction,
            Predicate<Conversation> wanted) {
        List<Conversation> all = rows.stream()
                .filter(Talk.class::isInstance)
                .map(each -> ((Talk) each).of())
                .toList();
        int index = direction > 0 ? -1 : 0;
        for (int i = 0; i < all.size(); i++) if (all.get(i).key().equals(from)) index = i;
        for (int step = 1; step <= all.size(); step++) {
            Conversation each = all.get(Math.floorMod(index + direction * step, all.size()));
            if (wanted.test(each)) return each.key();
        }
        return null;
    }

    /// Together by conversation, the one of the latest first.
    private static List<ListRow> messages(List<Conversation> conversations, FoundMessages found) {
        Map<String, List<ListRow>> byKey = new LinkedHashMap<>();
        for (Found each : found.all()) {
            byKey.computeIfAbsent(each.conversation(), _ -> new ArrayList<>()).add(new Hit(each, found.words()));
        }
        var rows = new ArrayList<ListRow>();
        byKey.forEach((key, hits) -> {
            for (Conversation each : conversations) if (each.key().equals(key)) rows.add(new FoundIn(each));
            rows.addAll(hits);
        });
        if (!found.problem().isEmpty()) rows.add(new Unsearched(found.problem()));
        if (found.hasMore()) rows.add(new Explanation(Lack.MORE_FOUND, found.all().size()));
        return rows;
    }

    /// Whether these rows may stand where they do a little longer, though others are wanted: each conversation among
    /// them is still there and where the user chose to have it, and nothing is said to be lacking that has come.
    static boolean mayStay(List<ListRow> shown, List<ListRow> wanted) {
        if (shown.isEmpty() || ids(shown).equals(ids(wanted))) return false;
        Map<String, ListRow> now = byId(wanted);
        return shown.stream().allMatch(each -> mayStay(each, now.get(each.id())));
    }

    private static boolean mayStay(ListRow shown, @Nullable ListRow wanted) {
        return switch (shown) {
            case Talk talk -> wanted instanceof Talk now && isWhereChosen(talk.of(), now.of());
            case Explanation lacking -> wanted instanceof Explanation now && now.lack() == lacking.lack();
            default -> true;
        };
    }

    private static boolean isWhereChosen(Conversation before, Conversation now) {
        boolean isNew = !Objects.equals(before.newest(), now.newest()); // that brings one out of the archive too
        return before.onTop() == now.onTop() && (isNew || before.archived() == now.archived());
    }

    private static List<String> ids(List<ListRow> rows) {
        return rows.stream().map(ListRow::id).toList();
    }

    private static Map<String, ListRow> byId(List<ListRow> rows) {
        Map<String, ListRow> all = new HashMap<>();
        for (ListRow each : rows) all.put(each.id(), each);
        return all;
    }

    /// The same rows at the same places, with what is wanted to stand in them now.
    static List<ListRow> inPlace(List<ListRow> shown, List<ListRow> wanted) {
        Map<String, ListRow> now = byId(wanted);
        return shown.stream().map(each -> now.getOrDefault(each.id(), each)).toList();
    }

    private static void section(List<ListRow> rows, Section section, List<ListRow> content) {
        if (content.isEmpty()) return;
        rows.add(new Heading(section));
        rows.addAll(content);
    }

    private static boolean isSought(Conversation conversation, String sought) {
        return SearchText.folded(conversation.title()).contains(sought)
                || SearchText.folded(conversation.realTitle()).contains(sought);
    }

    private static boolean isSought(Contact contact, String sought) {
        return SearchText.folded(contact.name()).contains(sought) || contact.peer().hex().startsWith(sought);
    }

    /// The keys of those that are rooms.
    static Set<String> rooms(List<Conversation> all) {
        return all.stream()
                .filter(each -> each.peer() == null)
                .map(Conversation::key)
                .collect(Collectors.toUnmodifiableSet());
    }
}
