package io.landline.control;

/// The way to one client. Any thread.
public interface LineSink {
    /// Queues a line. Never waits: a client that reads so slowly that its queue is full is dropped.
    ///
    /// @return whether the client is still there
    boolean send(String line);

    /// Sends what is queued, then hangs up.
    void close();
}
