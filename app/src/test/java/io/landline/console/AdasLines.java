package io.landline.console;

import com.google.gson.JsonObject;
import io.landline.node.RunningForTest;
import io.landline.process.FreePorts;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/// The commands of a node that runs alone, in the room `#class`.
final class AdasLines implements AutoCloseable {
    private final RunningForTest ada;
    private final CommandLines commands;

    AdasLines(Path folder) throws Exception {
        ada = RunningForTest.start(folder, "Ada", FreePorts.udp(), RunningForTest.room());
        commands = new CommandLines(ada.node, () -> {}, _ -> {}, () -> {}, () -> {});
    }

    /// The fingerprint in hex.
    String self() {
        return ada.node.fingerprint().hex();
    }

    static JsonObject command(String name, String field, String value) {
        var command = new JsonObject();
        command.addProperty("do", name);
        command.addProperty(field, value);
        return command;
    }

    JsonObject answer(JsonObject command) {
        return answer(command.toString());
    }

    JsonObject answer(String line) {
        var answer = new CompletableFuture<JsonObject>();
        commands.carryOut(line, answer::complete);
        return answer.join();
    }

    JsonObject answerTooLong(String beginning) {
        var answer = new CompletableFuture<JsonObject>();
        commands.tooLong(beginning, answer::complete);
        return answer.join();
    }

    /// Gives the id of the message.
    String say(String text) {
        JsonObject say = command("say", "to", "#class");
        say.addProperty("text", text);
        return answer(say).get("message").getAsString();
    }

    @Override
    public void close() {
        ada.close();
    }
}
