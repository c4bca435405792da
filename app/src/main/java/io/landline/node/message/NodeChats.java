package io.landline.node.message;

import io.landline.chat.ConversationListener.Limit;
import io.landline.chat.ConversationListener.Pause;
import io.landline.chat.Entry;
import io.landline.chat.KeptDraft;
import io.landline.chat.TimelinePosition;
import io.landline.chat.sync.Conversations;
import io.landline.filetransfer.FilesToSend;
import io.landline.node.conversation.ChatChanges;
import io.landline.node.conversation.ConversationMuting;
import io.landline.node.conversation.ConversationWriter;
import io.landline.node.conversation.DatabaseAccess;
import io.landline.node.conversation.ItemReader;
import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.conversation.SearchEverywhere;
import io.landline.node.event.PeerNames;
import io.landline.node.port.ChatHistory;
import io.landline.node.port.ChatHistory.Filter;
import io.landline.node.port.Chats;
import io.landline.node.port.Choices;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.MessageActs;
import io.landline.node.port.MessageNotes;
import io.landline.node.port.Muting;
import io.landline.node.port.Subscription;
import io.landline.node.port.Unread;
import io.landline.node.profile.ConversationChoices;
import io.landline.node.room.ConversationResolver;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.Timelines;
import io.landline.storage.chat.Timelines.Overview;
import io.landline.storage.choices.SqliteDrafts;
import io.landline.storage.search.SearchFilter;
import io.landline.storage.search.TimelineSearch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Conversations from the database, with present names. Keeps nothing of its own. Any thread; waits for the disk.
public final class NodeChats implements Chats {
    private final Timelines timelines;
    /// With what was said under earlier words of a room.
    private final JoinedTimeline joined;
    private final TimelineSearch search;
    private final TimelineViews views;
    private final MessageActs acts;
    private final ChatHistory history;
    private final MessageNotes notes;
    private final Conversations conversations;
    private final OwnRooms rooms;
    private final ConversationResolver resolver;
    private final PeerNames peerNames;
    private final ChatChanges changes;
    private final ConversationWriter writer;
    private final Fingerprint self;
    private final SqliteDrafts drafts;
    private final ConversationChoices choices;
    private final Muting muting;
    /// Whether the user shares when they read, and so sees it of others.
    private final BooleanSupplier showsRead;

    public NodeChats(Timelines timelines, JoinedTimeline joined, TimelineSearch search, TimelineViews views,
            MessageActs acts,
            ChatHistory history, MessageNotes notes, Conversations conversations,
            OwnRooms rooms, ConversationResolver resolver,
            PeerNames peerNames, ChatChanges changes, ConversationWriter writer, SqliteDrafts drafts,
            ConversationChoices choices, BooleanSupplier showsRead, Fingerprint self) {
        this.timelines = timelines;
        this.joined = joined;
        this.search = search;
        this.views = views;
        this.acts = acts;
        this.history = history;
        this.notes = notes;
        this.conversations = conversations;
        this.rooms = rooms;
        this.resolver = resolver;
        this.peerNames = peerNames;
        this.changes = changes;
        this.writer = writer;
        this.drafts = drafts;
        this.choices = choices;
        muting = new ConversationMuting(resolver, self, choices, changes::changed);
        this.showsRead = showsRead;
        this.self = self;
    }

    @Override
    public MessageActs acts() {
        return acts;
    }

    @Override
    public ChatHistory history() {
        return history;
    }

    @Override
    public MessageNotes notes() {
        return notes;
    }

    @Override
    public List<Conversation> list() {
        List<Overview> overviews = timelines.overviews(UNREAD_MAX);
        ConversationChoices.Now chosen = choices.now();
        bringBack(overviews, chosen);
        Map<ConversationId, Overview> byId = new HashMap<>();
        overviews.forEach(each -> byId.put(each.conversation(), each));
        Map<ConversationId, Long> joinedAfter = timelines.joinedAfter();
        var reader = reader();
        var list = new ArrayList<Arrived>();
        for (Room room : rooms.all().reversed()) {
            String key = rooms.conversation(room);
            ConversationId id = ConversationId.of(room.id());
            Overview overview = joined.overview(id, byId);
            // a room of this run alone was asked for at this start
            long cameAs = overview == null ? joinedAfter.getOrDefault(id, Long.MAX_VALUE) : overview.cameAs();
            String title = chosen.names().getOrDefault(id, key.substring(1));
            Choices choice = chosen.of(id, overview == null ? 0 : cameAs);
            list.add(new Arrived(cameAs,
                    new Conversation(key, room.open() ? Kind.OPEN_ROOM : Kind.ROOM, title, null,
                            rooms.isConfirmed(room), overview == null ? 0 : overview.unread(),
                            calls(id, choice, overview), choice, reader.newest(overview))));
        }
        for (Overview overview : overviews) {
            Fingerprint peer = overview.peer();
            if (peer == null) continue; // a room of ours, or one that was left
            Choices choice = chosen.of(overview.conversation(), overview.cameAs());
            list.add(new Arrived(overview.cameAs(),
                    new Conversation(peer.hex(), Kind.DIRECT, reader.name(peer), peer, true, overview.unread(),
                            calls(overview.conversation(), choice, overview), choice, reader.newest(overview))));
        }
        return list.stream().sorted(Arrived.ORDER).map(Arrived::conversation).toList();
    }

