package io.landline.node;

import io.landline.chat.ConversationListener.Limit;
import io.landline.chat.Conversations;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStoreException;
import io.landline.chat.EntryText;
import io.landline.chat.LogKey;
import io.landline.chat.TimelinePosition;
import io.landline.filetransfer.OfferBody;
import io.landline.frame.MalformedFrameException;
import io.landline.json.MalformedJsonException;
import io.landline.node.port.Chats.Head;
import io.landline.node.port.Chats;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.CommandException;
import io.landline.node.port.Subscription;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.storage.SqliteDrafts;
import io.landline.storage.SqliteDrafts.Draft;
import io.landline.storage.StorageException;
import io.landline.storage.TimelineSearch.Hit;
import io.landline.storage.TimelineSearch.Hits;
import io.landline.storage.TimelineSearch;
import io.landline.storage.Timelines;
import io.landline.storage.Timelines.Overview;
import io.landline.storage.Timelines.Receipt;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Conversations from the database, with present names. Keeps nothing of its own. Any thread; waits for the disk.
final class NodeChats implements Chats {
    private static final System.Logger LOG = System.getLogger(NodeChats.class.getName());

    private final Timelines timelines;
    private final TimelineSearch search;
    private final Conversations conversations;
    private final OwnRooms rooms;
    private final ConversationResolver resolver;
    private final PeerNames peerNames;
    private final ChatChanges changes;
    private final ConversationWriter writer;
    private final Fingerprint self;
    private final SqliteDrafts drafts;
    private final ConversationChoices choices;
    /// Whether the user shares when they read, and so sees it of others.
    private final BooleanSupplier showsRead;

    NodeChats(Timelines timelines, TimelineSearch search, Conversations conversations, OwnRooms rooms,
            ConversationResolver resolver,
            PeerNames peerNames, ChatChanges changes, ConversationWriter writer, SqliteDrafts drafts,
            ConversationChoices choices, BooleanSupplier showsRead, Fingerprint self) {
        this.timelines = timelines;
        this.search = search;
        this.conversations = conversations;
        this.rooms = rooms;
        this.resolver = resolver;
        this.peerNames = peerNames;
        this.changes = changes;
        this.writer = writer;
        this.drafts = drafts;
        this.choices = choices;
        this.showsRead = showsRead;
        this.self = self;
    }

    @Override
    public List<Conversation> list() {
        List<Overview> overviews = timelines.overviews(UNREAD_MAX);
        Map<ConversationId, Overview> byId = new HashMap<>();
        overviews.forEach(each -> byId.put(each.conversation(), each));
        ConversationChoices.Now chosen = choices.at(Instant.now());
        Map<ConversationId, Long> joinedAfter = timelines.joinedAfter();
        var reader = new ItemReader();
        var list = new ArrayList<Arrived>();
        for (Room room : rooms.all().reversed()) {
            String key = rooms.conversation(room);
            ConversationId id = ConversationId.of(room.id());
            Overview overview = byId.get(id);
            // a room of this run alone was asked for at this start
            long cameAs = overview == null ? joinedAfter.getOrDefault(id, Long.MAX_VALUE) : overview.cameAs();
            list.add(new Arrived(cameAs,
                    new Conversation(key, room.open() ? Kind.OPEN_ROOM : Kind.ROOM, key.substring(1), null,
                            rooms.isConfirmed(room), overview == null ? 0 : overview.unread(), chosen.of(id),
                            reader.newest(overview))));
        }
        for (Overview overview : overviews) {
            Fingerprint peer = overview.peer();
            if (peer == null) continue; // a room of ours, or one that was left
            list.add(new Arrived(overview.cameAs(),
                    new Conversation(peer.hex(), Kind.DIRECT, reader.name(peer), peer, true, overview.unread(),
                            chosen.of(overview.conversation()), reader.newest(overview))));
        }
        return list.stream().sorted(Arrived.ORDER).map(Arrived::conversation).toList();
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
        try {
            var reader = new ItemReader();
            TimelinePosition from = before;
            while (true) {
                List<Entry> entries = timelines.newest(id, from, limit + 1);
                boolean reachesStart = entries.size() <= limit;
                List<Item> items = reader.items(id, reachesStart ? entries : entries.subList(1, entries.size()));
                if (!items.isEmpty() || reachesStart) return new Page(items, reachesStart);
                // all of these were offers that an older version kept and nobody can read
                from = entries.get(1).position();
            }
        } catch (StorageException e) {
            throw unreadable(e);
        }
    }

