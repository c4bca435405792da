package io.landline.console;

import com.google.gson.JsonObject;
import io.landline.control.ControlServer;
import io.landline.control.LineListener;
import io.landline.control.LineSink;
import io.landline.node.Node;
import io.landline.node.port.CommandException.Code;
import io.landline.peer.Utf8Length;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Gives each program that comes by a node's local socket a console of its own.
public final class ConsoleSocket implements AutoCloseable {
    private final ControlServer server;

    private ConsoleSocket(ControlServer server) { this.server = server; }

    /// Opens the socket of a node.
    ///
    /// @param quit what a program's `quit` does to the node
    /// @param raise brings the node's window forward; null if there is no window
    public static ConsoleSocket open(Node node, Runnable quit, @Nullable Consumer<WindowRequest> raise)
            throws IOException {
        return new ConsoleSocket(ControlServer.open(node.lock(), client -> console(node, client, quit, raise)));
    }

    /// A program's console.
    static LineListener console(Node node, LineSink client, Runnable quit,
            @Nullable Consumer<WindowRequest> raise) {
        var console = new NodeConsole(node, (JsonObject line) -> client.send(text(line)), quit, raise);
        return new LineListener() {
            @Override
            public void received(String line) {
                console.line(line);
            }

            @Override
            public void closed() {
                console.close();
            }
        };
    }

    /// A line as the socket takes it. Instead of an answer that is too long its program gets a short one: it waits for
    /// one.
    static String text(JsonObject line) {
        String text = line.toString();
        if (Utf8Length.isAtMost(ControlServer.ANSWER_BYTES_MAX - 1, text)) return text;
        return CommandLines.failed(line.get("id"), Code.NOT_POSSIBLE.text(),
                "The answer is longer than 4 MiB, and no other command can take it."
                        + " The window shows what is asked for.")
                .toString();
    }

    /// Whether a program uses the node now.
    public boolean hasPrograms() {
        return server.hasClients();
    }

    /// As [ControlServer#awaitUnused].
    public boolean awaitUnused(Duration patience) throws InterruptedException {
        return server.awaitUnused(patience);
    }

    @Override
    public void close() {
        server.close();
    }
}
