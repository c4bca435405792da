package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.node.conversation.History;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/// How much space one page of lists still has: a line of the local socket is bounded, and others may be very many. The
/// first one always fits. For one answer; one thread.
final class PageSpace {
    private int left = History.PAGE_BYTES_MAX;
    private boolean taken;
    /// Where the next page begins, counted through all lists.
    private int next;
    /// How many stand in the lists that were added.
    private int all;

    /// @param from what an answer said with `next`; 0 for the first page
    PageSpace(int from) { next = from; }

    /// Adds a page of these to an answer, and where the next one begins.
    ///
    /// @param from what an answer said with `next`; 0 for the first page
    static <T> void add(JsonObject ok, String field, List<T> all, Function<T, JsonObject> line, int from) {
        var space = new PageSpace(from);
        ok.add(field, space.fill(all, line));
        space.tellNext(ok);
    }

    /// Those of the next list that stand on this page.
    <T> JsonArray fill(List<T> list, Function<T, JsonObject> line) {
        int before = all;
        all += list.size();
        var page = new JsonArray();
        for (; next >= before && next < all; next++) {
            JsonObject one = line.apply(list.get(next - before));
            if (!take(one)) break;
            page.add(one);
        }
        return page;
    }

    /// After all lists.
    void tellNext(JsonObject ok) {
        if (next < all) ok.addProperty("next", next);
    }

    private boolean take(JsonObject one) {
        left -= one.toString().getBytes(StandardCharsets.UTF_8).length + 1;
        boolean fits = left >= 0 || !taken;
        taken = true;
        return fits;
    }
}
