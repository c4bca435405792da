package io.landline.control;

import io.landline.settings.ProfileLock;
import java.io.IOException;
import java.nio.file.Path;

/// The node's side of the local socket. Any thread.
public final class ControlServer implements AutoCloseable {
    /// What a client may send as one line, in UTF-8 bytes: the longest command carries a text and a list of paths.
    public static final int COMMAND_BYTES_MAX = 256 * 1024;
    /// What the node may send as one line: the list of a full presence table has about 1 MiB.
    public static final int ANSWER_BYTES_MAX = 4 * 1024 * 1024;
    /// Open at the same time; one more is hung up at once.
    public static final int CLIENTS_MAX = 16;

    /// Takes in a client.
    @FunctionalInterface
    public interface Handler {
        /// Called on the client's own thread, before its first line.
        LineListener connected(LineSink client);
    }

    private ControlServer() {}

    /// Opens the socket, replaces a stale one, and writes beside the lock where it is.
    public static ControlServer open(ProfileLock lock, Handler handler) throws IOException {
        throw new UnsupportedOperationException();
    }

    public Path socket() {
        throw new UnsupportedOperationException();
    }

    /// Sends every client what is queued for it, for at most a second, hangs up, and removes the socket.
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
