package io.landline.node.room;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStoreException;
import io.landline.chat.NewWords;
import io.landline.chat.act.Continuation;
import io.landline.chat.sync.Conversations;
import io.landline.chat.words.WordsBook;
import io.landline.chat.words.WordsChange;
import io.landline.node.event.PeerNames;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Reason;
import io.landline.node.port.Rooms.OfferedWords;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore.Origin;
import io.landline.storage.database.StorageException;
import io.landline.storage.trust.SqliteWords;
import io.landline.storage.trust.SqliteWords.Step;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the user decides on new words of rooms: makes a change, takes or declines what others hand over
/// (docs/protocol/new-words.md). [WordsHandOver] brings it to others, and from them. Any thread; waits for the disk,
/// and stretches a key.
public final class WordsDecisions {
    /// What a change is written into, in this order.
    public record Stores(Conversations conversations, SqliteWords words, WordsBook book, OwnRooms rooms) {}

    /// What is known of people.
    ///
    /// @param isMember whether a person is known as a member of a room
    /// @param hasProved is told of a proof that was stored together with a room: who holds its words
    public record People(BiPredicate<RoomId, Fingerprint> isMember, PeerNames names,
            BiConsumer<RoomId, Fingerprint> hasProved) {}

    /// What follows a decision.
    ///
    /// @param roomsChanged our rooms are others from now on
    /// @param wordsMade there are words to hand over
    public record Effects(Runnable roomsChanged, Runnable wordsMade) {}

    private final Conversations conversations;
    private final SqliteWords store;
    private final WordsBook book;
    private final OwnRooms rooms;
    private final People people;
    private final WordsEvents events;
    private final Effects effects;
    private final InstantSource wallClock;
    private final SecureRandom random = new SecureRandom();
    /// Held while a room goes on as another one: one change at a time. No listener takes it.
    private final ReentrantLock changing = new ReentrantLock();

    public WordsDecisions(Stores stores, People people, WordsEvents events, Effects effects, InstantSource wallClock) {
        conversations = stores.conversations();
        store = stores.words();
        book = stores.book();
        rooms = stores.rooms();
        this.people = people;
        this.events = events;
        this.effects = effects;
        this.wallClock = wallClock;
    }

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
        effects.roomsChanged().run();
        effects.wordsMade().run();
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
        store.forgetUnmade();
        byte[] salt = new byte[Continuation.SALT_BYTES];
        random.nextBytes(salt);
        ConversationId conversation = ConversationId.of(next.id());
        long clock = conversations.goOn(ConversationId.of(old.id()), conversation, 0);
        byte[] body = Continuation.of(salt, old.id(), next.id(), clock, chosen).toBody();
        Entry entry = conversations.append(conversation, EntryKind.CONTINUES, body);
        RoomKey words = next.words();
        if (words == null) throw new IllegalStateException("a room with words");
        WordsChange change = WordsBook.made(old.id(), new NewWords(salt, words, entry), wallClock.instant());
        try {
            store.take(change, old, next, Origin.MADE_HERE);
        } catch (StorageException e) {
            unmake(e);
            throw e;
        }
        book.note(change);
        rooms.goOn(old, next, Origin.MADE_HERE);
        return next;
    }

    /// Where this fails too, the next change does it, or the next start.
    private void unmake(StorageException why) {
        try {
            store.forgetUnmade();
        } catch (StorageException e) {
            why.addSuppressed(e);
        }
    }

    /// Takes words that were offered, and what the same author offered before them: all of it or nothing.
    public Room take(RoomId next) throws CommandException {
        List<Step> steps;
        try {
            steps = undisturbed(() -> takeAll(next));
        } catch (StorageException | EntryStoreException e) {
            throw new CommandException(Code.STORAGE, e.getMessage() + " Nothing was changed.");
        }
        effects.roomsChanged().run();
        for (Step each : steps) events.tell(each.change(), WordsChange.State.TAKEN);
        for (Step each : steps) people.hasProved().accept(each.next().id(), each.change().author());
        return steps.getLast().next();
    }

    private List<Step> takeAll(RoomId wanted) throws CommandException {
        var steps = new ArrayList<Step>();
        for (WordsChange offer : book.stepsTo(wanted)) {
            RoomName name = nameOf(offer.old());
            RoomKey words = offer.words();
            if (name == null || words == null) throw notPossible(null, "You left the room of these words.");
            Room old = steps.isEmpty() ? rooms.byId(offer.old()) : steps.getLast().next();
            steps.add(new Step(WordsBook.taken(offer), old, Room.keyed(name, words)));
        }
        if (steps.isEmpty()) throw notPossible(Reason.WORDS_DECIDED, "There are no such words to take.");
        for (Step each : steps) {
            conversations.goOn(ConversationId.of(each.change().old()), ConversationId.of(each.next().id()),
                    each.change().entry().header().lamport());
        }
        // with proofs of the authors: who went on from such a room since joins it by proofs alone
        store.takeAll(steps, wallClock.instant());
        for (Step each : steps) {
            book.note(each.change());
            rooms.goOn(each.old(), each.next(), Origin.JOINED_BY_WORDS);
        }
        return steps;
    }

    public void decline(RoomId next) throws CommandException {
        WordsChange offer = book.find(next);
        if (offer == null || !offer.isOffered()) {
            throw notPossible(Reason.WORDS_DECIDED, "There are no such words to turn down.");
        }
        book.decline(next);
        events.tell(offer, WordsChange.State.DECLINED);
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

    /// Nobody gets words of this room, or of one that it continues, from here any more: the user leaves it. What was
    /// offered for it is declined, with what was offered to follow that.
    ///
    /// @return takes it back, once the user is in the room again
    public Runnable left(Room room) {
        List<WordsChange> past = book.past(room.id());
        List<WordsChange> offered = book.offered().stream().filter(each -> isFor(each, room)).toList();
        Set<RoomId> olds = past.stream().map(WordsChange::old).collect(Collectors.toSet());
        List<Room> retired = rooms.retired().stream().filter(each -> olds.contains(each.id())).toList();
        past.forEach(each -> book.forgetWords(each.next()));
        olds.forEach(rooms::forgetRetired);
        offered.forEach(each -> book.decline(each.next()));
        return () -> {
            retired.forEach(rooms::retireAgain);
            past.forEach(book::restore);
            offered.forEach(book::restore);
        };
    }

    private boolean isFor(WordsChange offer, Room room) {
        return book.stepsTo(offer.next()).getFirst().old().equals(room.id());
    }

    public List<OfferedWords> offers() {
        return book.offered()
                .stream()
                .map(events::offered)
                .toList();
    }

    /// See [WordsBook#lacking], with names.
    public Map<Fingerprint, String> lacking(Room room) {
        return book.lacking(room.id(), people.isMember())
                .stream()
                .collect(Collectors.toMap(peer -> peer, people.names()::name));
    }

    /// Also of a room that words are offered for; null where the user is in none of them any more.
    @Nullable
    RoomName nameOf(RoomId id) {
        for (Room room : rooms.withRetired()) if (room.id().equals(id)) return room.name();
        WordsChange offered = book.find(id);
        return offered == null || !offered.isOffered() ? null : nameOf(offered.old());
    }

    private static CommandException notPossible(@Nullable Reason reason, String why) {
        return new CommandException(Code.NOT_POSSIBLE, reason, why + " Nothing was changed.");
    }
}
