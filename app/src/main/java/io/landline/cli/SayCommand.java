package io.landline.cli;

import com.google.gson.JsonObject;
import io.landline.lab.Escapes;
import io.landline.node.NodeOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline say TO TEXT…`: one message and its delivery.
@Command(name = "say", description = "one message and its delivery: 0 delivered, 5 kept but not delivered yet")
final class SayCommand implements Callable<Integer> {
    /// A member that is here answers at once; one that is just being found takes some seconds.
    private static final Duration DELIVERED_WITHIN = Duration.ofSeconds(10);
    /// A node of one's own ends with this command: after the first member of a room it waits this long for the next.
    private static final Duration NEXT_MEMBER_WITHIN = Duration.ofSeconds(1);

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private LandlineCommand landline;

    @Parameters(index = "0", paramLabel = "TO",
            description = "a name, a fingerprint's first digits, '#room' or room:NAME")
    private String to = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "TEXT",
            description = "what to say; several words become one text")
    private List<String> text = List.of();

    @Override
    public Integer call() throws Exception {
        NodeOptions options = landline.options();
        Terminal terminal = landline.terminal();
        try (NodeConnection link = NodeFinder.open(options)) {
            SignalHandling.does(ExitCode.INTERRUPTED, link::close);
            JsonObject say = JsonLines.command("say", "to", to);
            say.addProperty("text", String.join(" ", text));
            JsonObject said = new PeerWait(link, terminal).command(say, to);
            boolean delivered = awaitDelivery(link, terminal, said);
            terminal.event(said);
            if (delivered) {
                terminal.say("Delivered.");
                return ExitCode.DONE;
            }
            terminal.warn("Kept, and not delivered yet: nobody of " + Escapes.line(to)
                    + " has answered. It goes on its way when both are here"
                    + (link.isOwn() ? " and Landline runs." : "."));
            return ExitCode.LATER;
        }
    }

    private static boolean awaitDelivery(NodeConnection link, Terminal terminal, JsonObject said)
            throws IOException, InterruptedException {
        String log = EventFormatter.text(said, "log");
        long number = said.get("seq").getAsLong();
        boolean room = EventFormatter.text(said, "conversation").startsWith("#");
        boolean delivered = false;
        long end = System.nanoTime() + DELIVERED_WITHIN.toNanos();
        while (true) {
            long left = end - System.nanoTime();
            if (left <= 0) return delivered;
            JsonObject event = link.next(Duration.ofNanos(left));
            if (event == null) continue;
            terminal.event(event);
            boolean ours = JsonLines.is(event, "delivered") && EventFormatter.text(event, "log").equals(log)
                    && event.get("seq").getAsLong() >= number;
            if (!ours) continue;
            delivered = true;
            if (!room || !link.isOwn()) return true;
            end = Math.min(end, System.nanoTime() + NEXT_MEMBER_WITHIN.toNanos());
        }
    }
}
