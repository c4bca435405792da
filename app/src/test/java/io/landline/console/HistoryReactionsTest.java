package io.landline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.node.RunningForTest;
import io.landline.process.FreePorts;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a history says of reactions, on a node of its own.
class HistoryReactionsTest {
    @TempDir
    static Path folder;
    private static RunningForTest ada;
    private static CommandLines commands;

    @BeforeAll
    static void open() throws Exception {
        ada = RunningForTest.start(folder, "Ada", FreePorts.udp(), RunningForTest.room());
        commands = new CommandLines(ada.node, () -> {}, _ -> {}, () -> {});
    }

    @AfterAll
    static void close() {
        ada.close();
    }

    private static JsonObject answer(JsonObject command) {
        var answer = new CompletableFuture<JsonObject>();
        commands.carryOut(command.toString(), answer::complete);
        return answer.join();
    }

    private static JsonObject command(String name, String field, String value) {
        var command = new JsonObject();
        command.addProperty("do", name);
        command.addProperty(field, value);
        return command;
    }

    private static String say(String text) {
        JsonObject say = command("say", "to", "#class");
        say.addProperty("text", text);
        return answer(say).get("message").getAsString();
    }

    private static void react(String id, String emoji, boolean on) {
        JsonObject react = command("react", "target", id);
        react.addProperty("emoji", emoji);
        react.addProperty("on", on);
        assertEquals("ok", answer(react).get("event").getAsString());
    }

    private static JsonObject newest() {
        JsonObject history = command("history", "to", "#class");
        history.addProperty("limit", 1);
        return answer(history).getAsJsonArray("messages").get(0).getAsJsonObject();
    }

    @Test
    void aMessageHasTheEmojiThatStandUnderItNow() {
        String id = say("hello");
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
        JsonObject poll = command("poll", "to", "#class");
        poll.addProperty("question", "Tea?");
        var options = new JsonArray();
        options.add("yes");
        options.add("no");
        poll.add("options", options);
        poll.addProperty("many", false);
        poll.addProperty("hidden", false);
        react(answer(poll).get("message").getAsString(), "👍", true);
        assertEquals(1, newest().getAsJsonArray("reactions").size());
    }
}
