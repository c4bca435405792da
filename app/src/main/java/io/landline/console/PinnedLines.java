package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.node.ProfileReader;
import io.landline.node.port.CommandException;
import io.landline.node.port.PinnedItem;
import io.landline.node.port.TimelineItem;

/// The command `pinned`: what is pinned in a conversation. Stateless; any thread.
final class PinnedLines {
    private PinnedLines() {}

    /// The latest pin first. A long text is cut as in `saved`, so that all of them fit into one line of the socket.
    static void answer(ProfileReader reader, JsonFields command, JsonObject ok)
            throws MalformedJsonException, CommandException {
        String to = CommandLines.to(command);
        String conversation = reader.conversationLabel(to);
        var list = new JsonArray();
        for (PinnedItem each : reader.pinned(to)) list.add(json(each, conversation, reader.ownName()));
        ok.addProperty("conversation", conversation);
        ok.add("pinned", list);
    }

    private static JsonObject json(PinnedItem pinned, String conversation, String ownName) {
        TimelineItem item = pinned.item();
        JsonObject json = EventLines.event("pinned", item.written());
        json.addProperty("conversation", conversation);
        json.addProperty("author", item.author().hex());
        json.addProperty("name", item.own() ? ownName : item.name());
        json.addProperty("id", item.id().hex());
        SavedLines.add(json, item);
        json.addProperty("by", pinned.by().hex());
        json.addProperty("byName", pinned.byName().isEmpty() ? ownName : pinned.byName());
        json.addProperty("written", EventLines.at(item.written()));
        return json;
    }
}
