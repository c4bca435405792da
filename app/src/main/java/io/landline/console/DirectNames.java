package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.node.ProfileReader;
import io.landline.node.port.CommandException;
import io.landline.peer.Fingerprint;

/// Adds `people` to an answer with messages of several conversations: the name of the other person of each direct one.
/// The messages have that person's fingerprint alone. Stateless; any thread.
final class DirectNames {
    private DirectNames() {}

    /// @param messages each with its `conversation`: a room, a fingerprint, or the id of a room that was left
    static void add(ProfileReader reader, JsonArray messages, JsonObject ok) throws CommandException {
        var people = new JsonObject();
        for (JsonElement each : messages) {
            String conversation = each.getAsJsonObject().get("conversation").getAsString();
            if (!Fingerprint.isWhole(conversation) || people.has(conversation)) continue;
            people.addProperty(conversation, reader.nameOf(Fingerprint.parse(conversation)));
        }
        ok.add("people", people);
    }
}