    /// Archived conversations with something new are back in the list for good, also if they are muted later.
    private void bringBack(List<Overview> overviews, ConversationChoices.Now chosen) {
        for (Overview each : overviews) {
            boolean isBack = chosen.comesBack(each.conversation(), each.cameAs());
            if (isBack) choices.setArchived(each.conversation(), null, false);
        }
    }

    /// Unread messages that call the user, where these alone count; else 0.
    private int calls(ConversationId id, Choices chosen, @Nullable Overview overview) {
        boolean isAsked = overview != null && overview.unread() > 0 && chosen.has(Choice.MENTIONS_ONLY);
        return isAsked ? joined.calls(id, views) : 0;
    }

    private ItemReader reader() {
        return new ItemReader(self, peerNames, timelines, views, showsRead.getAsBoolean());
    }

    /// @param cameAs of what is newest there: higher for what came here later
    private record Arrived(long cameAs, Conversation conversation) {
        static final Comparator<Arrived> ORDER = Comparator
                .comparing((Arrived each) -> each.conversation().onTop())
                .thenComparingLong(Arrived::cameAs)
                .reversed();
    }

    @Override
    public Page page(String conversation, @Nullable TimelinePosition before, int limit) throws CommandException {
        if (limit < 1 || limit > PAGE_MAX) throw new IllegalArgumentException("a page of " + limit);
        ConversationId id = id(conversation);
        return DatabaseAccess.of(() -> {
            var reader = reader();
            TimelinePosition from = before;
            while (true) {
                List<Entry> entries = joined.newest(id, from, limit + 1);
                boolean reachesStart = entries.size() <= limit;
                List<Entry> shown = reachesStart ? entries : entries.subList(1, entries.size());
                TimelinePosition first = reachesStart ? null : shown.getFirst().position();
                List<Item> items = reader.items(shown, timelines.later(id, first, from, UNKNOWN_MAX));
                if (!items.isEmpty() || reachesStart) return new Page(items, reachesStart);
                // all of these were offers that an older version kept and nobody can read
                from = entries.get(1).position();
            }
        });
    }

    @Override
    public List<Item> after(String conversation, TimelinePosition after, int limit) throws CommandException {
        if (limit < 1 || limit > PAGE_MAX) throw new IllegalArgumentException("a page of " + limit);
        ConversationId id = id(conversation);
        return DatabaseAccess.of(() -> {
            var reader = reader();
            TimelinePosition from = after;
            while (true) {
                List<Entry> entries = joined.after(id, from, limit);
                TimelinePosition last = entries.size() < limit ? null : entries.getLast().position();
                List<Item> items = reader.items(entries, timelines.later(id, from, last, UNKNOWN_MAX));
                if (!items.isEmpty() || entries.size() < limit) return items;
                from = entries.getLast().position(); // all of these were offers that nobody can read
            }
        });
    }

    @Override
    public Page search(String conversation, String words, int limit) throws CommandException {
        if (limit < 1 || limit > PAGE_MAX) throw new IllegalArgumentException("a page of " + limit);
        ConversationId id = id(conversation);
        return DatabaseAccess.of(() -> {
            List<Entry> found = joined.newestOf(id, null, limit + 1,
                    (each, before, count) -> search.newest(each, words, before, count));
            boolean all = found.size() <= limit;
            return new Page(reader().items(all ? found : found.subList(found.size() - limit, found.size())), all);
        });
    }

    @Override
    public FoundPage searchAll(Filter wanted, int limit) throws CommandException {
        if (limit < 1 || limit > PAGE_MAX) throw new IllegalArgumentException("a page of " + limit);
        return DatabaseAccess.of(() -> {
            var filter = new SearchFilter(wanted.words(), wanted.from(), wanted.since(), wanted.until());
            SearchEverywhere.Hits hits = new SearchEverywhere(search, rooms, joined).find(filter, limit);
            var reader = reader();
            var found = new ArrayList<Found>();
            for (SearchEverywhere.Hit hit : hits.found()) {
                reader.items(List.of(hit.entry())).forEach(item -> found.add(new Found(hit.conversation(), item)));
            }
            return new FoundPage(found, hits.hasMore());
        });
    }

