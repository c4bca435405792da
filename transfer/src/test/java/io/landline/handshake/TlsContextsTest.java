package io.landline.handshake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.identity.Identity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.KeyPairGenerator;
import java.security.Principal;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TlsContextsTest {
    private final Identity ada = Identity.generate();
    private final Identity max = Identity.generate();

    @Test
    void bothSidesLearnTheOthersRawKey() throws Exception {
        try (TlsPair tls = TlsPair.of(ada, max)) {
            assertArrayEquals(max.publicKey(), TlsContexts.provenKey(tls.client()));
            assertArrayEquals(ada.publicKey(), TlsContexts.provenKey(tls.server()));
            assertEquals("TLS_AES_128_GCM_SHA256", tls.client().getSession().getCipherSuite());
            assertTrue(new TlsContexts(ada).isOurs(ada.publicKey()));
            assertFalse(new TlsContexts(ada).isOurs(max.publicKey()));
        }
    }

    @Test
    void bothSidesExportTheSameAndEveryContextGivesOtherBytes() throws Exception {
        try (TlsPair tls = TlsPair.of(ada, max)) {
            ChannelBinding client = TlsContexts.binding(tls.client().getSession());
            ChannelBinding server = TlsContexts.binding(tls.server().getSession());
            byte[] value = client.export("EXPORTER-landline/1-pake", new byte[]{1}, 32);
            assertArrayEquals(value, server.export("EXPORTER-landline/1-pake", new byte[]{1}, 32));
            assertFalse(java.util.Arrays.equals(value, client.export("EXPORTER-landline/1-pake", new byte[]{2}, 32)));
        }
    }

    @Test
    void aResumedSessionHasAnotherExporterAndStillTheProvenKeys() throws Exception {
        var clientContexts = new TlsContexts(ada);
        var serverContexts = new TlsContexts(max);
        try (var listener = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
                TlsPair first = TlsPair.of(clientContexts, serverContexts, "x", listener);
                TlsPair second = TlsPair.of(clientContexts, serverContexts, "x", listener)) {
            long begun = first.client().getSession().getCreationTime();
            assertEquals(begun, second.client().getSession().getCreationTime(), "resumed");
            byte[] one = TlsContexts.binding(first.client().getSession())
                    .export("EXPORTER-landline/1-pake", new byte[0], 32);
            byte[] two = TlsContexts.binding(second.client().getSession())
                    .export("EXPORTER-landline/1-pake", new byte[0], 32);
            assertFalse(java.util.Arrays.equals(one, two));
            assertArrayEquals(max.publicKey(), TlsContexts.provenKey(second.client()));
            assertArrayEquals(ada.publicKey(), TlsContexts.provenKey(second.server()));
        }
    }

    @Test
    void h19_anotherProtocolVersionIsRefused() {
        var parameters = new TlsContexts(ada).parameters(Role.CLIENT);
        parameters.setProtocols(new String[]{"TLSv1.2"});
        parameters.setCipherSuites(new String[]{"TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"});
        assertThrows(IOException.class, () -> dialWith(parameters));
    }

    @Test
    void anotherApplicationProtocolIsRefused() {
        var parameters = new TlsContexts(ada).parameters(Role.CLIENT);
        parameters.setApplicationProtocols(new String[]{"landline/2"});
        assertThrows(IOException.class, () -> dialWith(parameters));
    }

    @Test
    void noApplicationProtocolIsRefused() {
        var parameters = new TlsContexts(ada).parameters(Role.CLIENT);
        parameters.setApplicationProtocols(new String[0]);
        assertThrows(IOException.class, () -> dialWith(parameters));
    }

    @Test
    void aClientWithoutACertificateIsRefused() throws Exception {
        SSLContext bare = SSLContext.getInstance("TLSv1.3");
        bare.init(null, new TrustManager[]{new AnyIdentityTrust()}, null);
        assertThrows(IOException.class, () -> dial(bare, new TlsContexts(ada).parameters(Role.CLIENT)));
    }

    private void dialWith(SSLParameters parameters) throws Exception {
        dial(new TlsContexts(ada).context(), parameters);
    }

    /// Dials a server of ours, which asks for the proven key after the handshake as a session does.
    private void dial(SSLContext context, SSLParameters parameters) throws Exception {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var raw = new Socket(listener.getInetAddress(), listener.getLocalPort());
                Socket accepted = listener.accept()) {
            var client = (SSLSocket) context.getSocketFactory().createSocket(raw, "x", raw.getPort(), true);
            client.setSSLParameters(parameters);
            SSLSocket server = new TlsContexts(max).server(accepted, null);
            var serverSide = new FutureTask<Void>(() -> {
                server.startHandshake();
                TlsContexts.provenKey(server);
                return null;
            });
            Thread.ofVirtual().name("tls-client").start(() -> {
                try {
                    client.startHandshake();
                } catch (IOException e) {
                    return; // the server's side tells
                }
            });
            try {
                serverSide.run();
                serverSide.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException io) throw io;
                throw e;
            }
        }
    }

    @Test
    void whatWasReadOfASocketBeforeIsReadAgainFirst() throws Exception {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var raw = new Socket(listener.getInetAddress(), listener.getLocalPort());
                Socket accepted = listener.accept()) {
            SSLSocket client = new TlsContexts(ada).client(raw, null);
            var clientSide = new FutureTask<Void>(() -> {
                client.startHandshake();
                return null;
            });
            Thread.ofVirtual().name("tls-client").start(clientSide);
            byte[] first = accepted.getInputStream().readNBytes(1);
            assertEquals(0x16, first[0]);
            SSLSocket server = new TlsContexts(max).server(accepted, new ByteArrayInputStream(first));
            server.startHandshake();
            clientSide.get();
            assertArrayEquals(ada.publicKey(), TlsContexts.provenKey(server));
        }
    }

    @Test
    void h20_onlyOneShortCertificateWithAnEd25519KeyIsTaken() throws Exception {
        X509Certificate own = ada.certificate();
        PublicKey rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();
        var trust = new AnyIdentityTrust();
        trust.checkClientTrusted(new X509Certificate[]{own}, "UNKNOWN");
        trust.checkServerTrusted(
                new X509Certificate[]{
                        new Scripted(own, own.getPublicKey(), AnyIdentityTrust.CERTIFICATE_BYTES_MAX)},
                "UNKNOWN");
        for (List<X509Certificate> chain : List.of(List.<X509Certificate>of(), List.of(own, own),
                List.<X509Certificate>of(new Scripted(own, rsa, 300)), List.<X509Certificate>of(
                        new Scripted(own, own.getPublicKey(), AnyIdentityTrust.CERTIFICATE_BYTES_MAX + 1)))) {
            X509Certificate[] certificates = chain.toArray(X509Certificate[]::new);
            assertThrows(CertificateException.class, () -> trust.checkClientTrusted(certificates, "UNKNOWN"));
            assertThrows(CertificateException.class, () -> trust.checkServerTrusted(certificates, "UNKNOWN"));
            assertThrows(IOException.class, () -> AnyIdentityTrust.keyOf(certificates));
        }
    }

    /// A certificate with a given key and length, which nobody would sign.
    private static final class Scripted extends X509Certificate {
        private static final long serialVersionUID = 1;
        private final transient X509Certificate real;
        private final PublicKey key;
        private final int bytes;

        Scripted(X509Certificate real, PublicKey key, int bytes) {
            this.real = real;
            this.key = key;
            this.bytes = bytes;
        }

        @Override
        public PublicKey getPublicKey() {
            return key;
        }

        @Override
        public byte[] getEncoded() {
            return new byte[bytes];
        }

        @Override
        public void checkValidity() {}

        @Override
        public void checkValidity(java.util.Date date) {}

        @Override
        public int getVersion() {
            return real.getVersion();
        }

        @Override
        public java.math.BigInteger getSerialNumber() {
            return real.getSerialNumber();
        }

        @Override
        @SuppressWarnings("deprecation") // abstract there
        public Principal getIssuerDN() {
            return real.getIssuerDN();
        }

        @Override
        @SuppressWarnings("deprecation") // abstract there
        public Principal getSubjectDN() {
            return real.getSubjectDN();
        }

        @Override
        public java.util.Date getNotBefore() {
            return real.getNotBefore();
        }

        @Override
        public java.util.Date getNotAfter() {
            return real.getNotAfter();
        }

        @Override
        public byte[] getTBSCertificate() throws java.security.cert.CertificateEncodingException {
            return real.getTBSCertificate();
        }

        @Override
        public byte[] getSignature() {
            return real.getSignature();
        }

        @Override
        public String getSigAlgName() {
            return real.getSigAlgName();
        }

        @Override
        public String getSigAlgOID() {
            return real.getSigAlgOID();
        }

        @Override
        public byte[] getSigAlgParams() {
            return real.getSigAlgParams();
        }

        @Override
        public boolean[] getIssuerUniqueID() {
            return real.getIssuerUniqueID();
        }

        @Override
        public boolean[] getSubjectUniqueID() {
            return real.getSubjectUniqueID();
        }

        @Override
        public boolean[] getKeyUsage() {
            return real.getKeyUsage();
        }

        @Override
        public int getBasicConstraints() {
            return real.getBasicConstraints();
        }

        @Override
        public boolean hasUnsupportedCriticalExtension() {
            return false;
        }

        @Override
        public java.util.Set<String> getCriticalExtensionOIDs() {
            return java.util.Set.of();
        }

        @Override
        public java.util.Set<String> getNonCriticalExtensionOIDs() {
            return java.util.Set.of();
        }

        @Override
        public byte[] getExtensionValue(String oid) {
            return new byte[0];
        }

        @Override
        public void verify(PublicKey signer) {}

        @Override
        public void verify(PublicKey signer, String provider) {}

        @Override
        public String toString() {
            return "scripted certificate";
        }
    }
}
