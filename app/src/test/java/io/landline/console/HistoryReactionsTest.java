package io.landline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a history says of reactions, on a node of its own.
class HistoryReactionsTest {
    @TempDir
    static Path folder;
    private static AdasLines ada;

    @BeforeAll
    static void open() throws Exception {
        ada = new AdasLines(folder);
    }

    @AfterAll
    static void close() {
        ada.close();
    }

    private static void react(String id, String emoji, boolean on) {
        JsonObject react = AdasLines.command("react", "target", id);
        react.addProperty("emoji", emoji);
        react.addProperty("on", on);
        assertEquals("ok", ada.answer(react).get("event").getAsString());
    }

    private static JsonObject newest() {
        JsonObject history = AdasLines.command("history", "to", "#class");
        history.addProperty("limit", 1);
        return ada.answer(history).getAsJsonArray("messages").get(0).getAsJsonObject();
    }

    @Test
    void aMessageHasTheEmojiThatStandUnderItNow() {
        String id = ada.say("hello");
        assertEquals(false, newest().has("reactions"));
        react(id, "👍", true);
        react(id, "🎉", true);
        assertEquals("[{\"emoji\":\"👍\",\"people\":1},{\"emoji\":\"🎉\",\"people\":1}]",
                newest().get("reactions").toString());
        react(id, "👍", false);
        assertEquals("[{\"emoji\":\"🎉\",\"people\":1}]", newest().get("reactions").toString());
    }

    @Test
    void aPollHasThemToo() {
        JsonObject poll = AdasLines.command("poll", "to", "#class");
        poll.addProperty("question", "Tea?");
        var options = new JsonArray();
        options.add("yes");
        options.add("no");
        poll.add("options", options);
        poll.addProperty("many", false);
        poll.addProperty("hidden", false);
        react(ada.answer(poll).get("message").getAsString(), "👍", true);
        assertEquals(1, newest().getAsJsonArray("reactions").size());
    }
}
