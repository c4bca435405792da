package io.landline.handshake;

import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;

/// The bodies of the handshake's frames, to and from JSON. Stateless; any thread.
final class HandshakeJson {
    private HandshakeJson() {}

    static Frame hello(Hello hello) {
        throw new UnsupportedOperationException();
    }

    static Hello readHello(Frame frame, Fingerprint peer) throws MalformedFrameException {
        throw new UnsupportedOperationException();
    }
}
