package io.landline.cli.connection;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.JsonLines;
import io.landline.lab.Escapes;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which room a typed name means where the options give a key beside it. `say '#class' --room class --key KEY` means
/// the room of that key, also where `#class` alone is another room of the name. Stateless; any thread.
public final class RoomsByKey {
    /// Answers the commands of this subcommand.
    interface Answers {
        JsonObject ask(JsonObject command) throws IOException, InterruptedException, CommandFailedException;
    }

    private RoomsByKey() {}

    /// Puts the name by which the node tells that room from others into the field. All else stays as it is.
    ///
    /// @param field of the command; what stands there was typed
    static void name(JsonObject command, String field, List<RequestedRoom> requested, Answers node)
            throws IOException, InterruptedException, CommandFailedException {
        String typed = EventFields.text(command, field);
        boolean mayBeBare = field.equals("room");
        List<RequestedRoom> wanted = wanted(typed, mayBeBare, requested);
        if (wanted.isEmpty()) return;
        Map<String, String> handles = handles(node);
        // of one room the key was compared when the node was found: only else it is stretched once more
        if (alike(wanted.getFirst().name(), handles).size() < 2) return;
        String meant = meant(typed, mayBeBare, requested, handles);
        if (meant != null) command.addProperty(field, meant);
    }

    /// The name by which that room is told from others; what was typed where the options give no key for it. Refused
    /// where several may be meant. Stretches each key: 0.3 s.
    ///
    /// @param mayBeBare whether only a room can stand there, so that `class` is one, too
    /// @param handles how all rooms are called, by their ids
    /// @return null where no room of that key is here
    public static @Nullable String meant(String typed, boolean mayBeBare, List<RequestedRoom> requested,
            Map<String, String> handles) throws CommandFailedException {
        List<RequestedRoom> wanted = wanted(typed, mayBeBare, requested);
        if (wanted.isEmpty()) return typed;
        var meant = new LinkedHashSet<String>();
        for (RequestedRoom each : wanted) {
            RoomId id = id(each);
            String handle = id == null ? null : handles.get(id.hex());
            if (handle != null) meant.add(handle);
        }
        if (meant.size() == 1) return meant.getFirst();
        RoomName name = wanted.getFirst().name();
        List<String> alike = alike(name, handles);
        if (alike.size() < 2) return null;
        throw CommandFailedException.usage(CommandTexts.of("Several rooms are called {0}: {1}. Name the one that you"
                + " mean as it stands here.", "#" + Escapes.line(name.value()),
                Escapes.line(String.join(", ", alike))));
    }

    /// How the rooms of this name are called.
    private static List<String> alike(RoomName name, Map<String, String> handles) {
        return handles.values().stream().filter(each -> isOf(name, each)).toList();
    }

    /// The rooms of the options that have the typed name, if each of them tells which one is meant.
    private static List<RequestedRoom> wanted(String typed, boolean mayBeBare, List<RequestedRoom> requested) {
        String text = PeerWait.withoutPrefix(typed);
        if (text.equals(typed) && !mayBeBare || !RoomName.fits(text)) return List.of();
        var name = new RoomName(text);
        List<RequestedRoom> named = requested.stream().filter(each -> each.name().isSameAs(name)).toList();
        return named.stream().allMatch(RequestedRoom::isExact) ? named : List.of();
    }

    /// The room that the key of these options is of; null where it fits none.
    private static @Nullable RoomId id(RequestedRoom room) {
        String key = room.key();
        if (key == null) return Room.open(room.name()).id();
        return RoomKey.fits(key) ? Room.keyed(room.name(), RoomKey.of(key)).id() : null;
    }

    /// How the node calls its rooms, by their ids.
    private static Map<String, String> handles(Answers node)
            throws IOException, InterruptedException, CommandFailedException {
        JsonObject answer = CommandFailedException.checked(node.ask(JsonLines.command("rooms")));
        var handles = new LinkedHashMap<String, String>();
        for (JsonElement each : answer.getAsJsonArray("rooms")) {
            JsonObject room = each.getAsJsonObject();
            String label = EventFields.text(room, "room");
            handles.put(EventFields.text(room, "id"),
                    room.get("open").getAsBoolean() ? RoomListing.withoutOpen(label) : label);
        }
        return handles;
    }

    /// Whether it is `#class` or `#class~3f`.
    private static boolean isOf(RoomName name, String handle) {
        String all = PeerWait.withoutPrefix(handle);
        int tag = all.lastIndexOf('~');
        return isSame(name, all) || tag > 0 && isSame(name, all.substring(0, tag));
    }

    private static boolean isSame(RoomName name, String other) {
        return RoomName.fits(other) && new RoomName(other).isSameAs(name);
    }
}
