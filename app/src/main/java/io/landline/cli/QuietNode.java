package io.landline.cli;

import com.google.gson.JsonObject;
import io.landline.console.ArchiveLines;
import io.landline.control.ControlConnection;
import io.landline.node.Archive;
import io.landline.node.NodeException;
import io.landline.node.NodeOptions;
import java.io.IOException;

/// For subcommands that only read what the profile remembers: the running node is asked, and with none running the profile is read
/// without any network.
final class QuietNode {
    private QuietNode() {}

    static JsonObject ask(NodeOptions options, JsonObject command) throws IOException, InterruptedException, Failed {
        ControlConnection running = NodeLinks.running(options);
        if (running != null) {
            try (NodeLink link = new RunningNode(running)) {
                Contradictions.check(options, link);
                return link.command(command);
            }
        }
        try (Archive archive = Archive.open(options)) {
            String problem = archive.problem();
            if (problem != null) new Terminal(false, Terminal.Colour.NEVER).warn(problem);
            return ArchiveLines.answer(archive, command);
        } catch (NodeException e) {
            throw NodeLinks.failed(e);
        }
    }
}
