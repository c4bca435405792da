package io.landline.handshake;

import io.landline.identity.Identity;
import io.landline.testing.WeakKeys;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.SignatureSpi;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;

/// Somebody without a private key whose certificate has the public key of order 1, and who answers TLS with the one
/// signature that holds for every message. A signature provider of its own is installed while it is open.
final class WeakIdentity implements AutoCloseable {
    private static final String PROVIDER = "ConstantSignatures";
    private final X509Certificate certificate;

    WeakIdentity() throws GeneralSecurityException {
        certificate = withKey(WeakKeys.NEUTRAL);
        Security.addProvider(new ConstantSignatures());
    }

    /// An honest certificate with another key in it. Nobody checks what a certificate says of itself.
    static X509Certificate withKey(byte[] key) throws GeneralSecurityException {
        Identity honest = Identity.generate();
        byte[] der = honest.certificate().getEncoded();
        byte[] old = honest.publicKey();
        int at = 0;
        while (!java.util.Arrays.equals(der, at, at + old.length, old, 0, old.length)) at++;
        System.arraycopy(key, 0, der, at, key.length);
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der));
    }

    /// A context of which the sockets show the certificate and take any other's.
    SSLContext context() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(new KeyManager[]{new Shown()}, new TrustManager[]{new AnyIdentityTrust()}, null);
        return context;
    }

    @Override
    public void close() {
        Security.removeProvider(PROVIDER);
    }

    /// There is no such key; it only says what it would be for.
    private static final class NoKey implements EdECPrivateKey {
        private static final long serialVersionUID = 1;

        @Override
        public String getAlgorithm() {
            return "EdDSA";
        }

        @Override
        public String getFormat() {
            return null;
        }

        @Override
        public byte[] getEncoded() {
            return null;
        }

        @Override
        public NamedParameterSpec getParams() {
            return NamedParameterSpec.ED25519;
        }

        @Override
        public Optional<byte[]> getBytes() {
            return Optional.empty();
        }
    }

    private static final class ConstantSignatures extends Provider {
        private static final long serialVersionUID = 1;

        ConstantSignatures() {
            super(PROVIDER, "1", "signs without a key");
            putService(new Service(this, "Signature", "Ed25519", ConstantSignature.class.getName(), null,
                    Map.of("SupportedKeyClasses", NoKey.class.getName())));
        }
    }

    /// Made by the JDK, by its name.
    public static final class ConstantSignature extends SignatureSpi {
        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            if (!(key instanceof NoKey)) throw new InvalidKeyException("a real key");
        }

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            throw new InvalidKeyException("this one only signs");
        }

        @Override
        protected void engineUpdate(byte octet) {}

        @Override
        protected void engineUpdate(byte[] octets, int offset, int length) {}

        @Override
        protected byte[] engineSign() {
            return WeakKeys.constantSignature();
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            return false;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract there
        protected void engineSetParameter(String name, Object value) {}

        @Override
        @SuppressWarnings("deprecation") // abstract there
        protected Object engineGetParameter(String name) {
            return null;
        }
    }

    private final class Shown extends X509ExtendedKeyManager {
        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return new String[]{"weak"};
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return new String[]{"weak"};
        }

        @Override
        public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
            return "weak";
        }

        @Override
        public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            return "EdDSA".equals(keyType) ? "weak" : null;
        }

        @Override
        public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
            return chooseServerAlias(keyType, issuers, null);
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[]{certificate};
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return new NoKey();
        }
    }
}
