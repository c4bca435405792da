package io.landline.handshake;

import io.landline.frame.Frame;
import java.io.IOException;

/// Where the frames of a negotiation go, in their order. Never waits long: a queue with a bound behind it. Throws where
/// the connection has ended or its queue is full.
@FunctionalInterface
public interface FrameSink {
    void send(Frame frame) throws IOException;
}
