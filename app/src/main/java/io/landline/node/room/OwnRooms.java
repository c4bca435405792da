package io.landline.node.room;

import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore;
import io.landline.room.RoomStore.Origin;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rooms that this node is in: those kept in the profile, and those given for this run alone. Any thread. A change
/// is stored before it is seen, one after the other; who only reads does not wait for the disk. The lock of this object
/// guards what is read, and is held for a few assignments. How the rooms are called: [RoomHandles].
public final class OwnRooms {
    public static final String NAME_RULE = "A room's name has 1 to " + RoomName.MAX_BYTES
            + " bytes and no control characters.";
    public static final String KEY_RULE = "A room key is more than spaces and hyphens, and has at most "
            + RoomKey.MAX_BYTES
            + " bytes.";

    private final RoomStore store;
    private final InstantSource clock;
    /// Held while a change is stored, and before this object's own lock.
    private final Object changing = new Object();
    private final Map<RoomId, Instant> confirmed = new HashMap<>();
    private final Set<RoomId> made = new HashSet<>();
    private final List<Room> rooms = new ArrayList<>();
    private final RoomHandles handles = new RoomHandles();
    /// Rooms that others of ours continue.
    private final List<Room> retired = new ArrayList<>();

    public OwnRooms(RoomStore store, InstantSource clock) {
        this.clock = clock;
        this.store = store;
        for (RoomStore.Kept kept : store.rooms()) {
            enter(rooms.size(), kept.room());
            if (kept.confirmedAt() != null) confirmed.put(kept.room().id(), kept.confirmedAt());
            if (kept.origin() == Origin.MADE_HERE) made.add(kept.room().id());
        }
        retired.addAll(store.retired());
    }

    /// Adds what was asked for at the start. Where one of the rooms cannot be made, none is added. A room that is here
    /// already stays the same room. Stretches keys that it does not know yet: 0.3 s each.
    ///
    /// @param keep whether they are stored, as in a new profile and in one without rooms
    public void addRequested(List<RequestedRoom> requested, boolean keep) throws NodeException {
        var wanted = new ArrayList<Room>();
        for (RequestedRoom each : requested) {
            if (each.key() != null || each.open()) {
                Room made = room(each);
                if (!isRetired(made.id())) wanted.add(made);
            } else if (!isNamed(each.name(), wanted)) {
                throw new NodeException(NodeException.Kind.USAGE,
                        "The room " + each + " needs its key: --key-file F, LANDLINE_KEY, or --key for trying"
                                + " out. A room without a key is asked for with --open.");
            }
        }
        for (Room each : wanted) add(each, Origin.JOINED_BY_WORDS, keep);
    }

