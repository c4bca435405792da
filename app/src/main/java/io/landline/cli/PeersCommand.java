package io.landline.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.connection.NodeFinder;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.Durations;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.NumberFormatter;
import io.landline.cli.terminal.PersonFormatter;
import io.landline.cli.terminal.SignalHandling;
import io.landline.cli.terminal.Terminal;
import io.landline.console.EventLines;
import io.landline.node.profile.NodeOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `landline peers`: who is here.
@Command(name = "peers", description = "who is here")
final class PeersCommand implements Callable<Integer> {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Option(names = "--for", paramLabel = "TIME", description = "how long to look (default: 3s)", defaultValue = "3s")
    private String time = "3s";

    @Option(names = "--look-around",
            description = "first tries the addresses near this computer by TCP, for a network in which no UDP gets"
                    + " through")
    private boolean looksAround;

    @Override
    public Integer call() throws Exception {
        NodeOptions options = landline.options();
        Duration lookFor = Durations.parse("--for", time);
        Terminal terminal = landline.terminal();
        try (NodeConnection node = NodeFinder.open(options)) {
            SignalHandling.does(ExitCode.INTERRUPTED, node::close);
            if (looksAround) lookAround(node, terminal);
            long end = System.nanoTime() + lookFor.toNanos();
            while (node.isOwn() && System.nanoTime() < end) {
                // a node that just started needs the time; one that runs knows who is here
                node.next(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
            Map<String, JsonObject> here = new LinkedHashMap<>();
            for (JsonElement peer : node.list("peers")) {
                here.put(EventFields.text(peer.getAsJsonObject(), "peer"), peer.getAsJsonObject());
            }
            here.values().forEach(peer -> print(terminal, peer));
            if (here.isEmpty()) terminal.say(CommandTexts.of("Nobody else is here."));
        }
        return ExitCode.DONE;
    }

    /// Stays until the last address was tried: ten a second, and 1,024 at most.
    private static void lookAround(NodeConnection node, Terminal terminal)
            throws IOException, InterruptedException, CommandFailedException {
        JsonObject look = CommandFailedException.checked(node.command(JsonLines.command("look-around")));
        while (look.get("running").getAsBoolean()) {
            terminal.status(CommandTexts.of("Tried {0} of {1} addresses by TCP; {2} answered as Landline.",
                    number(look, "tried"), number(look, "addresses"), number(look, "found")));
            node.next(LOOK_AGAIN);
            look = CommandFailedException
                    .checked(node.command(JsonLines.command("look-around", "what", "progress")));
        }
        terminal.status("");
        terminal.aside(CommandTexts.of("Tried {0} of {1} addresses by TCP; {2} answered as Landline.",
                number(look, "tried"), number(look, "addresses"), number(look, "found")));
    }

    private static String number(JsonObject look, String field) {
        return NumberFormatter.grouped(look.get(field).getAsLong());
    }

    private static void print(Terminal terminal, JsonObject peer) {
        JsonObject event = EventLines.event("peer-appeared", Instant.now());
        for (String field : new String[]{"peer", "name", "endpoints", "rooms"}) event.add(field, peer.get(field));
        terminal.event(event);
        String joined = EventFields.rooms(peer, "joined");
        String said = PersonFormatter.status(peer);
        terminal.sayRows(EventFields.name(peer) + "  "
                + EventFields.brief(EventFields.text(peer, "peer")) + "  "
                + EventFields.rooms(peer, "rooms")
                + (joined.isEmpty() ? "" : "  " + CommandTexts.of("member of {0}", joined))
                + (said.isEmpty() ? "" : "  " + said));
    }
}
