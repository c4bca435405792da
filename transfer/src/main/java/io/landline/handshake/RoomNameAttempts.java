package io.landline.handshake;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What has happened on one connection to each room name of ours: how many keys were wrong, and what the user was told.
/// It counts by canonical name: a peer can list its rooms under new slots as often as it likes, and each new slot would
/// be a further guess at our key. Only our own user begins a name anew, with a new key. Confined to the negotiation's
/// thread.
final class RoomNameAttempts {
    private static final class Tried {
        /// Exchanges that tested a key of ours since our user last changed the name's rooms.
        int wrong;
        /// The same since the connection began: what the peer counts, unless its own user changed something.
        int wrongInAll;
        /// Whether one of them came to an answer, so that the user can be told that the keys differ.
        boolean answered;
        final Set<RefusalReason> told = EnumSet.noneOf(RefusalReason.class);
        boolean slowedTold;
    }

    /// Names of our own rooms, so there are as many as our user joins.
    private final Map<String, Tried> byName = new HashMap<>();

    private Tried of(String name) {
        return byName.computeIfAbsent(name, _ -> new Tried());
    }

    /// Our user has a new room of each of these names. True if the peer counts one of them as failed by now: what it
    /// listed was wrong too often on this connection, and no new key of ours changes that.
    boolean beginAnew(Set<String> names) {
        boolean failedThere = false;
        for (String name : new HashSet<>(names)) {
            Tried tried = byName.get(name);
            if (tried == null) continue;
            failedThere |= tried.wrongInAll >= RoomTable.PAIRS_A_NAME_MAX;
            var anew = new Tried();
            anew.wrongInAll = tried.wrongInAll;
            byName.put(name, anew);
        }
        return failedThere;
    }

    /// An exchange ended with the answer that the keys differ.
    void wrong(String name) {
        unanswered(name);
        of(name).answered = true;
    }

    /// An exchange tested our key, and the peer gave no answer.
    void unanswered(String name) {
        Tried tried = of(name);
        tried.wrong++;
        tried.wrongInAll++;
    }

    int wrongCount(String name) {
        Tried tried = byName.get(name);
        return tried == null ? 0 : tried.wrong;
    }

    /// Whether the user is to hear that the keys of this name differ: after an answer, or when the peer has had all its
    /// guesses.
    boolean isWrong(String name) {
        Tried tried = byName.get(name);
        return tried != null && (tried.answered || tried.wrong >= RoomTable.PAIRS_A_NAME_MAX);
    }

    /// True once for each name and reason.
    boolean claimRefusal(String name, RefusalReason reason) {
        return of(name).told.add(reason);
    }

    /// True once for each name.
    boolean claimSlowed(String name) {
        Tried tried = of(name);
        boolean first = !tried.slowedTold;
        tried.slowedTold = true;
        return first;
    }
}
