package io.landline.node.room;

import io.landline.chat.words.WordsBook;
import io.landline.chat.words.WordsChange;
import io.landline.peer.Fingerprint;
import io.landline.room.Room;
import io.landline.room.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;

/// Forgets old rooms that nobody has needed for a while, with their keys and proofs. Confined to the thread of
/// [WordsHandOver].
final class SettledRooms {
    /// The old room stays this much longer than anybody needs it, for what its members still hand on.
    static final Duration SETTLED_FOR = Duration.ofMinutes(10);

    private final WordsBook book;
    private final OwnRooms rooms;
    private final BiPredicate<RoomId, Fingerprint> isMember;
    private final Runnable roomsChanged;
    /// Since when nobody needs an old room.
    private final Map<RoomId, Instant> settledSince = new HashMap<>();

    /// @param isMember whether a person is known as a member of a room
    /// @param roomsChanged our rooms are others from now on
    SettledRooms(WordsBook book, OwnRooms rooms, BiPredicate<RoomId, Fingerprint> isMember, Runnable roomsChanged) {
        this.book = book;
        this.rooms = rooms;
        this.isMember = isMember;
        this.roomsChanged = roomsChanged;
    }

    void look(Instant now) {
        boolean changed = false;
        for (Room old : rooms.retired()) {
            WordsChange change = book.after(old.id());
            if (change != null && !book.isSettled(change, now, isMember)) {
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
        if (changed) roomsChanged.run();
    }
}
