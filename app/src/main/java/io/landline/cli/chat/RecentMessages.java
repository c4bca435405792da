package io.landline.cli.chat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.terminal.JsonLines;
import java.util.List;

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
}
