package io.landline.session.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntPredicate;
import javax.net.ssl.SSLException;

/// What TLS runs over: a connected socket that hands TLS records to the system many at a time. JSSE writes each record
/// (16 KiB) with a call of its own and reads each with two; gathering them takes a quarter of the processor time off a
/// bulk connection (ADR 0005).
///
/// At first it is *eager*: each flush goes out, as a handshake and chat want it. [#gather] makes it wait for [#push],
/// which every whole message must end with, or the peer waits for ever. It also reports each arrival of bytes from the
/// peer, and lets the first byte be looked at.
///
/// One thread reads; any may write or push. `wire` guards the gathered bytes and is held while they go out: TLS has a
/// write lock of its own, but a push from outside does not take it, and the reading thread writes too where TLS answers
/// by itself (a key update, RFC 8446 §4.6.3). Such an answer leaves with the next push.
public final class RecordSocket extends Socket {
    /// Sixteen full records: more gained nothing when measured.
    static final int GATHERED_BYTES = 256 * 1024;
    /// One record with its overhead (RFC 8446 §5.2) fits.
    static final int EAGER_BYTES = 17 * 1024;
    /// What each of two buffers has while a connection is idle: a thousand connections may be. Most messages fit. That
    /// for reading keeps its full size after a longer one, until a short one has come.
    static final int IDLE_BYTES = 1024;
    /// What a peer may send before the handshake of TLS is over. Ours takes less than 4 KiB a side; a server's hello,
    /// which may follow at once, 32 KiB, and one read may go beyond that. TLS itself bounds a message (32 KiB), but not
    /// the records around it.
    public static final int HANDSHAKE_BYTES_MAX = 64 * 1024;

    private final Socket raw;
    private final Runnable heard;
    private final InputStream rawIn;
    private final OutputStream rawOut;
    private final ReentrantLock wire = new ReentrantLock();
    private byte[] in = new byte[IDLE_BYTES];
    /// What the last read brought.
    private int lastIn;
    private int inFrom;
    private int inTo;
    private boolean handshaking = true;
    private int handshakeBytes;
    private final SilentRecords silent;
    private byte[] out = new byte[IDLE_BYTES];
    private int outSize;
    private volatile boolean eager = true;
    private volatile IntPredicate mayGrow = _ -> false;

    /// @param heard called on the reading thread whenever bytes have come; quick
    /// @param silent sees what TLS reads after the handshake
    RecordSocket(Socket raw, Runnable heard, SilentRecords silent) throws IOException {
        this.raw = raw;
        this.heard = heard;
        this.silent = silent;
        rawIn = raw.getInputStream();
        rawOut = raw.getOutputStream();
    }

    /// Waits for the next byte that the peer sends, which stays to be read; -1 where it hung up.
    int peek() throws IOException {
        return inFrom == inTo && !fill() ? -1 : in[inFrom] & 0xff;
    }

    /// From now on records are gathered. The reading thread calls it, before anybody writes a message. The buffers grow
    /// when as much is under way: most connections carry chunks one way only.
    ///
    /// @param mayGrow takes room for this many bytes more; without it all goes on, in smaller pieces. Quick; any thread
    public void gather(IntPredicate mayGrow) {
        this.mayGrow = mayGrow;
        eager = false;
    }

    private byte[] grown(byte[] buffer) {
        if (buffer.length < EAGER_BYTES) return Arrays.copyOf(buffer, EAGER_BYTES);
        boolean grows = !eager && buffer.length < GATHERED_BYTES && mayGrow.test(GATHERED_BYTES - buffer.length);
        return grows ? Arrays.copyOf(buffer, GATHERED_BYTES) : buffer;
    }

    /// TLS has proven the peer's key. The reading thread calls it.
    void handshakeOver() {
        handshaking = false;
    }

    /// Sends what was gathered.
    public void push() throws IOException {
        wire.lock();
        try {
            int size = outSize;
            outSize = 0;
            if (size > 0) rawOut.write(out, 0, size);
            if (eager && out.length > IDLE_BYTES) out = new byte[IDLE_BYTES];
        } finally {
            wire.unlock();
        }
    }

    private boolean fill() throws IOException {
        inFrom = 0;
        inTo = 0;
        if (handshaking && handshakeBytes > HANDSHAKE_BYTES_MAX) {
            throw new SSLException("more than " + HANDSHAKE_BYTES_MAX + " bytes, and the handshake is not over");
        }
        if (eager && in.length > IDLE_BYTES && lastIn < IDLE_BYTES) in = new byte[IDLE_BYTES];
        int count = rawIn.read(in, 0, in.length);
        if (count < 0) return false;
        if (handshaking) handshakeBytes += count;
        inTo = count;
        lastIn = count;
        if (count == in.length) in = grown(in);
        heard.run();
        return true;
    }

    private final InputStream input = new InputStream() {
        @Override
        public int read() throws IOException {
            if (inFrom == inTo && !fill()) return -1;
            if (!handshaking) silent.encrypted(in, inFrom, 1);
            return in[inFrom++] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (length == 0) return 0;
            if (inFrom == inTo && !fill()) return -1;
            int count = Math.min(length, inTo - inFrom);
            if (!handshaking) silent.encrypted(in, inFrom, count);
            System.arraycopy(in, inFrom, to, offset, count);
            inFrom += count;
            return count;
        }

        @Override
        public int available() {
            return inTo - inFrom;
        }

        @Override
        public void close() throws IOException {
            raw.close();
        }
    };

    private final OutputStream output = new OutputStream() {
        @Override
        public void write(int octet) throws IOException {
            write(new byte[]{(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            wire.lock();
            try {
                if (outSize + length > out.length) out = grown(out);
                if (outSize + length > out.length) push();
                if (length > out.length) {
                    rawOut.write(from, offset, length);
                } else {
                    System.arraycopy(from, offset, out, outSize, length);
                    outSize += length;
                }
            } finally {
                wire.unlock();
            }
        }

        @Override
        public void flush() throws IOException {
            if (eager) push();
        }

        @Override
        public void close() throws IOException {
            raw.close();
        }
    };

    @Override
    public InputStream getInputStream() {
        return input;
    }

    @Override
    public OutputStream getOutputStream() {
        return output;
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return raw.isClosed();
    }

    @Override
    public boolean isInputShutdown() {
        return raw.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return raw.isOutputShutdown();
    }

    @Override
    public void shutdownInput() throws IOException {
        // TLS does so at the end of the stream, when another thread may have closed it
        if (!raw.isClosed()) raw.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        push();
        raw.shutdownOutput();
    }

    @Override
    public InetAddress getInetAddress() {
        return raw.getInetAddress();
    }

    @Override
    public int getPort() {
        return raw.getPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return raw.getRemoteSocketAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return raw.getLocalAddress();
    }

    @Override
    public void setSoTimeout(int timeout) throws SocketException {
        raw.setSoTimeout(timeout);
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return raw.getSoTimeout();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        raw.setTcpNoDelay(on);
    }
}
