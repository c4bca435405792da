package io.landline.chat.words;

import io.landline.chat.Entry;
import io.landline.chat.NewWords;
import io.landline.chat.act.Continuation;
import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A change of a room's words, as one node knows it. Immutable.
///
/// @param old the room with the words before
/// @param state what this node's user decided
/// @param at when it came or was made here, by our clock
/// @param words null when nobody needs them any more
/// @param entry the author's, with which the new room begins
/// @param lacking people that this node is to hand the words to
public record WordsChange(RoomId old, State state, Instant at, byte[] salt, @Nullable RoomKey words, Entry entry,
        Set<Fingerprint> lacking) {
    /// What became of it.
    public enum State { OFFERED, TAKEN, DECLINED }

    public WordsChange {
        salt = salt.clone();
        lacking = Set.copyOf(lacking);
    }

    /// The room with the new words.
    public RoomId next() {
        return entry.header().conversation().asRoom();
    }

    public Fingerprint author() {
        return entry.author();
    }

    public boolean isTaken() {
        return state == State.TAKEN;
    }

    public boolean isOffered() {
        return state == State.OFFERED;
    }

    /// What the author says of it.
    public Continuation says() {
        return NewWords.continues(entry);
    }

    /// Which entries of the old room a conversation that goes on in the new one shows.
    public CarriedOverEntries shown() {
        return shown(entry);
    }

    /// The same by the author's entry alone.
    public static CarriedOverEntries shown(Entry entry) {
        Continuation says = NewWords.continues(entry);
        var people = new HashSet<>(says.chosen());
        people.add(entry.author());
        return new CarriedOverEntries(says.clock(), people);
    }

    /// Whether a conversation that goes on in the new room shows this entry of the old one.
    public boolean shows(Entry ofOld) {
        return shown().shows(ofOld);
    }

    WordsChange with(State now) {
        return new WordsChange(old, now, at, salt, now == State.DECLINED ? null : words, entry, lacking);
    }

    WordsChange withoutWords() {
        return new WordsChange(old, state, at, salt, null, entry, Set.of());
    }

    WordsChange givenTo(Fingerprint peer) {
        var left = new HashSet<>(lacking);
        left.remove(peer);
        return new WordsChange(old, state, at, salt, words, entry, left);
    }
}
