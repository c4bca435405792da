package io.landline.cli.connection;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.EventFields;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a node lists, in as many pages as it takes: people may be very many. Stateless; any thread.
///
/// The list may change between two pages. So each page begins with what stood last on the page before. Where something
/// else stands there, somebody may have been passed over, and all is asked for anew.
public final class ListedPages {
    /// A list that changes between the pages each time is taken as the last walk found it.
    static final int WALKS_MAX = 5;
    /// The second cell of a row of a table, a fingerprint.
    private static final Pattern PEER_OF_ROW = Pattern.compile("\"(?:[^\"]|\"\")*+\",\"([^\"]*)\"");

    private ListedPages() {}

    /// The answer with all pages in one list, each person, box or shelf once. Where a page is refused, that refusal.
    ///
    /// @param field of the list
    public static JsonObject of(AskedNode node, JsonObject command, String field)
            throws IOException, InterruptedException, CommandFailedException {
        var asked = new AskedNode() {
            private JsonObject last = new JsonObject();

            @Override
            public JsonObject ask(JsonObject question)
                    throws IOException, InterruptedException, CommandFailedException {
                last = node.ask(question);
                return last;
            }
        };
        Map<String, JsonElement> all = all(asked, command, answer -> {
            Map<String, JsonElement> items = new LinkedHashMap<>();
            if (!answer.has(field)) return items;
            for (JsonElement each : answer.getAsJsonArray(field)) items.put(identity(each.getAsJsonObject()), each);
            return items;
        });
        if (!asked.last.has(field)) return asked.last;
        asked.last.remove("next");
        var list = new JsonArray(all.size());
        all.values().forEach(list::add);
        asked.last.add(field, list);
        return asked.last;
    }

    /// A table with a row for each person, below a row of heads.
    ///
    /// @param field of the rows, as text
    public static String table(AskedNode node, JsonObject command, String field)
            throws IOException, InterruptedException, CommandFailedException {
        return String.join("", all(node, command, answer -> {
            Map<String, String> rows = new LinkedHashMap<>();
            String text = EventFields.text(answer, field);
            int from = 0;
            while (from < text.length()) {
                int end = text.indexOf('\n', from) + 1;
                String row = text.substring(from, end > 0 ? end : text.length());
                Matcher peer = PEER_OF_ROW.matcher(row);
                rows.put(peer.lookingAt() ? peer.group(1) : row, row);
                from += row.length();
            }
            return rows;
        }).values());
    }

    /// All that is listed, each once.
    ///
    /// @param items of an answer, in order, by what they are
    public static <T> Map<String, T> all(AskedNode node, JsonObject command,
            Function<JsonObject, Map<String, T>> items)
            throws IOException, InterruptedException, CommandFailedException {
        Map<String, T> all = new LinkedHashMap<>();
        for (int walk = 1; !walk(node, command, items, all, walk == WALKS_MAX); walk++) all.clear();
        return all;
    }

    /// Asks for one page after the other.
    ///
    /// @param anyway also where the list changes
    /// @return false where it changed before the place that was reached
    private static <T> boolean walk(AskedNode node, JsonObject command, Function<JsonObject, Map<String, T>> items,
            Map<String, T> all, boolean anyway) throws IOException, InterruptedException, CommandFailedException {
        String last = "";
        int next = 0;
        boolean isAlone = false; // what stood last leaves no room for more
        while (true) {
            int from = isAlone ? next : Math.max(0, next - 1);
            JsonObject question = command.deepCopy();
            if (from > 0) question.addProperty("next", from);
            JsonObject answer = node.ask(question);
            Map<String, T> page = items.apply(answer);
            boolean changed = from < next && (page.isEmpty() || !page.keySet().iterator().next().equals(last));
            if (changed && !anyway) return false;
            all.putAll(page);
            for (String each : page.keySet()) last = each;
            int after = answer.has("next") ? answer.get("next").getAsInt() : 0;
            isAlone = from < next && after == next;
            if (after <= next && !isAlone) return true;
            next = after;
        }
    }

    private static String identity(JsonObject one) {
        if (one.has("shelf")) { // anybody may give a shelf the id that another's has
            return EventFields.text(one, "peer") + EventFields.text(one, "conversation")
                    + EventFields.text(one, "shelf");
        }
        if (one.has("peer")) return EventFields.text(one, "peer");
        return one.has("id") ? EventFields.text(one, "id") : one.toString();
    }
}
