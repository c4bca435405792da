package io.landline.cli.connection;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.EventFormatter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a node lists, in as many pages as it takes: people may be very many. Stateless; any thread.
public final class ListedPages {
    private ListedPages() {}

    /// Who answers commands.
    public interface Asking {
        JsonObject ask(JsonObject command) throws IOException, InterruptedException, CommandFailedException;
    }

    /// The answer with all pages in one list, each person or box once: the list may change between two pages. Where a
    /// page is refused, that refusal.
    ///
    /// @param field of the list
    public static JsonObject of(Asking node, JsonObject command, String field)
            throws IOException, InterruptedException, CommandFailedException {
        Map<String, JsonElement> all = new LinkedHashMap<>();
        int next = 0;
        while (true) {
            JsonObject question = command.deepCopy();
            if (next > 0) question.addProperty("next", next);
            JsonObject answer = node.ask(question);
            if (!answer.has(field)) return answer;
            for (JsonElement each : answer.getAsJsonArray(field)) {
                JsonObject one = each.getAsJsonObject();
                all.put(identity(one), one);
            }
            int before = next;
            next = answer.has("next") ? answer.get("next").getAsInt() : 0;
            if (next > before) continue;
            answer.remove("next");
            var list = new JsonArray(all.size());
            all.values().forEach(list::add);
            answer.add(field, list);
            return answer;
        }
    }

    private static String identity(JsonObject one) {
        if (one.has("peer")) return EventFormatter.text(one, "peer");
        return one.has("id") ? EventFormatter.text(one, "id") : one.toString();
    }
}
