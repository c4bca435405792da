package io.landline.node.conversation;

import io.landline.chat.Entry;
import io.landline.chat.TimelinePosition;
import io.landline.chat.words.CarriedOverEntries;
import io.landline.chat.words.WordsBook;
import io.landline.chat.words.WordsChange;
import io.landline.node.port.Chats;
import io.landline.node.port.Unread;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.chat.Timelines;
import io.landline.storage.chat.Timelines.Overview;
import io.landline.storage.search.TimelineSearch.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A conversation with what was said in the rooms that it continues, in one order (docs/protocol/new-words.md, "After
/// the change"). Keeps nothing. Any thread; reads the database.
public final class JoinedTimeline {
    /// Pages of an old room that are looked at for one page that is shown: more are only read where somebody who was
    /// not chosen fills the old room. Among what that person wrote after the change, later pages are passed over. What
    /// was said before the change is shown in any case.
    static final int PAGES_MAX = 20;
    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::position);

    private final Timelines timelines;
    private final WordsBook book;

    public JoinedTimeline(Timelines timelines, WordsBook book) {
        this.timelines = timelines;
        this.book = book;
    }

    /// The conversations that it continues, the latest first.
    public List<ConversationId> past(ConversationId conversation) {
        return book.past(conversation.asRoom()).stream().map(each -> ConversationId.of(each.old())).toList();
    }

    /// Where this conversation goes on; itself where it does not.
    public ConversationId current(ConversationId conversation) {
        return ConversationId.of(book.current(conversation.asRoom()));
    }

    /// Whether the entry of an old room is hidden where its conversation goes on.
    public boolean hides(Entry entry) {
        WordsChange change = book.after(entry.header().conversation().asRoom());
        return change != null && !change.shows(entry);
    }

    /// Which entries of one room its conversation shows: all, unless another room continues it. What the change says is
    /// read once for all of them. What is returned is asked on any thread, and reads nothing.
    Predicate<TimelinePosition> shownOf(ConversationId old) {
        WordsChange change = book.after(old.asRoom());
        if (change == null) return _ -> true;
        CarriedOverEntries shows = change.shown();
        return shows::shows;
    }

    /// The newest entries before a position (null: of all), oldest of these first, with the entries by which its words
    /// were changed.
    public List<Entry> newest(ConversationId conversation, @Nullable TimelinePosition before, int limit) {
        var all = new ArrayList<>(said(conversation, before, limit));
        changes(conversation).filter(each -> before == null || each.position().compareTo(before) < 0).forEach(all::add);
        return last(all, limit);
    }

    private Stream<Entry> changes(ConversationId conversation) {
        return book.past(conversation.asRoom()).stream().map(WordsChange::entry);
    }

    /// As [#newest], without the entries by which words were changed.
    private List<Entry> said(ConversationId conversation, @Nullable TimelinePosition before, int limit) {
        return newestOf(conversation, before, limit, timelines::newest);
    }

    /// The newest of what is found in each of them, oldest of these first.
    ///
    /// @param found in one of them
    public List<Entry> newestOf(ConversationId conversation, @Nullable TimelinePosition before, int limit,
            Found found) {
        var all = new ArrayList<>(found.in(conversation, before, limit));
        for (ConversationId old : past(conversation)) {
            all.addAll(shownBefore(old, before, limit, (from, count) -> found.in(old, from, count)));
        }
        return last(all, limit);
    }

    /// The newest of what a search finds in each of them, oldest of these first. What is hidden takes no place among
    /// it: a search may go in another order than that of the timeline.
    ///
    /// @param search searches one of them
    List<Entry> searched(ConversationId conversation, @Nullable TimelinePosition before, int limit, Searched search) {
        var all = new ArrayList<>(search.in(conversation, _ -> true, before, limit));
        for (ConversationId old : past(conversation)) all.addAll(search.in(old, shownOf(old), before, limit));
        return last(all, limit);
    }

    /// The last ones in the order of the timeline, `limit` at most.
    private static List<Entry> last(List<Entry> all, int limit) {
        all.sort(ORDER);
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    /// Who wrote something in any of them.
    public Set<Fingerprint> authors(ConversationId conversation) {
        var authors = new LinkedHashSet<>(timelines.authors(conversation));
        for (ConversationId old : past(conversation)) authors.addAll(timelines.authors(old));
        return authors;
    }

    /// What a list shows of it: the newest that is shown, and how many of all of it nobody has seen here.
    ///
    /// @param all of each conversation by itself
    @Nullable
    public Overview overview(ConversationId conversation, Map<ConversationId, Overview> all) {
        Overview own = all.get(conversation);
        List<Overview> olds = past(conversation).stream().map(all::get).filter(Objects::nonNull).toList();
        if (olds.isEmpty()) return own;
        int unread = own == null ? 0 : own.unread();
        long cameAs = own == null ? 0 : own.cameAs();
        for (Overview old : olds) {
            ConversationId room = old.conversation();
            if (old.unread() > 0) unread += timelines.unread().count(room, shownOf(room), Chats.UNREAD_MAX);
            cameAs = Math.max(cameAs, old.cameAs());
        }
        Entry newest = own != null ? own.newest() : null;
        if (newest == null) {
            List<Entry> last = said(conversation, null, 1);
            if (last.isEmpty()) return null;
            newest = last.getFirst();
        }
        return new Overview(conversation, null, Math.min(unread, Chats.UNREAD_MAX), newest, cameAs);
    }

    /// How many of the messages that nobody has seen here call this user.
    public int calls(ConversationId conversation, UnreadCalls calls) {
        int count = calls.in(conversation).size();
        for (ConversationId old : past(conversation)) {
            count += (int) calls.in(old).stream().filter(shownOf(old)).count();
        }
        return count;
    }

    /// What of others' nobody has seen here.
    ///
    /// @param seenTo up to where a person has read; null for up to the newest entry that is stored as read
    public Unread unread(ConversationId conversation, @Nullable TimelinePosition seenTo) {
        List<ConversationId> olds = past(conversation);
        TimelinePosition place = seenTo != null ? seenTo : lastRead(conversation, olds);
        var unread = new ArrayList<TimelinePosition>();
        if (place == null) {
            add(unread, timelines.unread().first(conversation));
        } else {
            unread.addAll(timelines.unread().around(conversation, place, Chats.UNREAD_MAX));
        }
        for (ConversationId old : olds) add(unread, timelines.unread().first(old, shownOf(old)));
        if (unread.isEmpty()) return Unread.NOTHING;
        return place == null ? new Unread(Collections.min(unread), List.of()) : Unread.of(unread, place);
    }

    private @Nullable TimelinePosition lastRead(ConversationId conversation, List<ConversationId> olds) {
        return Stream.concat(olds.stream(), Stream.of(conversation))
                .map(timelines.unread()::lastRead)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static void add(List<TimelinePosition> all, @Nullable TimelinePosition one) {
        if (one != null) all.add(one);
    }

    /// Entries of one conversation.
    public interface Found {
        /// The newest before a position (null: of all), oldest of these first.
        List<Entry> in(ConversationId conversation, @Nullable TimelinePosition before, int limit);
    }

    /// A search of one conversation.
    interface Searched {
        /// The newest before a position (null: of all) that are shown, oldest of these first.
        List<Entry> in(ConversationId conversation, Predicate<TimelinePosition> shown,
                @Nullable TimelinePosition before, int limit);
    }

    private interface Pages {
        List<Entry> before(@Nullable TimelinePosition position, int limit);
    }

    /// Of an old room.
    private List<Entry> shownBefore(ConversationId old, @Nullable TimelinePosition before, int limit, Pages pages) {
        Predicate<TimelinePosition> isShown = shownOf(old);
        var shown = new ArrayList<Entry>();
        TimelinePosition from = before;
        for (int page = 0; page <= PAGES_MAX && shown.size() < limit; page++) {
            if (page == PAGES_MAX) from = beforeTheChange(old, from);
            List<Entry> read = pages.before(from, limit);
            read.stream().filter(each -> isShown.test(each.position())).forEach(shown::add);
            if (read.size() < limit) break;
            from = read.getFirst().position();
        }
        shown.sort(ORDER);
        return shown.subList(Math.max(0, shown.size() - limit), shown.size());
    }

    /// The place in an old room, not after this one, from which down nothing is hidden.
    private @Nullable TimelinePosition beforeTheChange(ConversationId old, @Nullable TimelinePosition from) {
        WordsChange change = book.after(old.asRoom());
        if (change == null) return from;
        var end = new TimelinePosition(change.shown().clock() + 1, Fingerprint.of(new byte[Fingerprint.BYTES]), 0, 0);
        return from == null || end.compareTo(from) < 0 ? end : from;
    }

    /// The oldest entries after a position (null: of all), oldest first, with those by which its words were changed.
    public List<Entry> after(ConversationId conversation, @Nullable TimelinePosition position, int limit) {
        var all = new ArrayList<>(timelines.after(conversation, position, limit));
        for (ConversationId old : past(conversation)) all.addAll(shownAfter(old, position, limit));
        changes(conversation).filter(each -> position == null || each.position().compareTo(position) > 0)
                .forEach(all::add);
        all.sort(ORDER);
        return all.subList(0, Math.min(limit, all.size()));
    }

    private List<Entry> shownAfter(ConversationId old, @Nullable TimelinePosition position, int limit) {
        Predicate<TimelinePosition> isShown = shownOf(old);
        var shown = new ArrayList<Entry>();
        TimelinePosition from = position;
        for (int page = 0; page < PAGES_MAX && shown.size() < limit; page++) {
            List<Entry> read = timelines.after(old, from, limit);
            read.stream().filter(each -> isShown.test(each.position())).forEach(shown::add);
            if (read.size() < limit) break;
            from = read.getLast().position();
        }
        return shown;
    }

    /// Searches the next entries after a position in all of them.
    ///
    /// @param search searches the next entries of one conversation
    public Part after(ConversationId conversation, Function<ConversationId, Part> search) {
        var parts = new ArrayList<>(List.of(search.apply(conversation)));
        for (ConversationId old : past(conversation)) parts.add(search.apply(old));
        // up to here all of them were looked at, but for those that have ended
        TimelinePosition last = parts.stream()
                .map(Part::last)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Part(parts.stream()
                .flatMap(part -> part.found().stream())
                .filter(each -> last == null || each.position().compareTo(last) <= 0)
                .filter(each -> !hides(each, conversation))
                .sorted(ORDER)
                .toList(), last);
    }

    private boolean hides(Entry entry, ConversationId shownIn) {
        return !entry.header().conversation().equals(shownIn) && hides(entry);
    }

    /// The entries that have this number in their logs, one of each log.
    List<Entry> numbered(ConversationId conversation, long number, int limit) {
        var all = new ArrayList<>(timelines.numbered(conversation, number, limit));
        for (ConversationId old : past(conversation)) {
            timelines.numbered(old, number, limit).stream().filter(each -> !hides(each)).forEach(all::add);
        }
        return all;
    }
}