    private Room room(RequestedRoom requested) throws NodeException {
        try {
            return room(requested.name(), requested.key());
        } catch (CommandException e) {
            throw new NodeException(NodeException.Kind.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    /// Whether this names a room that is here, or one that was asked for before it.
    private boolean isNamed(RoomName name, List<Room> wanted) {
        return find("#" + name.value()).isPresent() || wanted.stream().anyMatch(each -> each.name().isSameAs(name));
    }

    /// As in a profile that a command made which needs no room, such as `landline doctor`.
    public synchronized boolean isInNone() {
        return rooms.isEmpty() && retired.isEmpty();
    }

    /// A room made of a name and a key; of a name alone an open one. The key of a room of ours is not stretched again.
    public Room room(RoomName name, @Nullable String key) throws CommandException {
        if (key == null) return Room.open(name);
        if (!RoomKey.fits(key)) {
            throw new CommandException(Code.MALFORMED, KEY_RULE);
        }
        RoomKey words = RoomKey.of(key);
        for (Room known : withRetired()) {
            if (known.name().isSameAs(name) && Objects.equals(words, known.words())) return known;
        }
        return Room.keyed(name, words);
    }

    /// False where it is here already.
    public boolean add(Room room, Origin origin, boolean keep) {
        synchronized (changing) {
            if (keep) store.keep(room, origin, clock.instant());
            boolean isNew = enter(room, origin);
            if (isNew && store.isProven(room.id())) confirm(room.id()); // in an earlier run; it was not kept then
            return isNew;
        }
    }

    private synchronized boolean enter(Room room, Origin origin) {
        if (rooms.contains(room)) return false;
        enter(rooms.size(), room);
        if (origin == Origin.MADE_HERE) made.add(room.id());
        return true;
    }

    private void enter(int place, Room room) {
        handles.give(room, rooms);
        rooms.add(place, room);
    }

    /// The next room has the place of the old one in the list, and the plain name where the old one had it. The old one
    /// is not among the rooms any more.
    ///
    /// @param place -1 for the end
    private void takePlace(int place, Room old, Room next) {
        handles.passOn(old, next);
        if (!rooms.contains(next)) enter(place < 0 ? rooms.size() : place, next);
    }

    /// Corrected words: their room takes the place of the one that was mistyped, and its handle where that is the plain
    /// name. It is stored before the other is forgotten.
    void correct(Room mistyped, Room right) {
        synchronized (changing) {
            store.keep(right, Origin.JOINED_BY_WORDS, clock.instant());
            store.forget(mistyped.id());
            synchronized (this) {
                int place = rooms.indexOf(mistyped);
                forget(mistyped);
                takePlace(place, mistyped, right);
            }
        }
    }

    /// A room that was left, and all that is needed to restore it.
    ///
    /// @param kept whether it is in the profile
    /// @param confirmedAt null where nobody has proved its key
    public record Left(Room room, Origin origin, boolean kept, @Nullable Instant confirmedAt, Runnable choices) {}

    /// Forgets the room, its key and all proofs of it; history stays.
    public Left remove(Room room) {
        synchronized (changing) {
            boolean kept = store.rooms().stream().anyMatch(each -> each.room().equals(room));
            Runnable choices = store.forget(room.id());
            Forgotten was = forget(room);
            return new Left(room, was.origin(), kept, was.confirmedAt(), choices);
        }
    }

    private record Forgotten(Origin origin, @Nullable Instant confirmedAt) {}

    private synchronized Forgotten forget(Room room) {
        rooms.remove(room);
        Instant proved = confirmed.remove(room.id());
        return new Forgotten(made.remove(room.id()) ? Origin.MADE_HERE : Origin.JOINED_BY_WORDS, proved);
    }

    /// Takes [#remove] back. The proofs are not stored again: the next meeting with a member brings one.
    public void restore(Left left) {
        synchronized (changing) {
            add(left.room(), left.origin(), left.kept());
            left.choices().run();
        }
        if (left.confirmedAt() != null) confirm(left.room().id(), left.confirmedAt());
    }

    /// A room of ours goes on as another one, which takes its place; both are stored.
    ///
    /// @param old null where the user has left it
    synchronized void goOn(@Nullable Room old, Room next, Origin origin) {
        int place = old == null ? -1 : rooms.indexOf(old);
        if (old != null && place >= 0) {
            rooms.remove(place);
            retired.add(old);
        }
        retired.remove(next);
        if (old != null) {
            takePlace(place, old, next);
        } else if (!rooms.contains(next)) {
            enter(rooms.size(), next);
        }
        if (origin == Origin.MADE_HERE) made.add(next.id());
    }

    /// Rooms that others of ours continue: spoken of with who proved them before, and with nobody else.
    public synchronized List<Room> retired() {
        return List.copyOf(retired);
    }

    public synchronized boolean isRetired(RoomId id) {
        return retired.stream().anyMatch(each -> each.id().equals(id));
    }

    /// Nobody needs it any more: its key and its proofs are forgotten.
    void forgetRetired(RoomId id) {
        synchronized (changing) {
            store.forget(id);
            noMoreRetired(id);
        }
    }

    /// Takes [#forgetRetired] back, but for the proofs.
    void retireAgain(Room old) {
        synchronized (changing) {
            store.keepRetired(old);
            synchronized (this) {
                if (!retired.contains(old) && !rooms.contains(old)) retired.add(old);
            }
        }
    }

    private synchronized void noMoreRetired(RoomId id) {
        retired.removeIf(each -> each.id().equals(id));
        confirmed.remove(id);
        made.remove(id);
    }

    /// Our rooms, and those that they continue.
    public synchronized List<Room> withRetired() {
        var all = new ArrayList<>(rooms);
        all.addAll(retired);
        return all;
    }

    /// At one moment.
    ///
    /// @param retired those that others of ours continue
    public record AllRooms(List<Room> rooms, List<Room> retired) {}

    public synchronized AllRooms atOnce() {
        return new AllRooms(all(), retired());
    }

    /// First joined first.
    public synchronized List<Room> all() {
        return List.copyOf(rooms);
    }

    public List<RoomListing> listings() {
        return all().stream().map(Room::listing).distinct().toList();
    }

    /// Somebody proved the room's key to us.
    public void confirm(RoomId room) {
        confirm(room, clock.instant());
    }

    private synchronized void confirm(RoomId room, Instant at) {
        confirmed.putIfAbsent(room, at);
    }

    public synchronized boolean isConfirmed(Room room) {
        return room.open() || confirmed.containsKey(room.id());
    }

    /// Whether its words may be mistyped: they were typed here, and nobody has proved them yet.
    public synchronized boolean isDoubtful(Room room) {
        return !isConfirmed(room) && !made.contains(room.id());
    }

    public synchronized @Nullable Room byId(RoomId id) {
        for (Room room : rooms) if (room.id().equals(id)) return room;
        return null;
    }

    /// Whether it is a room of ours with a key.
    public boolean hasKey(RoomId id) {
        Room room = byId(id);
        return room != null && !room.open();
    }

    /// Whether it is a room of ours without a key.
    public boolean isOpen(RoomId id) {
        Room room = byId(id);
        return room != null && room.open();
    }

    /// As `conversation` fields have it: `#class`, or `#class~3f` where a room of that name was here before.
    public synchronized String conversation(Room room) {
        return handles.of(room, rooms);
    }

    /// What people are told of a room whose key is weak.
    ///
    /// @param label of the room
    public static String weakKey(String label) {
        return "The key of " + label
                + " is easier to guess than four random words; landline room create NAME makes such a key.";
    }

    /// As `room` fields have it: an open one says so.
    public synchronized String label(Room room) {
        return handles.label(room, rooms);
    }

    /// The room that a person means by `#class`, `room:class`, `class`, `#class~3f` or `#class (open)`.
    public synchronized Optional<Room> find(String text) {
        return handles.find(text, rooms);
    }
}
