package io.landline.node.port;

import io.landline.handshake.RoomSlot;
import io.landline.peer.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rooms of this node as a window shows them. Any thread, but not one that must not wait: keys are stretched, which
/// takes 0.3 s.
public interface Rooms {
    /// Rooms that two nodes tell each other. Two who both have more may lack some that they share.
    int LISTED_MAX = RoomSlot.MAX_ROOMS;

    /// @param label `#class`, an open one `#class (open)`
    /// @param key as conversations are named: `#class`, `#class~3f`
    /// @param words the room key; null for an open room
    /// @param weak whether the key is easier to guess than a generated one
    /// @param doubtful whether its words may be mistyped: they were typed here, and nobody has proved them yet
    /// @param ownName the user's own name for it; null for none
    record OwnRoom(String key, String label, String name, boolean open, boolean confirmed, @Nullable String words,
            boolean weak, boolean doubtful, @Nullable String ownName) {}

    /// How somebody came to be a member, as far as this node knows it.
    ///
    /// @param at when: by our clock where the words were proved to us, else by the clock of who vouches
    /// @param by the member who vouches; null where the words were proved to us
    /// @param byName somebody's text; empty without `by`
    record Admitted(Instant at, @Nullable Fingerprint by, String byName) {}

    /// What came of trying words.
    sealed interface TrialResult {
        /// The words are right; the room is one of ours now.
        record Joined(OwnRoom room) implements TrialResult {}

        /// Everybody here who has the room has other words.
        ///
        /// @param people their names, as they say
        record WordsDiffer(List<String> people) implements TrialResult {}

        /// Nobody here lists a room of that name.
        record NobodyHere() implements TrialResult {}

        /// Somebody lists the room, but gave no answer in time.
        ///
        /// @param people their names, as they say
        record NoAnswer(List<String> people) implements TrialResult {}

        /// Something went wrong here, as where the history cannot be read. The room may be one of ours now.
        record Failed(RuntimeException why) implements TrialResult {}
    }

    /// Hears of a trial; called on the node's threads.
    interface TrialWatcher {
        /// The answer has to wait: many are joining.
        void slowed();

        /// It is over; nothing comes after this.
        void ended(TrialResult result);
    }

    /// First joined first.
    List<OwnRoom> rooms();

    /// How the members of a room came in; people without any record are left out. Of an open room nobody.
    Map<Fingerprint, Admitted> admitted(String key) throws CommandException;

    /// Words that somebody changed, and that this user has not decided about.
    ///
    /// @param change by which the others of these methods name it
    /// @param key of the room
    /// @param name the author's: somebody's text
    record OfferedWords(String change, String key, Fingerprint author, String name, Instant at) {}

    /// Not decided yet, the oldest first.
    List<OfferedWords> offeredWords();

    /// Gives a room other words. It goes on under the same name, with who takes the words; everybody else stays in the
    /// room with the old ones.
    ///
    /// @param words null: four words by chance
    /// @param chosen who gets the words, as soon as they are here; somebody who is no member is refused
    OwnRoom changeWords(String key, @Nullable String words, Set<Fingerprint> chosen) throws CommandException;

    /// Who gets other words of a room where nobody is named.
    ///
    /// @param leftOut how many more could have got them: not all can be chosen in a very large room
    record Receivers(Set<Fingerprint> chosen, int leftOut) {
        public Receivers {
            chosen = Set.copyOf(chosen);
        }
    }

    /// All members that are known and those chosen for its last words, but nobody that this user blocked. Of too many
    /// those known best, and of equals who was met first.
    ///
    /// @param without who stays behind
    Receivers wordsGoTo(String key, Set<Fingerprint> without) throws CommandException;

    /// Takes words that were offered: the room goes on with them.
    OwnRoom takeWords(String change) throws CommandException;

    /// Turns them down: this user stays in the room with the old words.
    void declineWords(String change) throws CommandException;

    /// Who is to get the words of this room, from this node or from who chose them, with names: somebody's texts. They
    /// do not have them yet, as far as this node knows.
    Map<Fingerprint, String> lackingWords(String key) throws CommandException;

    /// Four words by chance, for a room that is about to be created. Nothing is kept.
    String suggestKey();

    /// Joins a room, now and at each later start, with words that were made or typed.
    ///
    /// @param words null for an open room
    OwnRoom join(String name, @Nullable String words) throws CommandException;

    /// Makes a room with these words: others get them from here.
    OwnRoom create(String name, String words) throws CommandException;

    /// Tries words with the people who are here and have a room of that name. The room is joined only if they are
    /// right. Nothing is stored before, and nobody else hears of it. Gives the trial up when closed; a new one ends the
    /// one before.
    ///
    /// @param insteadOf the key of a room that is left once the words are right: the same with mistyped ones
    Subscription tryToJoin(String name, String words, @Nullable String insteadOf, TrialWatcher watcher)
            throws CommandException;

    /// Leaves a room: its key is forgotten, its history stays.
    ///
    /// @return takes it back while the program runs
    WayBack leave(String key) throws CommandException;

    /// Into a room that was left.
    interface WayBack {
        /// The room, as [OwnRoom#label] was.
        String label();

        /// Whether it has no key.
        boolean open();

        /// The same room as before: its key, whether it was made here and confirmed, what the user chose for it, and
        /// its new words, that others are to get or offered.
        OwnRoom take() throws CommandException;
    }
}
