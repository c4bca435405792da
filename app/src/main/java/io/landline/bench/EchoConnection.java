package io.landline.bench;

import io.landline.handshake.TlsContexts;
import io.landline.identity.Identity;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/// A connection on the loopback interface; its other end sends back what comes: the least that a message there and an
/// answer back can cost. Both ends in this process, a thread each. One thread.
final class EchoConnection implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EchoConnection.class.getName());
    private static final int BUFFER_BYTES = 16 * 1024;

    /// What is put on top of a connection.
    private interface Layer {
        Socket on(Socket plain) throws IOException;
    }

    private final Socket client;
    private final InputStream in;
    private final OutputStream out;

    private EchoConnection(Layer ours, Layer theirs) throws IOException {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var plain = new Socket(listener.getInetAddress(), listener.getLocalPort());
            Socket accepted = listener.accept();
            plain.setTcpNoDelay(true);
            accepted.setTcpNoDelay(true);
            Thread.ofPlatform().daemon().name("bench-echo").start(() -> sendBack(accepted, theirs));
            client = ours.on(plain);
            in = client.getInputStream();
            out = client.getOutputStream();
        }
    }

    static EchoConnection overTcp() throws IOException {
        return new EchoConnection(plain -> plain, plain -> plain);
    }

    /// TLS 1.3 as Landline sets it up between two nodes.
    static EchoConnection overTls() throws IOException {
        var ada = new TlsContexts(Identity.generate());
        var bob = new TlsContexts(Identity.generate());
        return new EchoConnection(plain -> shaken(ada.client(plain, null)), plain -> shaken(bob.server(plain, null)));
    }

    private static Socket shaken(SSLSocket socket) throws IOException {
        socket.startHandshake();
        return socket;
    }

    private static void sendBack(Socket accepted, Layer layer) {
        try (Socket server = layer.on(accepted)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count; (count = server.getInputStream().read(buffer)) >= 0;) {
                server.getOutputStream().write(buffer, 0, count);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "an echo of the benchmark has ended", e);
        }
    }

    /// Sends these bytes and waits until as many are back.
    void exchange(byte[] bytes) throws IOException {
        out.write(bytes);
        if (in.readNBytes(bytes.length).length < bytes.length) throw new EOFException("The echo hung up.");
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
