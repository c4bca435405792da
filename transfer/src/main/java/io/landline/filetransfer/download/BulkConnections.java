package io.landline.filetransfer.download;

import io.landline.session.BulkConnection;
import io.landline.session.Session;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One bulk connection for all that we receive from one session, open while something uses it. One is enough: two or
/// four were no faster (docs/adr/0008-pulled-chunks.md), and the sender takes turns on it. Any thread. `lines` guards
/// the map and is held for a few assignments. A line's own monitor is held while it is opened, which may take ten
/// seconds: only downloads of that session wait for it. A line's monitor is never taken inside `lines`.
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

    private final Map<Session, SharedConnection> lines = new HashMap<>();

    BulkConnection acquire(Session session) throws NoConnectionException, InterruptedException {
        SharedConnection line;
        synchronized (lines) {
            line = lines.computeIfAbsent(session, _ -> new SharedConnection());
            line.users++;
        }
        synchronized (line) {
            try {
                if (line.connection == null || !line.connection.isOpen()) line.connection = session.openBulk();
                return line.connection;
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
        synchronized (lines) {
            SharedConnection line = lines.get(session);
            if (line == null || --line.users > 0) return;
            lines.remove(session);
            unused = line.connection;
        }
        if (unused != null) unused.close();
    }
}
