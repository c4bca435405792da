package io.landline.cli.message;

import com.google.gson.JsonObject;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.Delivery;
import io.landline.cli.terminal.JsonLines;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline say TO TEXT…`: one message and its delivery.
@Command(name = "say", description = "one message and its delivery: 0 delivered, 5 kept but not delivered yet")
public final class SayCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Parameters(index = "0", paramLabel = "TO",
            description = "a name, a fingerprint's first digits, '#room' or room:NAME")
    private String to = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "TEXT",
            description = "what to say; several words become one text")
    private List<String> text = List.of();

    @Option(names = "--reply", paramLabel = "ID", description = "the message that this answers (history --ids)")
    private @Nullable String reply;

    @Override
    public Integer call() throws Exception {
        JsonObject say = JsonLines.command("say", "to", to);
        say.addProperty("text", String.join(" ", text));
        say.addProperty("named", true);
        if (reply != null) say.addProperty("reply", reply);
        return Delivery.of(landline, say, to);
    }
}
