package io.landline.ui.chats.timeline;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.Chats;
import io.landline.node.port.Chats.Page;
import io.landline.node.port.CommandException;
import io.landline.node.port.TimelineItem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The part of a conversation that a window holds: some entries in a row, oldest first. The rest stays in the database.
/// Immutable; the loading methods wait for the disk.
///
/// @param reachesStart nothing is older than the first of these
/// @param reachesEnd nothing is newer than the last
public record HeldEntries(List<TimelineItem> items, boolean reachesStart, boolean reachesEnd) {
    /// Entries that are loaded at once: three screens of short ones.
    public static final int PAGE = 60;
    /// Entries held: this many keep a window light, and scrolling through them needs no disk.
    public static final int HELD_MAX = 600;

    public HeldEntries {
        items = List.copyOf(items);
    }

    /// The newest entries.
    static HeldEntries newest(Chats chats, String conversation) throws CommandException {
        return newest(chats, conversation, PAGE);
    }

    private static HeldEntries newest(Chats chats, String conversation, int count) throws CommandException {
        Page page = chats.page(conversation, null, count);
        return new HeldEntries(page.items(), page.reachesStart(), true);
    }

    /// What a person sees who opens a conversation: the first unread entry with those around it, to the end where that
    /// is near; the newest where nothing is unread.
    static HeldEntries from(Chats chats, String conversation, @Nullable TimelinePosition unread)
            throws CommandException {
        if (unread == null) return newest(chats, conversation);
        HeldEntries end = newest(chats, conversation, HELD_MAX / 2);
        boolean isNear = end.reachesStart() || end.items().size() > PAGE
                && end.items().get(PAGE / 2).position().compareTo(unread) <= 0;
        return isNear ? end : around(chats, conversation, unread);
    }

    /// This entry with those around it.
    static HeldEntries around(Chats chats, String conversation, TimelinePosition position) throws CommandException {
        Page before = chats.page(conversation, justAfter(position), PAGE);
        return new HeldEntries(before.items(), before.reachesStart(), false).newer(chats, conversation);
    }

    /// One page more at the start; drops from the end what is too much.
    HeldEntries older(Chats chats, String conversation) throws CommandException {
        if (reachesStart || items.isEmpty()) return this;
        Page page = chats.page(conversation, items.getFirst().position(), PAGE);
        var all = new ArrayList<>(page.items());
        all.addAll(items);
        boolean tooMany = all.size() > HELD_MAX;
        return new HeldEntries(tooMany ? all.subList(0, HELD_MAX) : all, page.reachesStart(), reachesEnd && !tooMany);
    }

    /// One page more at the end; drops from the start what is too much.
    HeldEntries newer(Chats chats, String conversation) throws CommandException {
        if (reachesEnd || items.isEmpty()) return this;
        List<TimelineItem> after = chats.after(conversation, items.getLast().position(), PAGE);
        var all = new ArrayList<>(items);
        all.addAll(after);
        return lastOf(all, reachesStart, after.size() < PAGE);
    }

    /// The same part as it is now: with what came into it, and what became of its entries.
    ///
    /// @param atEnd whether the end is what a person looks at: then it is followed, however much came
    HeldEntries again(Chats chats, String conversation, boolean atEnd) throws CommandException {
        if (items.isEmpty()) return newest(chats, conversation);
        if (reachesEnd) {
            Page page = chats.page(conversation, null, items.size() + PAGE);
            HeldEntries kept = fromFirst(page, true);
            if (kept != null) return kept;
            if (atEnd) {
                return new HeldEntries(
                        page.items().subList(Math.max(0, page.items().size() - PAGE), page.items().size()), false,
                        true);
            }
        }
        Page page = chats.page(conversation, justAfter(items.getLast().position()), items.size() + PAGE);
        HeldEntries kept = fromFirst(page, false);
        return kept != null ? kept : new HeldEntries(page.items(), page.reachesStart(), false);
    }

    /// What of a page is not older than what is held; null where the page does not go back so far.
    private @Nullable HeldEntries fromFirst(Page page, boolean end) {
        TimelinePosition first = items.getFirst().position();
        List<TimelineItem> kept = reachesStart && page.reachesStart()
                ? page.items()
                : page.items().stream().filter(each -> each.position().compareTo(first) >= 0).toList();
        boolean goesBack = page.reachesStart() || kept.size() < page.items().size()
                || !page.items().isEmpty() && page.items().getFirst().position().equals(first);
        if (!goesBack) return null;
        return lastOf(kept, page.reachesStart() && kept.size() == page.items().size(), end);
    }

    private static HeldEntries lastOf(List<TimelineItem> all, boolean start, boolean end) {
        int tooMany = Math.max(0, all.size() - HELD_MAX);
        return new HeldEntries(all.subList(tooMany, all.size()), start && tooMany == 0, end);
    }

    /// Whether an entry of this place would be among these, as far as they tell.
    boolean isWithin(TimelinePosition place) {
        if (items.isEmpty()) return reachesStart && reachesEnd;
        return (reachesStart || place.compareTo(items.getFirst().position()) >= 0)
                && (reachesEnd || place.compareTo(items.getLast().position()) <= 0);
    }

    /// The one that stands here; null for none.
    @Nullable
    TimelineItem at(TimelinePosition position) {
        for (TimelineItem item : items) if (item.position().equals(position)) return item;
        return null;
    }

    /// The last before this place (null: of all); null for none.
    @Nullable
    TimelinePosition lastBefore(@Nullable TimelinePosition place) {
        TimelinePosition last = null;
        for (TimelineItem item : items) {
            if (place == null || item.position().compareTo(place) < 0) last = item.position();
        }
        return last;
    }

    /// The first of others' at such a place; null for none.
    @Nullable
    TimelinePosition firstOfOthers(Predicate<TimelinePosition> wanted) {
        for (TimelineItem item : items) if (isNews(item) && wanted.test(item.position())) return item.position();
        return null;
    }

    /// As the node counts what is unread.
    private static boolean isNews(TimelineItem item) {
        boolean isSeen = item instanceof TimelineItem.Deleted
                || item instanceof TimelineItem.Offer offer && offer.taken();
        return !item.own() && item.isSaid() && !isSeen;
    }

    int countOfOthers(Predicate<TimelinePosition> wanted) {
        return (int) items.stream().filter(item -> isNews(item) && wanted.test(item.position())).count();
    }

    /// Whether something of ours is the newest since then: a person who answers has read what was there.
    boolean endsWithOurAnswer(HeldEntries before) {
        if (items.isEmpty() || !items.getLast().own()) return false;
        return before.items.isEmpty()
                || items.getLast().position().compareTo(before.items.getLast().position()) > 0;
    }

    /// The place behind an entry, before the next one: pages end before a place.
    private static TimelinePosition justAfter(TimelinePosition position) {
        return new TimelinePosition(position.lamport(), position.author(), position.number() + 1, 0);
    }
}
