package io.landline.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A student's UDP socket: plain JDK, knows nothing of the product.
public final class PlainUdp implements Closeable {
    private static final int PATIENCE_MILLIS = (int) Recorder.PATIENCE.toMillis();

    private final DatagramSocket socket;
    private final @Nullable SocketAddress server;
    private @Nullable SocketAddress last;

    /// A client of that server.
    public PlainUdp(SocketAddress server) throws IOException {
        this.server = server;
        socket = new DatagramSocket(new InetSocketAddress(
                ((InetSocketAddress) server).getAddress() instanceof java.net.Inet6Address ? "::" : "0.0.0.0", 0));
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /// A server on loopback.
    public PlainUdp() throws IOException {
        server = null;
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public void send(String text) throws IOException {
        send(text.getBytes(UTF_8));
    }

    public void send(byte[] bytes) throws IOException {
        sendTo(server, bytes);
    }

    /// To whom the last datagram came from.
    public void reply(String text) throws IOException {
        sendTo(last, text.getBytes(UTF_8));
    }

    private void sendTo(@Nullable SocketAddress to, byte[] bytes) throws IOException {
        if (to == null) throw new AssertionError("nobody to send to");
        socket.send(new DatagramPacket(bytes, bytes.length, to));
    }

    public byte[] bytes() throws IOException {
        var packet = new DatagramPacket(new byte[65_535], 65_535);
        socket.receive(packet);
        last = packet.getSocketAddress();
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    public String receive() throws IOException {
        return new String(bytes(), UTF_8);
    }

    public String ask(String text) throws IOException {
        send(text);
        return receive();
    }

    /// Whether nothing comes for that long.
    public boolean hearsNothing(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            receive();
            return false;
        } catch (SocketTimeoutException _) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
