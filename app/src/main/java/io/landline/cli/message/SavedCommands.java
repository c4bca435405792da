package io.landline.cli.message;

import com.google.gson.JsonObject;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.ReadOnlyNode;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.HistoryFormatter;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Messages that the user keeps for themselves: `save` and `saved`. Nobody else is told; they need no network.
public final class SavedCommands {
    private SavedCommands() {}

    @Command(name = "save", description = "keeps a message in a list that you alone see")
    public static final class Save implements Callable<Integer> {
        @ParentCommand
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommonOptions landline;

        @Parameters(paramLabel = "ID", description = "the message's id or its first digits (history --ids)")
        private String id = "";

        @Option(names = "--off", description = "takes it out of the list")
        private boolean off;

        @Override
        public Integer call() throws Exception {
            JsonObject command = JsonLines.command("save", "target", id);
            command.addProperty("on", !off);
            Terminal terminal = landline.terminal();
            try (var node = new ReadOnlyNode(landline.options())) {
                terminal.event(HistoryCommand.page(node, command));
            }
            terminal.say(
                    CommandTexts
                            .of(off ? "Taken out of what you saved." : "Saved for yourself: landline saved shows it."));
            return ExitCode.DONE;
        }
    }

    @Command(name = "saved", description = "what you saved for yourself, the last first")
    public static final class Saved implements Callable<Integer> {
        @ParentCommand
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommonOptions landline;

        @Override
        public Integer call() throws Exception {
            KeptMessages.print(landline, JsonLines.command("saved"), "saved", HistoryFormatter::saved,
                    CommandTexts.of("Nothing is saved: landline save ID keeps a message for yourself."));
            return ExitCode.DONE;
        }
    }
}
