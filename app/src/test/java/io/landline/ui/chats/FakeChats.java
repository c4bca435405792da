package io.landline.ui.chats;

import io.landline.chat.KeptDraft;
import io.landline.chat.TimelinePosition;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.LeftOut;
import io.landline.fixture.PlainRecords;
import io.landline.node.port.ChatHistory;
import io.landline.node.port.Chats;
import io.landline.node.port.Choices;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Subscription;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Head;
import io.landline.node.port.TimelineItem.Text;
import io.landline.node.port.Unread;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Conversations in memory. As the real ones: pages in the order of positions, what is kept on top first, an unknown
/// conversation is refused.
public final class FakeChats implements Chats {
    public static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

    public final List<Conversation> conversations = new ArrayList<>();
    public final Map<String, List<TimelineItem>> items = new LinkedHashMap<>();
    public final Map<String, String> drafts = new LinkedHashMap<>();
    public final Map<String, KeptDraft.Change> changes = new LinkedHashMap<>();
    public boolean refusesDrafts;
    public Runnable draftRefused = () -> {};
    /// The first that nobody has seen, by conversation.
    public final Map<String, TimelinePosition> unreadFrom = new LinkedHashMap<>();
    public final Map<String, List<TimelinePosition>> late = new LinkedHashMap<>();
    /// Up to where somebody had read when it was asked last what is unread.
    public @Nullable TimelinePosition seenTo;
    /// With what was read last.
    public List<TimelinePosition> unseen = List.of();
    /// What happens while files are offered.
    public Runnable whileOffering = () -> {};
    public final List<Long> read = new ArrayList<>();
    /// Conversations of which all was read at once.
    public final List<String> readWhole = new ArrayList<>();
    /// With how long: `#class HOUR`, `#class no more`.
    /// Of every muting that ends by itself.
    public static final Instant MUTE_END = Instant.parse("2026-11-20T14:30:00Z");
    final List<String> muted = new ArrayList<>();
    public final List<String> said = new ArrayList<>();
    public final List<List<Path>> sent = new ArrayList<>();
    /// What the next offers lack.
    public final LeftOut leftOut = new LeftOut();
    /// With the conversation: `#class [a.txt]`.
    public final List<String> offered = new ArrayList<>();
    public final List<Consumer<String>> watchers = new ArrayList<>();
    final Fingerprint self;
    public final Map<String, List<Paused>> paused = new LinkedHashMap<>();
    public final List<Fingerprint> allowed = new ArrayList<>();
    /// What was sought in all conversations.
    final List<String> asked = new ArrayList<>();
    /// Happens while conversations are searched.
    Runnable searching = () -> {};
    /// Happens while more is allowed.
    Runnable allowing = () -> {};
    public int pages;
    /// How often all were asked for.
    public int lists;
    public boolean diskFull;
    /// Nothing can be searched.
    public boolean unreadable;

    public final FakeActs acts = new FakeActs(this);
    public final FakeNotes notes = new FakeNotes(this);

    public FakeChats(Fingerprint self) { this.self = self; }

    /// Of a conversation, to be added to.
    public List<TimelineItem> items(String conversation) {
        return items.computeIfAbsent(conversation, _ -> new ArrayList<>());
    }

    @Override
    public FakeActs acts() {
        return acts;
    }

    public final FakeHistory history = new FakeHistory(this);

    @Override
    public FakeHistory history() {
        return history;
    }

    @Override
    public FakeNotes notes() {
        return notes;
    }

    public static Fingerprint peer(int number) {
        var bytes = new byte[Fingerprint.BYTES];
        bytes[0] = (byte) number;
        bytes[1] = (byte) (number * 37);
        bytes[3] = (byte) (number >> 8);
        return Fingerprint.of(bytes);
    }

    /// A place of an entry of Max's.
    public static TimelinePosition position(long lamport) {
        return new TimelinePosition(lamport, peer(1), lamport, 1);
    }

    public Conversation room(String name, boolean confirmed, int unread) {
        return add(PlainRecords.conversation("#" + name, Kind.ROOM, name, null, confirmed, unread, null));
    }

    public Conversation direct(Fingerprint peer, String name, int unread) {
        return add(PlainRecords.conversation(peer.hex(), Kind.DIRECT, name, peer, true, unread, null));
    }