    @Override
    public List<Item> after(String conversation, TimelinePosition after, int limit) throws CommandException {
        if (limit < 1 || limit > PAGE_MAX) throw new IllegalArgumentException("a page of " + limit);
        ConversationId id = id(conversation);
        try {
            var reader = new ItemReader();
            TimelinePosition from = after;
            while (true) {
                List<Entry> entries = timelines.after(id, from, limit);
                List<Item> items = reader.items(id, entries);
                if (!items.isEmpty() || entries.size() < limit) return items;
                from = entries.getLast().position(); // all of these were offers that nobody can read
            }
        } catch (StorageException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Page search(String conversation, String words, int limit) throws CommandException {
        if (limit < 1 || limit > PAGE_MAX) throw new IllegalArgumentException("a page of " + limit);
        ConversationId id = id(conversation);
        try {
            List<Entry> found = conversations.search(id, words, limit + 1);
            boolean all = found.size() <= limit;
            return new Page(new ItemReader().items(id, all ? found : found.subList(1, found.size())), all);
        } catch (EntryStoreException | StorageException e) {
            throw unreadable(e);
        }
    }

    @Override
    public FoundPage searchAll(String words, int limit) throws CommandException {
        if (limit < 1 || limit > PAGE_MAX) throw new IllegalArgumentException("a page of " + limit);
        Map<ConversationId, String> keys = new HashMap<>();
        for (Room room : rooms.all()) keys.put(ConversationId.of(room.id()), rooms.conversation(room));
        try {
            Hits hits = search.everywhere(words, keys.keySet(), limit);
            var reader = new ItemReader();
            var found = new ArrayList<Found>();
            for (Hit hit : hits.found()) {
                Fingerprint peer = hit.peer();
                Item item = reader.item(hit.entry(), Map.of());
                String key = peer == null ? keys.get(hit.conversation()) : peer.hex();
                if (item != null && key != null) found.add(new Found(key, item));
            }
            return new FoundPage(found, hits.hasMore());
        } catch (StorageException e) {
            throw unreadable(e);
        }
    }

    private static CommandException unreadable(RuntimeException e) {
        return new CommandException(Code.STORAGE, String.valueOf(e.getMessage()));
    }

    /// What was said stays readable when the other is a member of no room any more; only writing requires membership.
    private ConversationId id(String conversation) throws CommandException {
        if (Fingerprint.isWhole(conversation)) return ConversationId.direct(self, Fingerprint.parse(conversation));
        return resolver.find(conversation).conversation(self);
    }

    @Override
    public List<Paused> paused(String conversation) throws CommandException {
        ConversationId id = id(conversation);
        var reader = new ItemReader();
        return conversations.pauses()
                .stream()
                .filter(each -> each.conversation().equals(id))
                .map(each -> new Paused(each.person(), reader.name(each.person()), each.limit() == Limit.UNKNOWN_KINDS))
                .toList();
    }

    @Override
    public void allowMore(Fingerprint person) {
        conversations.allowMore(person);
    }

    @Override
    public Said say(String to, String text) throws CommandException {
        return writer.say(to, text);
    }

    @Override
    public String send(String to, List<Path> paths) throws CommandException {
        return writer.send(to, paths);
    }

    @Override
    public Subscription watch(Consumer<String> changed) {
        return changes.watch(changed);
    }

    @Override
    public @Nullable TimelinePosition firstUnread(String conversation) throws CommandException {
        ConversationId id = id(conversation);
        try {
            return timelines.firstUnread(id);
        } catch (StorageException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void read(String conversation) throws CommandException {
        writer.read(id(conversation));
    }

    @Override
    public void read(String conversation, TimelinePosition place) throws CommandException {
        writer.read(id(conversation), place);
    }

    @Override
    public Map<String, String> drafts() {
        var texts = new HashMap<String, String>();
        for (Draft draft : drafts.all()) {
            Room room = rooms.byId(draft.conversation().asRoom());
            Fingerprint peer = draft.peer();
            if (room != null) {
                texts.put(rooms.conversation(room), draft.text());
            } else if (peer != null) {
                texts.put(peer.hex(), draft.text());
            }
        }
        return texts;
    }

    @Override
    public void keepDraft(String conversation, String text) throws CommandException {
        Fingerprint peer = Fingerprint.isWhole(conversation) ? Fingerprint.parse(conversation) : null;
        try {
            drafts.keep(new Draft(id(conversation), peer, text));
        } catch (StorageException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void mute(String conversation, MuteTerm term) throws CommandException {
        Duration length = term.length();
        change(conversation, (id, peer) -> choices.mute(id, peer, length == null ? null : Instant.now().plus(length)));
    }

    @Override
    public void unmute(String conversation) throws CommandException {
        change(conversation, (id, _) -> choices.unmute(id));
    }

    @Override
    public void setOnTop(String conversation, boolean onTop) throws CommandException {
        change(conversation, (id, peer) -> choices.setOnTop(id, peer, onTop));
    }

    private void change(String conversation, BiConsumer<ConversationId, @Nullable Fingerprint> change)
            throws CommandException {
        ConversationId id = id(conversation);
        try {
            change.accept(id, Fingerprint.isWhole(conversation) ? Fingerprint.parse(conversation) : null);
        } catch (StorageException e) {
            throw unreadable(e);
        }
        changes.changed(id);
    }

    /// Turns entries into items; asks for each name once. One call's, one thread.
    private final class ItemReader {
        private final Map<Fingerprint, String> names = new HashMap<>();

        String name(Fingerprint author) {
            return author.equals(self) ? "" : names.computeIfAbsent(author, peerNames::name);
        }

        @Nullable
        Newest newest(@Nullable Overview overview) {
            if (overview == null) return null;
            return switch (item(overview.newest(), Map.of())) {
                case Text text -> new Newest(text.name(), text.own(), false, text.text(), text.written());
                case Offer offer -> new Newest(offer.name(), offer.own(), true, String.join(", ", offer.names()),
                        offer.written());
                case null -> null;
            };
        }

        List<Item> items(ConversationId conversation, List<Entry> entries) {
            boolean anyOwn = entries.stream().anyMatch(entry -> entry.author().equals(self));
            Map<LogKey, List<Receipt>> receipts = anyOwn ? timelines.receipts(conversation) : Map.of();
            var items = new ArrayList<Item>();
            for (Entry entry : entries) {
                Item item = item(entry, receipts);
                if (item != null) items.add(item);
            }
            return items;
        }

        private @Nullable Item item(Entry entry, Map<LogKey, List<Receipt>> receipts) {
            byte[] body = entry.body();
            if (body == null) return null;
            boolean own = entry.author().equals(self);
            String name = name(entry.author());
            Delivery delivery = own ? delivery(entry, receipts.getOrDefault(entry.log(), List.of())) : Delivery.NOWHERE;
            try {
                if (entry.kind().equals(EntryKind.TEXT)) {
                    return new Text(new Head(entry.position(), entry.author(), name, own, entry.written(), delivery),
                            EntryText.ofBody(body).value());
                }
                OfferBody offer = OfferBody.received(body);
                return new Offer(new Head(entry.position(), entry.author(), name, own, entry.written(), delivery),
                        entry.id().hex(), offer.names(), offer.files(), offer.bytes());
            } catch (MalformedJsonException | MalformedFrameException e) {
                LOG.log(System.Logger.Level.DEBUG, () -> entry + " cannot be read: " + e.getMessage());
                return null;
            }
        }

        private Delivery delivery(Entry entry, List<Receipt> receipts) {
            long number = entry.header().number();
            int delivered = 0;
            int read = 0;
            for (Receipt receipt : receipts) {
                if (receipt.delivered() >= number) delivered++;
                if (receipt.read() >= number && showsRead.getAsBoolean()) read++;
            }
            return new Delivery(delivered, read);
        }
    }
}
