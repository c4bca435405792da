package io.landline.control;

/// The way to one client. Any thread.
public interface LineSink {
    /// Queues a line. Never waits: a client that reads so slowly that its queue is full is dropped.
    ///
    /// @return whether the client is still there
    boolean send(String line);

    /// Queues a line, and waits for room where the queue is full; a client that makes none for ten seconds is dropped.
    /// For long answers, on that client's own thread; never for events.
    boolean sendWaiting(String line);

    /// Sends what is queued, then hangs up.
    void close();
}
