package io.landline.cli.connection;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.ReasonParser;
import io.landline.node.port.CommandException.Code;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Options that a running node cannot fulfil, because it was started otherwise. The subcommand is refused: else another
/// node than the one asked for would answer (docs/command-line.md, "Commands").
final class OptionConflicts {
    private OptionConflicts() {}

    static void check(NodeOptions options, NodeConnection node)
            throws IOException, InterruptedException, CommandFailedException {
        JsonObject status = CommandFailedException.checked(node.command(JsonLines.command("status")));
        var wrong = new ArrayList<String>();
        if (options.name() != null && !options.name().value().equals(EventFields.text(status, "name"))) {
            wrong.add("--name");
        }
        if (options.network().udpPort() != null
                && !String.valueOf(options.network().udpPort()).equals(EventFields.text(status, "udpPort"))) {
            wrong.add("--udp-port");
        }
        if (options.network().tcpPort() != null && options.network().tcpPort() != 0
                && !String.valueOf(options.network().tcpPort()).equals(EventFields.text(status, "tcpPort"))) {
            wrong.add("--tcp-port");
        }
        if (options.downloads() != null
                && !options.downloads().toAbsolutePath().toString().equals(EventFields.text(status, "downloads"))) {
            wrong.add("--downloads");
        }
        if (options.accept() != null && !options.accept().word().equals(EventFields.text(status, "accept"))) {
            wrong.add("--accept");
        }
        if (!options.network().interfaces().isEmpty()
                && !interfaces(status).equals(new HashSet<>(options.network().interfaces()))) {
            wrong.add("--interface");
        }
        if (!options.rooms().isEmpty() && !hasRooms(options.rooms(), node)) wrong.add("--room");
        if (wrong.isEmpty()) return;
        throw new CommandFailedException(ExitCode.USAGE, Why.CONTRADICTS,
                CommandTexts.of("A node runs on this profile already, and was started with other options:"
                        + " {0}. Leave that out, or stop the node first.", String.join(", ", wrong)));
    }

    private static Set<String> interfaces(JsonObject status) {
        var names = new HashSet<String>();
        for (JsonElement name : status.getAsJsonArray("interfaces")) names.add(name.getAsString());
        return names;
    }

    /// Rooms are compared by id, which the running node tells this user's programs alone.
    private static boolean hasRooms(List<RequestedRoom> requested, NodeConnection node)
            throws IOException, InterruptedException, CommandFailedException {
        var ids = new HashSet<String>();
        for (JsonElement room : node.list("rooms")) {
            ids.add(EventFields.text(room.getAsJsonObject(), "id"));
        }
        for (RequestedRoom each : requested) {
            String key = each.key();
            if (key == null && !each.open()) {
                if (!knows(each, node)) return false;
                continue;
            }
            if (key != null && !RoomKey.fits(key)) return false;
            Room room = key == null ? Room.open(each.name()) : Room.keyed(each.name(), RoomKey.of(key));
            if (!ids.contains(room.id().hex())) return false;
        }
        return true;
    }

    /// Without a key a room of the node is meant, as its node reads the name: in any case, and a second one of a name
    /// by digits of its id.
    private static boolean knows(RequestedRoom requested, NodeConnection node)
            throws IOException, InterruptedException, CommandFailedException {
        JsonObject answer = node.command(JsonLines.command("members", "room", "#" + requested.name().value()));
        if (ReasonParser.code(answer) == Code.NO_ROOM) return false;
        CommandFailedException.checked(answer);
        return true;
    }
}
