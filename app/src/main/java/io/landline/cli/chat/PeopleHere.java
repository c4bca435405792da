package io.landline.cli.chat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
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
        for (JsonElement each : peers) {
            JsonObject peer = each.getAsJsonObject();
            if (!conversation.startsWith("#") || isIn(peer, conversation)) here.add(peer);
        }
        return here;
    }

    private static boolean isIn(JsonObject peer, String room) {
        for (JsonElement each : peer.getAsJsonArray("joined")) if (each.getAsString().equals(room)) return true;
        return false;
    }
}
