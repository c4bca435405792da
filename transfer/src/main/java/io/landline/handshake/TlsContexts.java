package io.landline.handshake;

import io.landline.identity.Identity;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// TLS as Landline speaks it: version 1.3 alone, both sides with their self-signed identity certificate, ALPN `landline/1`. TLS proves that
/// the peer has the key of its certificate and decides nothing else. One for the whole node. Any thread.
public final class TlsContexts {
    public static final String ALPN = "landline/1";

    public TlsContexts(Identity own) {}

    /// The context that the sockets come from, for an engine.
    public SSLContext context() {
        throw new UnsupportedOperationException();
    }

    /// A TLS client over a connected socket, ready for `startHandshake`; closing it closes that socket. Earlier TLS sessions are resumed by
    /// the name: the hex of the fingerprint that is expected, or null where none is (typed addresses), for no resumption.
    public SSLSocket client(Socket connected, @Nullable String expected) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// A TLS server over an accepted socket, ready for `startHandshake`; closing it closes that socket.
    ///
    /// @param consumed what was read of the socket already, to be read again first; null for nothing
    public SSLSocket server(Socket accepted, @Nullable InputStream consumed) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// The raw public key that the other end of a finished handshake has proven, resumed or not. Throws where it did not agree to
    /// [#ALPN], or showed no certificate like ours.
    public static byte[] provenKey(SSLSocket socket) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// Whether a proven key is our own: another node with our identity, or we ourselves.
    public boolean isOurs(byte[] publicKey) {
        throw new UnsupportedOperationException();
    }

    /// The exporter of a connection, after its handshake.
    public static ChannelBinding binding(SSLSession session) {
        throw new UnsupportedOperationException();
    }
}
