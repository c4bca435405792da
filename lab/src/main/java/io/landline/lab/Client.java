package io.landline.lab;

import java.io.IOException;

/// An experiment's client: one run of a conversation with one server.
public interface Client {
    /// Runs it to its end, on the caller's thread, which may be interrupted to end it early (a virtual one: then
    /// sockets wake up).
    ///
    /// @throws LabException it failed; the sentence says why and what to look at
    void run() throws IOException, InterruptedException;
}
