package io.landline.cli.chat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;

/// Who `/who` lists: in a room those who have proven its key, elsewhere everybody on the network. Stateless; any
/// thread.
final class PeopleHere {
    private PeopleHere() {}

    /// @param peers as `peers` answers
    /// @param conversation the label of a room, as `#class`; or a fingerprint
    static List<JsonObject> of(JsonArray peers, String conversation) {
        var here = new ArrayList<JsonObject>();
        var room = new JsonPrimitive(conversation);
        for (JsonElement each : peers) {
            JsonObject peer = each.getAsJsonObject();
            if (!conversation.startsWith("#") || peer.getAsJsonArray("joined").contains(room)) {
                here.add(peer);
            }
        }
        return here;
    }
}
