package io.landline.cli.message;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.Namesakes;
import io.landline.cli.connection.ReadOnlyNode;
import io.landline.cli.terminal.ActFormatter;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.NumberFormatter;
import io.landline.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline voters ID`: who chose what in a poll, option by option, and who did not vote; as JSON person by
/// person. Needs no network.
@Command(name = "voters", description = "who chose what in a poll")
public final class VotersCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Parameters(paramLabel = "ID", description = "the message's id or its first digits (history --ids)")
    private String id = "";

    @Override
    public Integer call() throws Exception {
        Terminal terminal = landline.terminal();
        try (var node = ReadOnlyNode.ofOneThatIs(landline.options())) {
            JsonObject answer = HistoryCommand.page(node, JsonLines.command("voters", "target", id));
            Namesakes namesakes = Namesakes.of(node, terminal);
            List<JsonObject> voters = told(answer, "voters", terminal, namesakes);
            List<JsonObject> silent = told(answer, "silent", terminal, namesakes);
            if (answer.get("hidden").getAsBoolean()) {
                terminal.say(CommandTexts.of("Who chose what shows once the poll is closed."));
            } else if (voters.isEmpty()) {
                terminal.say(CommandTexts.of("Nobody has voted yet."));
            } else {
                for (String line : ActFormatter.voters(answer, voters)) terminal.sayRows(line);
                int people = answer.get("people").getAsInt();
                if (people > voters.size()) {
                    terminal.say(CommandTexts.of("{0} people voted; the first {1} by name are listed.",
                            NumberFormatter.grouped(people), NumberFormatter.grouped(voters.size())));
                }
                if (!silent.isEmpty()) {
                    terminal.say(ActFormatter.silent(answer.get("withoutAnswer").getAsInt(), silent));
                }
            }
        }
        return ExitCode.DONE;
    }

    private static List<JsonObject> told(JsonObject answer, String people, Terminal terminal, Namesakes namesakes) {
        List<JsonObject> told = new ArrayList<>();
        for (JsonElement each : answer.getAsJsonArray(people)) {
            terminal.event(each.getAsJsonObject());
            told.add(namesakes.toldApart(each.getAsJsonObject()));
        }
        return told;
    }
}
