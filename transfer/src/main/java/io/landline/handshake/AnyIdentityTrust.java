package io.landline.handshake;

import io.landline.identity.Ed25519;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Takes any one certificate with a sound Ed25519 key. TLS has proven then that the peer has that key; who may join is
/// decided by room keys, not here. Dates and names in a certificate mean nothing (H20). Stateless; any thread.
final class AnyIdentityTrust extends X509ExtendedTrustManager {
    /// Ours have 230 bytes; other programs' may say a little more.
    static final int CERTIFICATE_BYTES_MAX = 1_024;

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    /// The raw key of the peer of a finished handshake: checked again, since a resumed session skips the checks above.
    static byte[] keyOf(Certificate[] chain) throws SSLPeerUnverifiedException {
        try {
            return check(chain);
        } catch (CertificateException e) {
            var unverified = new SSLPeerUnverifiedException(e.getMessage());
            unverified.initCause(e);
            throw unverified;
        }
    }

    private static byte[] check(Certificate @Nullable [] chain) throws CertificateException {
        if (chain == null || chain.length != 1) throw new CertificateException("not exactly one certificate");
        if (chain[0].getEncoded().length > CERTIFICATE_BYTES_MAX) {
            throw new CertificateException("a certificate that is too long");
        }
        try {
            return Ed25519.raw(chain[0].getPublicKey());
        } catch (IllegalArgumentException e) {
            throw new CertificateException(e.getMessage(), e);
        }
    }
}
