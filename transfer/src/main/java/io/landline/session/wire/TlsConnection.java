package io.landline.session.wire;

import io.landline.frame.Frame;
import io.landline.frame.FrameReader;
import io.landline.frame.MalformedFrameException;
import io.landline.handshake.AuthenticatedChannel;
import io.landline.handshake.Role;
import io.landline.handshake.TlsContexts;
import io.landline.peer.Fingerprint;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// One TLS connection to a peer that has proven its key, and nothing more so far. Reading is for one thread, writing
/// for one at a time. Closing closes the *raw* socket: closing a TLS socket would wait for a thread that is blocked in
/// its write.
public final class TlsConnection implements Closeable {
    /// The first byte of a TLS record that carries a handshake (RFC 8446 §5.1): a stream that begins otherwise is not
    /// TLS.
    private static final int TLS_HANDSHAKE = 0x16;

    private final Socket raw;
    private final RecordSocket records;
    private final SSLSocket tls;
    private final Role role;
    private final byte[] peerKey;
    private final Fingerprint peer;
    private final Duration began;
    private final InputStream messages;
    private final FrameReader frames;
    private volatile int bodyBytesMax = Frame.HANDSHAKE_BODY_BYTES_MAX;
    private volatile Runnable heard = () -> {};
    private volatile boolean met;

    private TlsConnection(Socket raw, Role role, Duration began, TlsContexts contexts, @Nullable String expected)
            throws IOException {
        this.raw = raw;
        this.role = role;
        this.began = began;
        raw.setTcpNoDelay(true);
        var silent = new SilentRecords();
        records = new RecordSocket(raw, () -> heard.run(), silent);
        if (role == Role.SERVER) {
            int first = records.peek();
            if (first == -1) throw new EOFException("hung up without a word");
            if (first != TLS_HANDSHAKE) throw new NotTlsException(first);
        }
        tls = role == Role.CLIENT ? contexts.client(records, expected) : contexts.server(records, null);
        tls.startHandshake();
        records.handshakeOver();
        peerKey = TlsContexts.provenKey(tls);
        peer = Fingerprint.ofPublicKey(peerKey);
        messages = silent.over(tls.getInputStream());
        frames = new FrameReader(messages, () -> bodyBytesMax);
    }

    /// Another protocol than TLS was spoken to our port (H18): by a browser, a port scanner, another program.
    public static final class NotTlsException extends IOException {
        private static final long serialVersionUID = 1;

        NotTlsException(int first) { super("the first byte is " + first + ", not a TLS handshake"); }
    }

    /// The TLS handshake over a socket that we connected. Blocks; the caller holds a deadline over the raw socket.
    public static TlsConnection dialled(Socket raw, @Nullable Fingerprint expected, Duration began,
            TlsContexts contexts)
            throws IOException {
        return new TlsConnection(raw, Role.CLIENT, began, contexts, expected == null ? null : expected.hex());
    }

    /// The TLS handshake over a socket that we accepted. Blocks; the caller holds a deadline over the raw socket.
    public static TlsConnection accepted(Socket raw, Duration began, TlsContexts contexts) throws IOException {
        return new TlsConnection(raw, Role.SERVER, began, contexts, null);
    }

    public Socket raw() {
        return raw;
    }

    public RecordSocket records() {
        return records;
    }

    public Role role() {
        return role;
    }

    public Fingerprint peer() {
        return peer;
    }

    public byte[] peerKey() {
        return peerKey.clone();
    }

    /// When this side began to dial, or accepted.
    public Duration began() {
        return began;
    }

    public InetAddress remote() {
        return raw.getInetAddress();
    }

    public InetAddress local() {
        return raw.getLocalAddress();
    }

    public AuthenticatedChannel channel() {
        return new AuthenticatedChannel(role, peerKey, remote(), TlsContexts.binding(tls.getSession()));
    }

    /// For the reading thread alone.
    public FrameReader frames() {
        return frames;
    }

    /// The next frame; null where the peer hung up between two. For the reading thread alone, and for connections that
    /// mostly wait. It waits outside of TLS: the stack of a thread that waits takes memory, and TLS makes it twice as
    /// deep.
    public @Nullable Frame next() throws IOException, MalformedFrameException {
        if (messages.available() == 0) records.peek();
        return frames.next();
    }

    /// The longest body that is read from now on; at first that of a handshake frame.
    public void limit(int bodyBytesMax) {
        this.bodyBytesMax = bodyBytesMax;
    }

    public OutputStream output() throws IOException {
        return tls.getOutputStream();
    }

    /// Reads one frame of the handshake, which must be there: a hang-up in its place is an error.
    public Frame readFirst() throws IOException, MalformedFrameException {
        Frame frame = next();
        if (frame == null) throw new EOFException("hung up before the hello");
        return frame;
    }

    /// Both sides connected at once, from and to ports that lead nowhere later.
    public void meeting() {
        met = true;
    }

    public boolean isMeeting() {
        return met;
    }

    /// What to do on the reading thread whenever bytes have come.
    public void onHeard(Runnable action) {
        heard = action;
    }

    @Override
    public void close() {
        Deadlines.closeQuietly(raw);
    }
}
