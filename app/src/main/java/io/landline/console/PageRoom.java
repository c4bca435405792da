package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.node.conversation.History;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/// What one page of a list still has room for: a line of the local socket is bounded, and others may be very many. The
/// first one always fits. For one answer; one thread.
final class PageRoom {
    private int left = History.PAGE_BYTES_MAX;
    private boolean taken;

    boolean take(JsonObject one) {
        left -= one.toString().getBytes(StandardCharsets.UTF_8).length + 1;
        boolean fits = left >= 0 || !taken;
        taken = true;
        return fits;
    }

    /// Adds a page of these to an answer, and where the next one begins.
    ///
    /// @param from what an answer said with `next`; 0 for the first page
    static <T> void add(JsonObject ok, String field, List<T> all, Function<T, JsonObject> line, int from) {
        var room = new PageRoom();
        var page = new JsonArray();
        int at = from;
        for (; at < all.size(); at++) {
            JsonObject one = line.apply(all.get(at));
            if (!room.take(one)) break;
            page.add(one);
        }
        ok.add(field, page);
        if (at < all.size()) ok.addProperty("next", at);
    }
}
