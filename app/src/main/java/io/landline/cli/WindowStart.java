package io.landline.cli;

import com.google.gson.JsonObject;
import io.landline.control.ControlClient;
import io.landline.node.NodeException;
import io.landline.node.NodeOptions;
import io.landline.ui.start.Desktop;
import java.io.IOException;
import java.util.Map;

/// `landline` without a subcommand: opens the window, or brings the one that is open to the front.
final class WindowStart {
    private static final String WITHOUT_WINDOW = " Without a window: landline node, or landline demo to see it work.";

    private WindowStart() {}

    static int run(NodeOptions options, Map<String, String> environment)
            throws IOException, InterruptedException, CommandFailedException {
        if (!Desktop.hasDisplay(environment)) {
            throw new CommandFailedException(ExitCode.FAILED, "no-display",
                    "There is no display here to open a window on." + WITHOUT_WINDOW);
        }
        ControlClient running = NodeFinder.running(options);
        if (running != null) return raise(new RunningNode(running));
        try {
            Desktop.run(options, LandlineCommand.VERSION, quit -> SignalHandling.does(ExitCode.DONE, quit));
        } catch (NodeException e) {
            throw NodeFinder.failed(e);
        }
        return ExitCode.DONE;
    }

    private static int raise(NodeLink link) throws IOException, InterruptedException, CommandFailedException {
        try (link) {
            JsonObject answer = link.command(Answers.command("raise"));
            if (Answers.is(answer, "ok")) return ExitCode.DONE;
            throw new CommandFailedException(ExitCode.FAILED, "in-use",
                    "Landline runs on this profile already, without a window. Stop it first, or choose another folder"
                            + " with --profile.");
        }
    }
}
