package io.landline.ui.chats;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.ChatHistory;
import io.landline.node.port.Chats.Choice;
import io.landline.node.port.Chats.Page;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Offer;
import io.landline.node.port.TimelineItem.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The past of [FakeChats]. An export is two parts; nothing is removed, however short something is kept.
public final class FakeHistory implements ChatHistory {
    /// With its format and language: `#class HTML fr`.
    public final List<String> exported = new ArrayList<>();
    public final Map<String, Keep> kept = new HashMap<>();
    final List<Filter> sought = new ArrayList<>();
    private final FakeChats chats;

    FakeHistory(FakeChats chats) { this.chats = chats; }

    @Override
    public Part export(String conversation, Format format, Words words, @Nullable TimelinePosition after) {
        if (after != null) return new Part("the end\n", null);
        exported.add(conversation + " " + format + " " + words.language());
        return new Part("the beginning\n", FakeChats.position(1));
    }

    private Page newest(String conversation, int limit, Predicate<TimelineItem> wanted) throws CommandException {
        List<TimelineItem> found = chats.of(conversation).stream().filter(wanted).toList();
        return new Page(found.subList(Math.max(0, found.size() - limit), found.size()), found.size() <= limit);
    }

    @Override
    public Page search(String conversation, Filter filter, int limit) throws CommandException {
        sought.add(filter);
        chats.searching.run();
        if (chats.unreadable) throw new CommandException(Code.STORAGE, "the disk cannot be read");
        if (filter.isEmpty()) return new Page(List.of(), true);
        return newest(conversation, limit, each -> isWanted(filter, each));
    }

    static boolean isWanted(Filter filter, TimelineItem each) {
        boolean hasWords = filter.words().isEmpty()
                || each instanceof Text said && said.text().contains(filter.words())
                || each instanceof TimelineItem.PollItem poll && (poll.question().contains(filter.words())
                        || poll.options().stream().anyMatch(option -> option.text().contains(filter.words())));
        return hasWords && (filter.from() == null || each.author().equals(filter.from()))
                && (filter.since() == null || !each.written().isBefore(filter.since()))
                && (filter.until() == null || each.written().isBefore(filter.until()));
    }

    @Override
    public List<Author> authors(String conversation) throws CommandException {
        var authors = new LinkedHashMap<Object, Author>();
        for (TimelineItem each : chats.of(conversation)) {
            authors.putIfAbsent(each.author(), new Author(each.author(), each.own() ? "" : each.name()));
        }
        return List.copyOf(authors.values());
    }

    @Override
    public List<Author> authors() {
        var authors = new LinkedHashMap<Object, Author>();
        for (List<TimelineItem> items : chats.items.values()) {
            for (TimelineItem each : items) {
                authors.putIfAbsent(each.author(), new Author(each.author(), each.own() ? "" : each.name()));
            }
        }
        return List.copyOf(authors.values());
    }

    @Override
    public Page files(String conversation, @Nullable TimelinePosition before, int limit) throws CommandException {
        return newest(conversation, limit, each -> each instanceof Offer
                && (before == null || each.position().compareTo(before) < 0));
    }

    @Override
    public void markUnread(String conversation, boolean unread) throws CommandException {
        chats.choose(conversation, Choice.UNREAD, unread);
    }

    @Override
    public Keep kept(String conversation) {
        return kept.getOrDefault(conversation, Keep.ALL);
    }

    @Override
    public void keep(String conversation, Keep keep) {
        kept.put(conversation, keep);
    }
}
