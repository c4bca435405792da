package io.landline.console;

import com.google.gson.JsonObject;
import io.landline.node.Node;
import io.landline.node.port.Subscription;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One program's conversation with a node: its commands, their answers, and the node's events, all as JSON objects into
/// one consumer. An answer never overtakes an event that happened before it. Lines may come from any thread, one at a
/// time; `out` is called from many threads, must be safe for that, and must not block.
public final class NodeConsole implements AutoCloseable {
    private final Node node;
    private final Consumer<JsonObject> out;
    private final CommandLines commands;
    private final Subscription events;
    /// Held while a line is carried out.
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean ending;
    private @Nullable Subscription datagrams;
    private @Nullable Subscription own;
    private boolean closed;

    /// Events come from now on.
    ///
    /// @param quit what the command `quit` does; it must not wait for this console
    /// @param raise what the command `raise` does; null where there is no window
    public NodeConsole(Node node, Consumer<JsonObject> out, Runnable quit,
            @Nullable Consumer<WindowRequest> raise) {
        this.node = node;
        this.out = out;
        commands = new CommandLines(node, quit, raise, this::watchDatagrams, this::watchOwn);
        EventLines.warmUp();
        events = node.watch((event, at) -> out.accept(EventLines.json(event, at)));
    }

    /// Carries out one line and answers it, maybe later ([CommandLines#carryOut]). A line that is no command is
    /// answered too.
    public void line(String line) {
        inTurn(() -> commands.carryOut(line, out));
    }

    /// Answers a line that is not even text.
    public void unreadable() {
        inTurn(() -> commands.unreadable(out));
    }

    /// Answers a line of more than [CommandLines#LINE_BYTES_MAX] bytes.
    public void tooLong(String beginning) {
        inTurn(() -> commands.tooLong(beginning, out));
    }

    private void inTurn(Runnable command) {
        turn.lock();
        try {
            if (!ending) command.run();
        } finally {
            turn.unlock();
        }
    }

    /// For a node that is closed next: no line is carried out from now on. Waits for the one that is carried out now,
    /// and no longer than this, so that its answer comes before the node's last event.
    public void endCommands(Duration longest) throws InterruptedException {
        ending = true;
        if (turn.tryLock(longest.toNanos(), TimeUnit.NANOSECONDS)) turn.unlock();
    }

    private synchronized void watchDatagrams() {
        if (datagrams == null && !closed) {
            datagrams = node.watchDatagrams(datagram -> out.accept(DatagramLines.json(datagram)));
        }
    }

    private synchronized void watchOwn() {
        if (own == null && !closed) own = node.watchOwn((event, at) -> out.accept(EventLines.json(event, at)));
    }

    /// Nothing comes any more. Safe to call twice.
    @Override
    public synchronized void close() {
        closed = true;
        commands.close();
        events.close();
        if (datagrams != null) datagrams.close();
        datagrams = null;
        if (own != null) own.close();
        own = null;
    }
}
