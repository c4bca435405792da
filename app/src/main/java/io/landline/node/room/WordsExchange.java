package io.landline.node.room;

import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStoreException;
import io.landline.chat.NewWords;
import io.landline.chat.act.Continuation;
import io.landline.chat.sync.Conversations;
import io.landline.chat.words.WordsBook;
import io.landline.chat.words.WordsBook.Answer;
import io.landline.chat.words.WordsChange;
import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.node.event.EventBus;
import io.landline.node.event.PeerNames;
import io.landline.node.event.StepWorker;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.NodeEvent.WordsChanged;
import io.landline.node.port.NodeEvent.WordsGiven;
import io.landline.node.port.Reason;
import io.landline.node.port.Rooms.OfferedWords;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore.Origin;
import io.landline.session.Lane;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import io.landline.storage.database.StorageException;
import io.landline.storage.trust.SqliteWords;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rooms that get new words: makes changes, hands words over, checks those that others hand over, and takes them
/// (docs/protocol/new-words.md). Any thread may change and take, which waits for the disk and stretches a key. What
/// sessions bring is worked off on a thread of its own, one step after the other.
public final class WordsExchange implements SessionListener, ConversationListener, AutoCloseable {
    /// The old room stays this much longer than anybody needs it, for what its members still hand on.
    static final Duration SETTLED_FOR = Duration.ofMinutes(10);
    static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    /// Steps that sessions brought and that wait; what comes beyond comes again at the next session.
    static final int WAITING_MAX = 64;
    private static final System.Logger LOG = System.getLogger(WordsExchange.class.getName());

    /// What a change is seen by. Asked only while sessions run: they are made after it, which listens to them.
    ///
    /// @param roomsChanged our rooms are others from now on
    /// @param open the sessions of this moment
    public record RoomSessions(Runnable roomsChanged, Supplier<List<Session>> open) {}

    /// What is known of people.
    ///
    /// @param isMember whether a person is known as a member of a room
    /// @param isVerified whether the safety number was compared
    /// @param standings how well this user knows them: what their words may cost
    /// @param proves notes that a person, by the raw key, holds the words of a room
    public record People(BiPredicate<RoomId, Fingerprint> isMember, Predicate<Fingerprint> isVerified,
            Standings standings, PeerNames names, BiConsumer<RoomId, byte[]> proves) {}

    private final WordsBook book;
    private final SqliteWords store;
    private final OwnRooms rooms;
    private final Conversations conversations;
    private final People people;
    private final ConversationLabels labels;
    private final EventBus events;
    private final RoomSessions sessions;
    private final InstantSource wallClock;
    private final SecureRandom random = new SecureRandom();
    /// Held while a room goes on as another one: one change at a time. No listener takes it.
    private final ReentrantLock changing = new ReentrantLock();
    private final StepWorker worker = new StepWorker("room-words", "new words wait until the next session", WAITING_MAX,
            () -> {
            });
    /// Since when nobody needs an old room. The worker's alone.
    private final Map<RoomId, Instant> settledSince = new HashMap<>();
    private final long began = System.nanoTime();
    /// The worker's alone.
    private final WordsChecks checks = new WordsChecks(Duration.ZERO);

    public WordsExchange(WordsBook book, SqliteWords store, OwnRooms rooms, Conversations conversations, People people,
            ConversationLabels labels, EventBus events, RoomSessions sessions, InstantSource wallClock) {
        this.book = book;
        this.store = store;
        this.rooms = rooms;
        this.conversations = conversations;
        this.people = people;
        this.labels = labels;
        this.events = events;
        this.sessions = sessions;
        this.wallClock = wallClock;
    }

    /// Once, after `ready`: tells of what is not decided yet, and from now on hands over again what has no answer.
    public void start() {
        worker.repeat(this::look, LOOK_EVERY);
        book.offered().forEach(each -> tell(each, WordsChange.State.OFFERED));
    }

    // What the user does

    /// Gives a room other words, and hands them to the chosen as soon as they are here.
    public Room change(Room old, RoomKey words, Set<Fingerprint> chosen) throws CommandException {
        if (old.open()) throw notPossible(null, "An open room has no words.");
        if (chosen.size() > Continuation.CHOSEN_MAX) {
            throw notPossible(null, "Words can be handed to " + Continuation.CHOSEN_MAX + " people at most.");
        }
        for (Fingerprint each : chosen) {
            if (people.isMember().test(old.id(), each) || isComing(old, each)) continue;
            throw new CommandException(Code.NOT_A_MEMBER,
                    each.brief() + " is no member of " + rooms.label(old) + ". Nothing was changed.");
        }
        Room next = Room.keyed(old.name(), words);
        Room made;
        try {
            made = undisturbed(() -> change(old, next, chosen));
        } catch (StorageException | EntryStoreException e) {
            throw new CommandException(Code.STORAGE, e.getMessage() + " Nothing was changed.");
        }
        sessions.roomsChanged().run();
        for (Session session : sessions.open().get()) worker.post(() -> hand(session));
        return made;
    }

