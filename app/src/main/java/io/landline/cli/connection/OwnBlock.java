package io.landline.cli.connection;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.JsonLines;
import io.landline.lab.Escapes;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a command says where this user's own block keeps something back: then nobody answers. Stateless.
public final class OwnBlock {
    private OwnBlock() {}

    /// The sentence where this user wants nothing of the other one of a direct conversation, or of each other member of
    /// a room. Null for all others, and where the node that runs is of an earlier version and does not tell.
    ///
    /// @param conversation as an answer of the node names it
    public static @Nullable String keepsBack(NodeConnection node, String conversation)
            throws IOException, InterruptedException, CommandFailedException {
        JsonObject answer = node.command(JsonLines.command("blocked"));
        if (!answer.has("blocked")) return null;
        JsonArray blocked = answer.getAsJsonArray("blocked");
        return conversation.startsWith("#") ? inRoom(node, conversation, blocked) : direct(conversation, blocked);
    }

    private static @Nullable String inRoom(NodeConnection node, String room, JsonArray blocked)
            throws IOException, InterruptedException, CommandFailedException {
        if (blocked.isEmpty()) return null;
        JsonObject answer = node.command(JsonLines.command("members", "room", room));
        if (!answer.has("members") || answer.getAsJsonArray("members").isEmpty()) return null;
        Set<String> closed = peers(blocked);
        if (!closed.containsAll(peers(answer.getAsJsonArray("members")))) return null;
        return CommandTexts.of("Kept, and not sent: you have blocked everybody else in {0}. landline blocked lists"
                + " them, and landline block --off ends it.", Escapes.line(room));
    }

    private static Set<String> peers(JsonArray people) {
        var peers = new HashSet<String>();
        for (JsonElement each : people) peers.add(EventFields.text(each.getAsJsonObject(), "peer"));
        return peers;
    }

    private static @Nullable String direct(String conversation, JsonArray blocked) {
        for (JsonElement each : blocked) {
            JsonObject person = each.getAsJsonObject();
            if (!EventFields.text(person, "peer").equals(conversation)) continue;
            return CommandTexts.of(
                    "Kept, and not sent: you have blocked {0}. It goes on its way when you end"
                            + " that: landline block --off {1}",
                    EventFields.name(person),
                    EventFields.brief(EventFields.text(person, "peer")));
        }
        return null;
    }
}