    public Conversation add(Conversation conversation) {
        conversations.add(conversation);
        items.put(conversation.key(), new ArrayList<>());
        return conversation;
    }

    /// An entry of the author's, at a place in the timeline and a minute of the day.
    public Text text(String conversation, long lamport, Fingerprint author, String name, Instant written, String text,
            Delivery delivery) {
        var item = new Text(new Head(new TimelinePosition(lamport, author, lamport, 1), new EntryId(0, lamport), author,
                author.equals(self) ? "" : name, author.equals(self), written, delivery), text);
        put(conversation, item);
        return item;
    }

    public Text text(String conversation, long lamport, Fingerprint author, String text) {
        return text(conversation, lamport, author, "Max", START.plusSeconds(lamport), text, Delivery.NOWHERE);
    }

    public void put(String conversation, TimelineItem item) {
        List<TimelineItem> all = items.computeIfAbsent(conversation, _ -> new ArrayList<>());
        int at = Collections.binarySearch(all, item, Comparator.comparing(TimelineItem::position));
        if (at >= 0) {
            all.set(at, item);
        } else {
            all.add(-at - 1, item);
        }
    }

    public void changed(String conversation) {
        for (Consumer<String> watcher : List.copyOf(watchers)) watcher.accept(conversation);
    }

    List<TimelineItem> of(String conversation) throws CommandException {
        List<TimelineItem> all = items.get(conversation);
        if (all == null) throw new CommandException(Code.NO_ROOM, "no such conversation");
        return all;
    }

    @Override
    public List<Conversation> list() {
        lists++;
        return conversations.stream().sorted(Comparator.comparing(Conversation::onTop).reversed()).toList();
    }

    @Override
    public Page page(String conversation, @Nullable TimelinePosition before, int limit) throws CommandException {
        pages++;
        List<TimelineItem> older = of(conversation).stream()
                .filter(each -> before == null || each.position().compareTo(before) < 0)
                .toList();
        int from = Math.max(0, older.size() - limit);
        return new Page(older.subList(from, older.size()), from == 0);
    }

    @Override
    public List<TimelineItem> after(String conversation, TimelinePosition after, int limit) throws CommandException {
        return of(conversation).stream().filter(each -> each.position().compareTo(after) > 0).limit(limit).toList();
    }

    @Override
    public Page search(String conversation, String words, int limit) throws CommandException {
        List<TimelineItem> found = of(conversation).stream()
                .filter(each -> each instanceof Text said && said.text().contains(words))
                .toList();
        return new Page(found.subList(Math.max(0, found.size() - limit), found.size()), found.size() <= limit);
    }

