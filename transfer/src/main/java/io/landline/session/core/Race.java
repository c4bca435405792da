package io.landline.session.core;

import io.landline.frame.MalformedFrameException;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.session.wire.Deadlines;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Tries the endpoints of one peer, 250 ms apart or as soon as the one before has failed, and keeps the first that
/// leads to the peer (RFC 8305 §5). Unlike there a connection alone wins nothing: an address may lead to somebody else,
/// so the hello decides. One race per object; the lock guards the fields and is never held across I/O.
final class Race {
    private sealed interface Result {
        record Won(Connector.Reached reached) implements Result {}

        record Failed(Exception why) implements Result {}
    }

    private static final System.Logger LOG = System.getLogger(Race.class.getName());

    private final Connector connector;
    private final Timing timing;
    private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();
    private final List<Socket> sockets = new ArrayList<>();
    private boolean over;

    Race(Connector connector, Timing timing) {
        this.connector = connector;
        this.timing = timing;
    }

    /// The first endpoint that leads to the peer. Waits no longer than a handshake may take after the last one was
    /// tried.
    ///
    /// @param expected null where anybody will do
    /// @throws IOException what the first endpoint met, where none leads there; its cause is a [RuntimeException] where
    ///         the fault is ours
    Connector.Reached run(List<Endpoint> endpoints, @Nullable Fingerprint expected)
            throws IOException, InterruptedException {
        Exception first = null;
        int running = 0;
        var rest = new ArrayList<>(endpoints);
        try {
            while (running > 0 || !rest.isEmpty()) {
                if (!rest.isEmpty()) {
                    begin(rest.removeFirst(), expected);
                    running++;
                }
                Result result = rest.isEmpty()
                        ? results.take()
                        : results.poll(timing.dial().raceStep().toNanos(), TimeUnit.NANOSECONDS);
                switch (result) {
                    case Result.Won(var reached) -> {
                        return reached;
                    }
                    case Result.Failed(var why) -> {
                        running--;
                        if (first == null) first = why;
                    }
                    case null -> {
                    } // the next one's turn
                }
            }
        } finally {
            end();
        }
        throw first == null ? new IOException("no endpoint to dial") : new IOException(first.getMessage(), first);
    }

    private void begin(Endpoint endpoint, @Nullable Fingerprint expected) {
        Thread.ofVirtual().name("landline-dial-" + endpoint).start(() -> {
            Result result;
            try {
                result = new Result.Won(connector.reach(endpoint, expected, this::opened));
            } catch (IOException | MalformedFrameException e) {
                result = new Result.Failed(e);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A fault of ours ended the attempt at " + endpoint, e);
                result = new Result.Failed(e);
            }
            finished(result);
        });
    }

    private void opened(Socket socket) {
        synchronized (this) {
            if (!over) {
                sockets.add(socket);
                return;
            }
        }
        Deadlines.closeQuietly(socket);
    }

    private void finished(Result result) {
        synchronized (this) {
            if (!over) {
                if (result instanceof Result.Won(var reached)) {
                    over = true;
                    sockets.remove(reached.link().raw());
                }
                results.add(result);
                return;
            }
        }
        if (result instanceof Result.Won(var late)) late.link().close();
    }

    /// Closes the other attempts, and also a winner that an interrupted caller left in the queue.
    private void end() {
        List<Socket> losers;
        synchronized (this) {
            over = true;
            losers = List.copyOf(sockets);
        }
        losers.forEach(Deadlines::closeQuietly);
        for (Result left = results.poll(); left != null; left = results.poll()) {
            if (left instanceof Result.Won(var unclaimed)) unclaimed.link().close();
        }
    }
}
