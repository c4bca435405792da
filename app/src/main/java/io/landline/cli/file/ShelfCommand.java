package io.landline.cli.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.Namesakes;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.connection.NodeFinder;
import io.landline.cli.connection.PeerWait;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.ReasonParser;
import io.landline.cli.terminal.ShelfFormatter;
import io.landline.cli.terminal.SignalHandling;
import io.landline.cli.terminal.Terminal;
import io.landline.lab.Escapes;
import io.landline.node.port.CommandException.Code;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline shelf …`: folders that their owners open to a room, to browse and take from.
@Command(name = "shelf", description = "folders that are open to a room: add TO FOLDER, list [SHELF [PATH]], take SHELF"
        + " [PATH…], remove SHELF", synopsisSubcommandLabel = "COMMAND")
public final class ShelfCommand implements Callable<Integer> {
    /// Where this command starts a node of its own: others appear within this time.
    private static final Duration LOOK_FOR = Duration.ofSeconds(3);
    private static final String SHELF = "its title, its id or the id's first digits (shelf list)";

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Override
    public Integer call() throws CommandFailedException {
        throw CommandFailedException.usage(CommandTexts.of("Say what to do: {0} or {1}.",
                "landline shelf add TO FOLDER, list [SHELF [PATH]], take SHELF [PATH…]", "remove SHELF"));
    }

    @Command(name = "add", description = "opens a folder to a room with a key, as long as Landline runs here")
    int add(@Parameters(index = "0", paramLabel = "TO", description = "'#room' or room:NAME") String to,
            @Parameters(index = "1", paramLabel = "FOLDER") String folder,
            @Option(names = "--title", paramLabel = "TITLE", description = "what members see (default: its name)") //
            @Nullable String title) throws Exception {
        JsonObject line = JsonLines.command("shelf-add", "to", to);
        line.addProperty("path", FilesOnDisk.path(folder).toAbsolutePath().toString());
        if (title != null) line.addProperty("title", title);
        try (NodeConnection node = open()) {
            node.nameRoom(line, "to");
            JsonObject ok = new PeerWait(node, landline.terminal()).command(line);
            landline.terminal().event(ok);
            landline.terminal()
                    .say(CommandTexts.of(
                            node.isOwn() ? "Opened: {0}. Others see it while Landline runs here." : "Opened: {0}",
                            EventFields.brief(EventFields.text(ok, "shelf")) + "  "
                                    + Escapes.line(EventFields.text(ok, "title"))));
        }
        return ExitCode.DONE;
    }

    @Command(name = "remove", description = "closes a shelf of yours; what was taken before still arrives")
    int remove(@Parameters(paramLabel = "SHELF", description = SHELF) String shelf) throws Exception {
        try (NodeConnection node = open()) {
            new PeerWait(node, landline.terminal()).command(JsonLines.command("shelf-remove", "shelf", shelf));
        }
        landline.terminal().event(JsonLines.ok());
        landline.terminal().say(CommandTexts.of("Closed: {0}", Escapes.line(shelf)));
        return ExitCode.DONE;
    }

    @Command(name = "list", description = "what stands in a folder of a shelf; without SHELF all that are open to you")
    int list(@Parameters(index = "0", arity = "0..1", paramLabel = "SHELF", description = SHELF) //
    @Nullable String shelf,
            @Parameters(index = "1", arity = "0..1", paramLabel = "PATH", description = "a folder in it") //
            @Nullable String path) throws Exception {
        try (NodeConnection node = open()) {
            if (shelf == null) {
                shelves(node);
            } else {
                JsonObject line = JsonLines.command("shelf-list", "shelf", shelf);
                if (path != null) line.addProperty("path", path);
                items(node, line);
            }
        }
        landline.terminal().event(JsonLines.ok());
        return ExitCode.DONE;
    }

    private void shelves(NodeConnection node) throws IOException, InterruptedException, CommandFailedException {
        Terminal terminal = landline.terminal();
        if (node.isOwn()) {
            long end = System.nanoTime() + LOOK_FOR.toNanos();
            for (long left; (left = end - System.nanoTime()) > 0;) node.next(Duration.ofNanos(left));
        }
        JsonArray shelves = node.list("shelves");
        Namesakes namesakes = Namesakes.of(node, terminal);
        for (JsonElement each : shelves) {
            terminal.event(each.getAsJsonObject());
            terminal.sayRows(ShelfFormatter.shelf(namesakes.toldApart(each.getAsJsonObject())));
        }
        if (shelves.isEmpty()) terminal.say(CommandTexts.of("No shelf is open to you now."));
    }

    /// Page by page: a folder may have any number of names.
    private void items(NodeConnection node, JsonObject line)
            throws IOException, InterruptedException, CommandFailedException {
        Terminal terminal = landline.terminal();
        long count = ShelfPages.each(after -> {
            if (after != null) line.addProperty("after", after);
            return found(node, line);
        }, item -> {
            terminal.event(item);
            terminal.sayRows(ShelfFormatter.item(item));
        });
        if (count == 0) terminal.say(CommandTexts.of("This folder is empty."));
    }

    @Command(name = "take", description = "takes files and folders, and stays until they are here; without PATH all")
    int take(@Parameters(index = "0", paramLabel = "SHELF", description = SHELF) String shelf,
            @Parameters(index = "1..*", arity = "0..*", paramLabel = "PATH", description = "from its top") //
            @Nullable List<String> paths,
            @Option(names = "--only", paramLabel = "PATH|GLOB",
                    description = "takes of the folders these alone; may be repeated") //
            @Nullable List<String> only) throws Exception {
        JsonObject line = JsonLines.command("shelf-take", "shelf", shelf);
        if (paths != null) line.add("paths", JsonLines.list(paths));
        if (only != null) line.add("only", JsonLines.list(only));
        Terminal terminal = landline.terminal();
        Interruption.whileStarting(terminal);
        var isAsked = new AtomicBoolean();
        try (NodeConnection node = NodeFinder.open(landline.options())) {
            SignalHandling.does(ExitCode.LATER, () -> {
                Interruption.interrupted(terminal, node, isAsked.get());
                node.close();
            });
            JsonObject asked = found(node, line);
            isAsked.set(true);
            int exitCode = new TakeProgress(node, terminal, EventFields.text(asked, "take"),
                    only == null ? List.of() : only).follow();
            terminal.event(asked);
            return exitCode;
        }
    }

    private NodeConnection open() throws IOException, InterruptedException, CommandFailedException {
        NodeConnection node = NodeFinder.open(landline.options());
        SignalHandling.does(ExitCode.INTERRUPTED, node::close);
        return node;
    }

    /// The `ok` of a command about a shelf, which may come within ten seconds.
    private JsonObject found(NodeConnection node, JsonObject line)
            throws IOException, InterruptedException, CommandFailedException {
        long end = System.nanoTime() + PeerWait.FOUND_WITHIN.toNanos();
        while (true) {
            JsonObject answer = node.command(line);
            if (EventFields.isOk(answer)) return answer;
            boolean mayCome = ReasonParser.code(answer) == Code.NO_SHELF && awaitShelf(node, end);
            if (mayCome) continue;
            throw CommandFailedException.refused(answer);
        }
    }

    /// Whether somebody's shelf was opened meanwhile.
    private boolean awaitShelf(NodeConnection node, long end)
            throws IOException, InterruptedException, CommandFailedException {
        for (long left; (left = end - System.nanoTime()) > 0;) {
            JsonObject event = node.next(Duration.ofNanos(left));
            if (event == null) continue;
            landline.terminal().event(event);
            if (EventFields.is(event, "shelf") && event.get("open").getAsBoolean()) return true;
        }
        return false;
    }
}
