package io.landline.cli;

import com.google.gson.JsonObject;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.connection.NodeFinder;
import io.landline.cli.connection.ProfileProblems;
import io.landline.cli.connection.ProfileTurn;
import io.landline.cli.connection.RoomsByKey;
import io.landline.cli.connection.RunningNodeClient;
import io.landline.cli.connection.SlowStart;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.JsonLines;
import io.landline.control.ControlClient;
import io.landline.lab.Escapes;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.OpenProfile;
import io.landline.node.room.OwnRooms;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore.Origin;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rooms of a profile: changed by the node that runs on it, or in the profile itself where none runs.
final class ProfileRooms {
    /// A room that was left.
    ///
    /// @param label as commands name it, and as it was typed where an earlier version of the node answered
    record Left(String label, boolean open) {}

    private final NodeOptions options;

    ProfileRooms(NodeOptions options) { this.options = options; }

    /// Answers the room as commands name it: `#class`, or `#class~3f` where a room of that name was here before.
    ///
    /// @param name as the user typed it, without `#`
    /// @param key null for an open room
    String enter(String name, @Nullable String key, Origin origin)
            throws IOException, InterruptedException, CommandFailedException {
        if (!RoomName.mayBeChosen(name)) {
            throw CommandFailedException.usage(CommandTexts.inThisLanguage(OwnRooms.NAME_RULE));
        }
        if (key != null && !RoomKey.fits(key)) {
            throw CommandFailedException
                    .usage(CommandTexts.of("A room key is more than spaces and hyphens, and has at most {0} bytes.",
                            RoomKey.MAX_BYTES));
        }
        var turn = new ProfileTurn();
        while (true) {
            ControlClient running = NodeFinder.running(options);
            if (running != null) return enter(running, name, key, origin);
            try (OpenProfile profile = openProfile(turn)) {
                if (profile == null) continue;
                Room room = key == null
                        ? Room.open(new RoomName(name))
                        : Room.keyed(new RoomName(name), RoomKey.of(key));
                var rooms = new OwnRooms(profile.rooms(), profile.clock());
                rooms.add(room, origin, true);
                return rooms.label(room);
            }
        }
    }

    private String enter(ControlClient running, String name, @Nullable String key, Origin origin)
            throws IOException, InterruptedException, CommandFailedException {
        JsonObject join = JsonLines.command("join", "room", name);
        if (key == null) join.addProperty("open", true);
        if (key != null) join.addProperty("key", key);
        if (key != null && origin == Origin.MADE_HERE) join.addProperty("made", true);
        try (NodeConnection node = new RunningNodeClient(running, options.verbose())) {
            return EventFields.text(CommandFailedException.checked(node.command(join)), "room");
        }
    }

    /// Leaves the room of this name; of several the one with the key that the options give.
    Left leave(String name) throws IOException, InterruptedException, CommandFailedException {
        var turn = new ProfileTurn();
        while (true) {
            NodeConnection running = NodeFinder.openRunning(options);
            if (running != null) return leave(running, name);
            try (OpenProfile profile = openProfile(turn)) {
                if (profile != null) return leave(profile, name);
            }
        }
    }

    private Left leave(OpenProfile profile, String name) throws CommandFailedException {
        var rooms = new OwnRooms(profile.rooms(), profile.clock());
        Map<String, String> handles = new LinkedHashMap<>();
        for (Room each : rooms.all()) handles.put(each.id().hex(), rooms.conversation(each));
        Room room = Optional.ofNullable(RoomsByKey.meant(name, true, options.rooms(), handles))
                .flatMap(rooms::find)
                .orElseThrow(() -> CommandFailedException.usage(CommandTexts.of(
                        "This profile is in no room {0}; landline room list shows its rooms.",
                        Escapes.line(name))));
        var left = new Left(rooms.label(room), room.open());
        rooms.remove(room);
        return left;
    }

    private static Left leave(NodeConnection running, String name)
            throws IOException, InterruptedException, CommandFailedException {
        try (NodeConnection node = running) {
            JsonObject leave = JsonLines.command("leave", "room", name);
            node.nameRoom(leave, "room");
            JsonObject left = CommandFailedException.checked(node.command(leave));
            return new Left(left.has("room") ? EventFields.text(left, "room") : name,
                    left.has("open") && left.get("open").getAsBoolean());
        }
    }

    /// Null where another command has come first.
    private @Nullable OpenProfile openProfile(ProfileTurn turn) throws CommandFailedException {
        try {
            OpenProfile profile = OpenProfile.openTelling(options, SlowStart.of(options));
            ProfileProblems.warn(profile.troubles().sentences());
            return profile;
        } catch (NodeException e) {
            if (turn.comesAgain(e)) return null;
            throw NodeFinder.failed(e);
        }
    }
}
