package io.landline.handshake;

import io.landline.identity.Identity;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLSocket;

/// A finished TLS handshake between two identities over a real connection on loopback.
record TlsPair(SSLSocket client, SSLSocket server) implements Closeable {
    static TlsPair of(Identity clientIdentity, Identity serverIdentity) throws IOException {
        return of(new TlsContexts(clientIdentity), new TlsContexts(serverIdentity), serverIdentity.fingerprint().hex());
    }

    static TlsPair of(TlsContexts clientContexts, TlsContexts serverContexts, String expected) throws IOException {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return of(clientContexts, serverContexts, expected, listener);
        }
    }

    /// By a given listener: TLS resumes a session only at the same port.
    static TlsPair of(TlsContexts clientContexts, TlsContexts serverContexts, String expected, ServerSocket listener)
            throws IOException {
        var raw = new Socket(listener.getInetAddress(), listener.getLocalPort());
        Socket accepted = listener.accept();
        SSLSocket client = clientContexts.client(raw, expected);
        SSLSocket server = serverContexts.server(accepted, null);
        var serverSide = new FutureTask<Void>(() -> {
            server.startHandshake();
            server.getOutputStream().write('!'); // the server speaks first: only then is the client really connected
            return null;
        });
        Thread.ofVirtual().name("tls-server").start(serverSide);
        try {
            client.startHandshake();
            if (client.getInputStream().read() != '!') throw new IOException("refused");
            serverSide.get();
        } catch (IOException | ExecutionException e) {
            raw.close();
            accepted.close();
            throw e instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return new TlsPair(client, server);
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
