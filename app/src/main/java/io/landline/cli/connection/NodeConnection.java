package io.landline.cli.connection;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.EventFormatter;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.control.CommandTooLongException;
import io.landline.node.port.WarningCode;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A subcommand's way to a node: one that runs already, or one of its own for as long as the subcommand lasts. Both
/// speak the same lines, so that a subcommand does not care which it has. Confined to the main thread; closing may come
/// from any.
public abstract class NodeConnection implements AutoCloseable {
    /// Longer than any command takes, a slow disk included.
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private final Deque<JsonObject> waiting = new ArrayDeque<>();
    private final Refusals refusals = new Refusals();
    private Consumer<String> whileHeld = _ -> {};
    private long commands;
    private List<RequestedRoom> requested = List.of();

    /// The node's next line; null where none came in time.
    protected abstract @Nullable JsonObject take(Duration patience) throws IOException, InterruptedException;

    protected abstract void give(JsonObject command) throws IOException;

    /// Whether the node is this subcommand's own: it ends with it, so what it has not done yet goes on only when one
    /// runs again.
    public abstract boolean isOwn();

    /// Sends a command and waits for its answer, `ok` or `failed`. Events that come before it are kept for [#next].
    /// One that is longer than the node takes is answered here, as the node answers a long text, and is not sent.
    public final JsonObject command(JsonObject command)
            throws IOException, InterruptedException, CommandFailedException {
        String id = "c" + ++commands;
        command.addProperty("id", id);
        try {
            give(command);
        } catch (CommandTooLongException e) {
            return JsonLines.failed(CommandFailedException.told(ExitCode.USAGE, "too-long", CommandTexts.of(
                    "This is longer than {0} KiB. Nothing was sent: send it as a file, or in parts.",
                    CommandTooLongException.maxKib())));
        }
        long end = System.nanoTime() + ANSWER_WITHIN.toNanos();
        while (true) {
            JsonObject line = take(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            if (line == null) {
                throw new CommandFailedException(ExitCode.FAILED, Why.NO_ANSWER,
                        CommandTexts.of("The node does not answer. Is it busy? Try again."));
            }
            if (id.equals(EventFields.text(line, "id"))) {
                line.remove("id"); // it was between the two of us
                return line;
            }
            if (EventFields.text(line, "code").equals(WarningCode.HISTORY_HELD.word())) {
                whileHeld.accept(String.valueOf(EventFormatter.sentence(line)));
            }
            waiting.add(line);
        }
    }

    /// Sets who hears, while a command waits for its answer, that another program holds the history: the answer takes
    /// some seconds then. A sentence for a person.
    final void whileHeld(Consumer<String> listener) {
        whileHeld = listener;
    }

    /// Takes up which rooms the options give a key for.
    final void takeUp(List<RequestedRoom> rooms) {
        requested = rooms;
    }

    /// Where the options give the key of the room that this field names as it was typed, names that one there.
    public final void nameRoom(JsonObject command, String field)
            throws IOException, InterruptedException, CommandFailedException {
        RoomsByKey.name(command, field, requested, this::command);
    }

    /// What a command of this name lists, in the field of the same name. A node that refuses it, as one that ends now,
    /// says why.
    public final JsonArray list(String what) throws IOException, InterruptedException, CommandFailedException {
        return CommandFailedException.checked(listed(JsonLines.command(what), what)).getAsJsonArray(what);
    }

    /// The answer to a command that lists people in this field, with all its pages; or its refusal.
    public final JsonObject listed(JsonObject command, String field)
            throws IOException, InterruptedException, CommandFailedException {
        return ListedPages.of(this::command, command, field);
    }

    /// The next event in order; null where none came within this time.
    public final @Nullable JsonObject next(Duration patience) throws IOException, InterruptedException {
        JsonObject kept = waiting.poll();
        JsonObject event = kept != null ? kept : take(patience);
        if (event != null) refusals.hear(event);
        return event;
    }

    /// Those who have another key, by the events that [#next] has given.
    public final Refusals refusals() {
        return refusals;
    }

    @Override
    public abstract void close();
}
