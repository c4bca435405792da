package io.landline.lab.echo;

import io.landline.lab.LabException;
import io.landline.lab.Payload;
import io.landline.lab.net.Connection;
import io.landline.lab.net.Failures;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A question and its answer over TCP, with what went wrong in words.
final class Replies {
    /// The longest reply that is waited for as one.
    private static final int REPLY_BYTES_MAX = 64 * 1024;

    private Replies() {}

    /// Writes the message and waits for the reply; null where the server closed instead.
    ///
    /// @throws LabException no reply in time, or the connection broke
    static @Nullable Payload to(Connection server, Payload message) throws IOException {
        try {
            server.write(message);
            return server.message(REPLY_BYTES_MAX, Connection.PATIENCE);
        } catch (IOException e) {
            throw Failures.noReply(server.peer(), e);
        }
    }
}
