package io.landline.cli.chat;

import com.google.gson.JsonObject;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.terminal.JsonLines;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers each command by its name, `ok` where nothing else was said. Its events come in order.
final class AnsweringNode extends NodeConnection {
    final Map<String, JsonObject> answers = new HashMap<>();
    final List<JsonObject> asked = new ArrayList<>();
    final Deque<JsonObject> events = new ArrayDeque<>();
    /// Runs each time that a chat asks for an event while no event waits.
    Runnable idle = () -> {};
    private @Nullable JsonObject answer;

    @Override
    protected @Nullable JsonObject take(Duration patience) {
        JsonObject now = answer;
        answer = null;
        JsonObject line = now != null ? now : events.poll();
        if (line == null) idle.run();
        return line;
    }

    @Override
    protected void give(JsonObject command) {
        asked.add(command);
        String what = command.get("do").getAsString() + (command.has("state") ? " of ours" : "");
        answer = answers.getOrDefault(what, JsonLines.ok()).deepCopy();
        answer.add("id", command.get("id"));
    }

    List<String> did(String what) {
        var did = new ArrayList<String>();
        for (JsonObject each : asked) {
            if (!each.get("do").getAsString().equals(what)) continue;
            JsonObject rest = each.deepCopy();
            rest.remove("do");
            rest.remove("id");
            did.add(rest.toString().replace('"', '\''));
        }
        return did;
    }

    @Override
    public boolean isOwn() {
        return false;
    }

    @Override
    public void close() {}
}
