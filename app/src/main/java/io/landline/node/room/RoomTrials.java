package io.landline.node.room;

import io.landline.node.port.Rooms;
import io.landline.node.port.Rooms.TrialResult;
import io.landline.node.port.Rooms.TrialWatcher;
import io.landline.node.port.Subscription;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import io.landline.people.Person;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.room.RoomStore.Origin;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The words that a person tries, one room at a time, and how a trial becomes a room. Any thread; each trial has a
/// thread of its own that waits for its end.
///
/// The lock is held while a won room is stored, and then that of [OwnRooms] is taken after it. Listeners are called
/// without it. Nobody who holds it takes `listing`, under which the network is told.
public final class RoomTrials {
    /// What a trial does to the network.
    public interface Network {
        /// Lists these rooms to peers that list their names.
        void tryRooms(List<Room> trials);

        /// Our rooms are others now.
        void roomsChanged();
    }

    private static final Logger LOG = System.getLogger(RoomTrials.class.getName());

    private final OwnRooms rooms;
    private final Supplier<Duration> uptime;
    private final Supplier<List<Person>> people;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Object listing = new Object();
    private @Nullable Running running;

    /// The trial that goes on. Guarded by the lock.
    private static final class Running {
        final RoomTrial trial;
        final @Nullable Room insteadOf;
        final TrialWatcher watcher;
        volatile boolean won;
        volatile boolean givenUp;

        Running(RoomTrial trial, @Nullable Room insteadOf, TrialWatcher watcher) {
            this.trial = trial;
            this.insteadOf = insteadOf;
            this.watcher = watcher;
        }
    }

    /// @param people the members here; only their answers count
    public RoomTrials(OwnRooms rooms, Supplier<Duration> uptime, Supplier<List<Person>> people) {
        this.rooms = rooms;
        this.uptime = uptime;
        this.people = people;
    }

    /// Begins a trial; the one before it ends in silence.
    ///
    /// @param own what is told of a room that was won
    public Subscription start(Room room, @Nullable Room insteadOf, TrialWatcher watcher, Network network,
            Function<Room, Rooms.OwnRoom> own) {
        var begun = new Running(new RoomTrial(room, uptime.get()), insteadOf, watcher);
        lock.lock();
        try {
            Running before = running;
            if (before != null) before.givenUp = true;
            running = begun;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        list(network);
        Thread.ofVirtual().name("room-trial").start(() -> run(begun, network, own));
        return () -> giveUp(begun);
    }

    private void giveUp(Running which) {
        lock.lock();
        try {
            which.givenUp = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run(Running which, Network network, Function<Room, Rooms.OwnRoom> own) {
        TrialResult result;
        try {
            result = await(which);
            if (which.won) {
                network.roomsChanged(); // before it is a trial no more, so that its slot stays
                result = new TrialResult.Joined(own.apply(which.trial.room()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody interrupts it
            return;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a trial of words could not go on", e);
            result = which.givenUp ? null : new TrialResult.Failed(e);
        }
        stop(which);
        list(network);
        if (result != null) which.watcher.ended(result);
    }

    /// Waits for the end; null where it was won or given up.
    private @Nullable TrialResult await(Running which) throws InterruptedException {
        for (;;) {
            List<Person> listing = listing(which.trial.room());
            lock.lock();
            try {
                if (which.won || which.givenUp) return null;
                Duration now = uptime.get();
                RoomTrial.Verdict verdict = which.trial.verdict(listing, now);
                if (verdict != null) {
                    which.givenUp = true; // a proof that comes now comes too late: the person is told the verdict
                    return result(verdict, which.trial, listing);
                }
                Duration wait = which.trial.nextLook(!listing.isEmpty(), now).minus(now);
                changed.await(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS);
            } finally {
                lock.unlock();
            }
        }
    }

    private static TrialResult result(RoomTrial.Verdict verdict, RoomTrial trial, List<Person> listing) {
        return switch (verdict) {
            case WORDS_DIFFER -> new TrialResult.WordsDiffer(trial.refusers());
            case NOBODY_HERE -> new TrialResult.NobodyHere();
            case NO_ANSWER -> new TrialResult.NoAnswer(
                    listing.stream().map(person -> person.name().value()).toList());
        };
    }

    private List<Person> listing(Room room) {
        RoomListing wanted = room.listing();
        return people.get().stream().filter(person -> person.rooms().stream().anyMatch(wanted::matches)).toList();
    }

    /// It is over, unless a later one has taken its place already.
    private void stop(Running which) {
        lock.lock();
        try {
            if (running == which) running = null;
        } finally {
            lock.unlock();
        }
    }

    /// Tells the network what is tried now. One at a time, so that the last to be told is how it stands.
    private void list(Network network) {
        synchronized (listing) {
            Running now;
            lock.lock();
            try {
                now = running;
            } finally {
                lock.unlock();
            }
            network.tryRooms(now == null ? List.of() : List.of(now.trial.room()));
        }
    }

    /// The first right tag for this room was there, before its proof is stored: a trial of it becomes a room now.
    public void proven(RoomId id) {
        lock.lock();
        try {
            Running now = running;
            if (now == null || now.won || now.givenUp || !now.trial.room().id().equals(id)) return;
            if (now.insteadOf != null) {
                rooms.correct(now.insteadOf, now.trial.room());
            } else {
                rooms.add(now.trial.room(), Origin.JOINED_BY_WORDS, true);
            }
            rooms.confirm(id);
            now.won = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// A peer has other words for a room of this name. False where none is tried.
    public boolean refused(Fingerprint peer, PeerName name, RoomListing room) {
        lock.lock();
        try {
            Running now = tried(room);
            if (now == null) return false;
            now.trial.refused(peer, name.value());
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// The exchange for a room of this name has to wait. False where none is tried.
    public boolean slowed(RoomListing room) {
        Running now;
        lock.lock();
        try {
            now = tried(room);
            if (now == null) return false;
            if (!now.trial.slowed(uptime.get())) return true;
        } finally {
            lock.unlock();
        }
        now.watcher.slowed();
        return true;
    }

    private @Nullable Running tried(RoomListing room) {
        Running now = running;
        if (now == null || now.won || now.givenUp) return null;
        return now.trial.room().listing().matches(room) ? now : null;
    }
}
