package io.landline.cli;

import com.google.gson.JsonObject;
import io.landline.control.ControlConnection;
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
            throws IOException, InterruptedException, Failed {
        if (!Desktop.hasDisplay(environment)) {
            throw new Failed(ExitCode.FAILED, "no-display",
                    "There is no display here to open a window on." + WITHOUT_WINDOW);
        }
        ControlConnection running = NodeLinks.running(options);
        if (running != null) return raise(new RunningNode(running));
        try {
            Desktop.run(options, LandlineCommand.VERSION, quit -> Interruption.does(ExitCode.DONE, quit));
        } catch (NodeException e) {
            throw NodeLinks.failed(e);
        }
        return ExitCode.DONE;
    }

    private static int raise(NodeLink link) throws IOException, InterruptedException, Failed {
        try (link) {
            JsonObject answer = link.command(Answers.command("raise"));
            if (Answers.is(answer, "ok")) return ExitCode.DONE;
            throw new Failed(ExitCode.FAILED, "in-use",
                    "Landline runs on this profile already, without a window. Stop it first, or choose another folder"
                            + " with --profile.");
        }
    }
}
