package io.landline.node.conversation;

import io.landline.chat.Entry;
import io.landline.chat.TimelinePosition;
import io.landline.node.port.ChatHistory.Filter;
import io.landline.node.port.Chats;
import io.landline.node.port.Chats.Found;
import io.landline.node.port.Chats.FoundPage;
import io.landline.node.port.Chats.Page;
import io.landline.node.port.CommandException;
import io.landline.node.port.TimelineItem;
import io.landline.node.room.OwnRooms;
import io.landline.room.ConversationId;
import io.landline.storage.chat.Timelines;
import io.landline.storage.search.SearchFilter;
import io.landline.storage.search.TimelineSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What was said, a page at a time, for the window: by place, and by words. The commands read with [History]. Keeps
/// nothing of its own. Any thread; waits for the disk.
public final class WindowPages {
    private final Timelines timelines;
    /// With what was said under earlier words of a room.
    private final JoinedTimeline joined;
    private final TimelineSearch search;
    private final OwnRooms rooms;
    private final Supplier<ItemReader> readers;

    /// @param readers makes a reader for each call
    public WindowPages(Timelines timelines, JoinedTimeline joined, TimelineSearch search, OwnRooms rooms,
            Supplier<ItemReader> readers) {
        this.timelines = timelines;
        this.joined = joined;
        this.search = search;
        this.rooms = rooms;
        this.readers = readers;
    }

    /// As [Chats#page].
    public Page before(ConversationId id, @Nullable TimelinePosition before, int limit) throws CommandException {
        check(limit);
        return DatabaseAccess.of(() -> {
            ItemReader reader = readers.get();
            TimelinePosition from = before;
            while (true) {
                List<Entry> entries = joined.newest(id, from, limit + 1);
                boolean reachesStart = entries.size() <= limit;
                List<Entry> shown = reachesStart ? entries : entries.subList(1, entries.size());
                TimelinePosition first = reachesStart ? null : shown.getFirst().position();
                List<TimelineItem> items = reader.items(shown, timelines.later(id, first, from, Chats.UNKNOWN_MAX));
                if (!items.isEmpty() || reachesStart) return new Page(items, reachesStart);
                // all of these were offers that an older version kept and nobody can read
                from = entries.get(1).position();
            }
        });
    }

    /// As [Chats#after].
    public List<TimelineItem> after(ConversationId id, TimelinePosition after, int limit) throws CommandException {
        check(limit);
        return DatabaseAccess.of(() -> {
            ItemReader reader = readers.get();
            TimelinePosition from = after;
            while (true) {
                List<Entry> entries = joined.after(id, from, limit);
                TimelinePosition last = entries.size() < limit ? null : entries.getLast().position();
                List<TimelineItem> items = reader.items(entries, timelines.later(id, from, last, Chats.UNKNOWN_MAX));
                if (!items.isEmpty() || entries.size() < limit) return items;
                from = entries.getLast().position(); // all of these were offers that nobody can read
            }
        });
    }

    /// As [Chats#search].
    public Page search(ConversationId id, String words, int limit) throws CommandException {
        return search(id, SearchFilter.words(words), limit);
    }

    /// As [io.landline.node.port.ChatHistory#search].
    public Page search(ConversationId id, Filter wanted, int limit) throws CommandException {
        return search(id, filter(wanted), limit);
    }

    private Page search(ConversationId id, SearchFilter filter, int limit) throws CommandException {
        check(limit);
        return DatabaseAccess.of(() -> page(joined.searched(id, null, limit + 1,
                (each, shown, before, count) -> search.newest(each, filter, shown, before, count)), limit));
    }

    /// As [io.landline.node.port.ChatHistory#files].
    public Page files(ConversationId id, @Nullable TimelinePosition before, int limit) throws CommandException {
        check(limit);
        return DatabaseAccess.of(() -> page(joined.newestOf(id, before, limit + 1, timelines::offers), limit));
    }

    /// @param entries oldest first, with one more than fits where there are more
    private Page page(List<Entry> entries, int limit) {
        boolean all = entries.size() <= limit;
        return new Page(readers.get().items(all ? entries : entries.subList(1, entries.size())), all);
    }

    /// As [Chats#searchAll].
    public FoundPage searchAll(Filter wanted, int limit) throws CommandException {
        check(limit);
        return DatabaseAccess.of(() -> {
            SearchEverywhere.Hits hits = new SearchEverywhere(search, rooms, joined).find(filter(wanted), limit);
            ItemReader reader = readers.get();
            var found = new ArrayList<Found>();
            for (SearchEverywhere.Hit hit : hits.found()) {
                reader.items(List.of(hit.entry())).forEach(item -> found.add(new Found(hit.conversation(), item)));
            }
            return new FoundPage(found, hits.hasMore());
        });
    }

    private static SearchFilter filter(Filter wanted) {
        return new SearchFilter(wanted.words(), wanted.from(), wanted.since(), wanted.until());
    }

    private static void check(int limit) {
        if (limit < 1 || limit > Chats.PAGE_MAX) throw new IllegalArgumentException("a page of " + limit);
    }
}
