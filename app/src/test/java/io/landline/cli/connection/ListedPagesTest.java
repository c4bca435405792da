package io.landline.cli.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.node.handin.rule.HandInTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A list of a node that changes while it is read, in pages of three.
class ListedPagesTest {
    private static final int PAGE = 3;

    private final List<String> people = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f", "g"));
    /// What happens after each page.
    private final List<Runnable> changes = new ArrayList<>();
    private int asked;

    private List<String> page(JsonObject question, JsonObject answer, List<String> rows) {
        int from = question.has("next") ? question.get("next").getAsInt() : 0;
        int end = Math.min(rows.size(), from + PAGE);
        if (end < rows.size()) answer.addProperty("next", end);
        List<String> page = List.copyOf(rows.subList(Math.min(from, end), end));
        if (asked < changes.size()) changes.get(asked).run();
        asked++;
        return page;
    }

    private JsonObject list(JsonObject question) {
        var answer = new JsonObject();
        var list = new JsonArray();
        for (String each : page(question, answer, people)) {
            var one = new JsonObject();
            one.addProperty("peer", each);
            list.add(one);
        }
        answer.add("people", list);
        return answer;
    }

    private JsonObject rows(JsonObject question) {
        var table = new HandInTable();
        table.row(List.of("name", "fingerprint"));
        for (String each : people) table.row(List.of("\"A, \"" + each, each));
        var answer = new JsonObject();
        answer.addProperty("text", String.join("", page(question, answer, table.text()
                .lines()
                .map(row -> row + HandInTable.ROW_END)
                .toList())));
        return answer;
    }

    private List<String> listed() throws Exception {
        return ListedPages.of(this::list, new JsonObject(), "people")
                .getAsJsonArray("people")
                .asList()
                .stream()
                .map(each -> each.getAsJsonObject().get("peer").getAsString())
                .toList();
    }

    private List<String> exported() throws Exception {
        return ListedPages.table(this::rows, new JsonObject(), "text")
                .lines()
                .skip(1)
                .map(row -> row.replaceAll(".*,\"(.)\"", "$1"))
                .toList();
    }

    @Test
    void allAreListedOnce() throws Exception {
        assertEquals(people, listed());
        asked = 0;
        assertEquals(people, exported());
    }

    @Test
    void nobodyIsPassedOverWhenSomebodyLeavesBetweenTwoPages() throws Exception {
        changes.add(() -> people.remove("b"));
        assertEquals(List.of("a", "c", "d", "e", "f", "g"), listed());
        people.add(1, "b");
        asked = 0;
        assertEquals(List.of("a", "c", "d", "e", "f", "g"), exported());
    }

    @Test
    void nobodyHasTwoRowsWhenSomebodyJoinsBetweenTwoPages() throws Exception {
        changes.add(() -> people.addFirst("A"));
        assertEquals(List.of("A", "a", "b", "c", "d", "e", "f", "g"), listed());
        people.removeFirst();
        asked = 0;
        assertEquals(List.of("A", "a", "b", "c", "d", "e", "f", "g"), exported());
    }

    @Test
    void aListThatGetsShorterThanItsFirstPageIsReadAnew() throws Exception {
        changes.add(() -> people.subList(1, people.size()).clear());
        assertEquals(List.of("a"), listed());
    }

    @Test
    void aListThatChangesEachTimeIsReadToItsEnd() throws Exception {
        for (int i = 0; i < 10 * ListedPages.WALKS_MAX; i++) {
            int n = i;
            changes.add(() -> people.addFirst("new " + n));
        }
        assertEquals(List.of("a", "b", "c", "d", "e", "f", "g"), listed().reversed().subList(0, 7).reversed());
    }

    /// Of items of which one alone is a page there is no room for the one before.
    @Test
    void anItemThatFillsAPageIsPassed() throws Exception {
        List<JsonObject> questions = new ArrayList<>();
        JsonObject all = ListedPages.of(question -> {
            questions.add(question);
            int from = question.has("next") ? question.get("next").getAsInt() : 0;
            var answer = new JsonObject();
            var list = new JsonArray();
            var one = new JsonObject();
            one.addProperty("peer", people.get(from));
            list.add(one);
            answer.add("people", list);
            if (from + 1 < people.size()) answer.addProperty("next", from + 1);
            return answer;
        }, new JsonObject(), "people");
        assertEquals(people.size(), all.getAsJsonArray("people").size(), questions::toString);
    }
}
