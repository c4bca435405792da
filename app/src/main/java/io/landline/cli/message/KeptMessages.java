package io.landline.cli.message;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.Namesakes;
import io.landline.cli.connection.ReadOnlyNode;
import io.landline.cli.terminal.Terminal;
import java.util.function.Function;

/// Prints the messages that one answer lists: what is saved, and what is pinned.
final class KeptMessages {
    private KeptMessages() {}

    /// @param list the field of the answer that has them
    /// @param line one of them as people read it, its name told apart
    /// @param nothing is said where the list is empty
    static void print(CommonOptions landline, JsonObject question, String list, Function<JsonObject, String> line,
            String nothing) throws Exception {
        Terminal terminal = landline.terminal();
        try (var node = ReadOnlyNode.ofOneThatIs(landline.options())) {
            if (question.has("to")) node.nameRoom(question, "to");
            JsonObject answer = HistoryCommand.page(node, question);
            Namesakes namesakes = Namesakes.of(node, terminal);
            for (JsonElement each : answer.getAsJsonArray(list)) {
                JsonObject message = each.getAsJsonObject();
                terminal.event(message);
                terminal.sayRows(line.apply(namesakes.toldApart(message, answer)));
            }
            if (answer.getAsJsonArray(list).isEmpty()) terminal.say(nothing);
        }
    }
}
