package io.landline.cli.file;

import com.google.gson.JsonObject;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.EventFormatter;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.ReasonParser;
import io.landline.cli.terminal.ShelfFormatter;
import io.landline.cli.terminal.StopLines;
import io.landline.cli.terminal.Terminal;
import io.landline.lab.Escapes;
import io.landline.peer.BoundedMap;
import io.landline.shelf.ShelfRefusal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Follows what is taken from a shelf until it is here, or will not come. Confined to the main thread.
final class TakeProgress {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    /// Other offers that end before the owner's answer is told; of more the first are forgotten.
    private static final int ENDED_MAX = 1_000;

    private final NodeConnection node;
    private final Terminal terminal;
    private final String take;
    private final List<String> only;
    private String offer = "";
    /// How offers ended before it was known which is the answer: a person may accept it by hand meanwhile.
    private final Map<String, JsonObject> ended = BoundedMap.firstComeFirstGone(ENDED_MAX);

    /// @param only what the user chose of it; none for all
    TakeProgress(NodeConnection node, Terminal terminal, String take, List<String> only) {
        this.only = only;
        this.node = node;
        this.terminal = terminal;
        this.take = take;
    }

    int follow() throws IOException, InterruptedException, CommandFailedException {
        while (true) {
            JsonObject event = node.next(LOOK_AGAIN);
            if (event == null) continue;
            terminal.event(event);
            if (EventFields.text(event, "take").equals(take)) {
                if (isOver(event)) return ExitCode.LATER;
                JsonObject end = ended.get(offer);
                if (end != null && isHere(end)) return ExitCode.DONE;
            } else if (EventFields.text(event, "direction").equals("in")) {
                if (offer.isEmpty()) noteEnd(event);
                if (EventFields.text(event, "offer").equals(offer) && isHere(event)) return ExitCode.DONE;
            }
        }
    }

    private void noteEnd(JsonObject event) {
        boolean isEnd = switch (EventFields.text(event, "event")) {
            case "transferred" -> true;
            case "transfer-failed" -> !event.get("resumable").getAsBoolean();
            default -> false;
        };
        if (isEnd) ended.put(EventFields.text(event, "offer"), event);
    }

    /// Says what the owner answered. True if nothing more can come of the take.
    private boolean isOver(JsonObject event) throws CommandFailedException {
        String name = EventFields.name(event);
        switch (EventFields.text(event, "state")) {
            case "offered" -> offer = EventFields.text(event, "offer");
            case "refused" -> {
                String reason = EventFields.text(event, "reason");
                throw CommandFailedException.told(
                        ReasonParser.shelfRefusal(event) == ShelfRefusal.GONE ? ExitCode.REFUSED : ExitCode.FAILED,
                        reason,
                        ShelfFormatter.refused(event, name));
            }
            default -> {
                terminal.warn(String.valueOf(ShelfFormatter.sentence(event, name)));
                return true;
            }
        }
        return false;
    }

    private boolean isHere(JsonObject event) throws IOException, InterruptedException, CommandFailedException {
        switch (EventFields.text(event, "event")) {
            case "progress" -> terminal.progress(event);
            case "transferred" -> {
                terminal.status("");
                terminal.sayEvent(event);
                CommandFailedException notWhole = StopLines.notWhole(event);
                if (notWhole != null) throw notWhole;
                return true;
            }
            case "unmatched" -> throw unmatched(event);
            case "transfer-paused", "transfer-resumed" -> terminal.status(String.valueOf(EventFormatter.line(event)));
            case "transfer-failed" -> {
                terminal.status("");
                if (event.get("resumable").getAsBoolean()) {
                    terminal.sayEvent(event);
                    return false;
                }
                throw CommandFailedException.told(ExitCode.FAILED, EventFields.text(event, "reason"),
                        String.valueOf(StopLines.failed(event)));
            }
            default -> {
            }
        }
        return false;
    }

    /// Turns the offer down, which was made for this take alone: nobody else would decide about it. Whether that works
    /// or not, what the user is told first is that nothing was taken.
    private CommandFailedException unmatched(JsonObject event) throws InterruptedException {
        String names = only.stream().map(Escapes::line).collect(Collectors.joining(", "));
        return new CommandFailedException(ExitCode.FAILED, Why.NO_FILE, isDeclined(EventFields.text(event, "transfer"))
                ? CommandTexts
                        .of("Nothing of it is what --only names: {0}. Nothing was taken. landline shelf list shows"
                                + " what is there.", names)
                : CommandTexts
                        .of("Nothing of it is what --only names: {0}. Nothing was taken. The offer may still wait for"
                                + " an answer: landline transfers list shows whether it does.", names));
    }

    private boolean isDeclined(String transfer) throws InterruptedException {
        try {
            return EventFields.isOk(node.command(JsonLines.command("decline", "transfer", transfer)));
        } catch (IOException | CommandFailedException e) {
            return false; // the node is gone, or does not answer
        }
    }
}
