package io.landline.node;

import io.landline.node.CommandException.Code;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Joins and leaves rooms, and tells the network of it. Any thread; stretches keys, which takes 0.3 s.
final class NodeRooms implements Rooms {
    private final OwnRooms rooms;
    private final ConversationResolver resolver;
    private final Runnable changed;
    private final Consumer<Room> joined;
    private final SecureRandom random = new SecureRandom();

    /// @param changed the rooms are others from now on
    /// @param joined called for each room that somebody joins, also again
    NodeRooms(OwnRooms rooms, ConversationResolver resolver, Runnable changed, Consumer<Room> joined) {
        this.rooms = rooms;
        this.resolver = resolver;
        this.changed = changed;
        this.joined = joined;
    }

    @Override
    public List<OwnRoom> rooms() {
        return rooms.all().stream().map(this::own).toList();
    }

    private OwnRoom own(Room room) {
        RoomKey words = room.words();
        return new OwnRoom(rooms.conversation(room), rooms.label(room), room.name().value(), room.open(),
                rooms.isConfirmed(room), words == null ? null : words.words(),
                !room.open() && !room.generatedStrength());
    }

    @Override
    public String suggestKey() {
        return RoomKey.generate(random).words();
    }

    @Override
    public OwnRoom join(String name, @Nullable String words) throws CommandException {
        String bare = name.startsWith("#") ? name.substring(1) : name;
        if (!RoomName.fits(bare)) {
            throw new CommandException(Code.MALFORMED,
                    "A room's name has 1 to " + RoomName.MAX_BYTES + " bytes and no line breaks.");
        }
        Room room = OwnRooms.room(new RoomName(bare), words);
        if (rooms.add(room, true)) changed.run();
        joined.accept(room);
        return own(room);
    }

    @Override
    public void leave(String key) throws CommandException {
        rooms.remove(resolver.room(key));
        changed.run();
    }
}
