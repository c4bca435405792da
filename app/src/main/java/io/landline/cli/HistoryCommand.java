package io.landline.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.node.NodeOptions;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline history TO`: the newest messages from the database, oldest of these first, one's own too. Needs no network.
@Command(name = "history", description = "the newest messages, oldest of these first")
final class HistoryCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private LandlineCommand landline;

    @Parameters(paramLabel = "TO", description = "a name, a fingerprint's first digits, '#room' or room:NAME")
    private String to = "";

    @Option(names = "--search", paramLabel = "WORDS", description = "only messages with all of these words")
    private @Nullable String search;

    @Option(names = "--limit", paramLabel = "N", description = "how many (default: 50)", defaultValue = "50")
    private int limit = 50;

    @Override
    public Integer call() throws Exception {
        if (limit < 1 || limit > 1_000) throw Failed.usage("--limit takes a number from 1 to 1000.");
        NodeOptions options = landline.options();
        Terminal terminal = landline.terminal();
        JsonObject command = Answers.command("history", "to", to);
        if (search != null) command.addProperty("search", search);
        command.addProperty("limit", limit);
        JsonObject answer = QuietNode.ask(options, command);
        if (!Answers.isOk(answer)) {
            String code = Prose.text(answer, "code");
            int exitCode = code.equals("no-peer")
                    ? ExitCode.PEER_NOT_FOUND
                    : code.equals("not-a-member") ? ExitCode.REFUSED : ExitCode.USAGE;
            throw new Failed(exitCode, code, Prose.text(answer, "message"));
        }
        for (JsonElement element : answer.getAsJsonArray("messages")) {
            JsonObject message = element.getAsJsonObject();
            terminal.event(message);
            terminal.say(Prose.past(message));
        }
        return ExitCode.DONE;
    }
}
