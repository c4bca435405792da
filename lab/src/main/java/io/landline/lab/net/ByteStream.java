package io.landline.lab.net;

import io.landline.lab.Addresses;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.time.Duration;

/// What a connection runs over: a TCP socket or a Unix socket, which Java has as a channel only.
interface ByteStream extends Closeable {
    InputStream in() throws IOException;

    OutputStream out() throws IOException;

    void readWithin(Duration patience) throws IOException;

    void shutdownOutput() throws IOException;

    String localName();

    static ByteStream of(Socket socket) throws IOException {
        // Each message goes out at once, not when the one before was acknowledged (Nagle's algorithm).
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return new ByteStream() {
            @Override
            public InputStream in() throws IOException {
                return socket.getInputStream();
            }

            @Override
            public OutputStream out() throws IOException {
                return socket.getOutputStream();
            }

            @Override
            public void readWithin(Duration patience) throws IOException {
                socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            }

            @Override
            public void shutdownOutput() throws IOException {
                socket.shutdownOutput();
            }

            @Override
            public String localName() {
                return Addresses.text(socket.getLocalSocketAddress());
            }

            @Override
            public void close() throws IOException {
                socket.close();
            }
        };
    }
}
