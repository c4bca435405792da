package io.landline.cli.message;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.terminal.EventFormatter;
import io.landline.peer.NameSkeleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Tells authors apart that have the same name, or names that look so: `Ben (3f2a91c0)`. It knows the authors of those
/// messages that it was given. Confined to one thread.
final class AuthorNames {
    private final Map<NameSkeleton, Set<String>> authors = new HashMap<>();

    void add(Iterable<? extends JsonElement> messages) {
        for (JsonElement each : messages) {
            JsonObject message = each.getAsJsonObject();
            authors.computeIfAbsent(skeleton(message), _ -> new HashSet<>()).add(author(message));
        }
    }

    /// The message as a person is shown it.
    JsonObject toldApart(JsonObject message) {
        if (authors.getOrDefault(skeleton(message), Set.of()).size() < 2) return message;
        JsonObject shown = message.deepCopy();
        shown.addProperty("name",
                EventFormatter.text(message, "name") + " (" + EventFormatter.brief(author(message)) + ")");
        return shown;
    }

    private static NameSkeleton skeleton(JsonObject message) {
        return NameSkeleton.of(EventFormatter.text(message, "name"));
    }

    private static String author(JsonObject message) {
        return EventFormatter.text(message, message.has("author") ? "author" : "peer");
    }
}
