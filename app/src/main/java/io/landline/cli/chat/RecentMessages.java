package io.landline.cli.chat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.JsonLines;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a conversation on a terminal begins with. Stateless.
final class RecentMessages {
    private static final int SHOWN_AT_START = 10;

    private RecentMessages() {}

    /// The question for the newest messages of a conversation.
    static JsonObject of(String to) {
        JsonObject history = JsonLines.command("history", "to", to);
        history.addProperty("limit", SHOWN_AT_START);
        return history;
    }

    /// What it answered, the oldest first.
    static List<JsonObject> in(JsonObject answer) {
        return answer.getAsJsonArray("messages").asList().stream().map(JsonElement::getAsJsonObject).toList();
    }

    /// The ids of what is shown at the start: what came just before is told again as an event.
    static Set<String> ids(List<JsonObject> messages) {
        var ids = new HashSet<String>();
        for (JsonObject each : messages) {
            if (each.has("id")) ids.add(EventFields.text(each, "id"));
        }
        return ids;
    }
}
