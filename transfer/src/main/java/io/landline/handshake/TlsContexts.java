package io.landline.handshake;

import io.landline.identity.Identity;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/// TLS as Landline speaks it (RFC 8446): version 1.3 alone, both sides with their self-signed identity certificate,
/// ALPN `landline/1` (RFC 7301). TLS proves that the peer has the key of its certificate and decides nothing else. One
/// for the whole node. Any thread.
public final class TlsContexts {
    public static final String ALPN = "landline/1";
    /// AES-128-GCM first: with AES in the processor it costs the least (measured), and it is as strong as X25519.
    private static final String[] CIPHER_SUITES = {"TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256"};
    private static final String[] GROUPS = {"x25519", "secp256r1"};
    private static final String[] SIGNATURES = {"ed25519"};

    private final byte[] ownPublicKey;
    private final SSLContext context;

    public TlsContexts(Identity own) {
        ownPublicKey = own.publicKey();
        try {
            context = SSLContext.getInstance("TLSv1.3");
            context.init(new KeyManager[]{new TlsIdentity(own)}, new TrustManager[]{new AnyIdentityTrust()},
                    null);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK since 11 has TLS 1.3", e);
        }
    }

    /// The context that the sockets come from; for an engine, together with [#parameters].
    public SSLContext context() {
        return context;
    }

    /// The settings of one side's connections.
    public SSLParameters parameters(Role role) {
        var parameters = new SSLParameters(CIPHER_SUITES, new String[]{"TLSv1.3"});
        parameters.setApplicationProtocols(new String[]{ALPN});
        parameters.setNamedGroups(GROUPS);
        parameters.setSignatureSchemes(SIGNATURES);
        parameters.setServerNames(List.of()); // the expected peer stays out of the clear text
        if (role == Role.SERVER) parameters.setNeedClientAuth(true);
        return parameters;
    }

    /// A TLS client over a connected socket, ready for `startHandshake`; closing it closes that socket. Earlier TLS
    /// sessions are resumed by the name: the hex of the fingerprint that is expected, or null where none is (typed
    /// addresses), for no resumption.
    public SSLSocket client(Socket connected, @Nullable String expected) throws IOException {
        String name = expected != null
                ? expected
                : "unknown-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        var socket = (SSLSocket) context.getSocketFactory().createSocket(connected, name, connected.getPort(), true);
        socket.setUseClientMode(true);
        socket.setSSLParameters(parameters(Role.CLIENT));
        return socket;
    }

    /// A TLS server over an accepted socket, ready for `startHandshake`; closing it closes that socket.
    ///
    /// @param consumed what was read of the socket already, to be read again first; null for nothing
    public SSLSocket server(Socket accepted, @Nullable InputStream consumed) throws IOException {
        InputStream first = consumed != null ? consumed : InputStream.nullInputStream();
        var socket = (SSLSocket) context.getSocketFactory().createSocket(accepted, first, true);
        socket.setUseClientMode(false);
        socket.setSSLParameters(parameters(Role.SERVER));
        return socket;
    }

    /// The raw public key that the other end of a finished handshake has proven, resumed or not. Throws where it did
    /// not agree to [#ALPN], or showed no certificate like ours.
    public static byte[] provenKey(SSLSocket socket) throws IOException {
        return provenKey(socket.getSession(), socket.getApplicationProtocol());
    }

    /// The same for an engine: its session and its application protocol, after the handshake.
    public static byte[] provenKey(SSLSession session, @Nullable String applicationProtocol) throws IOException {
        if (!ALPN.equals(applicationProtocol)) throw new SSLHandshakeException("the peer does not speak " + ALPN);
        if (!session.getProtocol().equals("TLSv1.3")) {
            throw new SSLHandshakeException("the peer does not speak TLS 1.3");
        }
        return AnyIdentityTrust.keyOf(session.getPeerCertificates());
    }

    /// Whether a proven key is our own: another node with our identity, or we ourselves.
    public boolean isOurs(byte[] publicKey) {
        return MessageDigest.isEqual(ownPublicKey, publicKey);
    }

    /// The exporter of a connection, after its handshake.
    public static ChannelBinding binding(SSLSession session) {
        return (label, context, bytes) -> {
            if (!(session instanceof ExtendedSSLSession extended)) throw new SSLException("this TLS has no exporter");
            return extended.exportKeyingMaterialData(label, context, bytes);
        };
    }
}
