package io.landline.chat.words;

import io.landline.chat.NewWords;
import io.landline.chat.act.Continuation;
import io.landline.chat.words.WordsChange.State;
import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All changes of words that a node knows, and what follows from them (docs/protocol/new-words.md, "What the receiver
/// concludes"). It is told the time. What it decides is on the disk before it returns. Any thread. Changes are stored
/// one after the other; who only reads does not wait for the disk. The lock of this object guards the changes, and is
/// held for no write.
public final class WordsBook {
    /// How long words are kept for somebody who is away, and the old room with them.
    public static final Duration KEPT = Duration.ofDays(30);
    /// Changes of one room, one after the other, that a conversation joins. More are rooms of their own.
    public static final int CHAIN_MAX = 64;
    /// Undecided, of one author and in all.
    static final int UNDECIDED_OF_ONE_MAX = 4;
    /// Sixteen authors with four each. Members leave a quarter of it to people known better: one may be many.
    static final int UNDECIDED_MAX = 64;

    /// What to do with words that were handed over.
    public sealed interface Answer {
        /// Nothing, and no answer: they do not count here.
        record Ignored(String why) implements Answer {}

        /// They are held already: say so.
        record Held() implements Answer {}

        /// They count if they fit their id.
        ///
        /// @param old the room that they continue
        record ToCheck(RoomId old) implements Answer {}
    }

    private final Fingerprint self;
    private final WordsStore store;
    /// Held while a change is stored, and before this object's own lock.
    private final Object changing = new Object();
    private final Map<RoomId, WordsChange> changes = new LinkedHashMap<>();

    public WordsBook(Fingerprint self, WordsStore store) {
        this.self = self;
        this.store = store;
        store.all()
                .stream()
                .sorted(Comparator.comparing(WordsChange::at).thenComparing(WordsChange::next))
                .forEach(each -> changes.put(each.next(), each));
    }

    public synchronized @Nullable WordsChange find(RoomId next) {
        return changes.get(next);
    }

    /// Not decided yet, the oldest first.
    public synchronized List<WordsChange> offered() {
        return changes.values().stream().filter(WordsChange::isOffered).toList();
    }

    /// Looks at what a peer handed over, before its words are stretched.
    ///
    /// @param peer who proved to be the author
    /// @param standing how well this user knows the author
    /// @param joined the rooms that the session has joined
    public synchronized Answer judge(Fingerprint peer, Standing standing, Set<RoomId> joined, NewWords words) {
        RoomId next = words.next();
        Continuation says = words.continues();
        if (!words.entry().author().equals(peer)) return new Answer.Ignored("somebody else's");
        if (!says.chosen().contains(self)) return new Answer.Ignored("not for this node");
        WordsChange known = changes.get(next);
        if (known != null) {
            return known.author().equals(peer) ? new Answer.Held() : new Answer.Ignored("another author's room");
        }
        var olds = new HashSet<>(joined);
        // who names the id of a room between, which no one tells outside of it, was in it
        for (WordsChange each : changes.values()) {
            boolean isBetween = before(each.next()).stream().anyMatch(joined::contains);
            if (isBetween && each.state() != State.DECLINED) olds.add(each.next());
        }
        RoomId old = olds.stream().filter(each -> says.names(words.salt(), each, next)).findFirst().orElse(null);
        if (old == null) return new Answer.Ignored("it continues no room of both");
        if (old.equals(next) || before(old).contains(next)) return new Answer.Ignored("a room that continues itself");
        boolean isTooMany = offered().size() >= CostRules.level(standing, UNDECIDED_MAX)
                || offered().stream().filter(each -> each.author().equals(peer)).count() >= UNDECIDED_OF_ONE_MAX;
        return isTooMany ? new Answer.Ignored("too many undecided") : new Answer.ToCheck(old);
    }

    /// All rooms that this one continues, as far as anything is known of it: also what was only offered.
    private Set<RoomId> before(RoomId room) {
        var seen = new HashSet<RoomId>();
        Deque<RoomId> open = new ArrayDeque<>(List.of(room));
        for (RoomId each; (each = open.poll()) != null;) {
            WordsChange change = changes.get(each);
            if (change != null && seen.add(change.old())) open.add(change.old());
        }
        return seen;
    }

    /// Words that were checked are offered to the user.
    public WordsChange offer(RoomId old, NewWords words, Instant now) {
        return put(new WordsChange(old, State.OFFERED, now, words.salt(), words.words(), words.entry(), Set.of()));
    }

    /// Whether an offer is taken without a question, with all that has to be taken before it: the authors are verified,
    /// and nobody else offers or made words for those rooms.
    public synchronized boolean isTakenUnasked(WordsChange offer, Predicate<Fingerprint> isVerified) {
        return stepsTo(offer.next()).stream().allMatch(step -> isVerified.test(step.author()) && hasNoRival(step));
    }

    private boolean hasNoRival(WordsChange offer) {
        return changes.values()
                .stream()
                .noneMatch(each -> each.old().equals(offer.old()) && !each.next().equals(offer.next())
                        && each.state() != State.DECLINED);
    }

    /// What has to be taken so that this one is, in this order: an author who changed words twice offers both.
    public synchronized List<WordsChange> stepsTo(RoomId next) {
        var steps = new ArrayList<WordsChange>();
        WordsChange step = changes.get(next);
        while (step != null && step.isOffered() && steps.size() < CHAIN_MAX) {
            steps.addFirst(step);
            step = changes.get(step.old());
        }
        return steps;
    }

    /// The change as it is to be kept together with the room; [#note] follows.
    public static WordsChange taken(WordsChange offer) {
        return offer.with(State.TAKEN);
    }

    /// A change of this node's user.
    public static WordsChange made(RoomId old, NewWords words, Instant now) {
        return new WordsChange(old, State.TAKEN, now, words.salt(), words.words(), words.entry(),
                words.continues().chosen());
    }

    /// A change that is on the disk already.
    public void note(WordsChange kept) {
        synchronized (changing) {
            set(kept);
        }
    }

    private synchronized void set(WordsChange change) {
        changes.put(change.next(), change);
    }

    public void decline(RoomId next) {
        synchronized (changing) {
            WordsChange offer = find(next);
            if (offer != null && offer.isOffered()) put(offer.with(State.DECLINED));
        }
    }

    /// What this node is to hand to a peer now, the oldest first.
    ///
    /// @param joined the rooms that the session with it has joined
    public synchronized List<NewWords> due(Fingerprint peer, Set<RoomId> joined, Instant now) {
        var due = new ArrayList<NewWords>();
        for (WordsChange each : changes.values()) {
            boolean isTheirs = each.author().equals(self) && each.lacking().contains(peer) && !isOver(each, now);
            boolean isReached = joined.contains(each.old())
                    || before(each.old()).stream().anyMatch(joined::contains);
            if (isTheirs && isReached && each.words() != null) {
                due.add(new NewWords(each.salt(), each.words(), each.entry()));
            }
        }
        return due;
    }

    /// The peer has these words.
    public void held(Fingerprint peer, RoomId next) {
        synchronized (changing) {
            WordsChange change = find(next);
            if (change != null && change.lacking().contains(peer)) put(change.givenTo(peer));
        }
    }

    /// Which change goes on with this room; null for none. Of rivals it is the one with the lower new id, so that it
    /// depends on nothing but what was taken.
    public synchronized @Nullable WordsChange after(RoomId old) {
        return changes.values()
                .stream()
                .filter(each -> each.isTaken() && each.old().equals(old))
                .min(Comparator.comparing(WordsChange::next))
                .orElse(null);
    }

    /// The changes that led to this room, the latest first.
    public synchronized List<WordsChange> past(RoomId room) {
        var past = new ArrayList<WordsChange>();
        WordsChange step = changes.get(room);
        while (step != null && past.size() < CHAIN_MAX) {
            WordsChange kept = after(step.old());
            if (!step.isTaken() || kept == null || !kept.next().equals(step.next())) break;
            past.add(step);
            step = changes.get(step.old());
        }
        return past;
    }

    /// Who was chosen for this room, and who chose; nobody for one that continues no other.
    public synchronized Set<Fingerprint> chosenFor(RoomId room) {
        WordsChange change = changes.get(room);
        if (change == null || !change.isTaken()) return Set.of();
        var people = new HashSet<>(change.says().chosen());
        people.add(change.author());
        people.remove(self);
        return people;
    }

    /// Whether a person made the change that continues this room, or was chosen by it.
    public synchronized boolean goesAlong(RoomId old, Fingerprint person) {
        WordsChange change = after(old);
        return change != null && change.shown().people().contains(person);
    }

    /// Who is to get the last words of this room, from us or from who chose them, and does not have them yet. Who was
    /// left out of the last words is not meant, also if those before are still to come to them.
    ///
    /// @param isMember whether a person is known as a member of a room
    public synchronized Set<Fingerprint> lacking(RoomId room, BiPredicate<RoomId, Fingerprint> isMember) {
        Set<Fingerprint> lacking = new HashSet<>();
        for (WordsChange each : past(room)) lacking.addAll(each.lacking());
        lacking.retainAll(chosenFor(room));
        lacking.addAll(comingTo(room, isMember));
        return lacking;
    }

    /// Who was chosen for this room by another and is not known as a member of it yet.
    ///
    /// @param isMember whether a person is known as a member of a room
    private Set<Fingerprint> comingTo(RoomId room, BiPredicate<RoomId, Fingerprint> isMember) {
        WordsChange change = changes.get(room);
        if (change == null || !change.isTaken() || change.author().equals(self)) return Set.of();
        var coming = new HashSet<>(change.says().chosen());
        coming.remove(self);
        coming.removeIf(each -> isMember.test(room, each));
        return coming;
    }

    /// The room in which the conversation of a room goes on now: the room itself, if nothing continues it.
    public synchronized RoomId current(RoomId room) {
        RoomId now = room;
        for (int i = 0; i < CHAIN_MAX; i++) {
            WordsChange change = after(now);
            if (change == null) return now;
            now = change.next();
        }
        return now;
    }

    /// Whether nobody needs the old room of this change any more.
    ///
    /// @param isMember whether a person is known as a member of a room
    public synchronized boolean isSettled(WordsChange change, Instant now, BiPredicate<RoomId, Fingerprint> isMember) {
        if (isOver(change, now)) return true;
        return chosenFor(change.next()).stream().allMatch(each -> isMember.test(lastFor(each, change.next()), each));
    }

    /// The last room, from this one on, for which a person was chosen.
    private RoomId lastFor(Fingerprint person, RoomId room) {
        RoomId last = room;
        for (int i = 0; i < CHAIN_MAX; i++) {
            WordsChange change = after(last);
            if (change == null || !chosenFor(change.next()).contains(person)) return last;
            last = change.next();
        }
        return last;
    }

    private static boolean isOver(WordsChange change, Instant now) {
        return now.isAfter(change.at().plus(KEPT));
    }

    /// The words of this change are kept no longer; nobody gets them from here any more.
    public void forgetWords(RoomId next) {
        synchronized (changing) {
            WordsChange change = find(next);
            if (change != null && change.words() != null && !change.isOffered()) put(change.withoutWords());
        }
    }

    /// A change is again as it was, since the user takes back what was done with it.
    public void restore(WordsChange before) {
        put(before);
    }

    private WordsChange put(WordsChange change) {
        synchronized (changing) {
            store.put(change);
            set(change);
            return change;
        }
    }
}
