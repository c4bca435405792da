package io.landline.cli.message;

import com.google.gson.JsonObject;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.ReadOnlyNode;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.Terminal;
import io.landline.lab.Escapes;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline keep TO`: for how long a conversation is kept on this computer. Needs no network.
@Command(name = "keep",
        description = "for how long a conversation is kept on this computer; without an option it says so")
public final class KeepCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Parameters(paramLabel = "TO", description = "a name, a fingerprint's first digits, '#room' or room:NAME")
    private String to = "";

    @ArgGroup
    private Span span = new Span();

    /// At most one of these.
    static final class Span {
        @Option(names = "--days", paramLabel = "N", description = "removes what is older than 30, 90 or 365 days")
        private @Nullable Integer days;

        @Option(names = "--for-ever", description = "removes nothing from now on")
        private boolean forEver;
    }

    @Override
    public Integer call() throws Exception {
        JsonObject command = JsonLines.command("keep", "to", to);
        if (span.days != null) command.addProperty("days", span.days);
        if (span.forEver) command.addProperty("forEver", true);
        Terminal terminal = landline.terminal();
        JsonObject answer = CommandFailedException.checked(ReadOnlyNode.askAbout(landline.options(), command, "to"));
        terminal.event(answer);
        terminal.say(said(Escapes.line(EventFields.text(command, "to")), answer));
        return ExitCode.DONE;
    }

    private static String said(String name, JsonObject answer) {
        if (!answer.has("days")) {
            return CommandTexts.of("The conversation {0} is kept for ever on this computer. Others decide for theirs.",
                    name);
        }
        return CommandTexts.of("The conversation {0} is kept for {1} days on this computer. While Landline runs, what"
                + " is older is removed, and is not fetched again; nothing goes in the first ten minutes after a start."
                + " What you have not read stays until you have read it. Others keep theirs.", name,
                answer.get("days").getAsInt());
    }
}
