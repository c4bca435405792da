package io.landline.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;

/// A student's TCP connection: plain JDK, knows nothing of the product.
public final class PlainTcp implements Closeable {
    private static final int PATIENCE_MILLIS = (int) Recorder.PATIENCE.toMillis();

    private final Socket socket;

    public PlainTcp(SocketAddress server) throws IOException {
        socket = new Socket();
        InetSocketAddress where = (InetSocketAddress) server;
        socket.connect(
                where.getAddress().isAnyLocalAddress() ? new InetSocketAddress("127.0.0.1", where.getPort()) : where,
                PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /// One that was accepted.
    public PlainTcp(Socket accepted) throws IOException {
        socket = accepted;
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    public void send(String text) throws IOException {
        send(text.getBytes(UTF_8));
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /// What one read returns, as a course's program reads; empty at the end of the stream.
    public String receive() throws IOException {
        byte[] buffer = new byte[1024];
        int length = socket.getInputStream().read(buffer);
        return length < 0 ? "" : new String(buffer, 0, length, UTF_8);
    }

    public String ask(String text) throws IOException {
        send(text);
        return receive();
    }

    /// A line without its end.
    public String line() throws IOException {
        var line = new ByteArrayOutputStream();
        int c;
        while ((c = socket.getInputStream().read()) >= 0 && c != '\n') line.write(c);
        return line.toString(UTF_8);
    }

    public byte[] exactly(int bytes) throws IOException {
        return socket.getInputStream().readNBytes(bytes);
    }

    public byte[] toTheEnd() throws IOException {
        return socket.getInputStream().readAllBytes();
    }

    public boolean hearsNothing(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return socket.getInputStream().read() == Integer.MIN_VALUE;
        } catch (SocketTimeoutException _) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    public void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    /// Ends it hard: a reset, as when a program is killed.
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    public int localPort() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