    /// Whether somebody was chosen for this room, or chose its words, and may not have come yet.
    private boolean isComing(Room room, Fingerprint peer) {
        return book.chosenFor(room.id()).contains(peer);
    }

    private Room change(Room old, Room next, Set<Fingerprint> chosen) throws CommandException {
        if (rooms.byId(old.id()) == null) throw notPossible(null, "You are not in that room any more.");
        boolean wasBefore = next.equals(old)
                || book.past(old.id()).stream().anyMatch(each -> each.old().equals(next.id()));
        if (wasBefore) {
            throw notPossible(Reason.WORDS_THE_SAME, "The room has these words, or had them before. Choose others.");
        }
        if (rooms.byId(next.id()) != null) {
            throw notPossible(Reason.WORDS_OF_ANOTHER_ROOM, "You are in another room of this name and these words.");
        }
        byte[] salt = new byte[Continuation.SALT_BYTES];
        random.nextBytes(salt);
        ConversationId conversation = ConversationId.of(next.id());
        long clock = conversations.goOn(ConversationId.of(old.id()), conversation, 0);
        byte[] body = Continuation.of(salt, old.id(), next.id(), clock, chosen).toBody();
        Entry entry = conversations.append(conversation, EntryKind.CONTINUES, body);
        RoomKey words = next.words();
        if (words == null) throw new IllegalStateException("a room with words");
        goOn(WordsBook.made(old.id(), new NewWords(salt, words, entry), wallClock.instant()), old, next,
                Origin.MADE_HERE);
        return next;
    }

    private void goOn(WordsChange change, @Nullable Room old, Room next, Origin origin) {
        store.take(change, old, next, origin);
        book.note(change);
        rooms.goOn(old, next, origin);
    }

    /// Takes words that were offered, and what the same author offered before them.
    public Room take(RoomId next) throws CommandException {
        Room last;
        try {
            last = undisturbed(() -> takeAll(next));
        } catch (StorageException | EntryStoreException e) {
            throw new CommandException(Code.STORAGE, e.getMessage() + " Nothing was changed.");
        }
        sessions.roomsChanged().run();
        return last;
    }

    private Room takeAll(RoomId wanted) throws CommandException {
        Room last = null;
        for (WordsChange step : book.stepsTo(wanted)) {
            RoomName name = nameOf(step.old());
            RoomKey words = step.words();
            if (name == null || words == null) throw notPossible(null, "You left the room of these words.");
            Room next = Room.keyed(name, words);
            conversations.goOn(ConversationId.of(step.old()), ConversationId.of(next.id()),
                    step.entry().header().lamport());
            goOn(WordsBook.taken(step), rooms.byId(step.old()), next, Origin.JOINED_BY_WORDS);
            // who went on from that room since joins it by proofs alone; the words are the author's
            people.proves().accept(next.id(), step.entry().header().authorKey());
            tell(step, WordsChange.State.TAKEN);
            last = next;
        }
        if (last == null) throw notPossible(Reason.WORDS_DECIDED, "There are no such words to take.");
        return last;
    }

    public void decline(RoomId next) throws CommandException {
        WordsChange offer = book.find(next);
        if (offer == null || !offer.isOffered()) {
            throw notPossible(Reason.WORDS_DECIDED, "There are no such words to turn down.");
        }
        book.decline(next);
        tell(offer, WordsChange.State.DECLINED);
    }

    /// Does something while no room goes on as another one.
    public <T extends @Nullable Object, X extends Exception> T undisturbed(RoomStep<T, X> what) throws X {
        changing.lock();
        try {
            return what.run();
        } finally {
            changing.unlock();
        }
    }

    /// Nobody gets words of this room, or of one that it continues, from here any more: the user leaves it.
    public void left(Room room) {
        for (WordsChange each : book.past(room.id())) {
            book.forgetWords(each.next());
            rooms.forgetRetired(each.old());
        }
        for (WordsChange each : book.offered()) if (each.old().equals(room.id())) book.decline(each.next());
    }

    public List<OfferedWords> offers() {
        return book.offered()
                .stream()
                .map(each -> new OfferedWords(each.next().hex(), label(each), each.author(),
                        people.names().name(each.author()), each.at()))
                .toList();
    }

    /// See [WordsBook#lacking], with names.
    public Map<Fingerprint, String> lacking(Room room) {
        return book.lacking(room.id(), people.isMember())
                .stream()
                .collect(Collectors.toMap(peer -> peer, people.names()::name));
    }

    private @Nullable RoomName nameOf(RoomId id) {
        for (Room room : rooms.withRetired()) if (room.id().equals(id)) return room.name();
        WordsChange offered = book.find(id);
        return offered == null || !offered.isOffered() ? null : nameOf(offered.old());
    }

    private static CommandException notPossible(@Nullable Reason reason, String why) {
        return new CommandException(Code.NOT_POSSIBLE, reason, why + " Nothing was changed.");
    }

