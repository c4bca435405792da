package io.landline.node.room;

import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What people and programs call the rooms of this node. Under the lock of [OwnRooms].
///
/// Rooms of one name are told apart by the first digits of their ids: the one that was here first is `#class`, the next
/// `#class~3f`. Each keeps its handle as long as the node runs, also where the first one is left: a program that knows
/// `#class~3f` must not meet it under the name of another room.
final class RoomHandles {
    /// With one digit less two rooms of sixteen would look alike; more are shown only where they are needed.
    private static final int TAG_DIGITS_MIN = 2;

    /// Of rooms that we are in, and of those that were left in this run: as `conversation` fields have them.
    private final Map<RoomId, String> handles = new HashMap<>();

    /// A room that is about to be one of these has a handle of its own from now on: the one of earlier in this run,
    /// unless another has taken that.
    void give(Room room, List<Room> rooms) {
        String known = handles.get(room.id());
        if (known == null || isTaken(known, rooms)) handles.put(room.id(), made(room, rooms));
    }

    private boolean isTaken(String handle, List<Room> rooms) {
        return rooms.stream().anyMatch(room -> handle.equals(handles.get(room.id())));
    }

    /// The plain name where no room of ours has it; else with as many digits as tell it from all others of its name.
    private static String made(Room room, List<Room> rooms) {
        String hex = room.id().hex();
        int digits = 0;
        for (Room other : rooms) {
            if (!other.name().isSameAs(room.name())) continue;
            digits = Math.max(digits, Math.max(TAG_DIGITS_MIN, firstDifference(hex, other.id().hex()) + 1));
        }
        return plain(room) + (digits == 0 ? "" : "~" + hex.substring(0, digits));
    }

    private static int firstDifference(String a, String b) {
        int i = 0;
        while (i < a.length() - 1 && a.charAt(i) == b.charAt(i)) i++;
        return i;
    }

    private static String plain(Room room) {
        return "#" + room.name().value();
    }

    /// The next room has the plain name where the old one had it. The old one has no handle any more.
    void passOn(Room old, Room next) {
        if (plain(old).equals(handles.remove(old.id()))) handles.put(next.id(), plain(next));
    }

    /// Of a room without one: what it would get among these.
    String of(Room room, List<Room> rooms) {
        String handle = handles.get(room.id());
        return handle != null ? handle : made(room, rooms);
    }

    /// As `room` fields have it: an open one says so.
    String label(Room room, List<Room> rooms) {
        return room.open() ? RoomListing.openLabel(of(room, rooms)) : of(room, rooms);
    }

    /// The room of these that a person means by `#class`, `room:class`, `class`, `#class~3f` or `#class (open)`.
    Optional<Room> find(String text, List<Room> rooms) {
        String wanted = text.startsWith("room:")
                ? text.substring("room:".length())
                : text.startsWith("#") ? text.substring(1) : text;
        for (Room room : rooms) {
            if (label(room, rooms).equals("#" + wanted) || of(room, rooms).equals("#" + wanted)) {
                return Optional.of(room);
            }
        }
        for (Room room : rooms) if (isTagged(room, wanted)) return Optional.of(room);
        if (!RoomName.fits(wanted)) return Optional.empty();
        var name = new RoomName(wanted);
        return rooms.stream().filter(room -> room.name().isSameAs(name)).findFirst();
    }

    /// A handle of an earlier run, in which another room of this name was here first.
    private static boolean isTagged(Room room, String text) {
        int tag = text.lastIndexOf('~');
        if (tag < 0 || text.length() - tag <= TAG_DIGITS_MIN) return false;
        String name = text.substring(0, tag);
        return room.id().hex().startsWith(text.substring(tag + 1)) && RoomName.fits(name)
                && room.name().isSameAs(new RoomName(name));
    }
}