    @Override
    public FoundPage searchAll(ChatHistory.Filter wanted, int limit) throws CommandException {
        asked.add(wanted.words());
        if (unreadable) throw new CommandException(Code.STORAGE, "the disk cannot be read");
        searching.run();
        var found = new ArrayList<Found>();
        items.forEach((key, all) -> {
            for (TimelineItem each : all) if (FakeHistory.isWanted(wanted, each)) found.add(new Found(key, each));
        });
        found.sort(Comparator.comparing((Found each) -> each.item().written()).reversed());
        return new FoundPage(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
    }

    @Override
    public List<Paused> paused(String conversation) {
        return List.copyOf(paused.getOrDefault(conversation, List.of()));
    }

    @Override
    public Set<Fingerprint> paused() {
        return paused.values().stream().flatMap(List::stream).map(Paused::person).collect(Collectors.toSet());
    }

    @Override
    public void allowMore(Fingerprint person) {
        allowing.run();
        allowed.add(person);
        unpause(person);
    }

    public void unpause(Fingerprint person) {
        paused.forEach((conversation, people) -> {
            if (people.removeIf(each -> each.person().equals(person))) changed(conversation);
        });
    }

    @Override
    public StoredText say(String conversation, String text) throws CommandException {
        if (diskFull) throw new CommandException(Code.STORAGE, "the disk is full");
        List<TimelineItem> all = of(conversation);
        said.add(text);
        long lamport = all.isEmpty() ? 1 : all.getLast().position().lamport() + 1;
        text(conversation, lamport, self, text);
        changed(conversation);
        return new StoredText(conversation, new EntryId(0, lamport), "0f", said.size());
    }

    @Override
    public Sent send(String conversation, FilesToSend what) throws CommandException {
        whileOffering.run();
        if (diskFull) throw new CommandException(Code.STORAGE, "the disk is full");
        List<Path> paths = what.items();
        of(conversation);
        sent.add(paths);
        offered.add(conversation + " " + paths);
        return new Sent("0f", leftOut);
    }

    @Override
    public Subscription watch(Consumer<String> changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    @Override
    public Map<String, KeptDraft> drafts() {
        var all = new LinkedHashMap<String, KeptDraft>();
        drafts.forEach((conversation, text) -> all.put(conversation, KeptDraft.of(text)));
        changes.forEach((conversation, change) -> all.put(conversation,
                new KeptDraft(drafts.getOrDefault(conversation, ""), change)));
        return all;
    }

    @Override
    public void keepDraft(String conversation, KeptDraft draft) throws CommandException {
        of(conversation);
        if (refusesDrafts) {
            draftRefused.run();
            throw new CommandException(Code.STORAGE, "the disk is full");
        }
        drafts.remove(conversation);
        changes.remove(conversation);
        if (!draft.text().isEmpty()) drafts.put(conversation, draft.text());
        if (draft.change() != null) changes.put(conversation, draft.change());
    }

    @Override
    public void mute(String conversation, MuteTerm term) throws CommandException {
        choose(conversation, Choice.MENTIONS_ONLY, false);
        choose(conversation, Choice.MUTED, true);
        if (term.length() != null) endMuting(conversation, MUTE_END);
        muted.add(conversation + " " + term);
    }

    @Override
    public void muteButMentions(String conversation) throws CommandException {
        choose(conversation, Choice.MUTED, false);
        choose(conversation, Choice.MENTIONS_ONLY, true);
        muted.add(conversation + " but mentions");
    }

    @Override
    public void unmute(String conversation) throws CommandException {
        choose(conversation, Choice.MUTED, false);
        choose(conversation, Choice.MENTIONS_ONLY, false);
        muted.add(conversation + " no more");
    }

    @Override
    public void setOnTop(String conversation, boolean onTop) throws CommandException {
        choose(conversation, Choice.ON_TOP, onTop);
    }

    @Override
    public void setArchived(String conversation, boolean archived) throws CommandException {
        choose(conversation, Choice.ARCHIVED, archived);
    }

    @Override
    public void setOwnName(String room, @Nullable String name) throws CommandException {
        of(room);
        conversations.replaceAll(each -> each.key().equals(room)
                ? new Conversation(each.key(), each.kind(), name == null ? each.realTitle() : name, each.peer(),
                        each.confirmed(), each.unread(), each.calls(), each.choices(), each.newest())
                : each);
        changed(room);
    }

    /// At this moment by itself.
    private void endMuting(String key, Instant until) {
        conversations.replaceAll(each -> each.key().equals(key)
                ? new Conversation(each.key(), each.kind(), each.title(), each.peer(), each.confirmed(), each.unread(),
                        each.calls(), new Choices(each.choices().all(), until), each.newest())
                : each);
        changed(key);
    }

    void choose(String key, Choice choice, boolean now) throws CommandException {
        of(key);
        conversations.replaceAll(each -> each.key().equals(key) ? with(each, choice, now) : each);
        changed(key);
    }

    private static Conversation with(Conversation each, Choice choice, boolean now) {
        var choices = EnumSet.noneOf(Choice.class);
        choices.addAll(each.choices().all());
        if (now) {
            choices.add(choice);
        } else {
            choices.remove(choice);
        }
        return PlainRecords.conversation(each.key(), each.kind(), each.title(), each.peer(), each.confirmed(),
                each.unread(),
                choices, each.newest());
    }

    @Override
    public Unread unread(String conversation, @Nullable TimelinePosition seenTo) throws CommandException {
        of(conversation);
        this.seenTo = seenTo;
        return new Unread(unreadFrom.get(conversation), late.getOrDefault(conversation, List.of()));
    }

    @Override
    public void read(String conversation) throws CommandException {
        readWhole.add(conversation);
        read.add(of(conversation).getLast().position().lamport());
    }

    @Override
    public void read(String conversation, TimelinePosition place, List<TimelinePosition> unseen)
            throws CommandException {
        if (diskFull) throw new CommandException(Code.STORAGE, "full");
        read.add(place.lamport());
        this.unseen = List.copyOf(unseen);
    }
}
