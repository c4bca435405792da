package io.landline.handshake;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.identity.Identity;
import io.landline.testing.WeakKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A certificate whose key everybody can sign for.
@Timeout(60)
class WeakCertificateTest {
    @ParameterizedTest
    @EnumSource(Role.class)
    void l2_aPeerWithoutAPrivateKeyIsRefusedByTls(Role ours) throws Exception {
        var contexts = new TlsContexts(Identity.generate());
        try (var weak = new WeakIdentity();
                var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var raw = new Socket(listener.getInetAddress(), listener.getLocalPort());
                Socket accepted = listener.accept()) {
            SSLSocket own = ours == Role.CLIENT ? contexts.client(raw, null) : contexts.server(accepted, null);
            SSLSocket other = ours == Role.CLIENT
                    ? (SSLSocket) weak.context().getSocketFactory().createSocket(accepted, null, true)
                    : (SSLSocket) weak.context().getSocketFactory().createSocket(raw, "x", raw.getPort(), true);
            other.setUseClientMode(ours == Role.SERVER);
            other.setSSLParameters(contexts.parameters(ours == Role.SERVER ? Role.CLIENT : Role.SERVER));
            var theirs = new FutureTask<Void>(() -> {
                other.startHandshake();
                return null;
            });
            Thread.ofVirtual().name("tls-weak").start(theirs);
            var refused = assertThrows(SSLHandshakeException.class, () -> {
                own.startHandshake();
                TlsContexts.provenKey(own);
            });
            assertInstanceOf(CertificateException.class, refused.getCause());
            assertTrue(refused.getMessage().contains("small order"), refused.getMessage());
            try {
                theirs.get();
            } catch (ExecutionException e) {
                assertInstanceOf(IOException.class, e.getCause()); // a TLS 1.3 client may be done before it is refused
            }
        }
    }

    @Test
    void l2_noCertificateWithAKeyOfSmallOrderIsTakenForAnIdentity() throws Exception {
        for (byte[] key : WeakKeys.all()) {
            X509Certificate[] chain = {WeakIdentity.withKey(key)};
            assertThrows(CertificateException.class,
                    () -> new AnyIdentityTrust().checkClientTrusted(chain, "UNKNOWN"),
                    HexFormat.of().formatHex(key));
            assertThrows(IOException.class, () -> AnyIdentityTrust.keyOf(chain));
        }
    }
}
