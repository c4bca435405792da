package io.landline.cli;

import com.google.gson.JsonObject;
import io.landline.capture.CaptureFile.Existing;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.connection.NodeFinder;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.SignalHandling;
import io.landline.cli.terminal.Terminal;
import io.landline.lab.Escapes;
import io.landline.node.profile.NodeOptions;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `landline watch`: every presence datagram as it passes, until Ctrl-C; on the screen, and into files where some are
/// named.
@Command(name = "watch",
        description = "every presence datagram as it passes: time, interface, sender, kind, size, fields")
final class WatchCommand implements Callable<Integer> {
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Option(names = "--write", paramLabel = "FILE.pcap",
            description = "also writes them to a file that Wireshark opens")
    private @Nullable Path pcap;

    @Option(names = "--text", paramLabel = "FILE",
            description = "also writes them to a text file, with all their bytes")
    private @Nullable Path text;

    @Option(names = "--force", description = "overwrites these files where they are there already")
    private boolean force;

    @Override
    public Integer call() throws Exception {
        NodeOptions options = landline.options();
        Terminal terminal = landline.terminal();
        Existing existing = force ? Existing.OVERWRITTEN : Existing.KEPT;
        WatchFiles.check(pcap, text, existing);
        try (NodeConnection node = NodeFinder.open(options); WatchFiles files = WatchFiles.open(pcap, text, existing)) {
            SignalHandling.does(ExitCode.DONE, () -> {
                node.close();
                files.close();
            });
            node.command(JsonLines.command("watch"));
            return show(node, terminal, files);
        } catch (EOFException e) {
            throw new CommandFailedException(ExitCode.FAILED, Why.NODE_GONE, CommandTexts.of("The node has ended."));
        }
    }

    /// Until the node ends, or this program, or nobody takes the output.
    private static int show(NodeConnection node, Terminal terminal, WatchFiles files)
            throws IOException, InterruptedException, CommandFailedException {
        while (terminal.isRead()) {
            JsonObject event = node.next(LOOK_AGAIN);
            if (event == null || !EventFields.is(event, "datagram")) continue;
            String at = EventFields.text(event, "at");
            String line = line(event);
            terminal.event(event);
            terminal.sayRows(at.substring(11, 23) + line); // of the ISO form, as a class reads it beside Wireshark
            files.write(event, at + line);
        }
        return ExitCode.DONE;
    }

    private static String line(JsonObject e) {
        boolean in = EventFields.text(e, "direction").equals("in");
        String problem = EventFields.text(e, "problem");
        return "  " + Escapes.line(EventFields.text(e, "interface")) + "  " + (in ? "<- " : "-> ")
                + EventFields.text(e, "address")
                + "  " + EventFields.text(e, "kind") + "  " + EventFields.text(e, "size") + " B  "
                + Escapes.line(problem.isEmpty() ? EventFields.text(e, "body") : problem);
    }
}
