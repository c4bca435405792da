package io.landline.cli.connection;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.EventFormatter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/// What a node lists, in as many pages as it takes: people may be very many. Stateless; any thread.
public final class ListedPages {
    private ListedPages() {}

    /// The answer with all pages in one list, each person, box or shelf once: the list may change between two pages.
    /// Where a page is refused, that refusal.
    ///
    /// @param field of the list
    public static JsonObject of(AskedNode node, JsonObject command, String field)
            throws IOException, InterruptedException, CommandFailedException {
        Map<String, JsonElement> all = new LinkedHashMap<>();
        JsonObject last = each(node, command, answer -> {
            if (!answer.has(field)) return false;
            for (JsonElement each : answer.getAsJsonArray(field)) all.put(identity(each.getAsJsonObject()), each);
            return true;
        });
        if (!last.has(field)) return last;
        last.remove("next");
        var list = new JsonArray(all.size());
        all.values().forEach(list::add);
        last.add(field, list);
        return last;
    }

    /// Asks for one page after the other.
    ///
    /// @param taken of each answer; false ends it
    /// @return the last answer
    public static JsonObject each(AskedNode node, JsonObject command, Predicate<JsonObject> taken)
            throws IOException, InterruptedException, CommandFailedException {
        int next = 0;
        while (true) {
            JsonObject question = command.deepCopy();
            if (next > 0) question.addProperty("next", next);
            JsonObject answer = node.ask(question);
            if (!taken.test(answer)) return answer;
            int before = next;
            next = answer.has("next") ? answer.get("next").getAsInt() : 0;
            if (next <= before) return answer;
        }
    }

    private static String identity(JsonObject one) {
        if (one.has("shelf")) { // anybody may give a shelf the id that another's has
            return EventFormatter.text(one, "peer") + EventFormatter.text(one, "conversation")
                    + EventFormatter.text(one, "shelf");
        }
        if (one.has("peer")) return EventFormatter.text(one, "peer");
        return one.has("id") ? EventFormatter.text(one, "id") : one.toString();
    }
}
