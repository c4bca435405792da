package io.landline.lab.net;

import java.io.IOException;

/// What a TCP server does with one client.
public interface TcpService {
    /// Talks with the client until one of the two has enough, and returns; the connection is closed then. A client that
    /// vanishes ends this by an exception and harms nobody else. Runs on a thread of the connection.
    void converse(Connection client) throws IOException, InterruptedException;
}
