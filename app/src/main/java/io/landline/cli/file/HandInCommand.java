package io.landline.cli.file;

import com.google.gson.JsonObject;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.connection.NodeFinder;
import io.landline.cli.connection.PeerWait;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFormatter;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.LeftOutLines;
import io.landline.cli.terminal.SignalHandling;
import io.landline.cli.terminal.StopLines;
import io.landline.cli.terminal.Terminal;
import io.landline.lab.Escapes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline hand-in BOX PATH…`: hands in files, and stays until the collector has them.
@Command(name = "hand-in", description = "hands in files, and stays until the collector has them")
public final class HandInCommand implements Callable<Integer> {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Parameters(index = "0", paramLabel = "BOX", description = "the box's id or its first digits (collect list)")
    private String box = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "what to hand in")
    private List<String> paths = List.of();

    @Option(names = "--exclude", paramLabel = "GLOB",
            description = "leaves out of folders what has such a name or path; may be repeated")
    private List<String> excludes = List.of();

    private volatile boolean isOffered;
    private @Nullable CommandFailedException notWhole;

    @Override
    public Integer call() throws Exception {
        JsonObject line = JsonLines.command("hand-in", "target", box);
        line.add("paths", JsonLines.list(FilesOnDisk.texts(paths)));
        if (!excludes.isEmpty()) line.add("exclude", JsonLines.list(excludes));
        Terminal terminal = landline.terminal();
        Interruption.whileStarting(terminal);
        try (NodeConnection link = NodeFinder.open(landline.options())) {
            SignalHandling.does(ExitCode.LATER, () -> {
                Interruption.interrupted(terminal, link, isOffered);
                link.close();
            });
            JsonObject offered = new PeerWait(link, terminal).command(line);
            isOffered = true;
            LeftOutLines.say(terminal, offered);
            int exitCode = follow(link, terminal, offered);
            terminal.event(offered);
            return exitCode;
        }
    }

    /// Waits for the receipt. Where the collector is not here within ten seconds, it goes when they are.
    private int follow(NodeConnection link, Terminal terminal, JsonObject offered)
            throws IOException, InterruptedException, CommandFailedException {
        String offer = EventFormatter.text(offered, "offer");
        long giveUp = System.nanoTime() + PeerWait.FOUND_WITHIN.toNanos();
        boolean isMoving = false;
        while (true) {
            JsonObject event = link.next(LOOK_AGAIN);
            if (event != null) {
                terminal.event(event);
                if (EventFormatter.text(event, "offer").equals(offer)) {
                    if (JsonLines.is(event, "transferred")) notWhole = StopLines.notWhole(event);
                    if (isReceipt(terminal, event)) {
                        if (notWhole != null) throw notWhole;
                        return ExitCode.DONE;
                    }
                    isMoving = isMoving || JsonLines.is(event, "progress") || JsonLines.is(event, "transferred");
                }
            }
            if (!isMoving && System.nanoTime() > giveUp) {
                String who = Escapes.line(EventFormatter.text(offered, "name"));
                terminal.warn(CommandTexts.of(link.isOwn()
                        ? "Kept, and not handed in yet: it goes when {0} is here and Landline runs."
                        : "Kept, and not handed in yet: it goes when {0} is here.", who));
                return ExitCode.LATER;
            }
        }
    }

    private static boolean isReceipt(Terminal terminal, JsonObject event) throws CommandFailedException {
        switch (EventFormatter.text(event, "event")) {
            case "progress" -> terminal.status(EventFormatter.progress(event));
            case "handed-in" -> {
                terminal.status("");
                terminal.say(String.valueOf(EventFormatter.line(event)));
                return true;
            }
            case "transfer-failed" -> {
                terminal.status("");
                if (event.get("resumable").getAsBoolean()) {
                    terminal.say(String.valueOf(EventFormatter.line(event)));
                    return false;
                }
                String reason = EventFormatter.text(event, "reason");
                throw reason.equals("declined")
                        ? CommandFailedException.told(ExitCode.REFUSED, reason,
                                CommandTexts.of(
                                        "The box did not take it: it is closed, or it takes no such files, or not so"
                                                + " many or so large ones. Nothing was handed in."))
                        : CommandFailedException.told(ExitCode.FAILED, reason,
                                CommandTexts.of("The transfer ended ({0}). Nothing was handed in; do it again.",
                                        reason));
            }
            default -> {
            }
        }
        return false;
    }
}
