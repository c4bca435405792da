package io.landline.cli.connection;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.ShownMessages;
import io.landline.console.AnsweredLines;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Asks for the words of what messages answer and acts change, where that is not shown itself: files, and what stands
/// further above. A running node of an earlier version does not know the question: then digits stand there. Stateless.
public final class AnsweredWords {
    private AnsweredWords() {}

    /// @param messages are shown next, in this order
    public static void learn(ShownMessages shown, List<JsonObject> messages, AskedNode node)
            throws IOException, InterruptedException, CommandFailedException {
        var targets = new JsonArray();
        for (String each : unknown(shown, messages)) {
            if (targets.size() < AnsweredLines.TARGETS_MAX) targets.add(each);
        }
        if (targets.isEmpty()) return;
        JsonObject question = JsonLines.command("words");
        question.add("targets", targets);
        JsonObject answer = node.ask(question);
        if (!answer.has("words")) return;
        for (Map.Entry<String, JsonElement> each : answer.getAsJsonObject("words").entrySet()) {
            shown.learn(each.getKey(), each.getValue().getAsString());
        }
        if (!answer.has("deleted")) return;
        for (JsonElement each : answer.getAsJsonArray("deleted")) shown.learnDeleted(each.getAsString());
    }

    private static Set<String> unknown(ShownMessages shown, List<JsonObject> messages) {
        var unknown = new LinkedHashSet<String>();
        var above = new HashSet<String>();
        for (JsonObject each : messages) {
            String answered = shown.unknown(each);
            if (answered != null && !above.contains(answered)) unknown.add(answered);
            above.add(EventFields.text(each, "id"));
        }
        return unknown;
    }
}
