package io.landline.filetransfer.download;

import io.landline.session.BulkConnection;
import io.landline.session.Session;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One bulk connection for all that we receive from one session, open while something uses it. One is enough: two or
/// four were no faster (docs/adr/0008-pulled-chunks.md), and the sender takes turns on it. Any thread. `connections`
/// guards the map and is held for a few assignments. A connection's own monitor is held while it is opened, which may
/// take ten seconds: only downloads of that session wait for it. It is never taken inside `connections`.
public final class BulkConnections {
    /// The connection could not be had now; the transfer waits.
    static final class NoConnectionException extends IOException {
        private static final long serialVersionUID = 1;

        NoConnectionException(Throwable cause) { super(cause); }
    }

    private static final class SharedConnection {
        private int users;
        private @Nullable BulkConnection connection;
    }

    private final Map<Session, SharedConnection> connections = new HashMap<>();

    BulkConnection acquire(Session session) throws NoConnectionException, InterruptedException {
        SharedConnection shared;
        synchronized (connections) {
            shared = connections.computeIfAbsent(session, _ -> new SharedConnection());
            shared.users++;
        }
        synchronized (shared) {
            try {
                if (shared.connection == null || !shared.connection.isOpen()) shared.connection = session.openBulk();
                return shared.connection;
            } catch (IOException e) {
                release(session);
                throw new NoConnectionException(e);
            } catch (InterruptedException e) {
                release(session);
                throw e;
            }
        }
    }

    /// Gives back one use; the last one closes the connection.
    void release(Session session) {
        BulkConnection unused = null;
        synchronized (connections) {
            SharedConnection shared = connections.get(session);
            if (shared == null || --shared.users > 0) return;
            connections.remove(session);
            unused = shared.connection;
        }
        if (unused != null) unused.close();
    }
}