    // What sessions bring

    @Override
    public void joined(Session session, RoomId room) {
        worker.post(() -> hand(session));
    }

    @Override
    public void newWords(Session session, Set<RoomId> joined, NewWords words) {
        worker.post(() -> take(session, joined, words));
    }

    @Override
    public void wordsHeld(Fingerprint peer, RoomId next) {
        if (!isLacking(peer, next)) return; // an answer that nobody waits for takes no place from new words
        worker.post(() -> {
            WordsChange change = book.find(next);
            if (change == null || !isLacking(peer, next)) return;
            book.held(peer, next);
            events.publish(new WordsGiven(peer, people.names().name(peer), label(change), next.hex()));
        });
    }

    private boolean isLacking(Fingerprint peer, RoomId next) {
        WordsChange change = book.find(next);
        return change != null && change.lacking().contains(peer);
    }

    /// Hands over again what has no answer yet, and looks which old rooms nobody needs any more.
    private void look() {
        sessions.open().get().forEach(this::hand);
        settle(wallClock.instant());
    }

    /// A full lane takes nothing: then the words go at the next look.
    private void hand(Session session) {
        for (NewWords words : book.due(session.peer(), session.joined(), wallClock.instant())) {
            if (rooms.isRetired(words.next())) people.proves().accept(words.next(), session.peerPublicKey());
            if (!session.offer(Lane.CHAT, words.toFrame())) return;
        }
    }

    private void take(Session session, Set<RoomId> joined, NewWords words) {
        // an open room has no words
        Set<RoomId> keyed = joined.stream().filter(each -> !rooms.isOpen(each)).collect(Collectors.toSet());
        switch (book.judge(session.peer(), keyed, words)) {
            case Answer.Ignored(String why) -> LOG.log(System.Logger.Level.INFO, "new words are ignored: {0}", why);
            case Answer.Held() -> session.offer(Lane.CHAT, NewWords.heldFrame(words.next()));
            case Answer.ToCheck(RoomId old) -> {
                if (!fit(session, nameOf(old), words)) return;
                WordsChange offer = this.<@Nullable WordsChange, RuntimeException>undisturbed(
                        () -> nameOf(old) == null ? null : book.offer(old, words, wallClock.instant()));
                if (offer == null) return; // the user left the room meanwhile
                session.offer(Lane.CHAT, NewWords.heldFrame(words.next()));
                decide(offer);
            }
        }
    }

    /// Whether words have the id that was announced. False too where there is no time to find out: then they come
    /// again.
    private boolean fit(Session session, @Nullable RoomName name, NewWords words) {
        if (name == null) return false;
        Fingerprint peer = session.peer();
        Standing standing = people.standings().of(peer);
        InetAddress address = session.endpoint().address();
        Duration start = uptime();
        if (!checks.allows(peer, standing, address, start)) {
            LOG.log(System.Logger.Level.INFO, "new words are ignored for now: too many are handed over");
            return false;
        }
        boolean fit = Room.keyed(name, words.words()).id().equals(words.next());
        Duration end = uptime();
        checks.checked(peer, standing, address, end.minus(start), fit, end);
        if (!fit) {
            LOG.log(System.Logger.Level.INFO, "new words are ignored: they have another id than announced");
        }
        return fit;
    }

    private Duration uptime() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void decide(WordsChange offer) {
        if (!book.isTakenUnasked(offer, people.isVerified())) {
            tell(offer, WordsChange.State.OFFERED);
            return;
        }
        try {
            take(offer.next());
        } catch (CommandException e) {
            LOG.log(System.Logger.Level.WARNING, "words of a verified person could not be taken", e);
            tell(offer, WordsChange.State.OFFERED);
        }
    }

    private void tell(WordsChange change, WordsChange.State state) {
        events.publish(new WordsChanged(change.author(), people.names().name(change.author()), label(change),
                change.next().hex(), state));
    }

    /// Of the room that the user is in, also where several changes of it are offered.
    private String label(WordsChange change) {
        RoomId room = change.old();
        for (WordsChange each; (each = book.find(room)) != null && each.isOffered();) room = each.old();
        return labels.label(ConversationId.of(room));
    }

    /// Forgets old rooms that nobody has needed for a while, with their keys and proofs.
    void settle(Instant now) {
        boolean changed = false;
        for (Room old : rooms.retired()) {
            WordsChange change = book.after(old.id());
            if (change != null && !book.isSettled(change, now, people.isMember())) {
                settledSince.remove(old.id());
                continue;
            }
            Instant since = settledSince.computeIfAbsent(old.id(), _ -> now);
            if (now.isBefore(since.plus(SETTLED_FOR))) continue;
            if (change != null) book.forgetWords(change.next());
            rooms.forgetRetired(old.id());
            settledSince.remove(old.id());
            changed = true;
        }
        if (changed) sessions.roomsChanged().run();
    }

    /// What is under way ends; the rest comes again at the next session.
    @Override
    public void close() {
        worker.close();
    }
}
