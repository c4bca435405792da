package io.landline.node.room;

import io.landline.chat.ConversationListener;
import io.landline.chat.NewWords;
import io.landline.chat.words.WordsBook;
import io.landline.chat.words.WordsBook.Answer;
import io.landline.chat.words.WordsChange;
import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.node.event.StepWorker;
import io.landline.node.port.CommandException;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.session.Lane;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Brings new words of rooms to those who are to have them, and checks those that others hand over
/// (docs/protocol/new-words.md). What sessions bring is worked off on a thread of its own, one step after the other.
public final class WordsHandOver implements SessionListener, ConversationListener, AutoCloseable {
    static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    /// Steps that sessions brought and that wait; what comes beyond comes again at the next session.
    static final int WAITING_MAX = 64;
    private static final System.Logger LOG = System.getLogger(WordsHandOver.class.getName());

    /// What is known of people who hand over words.
    ///
    /// @param isVerified whether the safety number was compared
    /// @param standings how well this user knows them: what their words may cost
    /// @param isMember whether a person is known as a member of a room
    /// @param proves notes that a person, by the raw key, holds the words of a room
    public record People(Predicate<Fingerprint> isVerified, Standings standings,
            BiPredicate<RoomId, Fingerprint> isMember, BiConsumer<RoomId, byte[]> proves) {}

    /// What sessions are to it. Asked only while they run: they are made after it, which listens to them.
    ///
    /// @param roomsChanged our rooms are others from now on
    /// @param open the sessions of this moment
    public record RoomSessions(Runnable roomsChanged, Supplier<List<Session>> open) {}

    private final WordsBook book;
    private final OwnRooms rooms;
    private final WordsDecisions decisions;
    private final People people;
    private final WordsEvents events;
    private final RoomSessions sessions;
    private final InstantSource wallClock;
    private final StepWorker worker = new StepWorker("room-words", "new words wait until the next session", WAITING_MAX,
            () -> {
            });
    /// The worker's alone.
    private final SettledRooms settled;
    private final long began = System.nanoTime();
    /// The worker's alone.
    private final WordsChecks checks = new WordsChecks(Duration.ZERO);

    public WordsHandOver(WordsBook book, OwnRooms rooms, WordsDecisions decisions, People people, WordsEvents events,
            RoomSessions sessions, InstantSource wallClock) {
        this.book = book;
        this.rooms = rooms;
        this.decisions = decisions;
        this.people = people;
        this.events = events;
        this.sessions = sessions;
        this.wallClock = wallClock;
        settled = new SettledRooms(book, rooms, people.isMember(), sessions.roomsChanged());
    }

    /// Once, after `ready`: tells of what is not decided yet, and from now on hands over again what has no answer.
    public void start() {
        worker.repeat(this::look, LOOK_EVERY);
        book.offered().forEach(each -> events.tell(each, WordsChange.State.OFFERED));
    }

    /// Hands over words to everybody who is here and is to have them.
    public void handToAll() {
        for (Session session : sessions.open().get()) worker.post(() -> hand(session));
    }

    @Override
    public void joined(Session session, RoomId room) {
        worker.post(() -> hand(session));
    }

    @Override
    public void newWords(Session session, Set<RoomId> joined, NewWords words) {
        worker.post(() -> heard(session, joined, words));
    }

    @Override
    public void wordsHeld(Fingerprint peer, RoomId next) {
        if (!isLacking(peer, next)) return; // an answer that nobody waits for takes no place from new words
        worker.post(() -> {
            WordsChange change = book.find(next);
            if (change == null || !isLacking(peer, next)) return;
            book.held(peer, next);
            events.tellGiven(change, peer);
        });
    }

    private boolean isLacking(Fingerprint peer, RoomId next) {
        WordsChange change = book.find(next);
        return change != null && change.lacking().contains(peer);
    }

    /// Hands over again what has no answer yet, and looks which old rooms nobody needs any more.
    private void look() {
        sessions.open().get().forEach(this::hand);
        settled.look(wallClock.instant());
    }

    /// A full lane takes nothing: then the words go at the next look.
    private void hand(Session session) {
        for (NewWords words : book.due(session.peer(), session.joined(), wallClock.instant())) {
            if (rooms.isRetired(words.next())) people.proves().accept(words.next(), session.peerPublicKey());
            if (!session.offer(Lane.CHAT, words.toFrame())) return;
        }
    }

    private void heard(Session session, Set<RoomId> joined, NewWords words) {
        // an open room has no words
        Set<RoomId> keyed = joined.stream().filter(each -> !rooms.isOpen(each)).collect(Collectors.toSet());
        switch (book.judge(session.peer(), people.standings().of(session.peer()), keyed, words)) {
            case Answer.Ignored(String why) -> LOG.log(System.Logger.Level.INFO, "new words are ignored: {0}", why);
            case Answer.Held() -> session.offer(Lane.CHAT, NewWords.heldFrame(words.next()));
            case Answer.ToCheck(RoomId old) -> {
                if (!fit(session, decisions.nameOf(old), words)) return;
                WordsChange offer = decisions.<@Nullable WordsChange, RuntimeException>undisturbed(
                        () -> decisions.nameOf(old) == null ? null : book.offer(old, words, wallClock.instant()));
                if (offer == null) return; // the user left the room meanwhile
                session.offer(Lane.CHAT, NewWords.heldFrame(words.next()));
                decideUnasked(offer);
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

    /// Takes what needs no question, and tells of the rest.
    private void decideUnasked(WordsChange offer) {
        if (!book.isTakenUnasked(offer, people.isVerified())) {
            events.tell(offer, WordsChange.State.OFFERED);
            return;
        }
        try {
            decisions.take(offer.next());
        } catch (CommandException e) {
            LOG.log(System.Logger.Level.WARNING, "words of a verified person could not be taken", e);
            events.tell(offer, WordsChange.State.OFFERED);
        }
    }

    /// What is under way ends; the rest comes again at the next session.
    @Override
    public void close() {
        worker.close();
    }
}
