package io.landline.node.room;

import io.landline.peer.Fingerprint;
import io.landline.people.Person;
import io.landline.room.Room;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Words that are being tried for one room: who refused them, and when it is over (docs/adr/0028). No clock and no
/// thread: the caller brings the time, and the people who list the room. Guarded by the lock of [RoomTrials].
final class RoomTrial {
    /// For somebody with the room to show up: presence answers within this, several times over.
    static final Duration FOUND_WITHIN = Duration.ofSeconds(5);
    /// For the answer of somebody who lists the room, from the beginning on: an exchange may take ten seconds.
    static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);
    /// The same from the moment on in which an exchange had to wait, as long as the queue of guesses is.
    static final Duration SLOWED_WITHIN = Duration.ofSeconds(60);
    /// That all refuse is not believed sooner: the first to be found may be the one with the typing mistake.
    static final Duration LISTENED_MIN = Duration.ofSeconds(1);

    /// How it stands when it is over, apart from success.
    enum Verdict { WORDS_DIFFER, NOBODY_HERE, NO_ANSWER }

    private final Room room;
    private final Duration began;
    private final Map<Fingerprint, String> refused = new LinkedHashMap<>();
    private @Nullable Duration slowedAt;

    RoomTrial(Room room, Duration uptime) {
        this.room = room;
        began = uptime;
    }

    Room room() {
        return room;
    }

    void refused(Fingerprint peer, String name) {
        refused.put(peer, name);
    }

    /// False where it was slowed before.
    boolean slowed(Duration uptime) {
        boolean first = slowedAt == null;
        if (first) slowedAt = uptime;
        return first;
    }

    /// The names of those who refused the words.
    List<String> refusers() {
        return List.copyOf(refused.values());
    }

    /// How it ended; null while it goes on.
    ///
    /// @param listing the people who list a room of that name now
    @Nullable
    Verdict verdict(List<Person> listing, Duration uptime) {
        Duration waited = uptime.minus(began);
        boolean all = listing.stream().allMatch(person -> refused.containsKey(person.peer()));
        if (all && !refused.isEmpty() && waited.compareTo(LISTENED_MIN) >= 0) return Verdict.WORDS_DIFFER;
        if (waited.compareTo(timeLimit(!listing.isEmpty())) < 0) return null;
        if (!refused.isEmpty()) return Verdict.WORDS_DIFFER;
        return listing.isEmpty() ? Verdict.NOBODY_HERE : Verdict.NO_ANSWER;
    }

    private Duration timeLimit(boolean listed) {
        Duration slowed = slowedAt;
        if (slowed != null) return slowed.minus(began).plus(SLOWED_WITHIN);
        return listed ? ANSWERED_WITHIN : FOUND_WITHIN;
    }

    /// When a look at it may find it over, if nothing happens before.
    Duration nextLook(boolean listed, Duration uptime) {
        Duration early = began.plus(LISTENED_MIN);
        Duration found = began.plus(FOUND_WITHIN);
        if (uptime.compareTo(early) < 0) return early;
        if (uptime.compareTo(found) < 0) return found;
        return began.plus(timeLimit(listed));
    }
}
