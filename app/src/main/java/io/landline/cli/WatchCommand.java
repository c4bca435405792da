package io.landline.cli;

import com.google.gson.JsonObject;
import io.landline.node.NodeOptions;
import java.io.EOFException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `landline watch`: every presence datagram as it passes, until Ctrl-C.
@Command(name = "watch", description = "every presence datagram as it passes: time, interface, sender, kind, size, fields")
final class WatchCommand implements Callable<Integer> {
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private LandlineCommand landline;

    @Override
    public Integer call() throws Exception {
        NodeOptions options = landline.options();
        Terminal terminal = landline.terminal();
        try (NodeLink link = NodeLinks.open(options)) {
            Interruption.does(ExitCode.DONE, link::close);
            link.command(Answers.command("watch"));
            while (true) {
                JsonObject event = link.next(LOOK_AGAIN);
                if (event == null || !Answers.is(event, "datagram")) continue;
                terminal.event(event);
                terminal.say(line(event));
            }
        } catch (EOFException e) {
            throw new Failed(ExitCode.FAILED, "node-gone", "The node has ended.");
        }
    }

    private static String line(JsonObject e) {
        boolean in = Prose.text(e, "direction").equals("in");
        String problem = Prose.text(e, "problem");
        String time = Prose.text(e, "at").substring(11, 23); // of the ISO form, as a class reads it beside Wireshark
        return time + "  " + Escapes.line(Prose.text(e, "interface")) + "  " + (in ? "<- " : "-> ") + Prose.text(e, "address") + "  "
                + Prose.text(e, "kind") + "  " + Prose.text(e, "size") + " B  "
                + Escapes.line(problem.isEmpty() ? Prose.text(e, "body") : problem);
    }
}