    /// What was said stays readable when the other is a member of no room any more; only writing requires membership.
    private ConversationId id(String conversation) throws CommandException {
        if (Fingerprint.isWhole(conversation)) return ConversationId.direct(self, Fingerprint.parse(conversation));
        return resolver.find(conversation).conversation(self);
    }

    @Override
    public List<Paused> paused(String conversation) throws CommandException {
        ConversationId id = id(conversation);
        var reader = reader();
        return conversations.pauses()
                .stream()
                .filter(each -> each.conversation().equals(id))
                .map(each -> new Paused(each.person(), reader.name(each.person()), each.limit() == Limit.UNKNOWN_KINDS))
                .toList();
    }

    @Override
    public Set<Fingerprint> paused() {
        return conversations.pauses().stream().map(Pause::person).collect(Collectors.toSet());
    }

    @Override
    public void allowMore(Fingerprint person) {
        conversations.allowMore(person);
    }

    @Override
    public StoredText say(String to, String text) throws CommandException {
        return writer.say(to, text);
    }

    @Override
    public Sent send(String to, FilesToSend what) throws CommandException {
        return writer.send(to, what);
    }

    @Override
    public Subscription watch(Consumer<String> changed) {
        return changes.watch(changed);
    }

    @Override
    public Unread unread(String conversation, @Nullable TimelinePosition seenTo) throws CommandException {
        ConversationId id = id(conversation);
        return DatabaseAccess.of(() -> joined.unread(id, seenTo));
    }

    @Override
    public void read(String conversation) throws CommandException {
        ConversationId id = id(conversation);
        writer.read(id);
        for (ConversationId old : joined.past(id)) writer.read(old);
    }

    @Override
    public void read(String conversation, TimelinePosition place, List<TimelinePosition> unseen)
            throws CommandException {
        ConversationId id = id(conversation);
        writer.read(id, place, unseen);
        for (ConversationId old : joined.past(id)) writer.read(old, place, unseen);
    }

    @Override
    public Map<String, KeptDraft> drafts() {
        var texts = new HashMap<String, KeptDraft>();
        for (SqliteDrafts.Draft draft : drafts.all()) {
            Room room = rooms.byId(draft.conversation().asRoom());
            Fingerprint peer = draft.peer();
            if (room != null) {
                texts.put(rooms.conversation(room), draft.kept());
            } else if (peer != null) {
                texts.put(peer.hex(), draft.kept());
            }
        }
        return texts;
    }

    @Override
    public void keepDraft(String conversation, KeptDraft draft) throws CommandException {
        Fingerprint peer = Fingerprint.isWhole(conversation) ? Fingerprint.parse(conversation) : null;
        DatabaseAccess.run(() -> drafts.keep(new SqliteDrafts.Draft(id(conversation), peer, draft)));
    }

    @Override
    public void mute(String conversation, MuteTerm term) throws CommandException {
        bringBack(timelines.overviews(UNREAD_MAX), choices.now());
        muting.mute(conversation, term);
    }

    @Override
    public void muteButMentions(String conversation) throws CommandException {
        muting.muteButMentions(conversation);
    }

    @Override
    public void unmute(String conversation) throws CommandException {
        muting.unmute(conversation);
    }

    @Override
    public void setOnTop(String conversation, boolean onTop) throws CommandException {
        change(conversation, (id, peer) -> choices.setOnTop(id, peer, onTop));
    }

    @Override
    public void setArchived(String conversation, boolean archived) throws CommandException {
        change(conversation, (id, peer) -> choices.setArchived(id, peer, archived));
    }

    @Override
    public void setOwnName(String room, @Nullable String name) throws CommandException {
        if (name != null && !RoomName.mayBeChosen(name)) {
            throw new CommandException(Code.MALFORMED, RoomName.RULE + " Nothing was changed.");
        }
        ConversationId id = ConversationId.of(resolver.room(room).id());
        DatabaseAccess.run(() -> choices.name(id, name));
        changes.changed(id);
    }

    private void change(String conversation, BiConsumer<ConversationId, @Nullable Fingerprint> change)
            throws CommandException {
        ConversationId id = id(conversation);
        DatabaseAccess.run(
                () -> change.accept(id, Fingerprint.isWhole(conversation) ? Fingerprint.parse(conversation) : null));
        changes.changed(id);
    }
}
