package io.landline.cli.file;

import com.google.gson.JsonObject;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.connection.NodeFinder;
import io.landline.cli.connection.PeerWait;
import io.landline.cli.connection.Uptime;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.LeftOutLines;
import io.landline.cli.terminal.SignalHandling;
import io.landline.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline hand-in BOX PATH…`: hands in files, and stays until the collector has them.
@Command(name = "hand-in", description = "hands in files, and stays until the collector has them")
public final class HandInCommand implements Callable<Integer> {
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
    private volatile boolean isInterrupted;

    @Override
    public Integer call() throws Exception {
        JsonObject line = JsonLines.command("hand-in", "target", box);
        line.add("paths", JsonLines.list(FilesOnDisk.texts(paths)));
        if (!excludes.isEmpty()) line.add("exclude", JsonLines.list(excludes));
        Terminal terminal = landline.terminal();
        Interruption.whileStarting(terminal);
        try (NodeConnection node = NodeFinder.open(landline.options())) {
            SignalHandling.does(ExitCode.LATER, () -> {
                isInterrupted = true;
                Interruption.interrupted(terminal, node, isOffered);
                node.close();
            });
            JsonObject offered = new PeerWait(node, terminal).commandOnBox(line);
            isOffered = true;
            LeftOutLines.say(terminal, offered);
            int exitCode = new ReceiptWait(node, terminal, offered, Uptime::now, () -> isInterrupted)
                    .exitCode();
            terminal.event(offered);
            return exitCode;
        }
    }
}
