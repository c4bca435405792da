package io.landline.node.shelf;

import io.landline.node.room.OwnRooms;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.shelf.Shelf;
import io.landline.shelf.ShelfFrames;
import io.landline.shelf.ShelfId;
import io.landline.storage.choices.SqliteShelves;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The folders that this user has opened. Kept in the profile, and here. Any thread; what changes them waits for the
/// disk.
public final class OwnShelves {
    private final SqliteShelves store;
    private final OwnRooms rooms;
    private final UnaryOperator<RoomId> current;
    /// Held while a change is stored, and before this object's own lock: two wishes at once are one shelf.
    private final Object changing = new Object();
    private final List<Shelf> shelves = new ArrayList<>();

    /// @param current the room in which the conversation of a room goes on now; mostly that room itself
    public OwnShelves(SqliteShelves store, OwnRooms rooms, UnaryOperator<RoomId> current) {
        this.store = store;
        this.rooms = rooms;
        this.current = current;
        shelves.addAll(store.shelves());
    }

    /// Those of rooms that we are in now, each with its present room.
    public List<Shelf> open() {
        List<Shelf> all;
        synchronized (this) {
            all = List.copyOf(shelves);
        }
        var open = new ArrayList<Shelf>();
        for (Shelf each : all) {
            Room room = room(each);
            if (room != null) open.add(new Shelf(each.id(), room.id(), each.title(), each.folder()));
        }
        return open;
    }

    private @Nullable Room room(Shelf shelf) {
        Room room = rooms.byId(current.apply(shelf.room()));
        return room == null || room.open() ? null : room;
    }

    /// What became of a wish for one more.
    enum Outcome { OPENED, OPEN_BEFORE, TOO_MANY, ROOM_LEFT }

    /// @param shelf the one that is open now, if there is one
    record Added(Outcome outcome, Shelf shelf) {}

    /// Opens a shelf, unless this room has it already.
    Added add(Shelf wanted, Instant now) {
        synchronized (changing) {
            for (Shelf each : open()) {
                boolean isOpenAlready = each.room().equals(wanted.room()) && each.folder().equals(wanted.folder())
                        && each.title().equals(wanted.title());
                if (isOpenAlready) return new Added(Outcome.OPEN_BEFORE, each);
            }
            synchronized (this) {
                if (shelves.size() >= ShelfFrames.SHELVES_MAX) return new Added(Outcome.TOO_MANY, wanted);
            }
            store.add(wanted, now);
            synchronized (this) {
                shelves.add(wanted);
            }
            if (room(wanted) != null) return new Added(Outcome.OPENED, wanted);
            remove(wanted.id()); // the room was left before it was here to be removed with it
            return new Added(Outcome.ROOM_LEFT, wanted);
        }
    }

    /// False if no shelf of ours has this id.
    boolean remove(ShelfId id) {
        synchronized (changing) {
            store.remove(id);
            synchronized (this) {
                return shelves.removeIf(each -> each.id().equals(id));
            }
        }
    }

    /// A room that was left takes its shelves along: they must not open again with it.
    void removeThoseOfLeftRooms() {
        List<Shelf> all;
        synchronized (this) {
            all = List.copyOf(shelves);
        }
        for (Shelf each : all) if (room(each) == null) remove(each.id());
    }
}
