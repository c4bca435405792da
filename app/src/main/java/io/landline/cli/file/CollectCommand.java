package io.landline.cli.file;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.Delivery;
import io.landline.cli.connection.ListedPages;
import io.landline.cli.connection.Namesakes;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.connection.NodeFinder;
import io.landline.cli.connection.PeerWait;
import io.landline.cli.connection.ReadOnlyNode;
import io.landline.cli.terminal.BoxFormatter;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.SignalHandling;
import io.landline.cli.terminal.Terminal;
import io.landline.console.EventLines;
import io.landline.lab.Escapes;
import io.landline.node.export.ExportFile;
import io.landline.node.handin.rule.BoxLimits;
import io.landline.node.port.TypedSize;
import io.landline.node.profile.NodeOptions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline collect …`: boxes into which the members of a room hand in files.
@Command(name = "collect",
        description = "hand-in boxes: make TO TITLE, list [BOX], remind BOX, close BOX, export BOX FILE",
        synopsisSubcommandLabel = "COMMAND")
public final class CollectCommand implements Callable<Integer> {
    private static final String BOX = "the box's id or its first digits";

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Override
    public Integer call() throws CommandFailedException {
        throw CommandFailedException.usage(CommandTexts.of("Say what to do: {0} or {1}.",
                "landline collect make TO TITLE --until TIME, list [BOX], remind BOX, close BOX", "export BOX FILE"));
    }

    @Command(name = "make", description = "makes a box in a room with a key: all members are told of it")
    int make(@Parameters(index = "0", paramLabel = "TO", description = "'#room' or room:NAME") String to,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "TITLE") List<String> title,
            @Option(names = "--until", required = true, paramLabel = "TIME",
                    description = "what comes later is marked as late: 2026-11-24, tomorrow, '2026-11-24 14:30' or"
                            + " 90m from now") String until,
            @Option(names = "--pattern", paramLabel = "NAMES", defaultValue = "",
                    description = "which files, as '*.pdf, *.odt'") String pattern,
            @Option(names = "--max-size", paramLabel = "SIZE", description = "of each member, as 500k, 100M or 2GiB") //
            @Nullable String maxSize) throws Exception {
        JsonObject line = JsonLines.command("collect", "to", to);
        line.addProperty("title", String.join(" ", title));
        line.addProperty("until", EventLines.at(end(until)));
        line.addProperty("pattern", pattern);
        if (maxSize != null) line.addProperty("maxBytes", size(maxSize));
        return Delivery.of(landline, line, to);
    }

    private static Instant end(String typed) throws CommandFailedException {
        try {
            return BoxLimits.until(typed, Instant.now(), ZoneId.systemDefault());
        } catch (DateTimeException e) {
            throw CommandFailedException.usage(CommandTexts.of("--until takes a date such as 2026-11-24, today or"
                    + " tomorrow, a time such as '2026-11-24 14:30', or 90m, 24h or 7d from now. It cannot read {0}.",
                    Escapes.line(typed)));
        }
    }

    private static long size(String typed) throws CommandFailedException {
        try {
            return TypedSize.bytes(typed);
        } catch (NumberFormatException e) {
            throw CommandFailedException.usage(CommandTexts.of("--max-size takes a size as 500k, 100M or 2GiB."));
        }
    }

    @Command(name = "list", description = "who has handed in and who has not; without BOX all boxes of your rooms")
    int list(@Parameters(paramLabel = "BOX", arity = "0..1", description = BOX) //
    @Nullable String box) throws Exception {
        Terminal terminal = landline.terminal();
        if (box == null) {
            JsonObject answer;
            Namesakes namesakes;
            try (var node = new ReadOnlyNode(landline.options())) {
                answer = CommandFailedException
                        .checked(ListedPages.of(node::ask, JsonLines.command("boxes"), "boxes"));
                namesakes = Namesakes.of(node, terminal);
            }
            for (JsonElement each : answer.getAsJsonArray("boxes")) {
                terminal.event(each.getAsJsonObject());
                terminal.sayRows(BoxFormatter.box(namesakes.toldApart(each.getAsJsonObject())));
            }
            if (answer.getAsJsonArray("boxes").isEmpty()) {
                terminal.say(CommandTexts.of("No hand-in boxes in your rooms."));
            }
        } else {
            JsonObject answer = CommandFailedException.checked(
                    ReadOnlyNode.listed(landline.options(), JsonLines.command("box", "target", box), "people"));
            terminal.event(answer.getAsJsonObject("box"));
            terminal.sayRows(BoxFormatter.box(answer.getAsJsonObject("box")));
            for (JsonElement each : answer.getAsJsonArray("people")) {
                terminal.event(each.getAsJsonObject());
                terminal.sayRows("  " + BoxFormatter.person(each.getAsJsonObject()));
            }
        }
        terminal.event(JsonLines.ok());
        return ExitCode.DONE;
    }

    @Command(name = "remind", description = "writes to each member who has not handed in, and to nobody else")
    int remind(@Parameters(index = "0", paramLabel = "BOX", description = BOX) String box,
            @Parameters(index = "1..*", arity = "0..*", paramLabel = "TEXT",
                    description = "in the place of the usual sentence") @Nullable List<String> text)
            throws Exception {
        JsonObject line = JsonLines.command("remind", "target", box);
        if (text != null && !text.isEmpty()) line.addProperty("text", String.join(" ", text));
        JsonObject answer = ask(line);
        landline.terminal().event(answer);
        int people = answer.get("people").getAsInt();
        landline.terminal()
                .say(people == 0
                        ? CommandTexts.of("Everybody has handed in.")
                        : CommandTexts.of("Reminded {0}.", people));
        return ExitCode.DONE;
    }

    @Command(name = "close", description = "nothing is taken from now on; what is on its way still comes")
    int close(@Parameters(paramLabel = "BOX", description = BOX) String box) throws Exception {
        JsonObject question = JsonLines.command("box", "target", box);
        Terminal terminal = landline.terminal();
        try (NodeConnection node = openAbout(question)) {
            SignalHandling.does(ExitCode.INTERRUPTED, node::close);
            // the same command closes polls, and the digits may be those of something that comes in between
            JsonObject found = CommandFailedException.checked(node.command(question)).getAsJsonObject("box");
            return Delivery.by(node, terminal, JsonLines.command("close", "target", EventFields.text(found, "id")),
                    null);
        }
    }

    /// Where no node can be started, as on a profile that cannot be written, it is said all the same that there is no
    /// such box.
    private NodeConnection openAbout(JsonObject question) throws Exception {
        NodeOptions options = landline.options();
        try {
            return NodeFinder.open(options);
        } catch (CommandFailedException e) {
            CommandFailedException.checked(ReadOnlyNode.ask(options, question));
            throw e;
        }
    }

    @Command(name = "export", description = "who has and who has not, as a table for a spreadsheet (CSV)")
    int export(@Parameters(index = "0", paramLabel = "BOX", description = BOX) String box,
            @Parameters(index = "1", paramLabel = "FILE", description = "where it goes; - for the output") String file)
            throws Exception {
        String table = table(box);
        if (file.equals(OutputFile.OUTPUT)) {
            landline.terminal().print(table);
        } else {
            OutputFile.make(file, landline.terminal(), target -> ExportFile.write(target, table));
        }
        return ExitCode.DONE;
    }

    /// Page by page: very many may hand in.
    private String table(String box) throws Exception {
        try (var node = new ReadOnlyNode(landline.options())) {
            return ListedPages.table(question -> CommandFailedException.checked(node.ask(question)),
                    JsonLines.command("box-table", "target", box), "text");
        }
    }

    private JsonObject ask(JsonObject line) throws Exception {
        try (NodeConnection node = NodeFinder.open(landline.options())) {
            SignalHandling.does(ExitCode.INTERRUPTED, node::close);
            return new PeerWait(node, landline.terminal()).command(line);
        }
    }
}
