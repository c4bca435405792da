package io.landline.cli;

import com.google.gson.JsonObject;
import io.landline.control.ControlClient;
import io.landline.node.NodeException;
import io.landline.node.NodeOptions;
import io.landline.room.JoinLink;
import io.landline.ui.start.Desktop;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `landline` without a subcommand: opens the window, or brings the one that is open to the front.
final class WindowStart {
    private static final String WITHOUT_WINDOW = " Without a window: landline node, or landline demo to see it work.";

    private WindowStart() {}

    /// @param link fills in the form with which a room is joined; null where none was given
    static int run(NodeOptions options, Map<String, String> environment, @Nullable JoinLink link)
            throws IOException, InterruptedException, CommandFailedException {
        if (!Desktop.hasDisplay(environment)) {
            throw new CommandFailedException(ExitCode.FAILED, "no-display",
                    "There is no display here to open a window on." + WITHOUT_WINDOW);
        }
        ControlClient running = NodeFinder.running(options);
        if (running != null) return raise(new RunningNode(running), link);
        try {
            Desktop.run(options, LandlineCommand.VERSION, link, quit -> SignalHandling.does(ExitCode.DONE, quit));
        } catch (NodeException e) {
            throw NodeFinder.failed(e);
        }
        return ExitCode.DONE;
    }

    private static int raise(NodeConnection node, @Nullable JoinLink link)
            throws IOException, InterruptedException, CommandFailedException {
        try (node) {
            JsonObject raise = JsonLines.command("raise");
            if (link != null) link.text().ifPresent(text -> raise.addProperty("link", text));
            JsonObject answer = node.command(raise);
            if (JsonLines.is(answer, "ok")) return ExitCode.DONE;
            throw new CommandFailedException(ExitCode.FAILED, "in-use",
                    "Landline runs on this profile already, without a window. Stop it first, or choose another folder"
                            + " with --profile.");
        }
    }
}
