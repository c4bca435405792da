package io.landline.people;

import io.landline.peer.BoundedMap;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.LeaveReason;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Who is here: all peers listed by presence or with an open session. The only source of `peer-*` events, so that
/// folding [Listener#appeared] and [Listener#left] in their order always gives the true list.
///
/// Any thread. One lock guards the rows; it is held while the listener is called, so that the order of the calls is the
/// order of the changes: a listener only puts things aside. It is never held while presence is asked.
public final class People {
    /// After the system closed a session: how long the peer has to answer before it counts as gone
    /// (docs/protocol/session.md, "Alive").
    public static final Duration ANSWER_WITHIN = Duration.ofMillis(500);
    /// Runs that said they leave, remembered so that nothing of theirs lists the peer again. The oldest go first.
    private static final int LEFT_RUNS_MAX = 1_024;

    /// What this class needs of presence.
    public interface Presence {
        /// Asks the peer at all its known addresses; true as soon as it answers.
        CompletableFuture<Boolean> isThere(Fingerprint peer, Duration within);

        /// Takes the peer off presence's own list, which reports that by [#unseen]: its next packet is news again.
        void forget(Fingerprint peer);
    }

    /// Is told of each change, in order, under the lock.
    public interface Listener {
        void appeared(Person person);

        void changed(Person person);

        void left(Person person, LeaveReason reason);
    }

    /// How a session ended, as far as the list of people cares.
    public enum SessionEnd { SILENT, OTHERWISE }

    private static final class Row {
        @Nullable
        Person seen; // by presence
        @Nullable
        Person connected; // by its session
        long run;
        boolean leaving; // said so while its session was open
        Person shown;

        Row(Person first) { shown = first; }
    }

    private final Presence presence;
    private final Listener listener;
    private final Map<Fingerprint, Row> rows = new LinkedHashMap<>();
    private final Map<Fingerprint, Long> leftRuns = BoundedMap.firstComeFirstGone(LEFT_RUNS_MAX);

    public People(Presence presence, Listener listener) {
        this.presence = presence;
        this.listener = listener;
    }

    /// Presence lists this peer, newly or with something changed.
    public synchronized void sighted(Fingerprint peer, long run, PeerName name, List<Endpoint> endpoints,
            List<RoomListing> rooms) {
        if (hasLeft(peer, run)) return;
        var person = new Person(peer, name, endpoints, rooms);
        Row row = rows.get(peer);
        if (row == null) {
            row = new Row(person);
            row.seen = person;
            row.run = run;
            rows.put(peer, row);
            listener.appeared(person);
            return;
        }
        if (run > row.run) row.leaving = false;
        row.run = Math.max(row.run, run);
        row.seen = person;
        show(row);
    }

    /// Presence does not list this peer any more.
    public synchronized void unseen(Fingerprint peer, LeaveReason reason) {
        Row row = rows.get(peer);
        if (row == null) {
            return;
        }
        row.seen = null;
        if (reason == LeaveReason.LEAVE) leftRuns.put(peer, row.run);
        if (row.connected != null) {
            row.leaving |= reason == LeaveReason.LEAVE;
            return; // an open session keeps the peer here
        }
        remove(peer, row, reason);
    }

    /// A session is open; its name and rooms are newer than presence's, which cuts them.
    public synchronized void connected(Fingerprint peer, long run, PeerName name, Endpoint endpoint,
            List<RoomListing> rooms) {
        if (hasLeft(peer, run)) return;
        var person = new Person(peer, name, List.of(endpoint), rooms);
        Row row = rows.get(peer);
        if (row == null) {
            row = new Row(person);
            rows.put(peer, row);
            row.connected = person;
            row.run = run;
            listener.appeared(person);
            return;
        }
        row.run = Math.max(row.run, run);
        row.connected = person;
        show(row);
    }

    /// On its session the peer gave itself this name.
    public synchronized void renamed(Fingerprint peer, PeerName name) {
        Row row = rows.get(peer);
        if (row == null || row.connected == null) return;
        row.connected = new Person(peer, name, row.connected.endpoints(), row.connected.rooms());
        show(row);
    }

    /// The session has ended. A peer that fell silent goes at once; another is asked whether it is still there.
    public void disconnected(Fingerprint peer, SessionEnd end) {
        boolean forget;
        boolean ask = false;
        synchronized (this) {
            Row row = rows.get(peer);
            if (row == null || row.connected == null) return;
            row.connected = null;
            forget = row.seen != null && end == SessionEnd.SILENT;
            if (row.leaving) {
                remove(peer, row, LeaveReason.LEAVE);
            } else if (end == SessionEnd.SILENT) {
                remove(peer, row, LeaveReason.SILENT);
            } else {
                ask = true;
            }
        }
        if (forget) presence.forget(peer);
        if (ask) presence.isThere(peer, ANSWER_WITHIN).thenAccept(there -> answered(peer, there));
    }

    private void answered(Fingerprint peer, boolean there) {
        synchronized (this) {
            Row row = rows.get(peer);
            if (row == null || row.connected != null) return; // gone meanwhile, or connected anew
            if (there && row.seen != null) {
                show(row);
                return;
            }
            remove(peer, row, LeaveReason.CLOSED);
        }
        presence.forget(peer);
    }

    /// Everybody here, in the order in which they appeared.
    public synchronized List<Person> here() {
        return rows.values().stream().map(row -> row.shown).toList();
    }

    private boolean hasLeft(Fingerprint peer, long run) {
        Long left = leftRuns.get(peer);
        return left != null && run <= left;
    }

    private void remove(Fingerprint peer, Row row, LeaveReason reason) {
        rows.remove(peer);
        listener.left(row.shown, reason);
    }

    /// The row as both sources give it: the session's name and rooms first, presence's endpoints beside the session's.
    private void show(Row row) {
        Person seen = row.seen;
        Person connected = row.connected;
        Person first = connected != null ? connected : seen;
        if (first == null) return;
        var endpoints = new LinkedHashSet<>(first.endpoints());
        if (seen != null) endpoints.addAll(seen.endpoints());
        var person = new Person(first.peer(), first.name(), new ArrayList<>(endpoints), first.rooms());
        if (person.equals(row.shown)) return;
        row.shown = person;
        listener.changed(person);
    }
}
