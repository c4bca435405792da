package io.landline.node;

import io.landline.chat.Entry;
import io.landline.chat.view.EntryView;
import io.landline.chat.view.PerformedAct;
import io.landline.node.conversation.History;
import io.landline.node.conversation.History.FoundEverywhere;
import io.landline.node.conversation.History.Wanted;
import io.landline.node.conversation.HistoryItem;
import io.landline.node.conversation.ItemReader;
import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.conversation.MessageIds;
import io.landline.node.conversation.MessageReader;
import io.landline.node.conversation.PollReader;
import io.landline.node.conversation.PollVotes;
import io.landline.node.conversation.SearchEverywhere;
import io.landline.node.event.PeerNames;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.PinnedItem;
import io.landline.node.port.Quote;
import io.landline.node.port.TimelineItem;
import io.landline.node.profile.OpenProfile;
import io.landline.node.room.OwnRooms;
import io.landline.node.room.TypedReference;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.storage.search.SearchFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads and searches the messages of a [ProfileReader], of one author too, named by a person; and what is pinned. Any
/// thread; reads the disk, and throws a [io.landline.storage.database.StorageException] where that fails.
final class ProfileMessages {
    /// How many people of one name a sentence lists at most.
    private static final int NAMED_MAX = 10;

    private final OpenProfile profile;
    private final OwnRooms rooms;
    private final JoinedTimeline joined;
    private final MessageReader messages;
    private final PeerNames names;
    private final History history;

    ProfileMessages(OpenProfile profile, OwnRooms rooms, JoinedTimeline joined, MessageReader messages,
            PeerNames names) {
        this.profile = profile;
        this.rooms = rooms;
        this.joined = joined;
        this.messages = messages;
        this.names = names;
        history = new History(joined, profile.timelineSearch(), messages::page);
    }

    /// See [ProfileReader#search].
    FoundEverywhere search(Wanted wanted, int limit) throws CommandException {
        String author = wanted.author();
        var filter = new SearchFilter(wanted.words(),
                author == null ? null : author(profile.timelines().authors(), author), wanted.since(),
                wanted.until());
        var hits = new SearchEverywhere(profile.timelineSearch(), rooms, joined).find(filter, limit);
        var found = new ArrayList<HistoryItem>();
        Function<Entry, @Nullable HistoryItem> reader = messages.page();
        int bytes = 0;
        for (SearchEverywhere.Hit hit : hits.found()) {
            HistoryItem past = reader.apply(hit.entry());
            if (past == null) continue;
            bytes += History.bytes(past);
            if (bytes > History.PAGE_BYTES_MAX) return new FoundEverywhere(found.reversed(), true);
            found.add(past);
        }
        return new FoundEverywhere(found.reversed(), hits.hasMore());
    }

    /// See [ProfileReader#history].
    History.Page page(ConversationId conversation, History.Question question) throws CommandException {
        String author = question.author();
        return history.page(conversation, question,
                author == null ? null : author(joined.authors(conversation), author));
    }

    /// See [ProfileReader#quote].
    Quote quote(EntryId message) {
        var located = profile.timelineViews().withId(message);
        return located == null ? Quote.MISSING : reader().quote(located.conversation(), located.entry());
    }

    /// See [ProfileReader#votes].
    PollVotes votes(EntryId poll, PollReader polls) throws CommandException {
        var located = profile.timelineViews().withId(poll);
        if (located == null) throw MessageIds.noMessage();
        for (EntryView each : profile.timelineViews().shown(located.conversation(), List.of(located.entry()))) {
            if (each.content() instanceof EntryView.Asked asked) return polls.votes(asked, located.conversation());
            if (each.content() instanceof EntryView.Deleted) {
                throw new CommandException(Code.NOT_POSSIBLE, "This message is deleted.");
            }
        }
        throw new CommandException(Code.NOT_POSSIBLE, "This is no poll.");
    }

    private ItemReader reader() {
        return new ItemReader(self(), names, profile.timelines(), profile.timelineViews(), false);
    }

    /// See [ProfileReader#pinned].
    List<PinnedItem> pinned(ConversationId conversation) {
        Map<EntryId, EntryView> pinned = new LinkedHashMap<>();
        for (EntryView each : profile.timelineViews().pinned(conversation)) pinned.put(each.entry().id(), each);
        ItemReader reader = reader();
        var items = new ArrayList<PinnedItem>();
        for (TimelineItem item : reader.items(conversation, pinned.values().stream().map(EntryView::entry).toList())) {
            EntryView shown = pinned.get(item.id());
            PerformedAct pin = shown == null ? null : shown.pinned();
            if (pin == null) continue; // unpinned meanwhile
            Fingerprint by = pin.position().author();
            items.add(new PinnedItem(item, by, reader.name(by)));
        }
        return items;
    }

    /// Somebody who wrote there, by name or by the first digits of the fingerprint: members that left, too.
    private Fingerprint author(Collection<Fingerprint> all, String typed) throws CommandException {
        List<Fingerprint> meant = TypedReference.person(typed, all, this::name);
        if (meant.isEmpty()) {
            throw new CommandException(Code.NO_PEER, "Nobody called " + typed + " wrote anything there.");
        }
        if (meant.size() > 1) {
            String choice = meant.stream().limit(NAMED_MAX).map(Fingerprint::brief).collect(Collectors.joining(", "));
            throw new CommandException(Code.AMBIGUOUS,
                    "Several people called " + typed + " wrote there: " + choice + ". Name one by those digits.");
        }
        return meant.getFirst();
    }

    private Fingerprint self() {
        return profile.identity().fingerprint();
    }

    private String name(Fingerprint author) {
        return author.equals(self()) ? names.own() : names.name(author);
    }
}
