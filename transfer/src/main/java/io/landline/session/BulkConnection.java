package io.landline.session;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/// A connection of a session for file data. Frames may go both ways at once. Any thread may send: a frame goes out
/// whole.
public interface BulkConnection extends Closeable {
    /// See docs/protocol/session.md, "Bulk connections".
    int PER_PEER_MAX = 3;

    /// The session that it belongs to; it outlives a replaced control connection.
    Session session();

    /// Writes one frame with a body of `header` followed by the rest of `payload`, and waits until it is with the
    /// system. A peer that takes nothing for the write deadline loses the connection.
    void send(int type, byte[] header, ByteBuffer payload) throws IOException;

    /// Writes one frame that may wait here until the next [#send] or [#push]: many small ones then share records and
    /// packets.
    void gather(int type, byte[] header, ByteBuffer payload) throws IOException;

    /// Hands what was gathered to the system, as [#send] does.
    void push() throws IOException;

    /// Asks for memory for what waits here for this connection. All connections of the node share one account: others
    /// of a worse standing, or idle ones, are closed for it. False where that is not enough; ask again later. What is
    /// held ends with the connection.
    boolean more(int bytes);

    /// Asks for memory that is useful and not needed: nobody pays for it, and half of the account stays free of it.
    boolean spare(int bytes);

    /// So much of the memory that was asked for is held no more.
    void giveBack(int bytes);

    boolean isOpen();

    /// Closes this connection alone; safe to call twice, and while another thread is sending.
    @Override
    void close();
}
