package io.landline.cli.connection;

import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.SignalHandling;
import io.landline.cli.terminal.Terminal;
import io.landline.lab.Escapes;
import io.landline.node.profile.NodeOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives a node something to write into a conversation, and waits until somebody has it. One command's, one thread.
public final class Delivery {
    /// A member that is here answers at once; one that is just being found takes some seconds.
    private static final Duration DELIVERED_WITHIN = Duration.ofSeconds(10);
    /// A node of one's own ends with this command: after the first member of a room it waits this long for the next.
    private static final Duration NEXT_MEMBER_WITHIN = Duration.ofSeconds(1);

    private final NodeConnection node;
    private final Terminal terminal;

    private Delivery(NodeConnection node, Terminal terminal) {
        this.node = node;
        this.terminal = terminal;
    }

    /// The exit code: 0 delivered, 5 kept but not delivered yet.
    ///
    /// @param typed who is waited for, as the user named them, and as `to` of the command has them; null where a
    ///        message's id says where it goes
    public static int of(CommonOptions landline, JsonObject command, @Nullable String typed) throws Exception {
        NodeOptions options = landline.options();
        Terminal terminal = landline.terminal();
        try (NodeConnection node = NodeFinder.open(options)) {
            SignalHandling.does(ExitCode.INTERRUPTED, node::close);
            if (typed != null) node.nameRoom(command, "to");
            return by(node, terminal, command, typed == null ? null : EventFields.text(command, "to"));
        }
    }

    /// The same by a node that was found already.
    public static int by(NodeConnection node, Terminal terminal, JsonObject command, @Nullable String to)
            throws IOException, InterruptedException, CommandFailedException {
        node.whileHeld(terminal::warn);
        var wait = new PeerWait(node, terminal);
        if (to != null) wait.awaitMember(to);
        JsonObject said = to == null ? wait.command(command) : wait.command(command, to);
        tellId(command, said, terminal);
        String keptBack = OwnBlock.keepsBack(node, EventFields.text(said, "conversation"));
        if (keptBack != null) {
            terminal.event(said);
            terminal.warn(keptBack);
            return ExitCode.LATER;
        }
        boolean delivered = new Delivery(node, terminal).isDelivered(said, to);
        terminal.event(said);
        if (delivered) {
            terminal.say(CommandTexts.of("Delivered."));
            return ExitCode.DONE;
        }
        terminal.warn(withOtherKeys(node, terminal, EventFields.text(said, "conversation"),
                CommandTexts.of(node.isOwn()
                        ? "Kept, and not delivered yet: nobody has answered. It goes on its way when both are here"
                                + " and Landline runs."
                        : "Kept, and not delivered yet: nobody has answered. It goes on its way when both are"
                                + " here.")));
        return ExitCode.LATER;
    }

    /// Says the id of a poll or a box: people who answer it name that id.
    private static void tellId(JsonObject command, JsonObject said, Terminal terminal) {
        switch (EventFields.text(command, "do")) {
            case "poll" -> terminal.say(CommandTexts.of("The poll has the id {0}.", brief(said)));
            case "collect" -> terminal.say(CommandTexts.of("The box has the id {0}.", brief(said)));
            default -> {
            }
        }
    }

    private static String brief(JsonObject said) {
        return EventFields.brief(EventFields.text(said, "message"));
    }

    /// What to tell of something that has reached nobody. Where people are here who have another key for the room, they
    /// are named first.
    ///
    /// @param conversation as answers of the node name it
    /// @param otherwise where there are none
    public static String withOtherKeys(NodeConnection node, Terminal terminal, String conversation, String otherwise) {
        List<String> refusals = node.refusals().of(conversation);
        if (refusals.isEmpty()) return otherwise;
        refusals.forEach(terminal::warn);
        return CommandTexts.of("Kept, and not sent: nobody who has your key for {0} is here.",
                Escapes.line(conversation));
    }

    private boolean isDelivered(JsonObject said, @Nullable String to)
            throws IOException, InterruptedException, CommandFailedException {
        String log = EventFields.text(said, "log");
        long number = said.get("seq").getAsLong();
        String conversation = EventFields.text(said, "conversation");
        boolean room = conversation.startsWith("#");
        boolean delivered = false;
        Duration end = Uptime.now().plus(DELIVERED_WITHIN);
        var absent = new AbsentReceivers(node, conversation, to, Uptime.now());
        while (true) {
            Duration now = Uptime.now();
            if (end.compareTo(now) <= 0) return delivered;
            String nobody = delivered ? null : absent.told(now);
            if (nobody != null) terminal.aside(nobody);
            JsonObject event = node.next((delivered ? end : absent.nextLook(end)).minus(now));
            if (event == null) continue;
            terminal.event(event);
            boolean ours = EventFields.is(event, "delivered") && EventFields.text(event, "log").equals(log)
                    && event.get("seq").getAsLong() >= number;
            if (!ours) continue;
            delivered = true;
            if (!room || !node.isOwn()) return true;
            Duration next = Uptime.now().plus(NEXT_MEMBER_WITHIN);
            if (next.compareTo(end) < 0) end = next;
        }
    }
}
