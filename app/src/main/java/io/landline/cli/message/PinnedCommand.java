package io.landline.cli.message;

import io.landline.cli.connection.CommonOptions;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.HistoryFormatter;
import io.landline.cli.terminal.JsonLines;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline pinned TO`: what everybody in a conversation sees pinned there. Needs no network.
@Command(name = "pinned", description = "what is pinned in a conversation, the latest pin first")
public final class PinnedCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Parameters(paramLabel = "TO", description = "a name, a fingerprint's first digits, '#room' or room:NAME")
    private String to = "";

    @Override
    public Integer call() throws Exception {
        KeptMessages.print(landline, JsonLines.command("pinned", "to", to), "pinned", HistoryFormatter::pinned,
                CommandTexts.of("Nothing is pinned here: landline pin ID pins a message for everybody."));
        return ExitCode.DONE;
    }
}
