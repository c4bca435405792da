package io.landline.console;

import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.node.Node;
import io.landline.node.Subscription;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One program's conversation with a node: its commands, their answers, and the node's events, all as JSON objects into one consumer.
/// An answer never overtakes an event that happened before it. Lines may come from any thread, one at a time; `out` is called from many
/// threads, must be safe for that, and must not block.
public final class NodeConsole implements AutoCloseable {
    private static final int WORD_BYTES_MAX = 64;

    private final Node node;
    private final Consumer<JsonObject> out;
    private final CommandLines commands;
    private final Subscription events;
    private @Nullable Subscription datagrams;

    /// Events come from now on.
    ///
    /// @param quit what the command `quit` does; it must not wait for this console
    public NodeConsole(Node node, Consumer<JsonObject> out, Runnable quit) {
        this.node = node;
        this.out = out;
        commands = new CommandLines(node, quit);
        EventLines.warmUp();
        events = node.watch((event, at) -> out.accept(EventLines.json(event, at)));
    }

    /// Carries out one line and answers it; a line that is no command is answered too.
    public void line(String line) {
        JsonObject answer = watches(line) ? watchDatagrams(line) : commands.answer(line);
        out.accept(answer);
    }

    /// `watch` is not a command of the node but of this console: it changes what this console is told.
    private static boolean watches(String line) {
        try {
            return line.contains("\"watch\"") && StrictJson.object(line).text("do", WORD_BYTES_MAX).equals("watch");
        } catch (MalformedJsonException e) {
            return false; // answered as what it is, where commands are read
        }
    }

    private synchronized JsonObject watchDatagrams(String line) {
        if (datagrams == null) datagrams = node.watchDatagrams(datagram -> out.accept(DatagramLines.json(datagram)));
        JsonObject ok = EventLines.event("ok", Instant.now());
        try {
            JsonFields command = StrictJson.object(line);
            if (command.raw("id") != null) ok.add("id", command.raw("id"));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("this line was read before", e);
        }
        return ok;
    }

    /// Nothing comes any more. Safe to call twice.
    @Override
    public synchronized void close() {
        events.close();
        if (datagrams != null) datagrams.close();
        datagrams = null;
    }
}
