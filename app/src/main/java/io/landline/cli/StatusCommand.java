package io.landline.cli;

import com.google.gson.JsonObject;
import io.landline.chat.PersonStatus;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.ReadOnlyNode;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFormatter;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline status`: what the node that runs says of this user. It is not stored, so it needs that node.
@Command(name = "status",
        description = "says to others that you are here, away or busy; without STATE it tells what is said")
final class StatusCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Parameters(index = "0", arity = "0..1", paramLabel = "STATE", description = "here, away or busy")
    private @Nullable String state;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "TEXT",
            description = "a few words with it; several words become one text")
    private List<String> text = List.of();

    @Override
    public Integer call() throws Exception {
        JsonObject command = JsonLines.command("status");
        String typed = String.join(" ", text).strip();
        if (state != null) {
            command.addProperty("state", state);
            command.addProperty("text", typed);
        }
        Terminal terminal = landline.terminal();
        JsonObject answer = CommandFailedException.checked(ReadOnlyNode.ask(landline.options(), command));
        if (state == null && !answer.has("state")) {
            throw new CommandFailedException(ExitCode.FAILED, Why.FAILED,
                    CommandTexts.of("The node that runs is of an earlier version and does not tell. Start it anew."));
        }
        JsonObject standing = answer.has("state") ? answer : command;
        terminal.event(event(standing));
        terminal.say(CommandTexts.of("You are {0}. Others see it until you change it or Landline ends.",
                EventFormatter.ownStatus(standing)));
        if (typed.codePointCount(0, typed.length()) > PersonStatus.TEXT_MAX) {
            terminal.warn(CommandTexts.of("A text has at most {0} characters; the rest is left out.",
                    PersonStatus.TEXT_MAX));
        }
        return ExitCode.DONE;
    }

    /// The answer also has what commands compare their options with.
    private static JsonObject event(JsonObject standing) {
        JsonObject ok = JsonLines.ok();
        for (String field : new String[]{"state", "text"}) ok.add(field, standing.get(field));
        return ok;
    }
}
