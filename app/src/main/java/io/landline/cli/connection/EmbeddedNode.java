package io.landline.cli.connection;

import com.google.gson.JsonObject;
import io.landline.console.ConsoleSocket;
import io.landline.console.NodeConsole;
import io.landline.node.Node;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A node that lives as long as the subcommand that needs it. Others of the same user may use it through its socket
/// meanwhile; where they are not done when this one is, it is left to them ([SharedNode]).
final class EmbeddedNode extends NodeConnection {
    /// The subcommand reads as fast as it prints; past this many lines it has stopped reading, and progress is dropped.
    private static final int LINES_MAX = 100_000;

    private final Node node;
    private final ConsoleSocket socket;
    private final NodeConsole console;
    private final Thread owner = Thread.currentThread();
    private final LinkedBlockingQueue<JsonObject> lines = new LinkedBlockingQueue<>(LINES_MAX);

    /// Takes over an opened node, and starts it. Closes it where others cannot use it.
    EmbeddedNode(Node node) throws IOException {
        this.node = node;
        socket = opened(node);
        console = new NodeConsole(node, lines::offer, () -> {}, null);
        node.start();
    }

    /// This node ends with its subcommand, not by another's wish.
    private static ConsoleSocket opened(Node node) throws IOException {
        try {
            return ConsoleSocket.open(node, () -> {}, null);
        } catch (IOException | RuntimeException e) {
            node.close();
            throw e;
        }
    }

    @Override
    protected @Nullable JsonObject take(Duration patience) throws InterruptedException {
        return lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void give(JsonObject command) {
        console.line(command.toString());
    }

    @Override
    public boolean isOwn() {
        return true;
    }

    /// By its owner: at once where no other command uses it. By any other thread, as after Ctrl-C: at once.
    @Override
    public void close() {
        if (Thread.currentThread().equals(owner) && socket.hasPrograms()) {
            console.close();
            SharedNode.leave(this);
        } else {
            end();
        }
    }

    /// As [ConsoleSocket#awaitUnused].
    boolean awaitUnused(Duration patience) throws InterruptedException {
        return socket.awaitUnused(patience);
    }

    /// Any thread; a second call does nothing.
    void end() {
        socket.close();
        node.closeForExit();
        console.close();
    }
}
