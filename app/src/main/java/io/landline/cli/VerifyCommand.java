package io.landline.cli;

import com.google.gson.JsonObject;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.ReadOnlyNode;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.Terminal;
import io.landline.node.profile.NodeOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline verify PEER`: the safety number, to be compared aloud, and the word that it was; or that it was not.
@Command(name = "verify", description = "the safety number of a member and you, to be compared aloud")
final class VerifyCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Parameters(paramLabel = "PEER", description = "a name or a fingerprint's first digits")
    private String peer = "";

    @ArgGroup
    private Decision decision = new Decision();

    /// At most one of these.
    static final class Decision {
        @Option(names = "--confirm", description = "you compared it, and it was the same")
        private boolean confirm;

        @Option(names = "--off", description = "takes that back")
        private boolean off;
    }

    @Override
    public Integer call() throws Exception {
        NodeOptions options = landline.options();
        Terminal terminal = landline.terminal();
        JsonObject command = JsonLines.command("verify", "to", peer);
        if (decision.confirm) command.addProperty("confirm", true);
        if (decision.off) command.addProperty("off", true);
        JsonObject answer = CommandFailedException.checked(ReadOnlyNode.ask(options, command));
        terminal.event(answer);
        String name = EventFields.name(answer);
        if (decision.off) {
            terminal.say(CommandTexts.of("Taken back: {0} counts as not verified.", name));
            return ExitCode.DONE;
        }
        terminal.say(EventFields.text(answer, "safetyNumber"));
        terminal.say(answer.get("verified").getAsBoolean()
                ? CommandTexts.of("You have verified {0}.", name)
                : CommandTexts.of("Read it to {0} aloud. The same on both sides: landline verify --confirm {1}", name,
                        EventFields.brief(EventFields.text(answer, "peer"))));
        return ExitCode.DONE;
    }
}
