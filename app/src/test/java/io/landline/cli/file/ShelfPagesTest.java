package io.landline.cli.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.ExitCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Row H38: the pages of a shelf whose owner may send any.
class ShelfPagesTest {
    private static JsonObject page(int names, String next) {
        var items = new JsonArray();
        for (int n = 0; n < names; n++) items.add(new JsonObject());
        var page = new JsonObject();
        page.add("items", items);
        if (next != null) page.addProperty("next", next);
        return page;
    }

    @Test
    @Timeout(30)
    void h38_pagesThatNeverEndEndWithASentence() {
        var told = new ArrayList<JsonObject>();
        var failed = assertThrows(CommandFailedException.class,
                () -> ShelfPages.each(_ -> page(1, "more"), told::add));
        assertEquals(ExitCode.FAILED, failed.exitCode);
        assertTrue(failed.getMessage().startsWith("The list of this folder does not end"), failed.getMessage());
        assertEquals(ShelfPages.PAGES_MAX, told.size());
    }

    @Test
    void asManyPagesAsThereMayBeAreListed() throws Exception {
        var asked = new ArrayList<String>();
        long count = ShelfPages.each(after -> {
            asked.add(after);
            return page(2, asked.size() < ShelfPages.PAGES_MAX ? "name " + asked.size() : null);
        }, _ -> {});
        assertEquals(2L * ShelfPages.PAGES_MAX, count);
        assertEquals(List.of("name 1", "name 2"), asked.subList(1, 3));
    }
}
