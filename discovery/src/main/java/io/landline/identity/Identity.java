package io.landline.identity;

import io.landline.peer.Fingerprint;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.EdECPrivateKey;

/// The long-lived Ed25519 key pair of a profile, with the self-signed certificate that TLS wants. Immutable; any
/// thread.
public final class Identity {
    private final PrivateKey privateKey;
    private final byte[] seed;
    private final byte[] publicKey;
    private final X509Certificate certificate;
    private final Fingerprint fingerprint;

    Identity(PrivateKey privateKey, X509Certificate certificate) {
        this.privateKey = privateKey;
        this.certificate = certificate;
        seed = ((EdECPrivateKey) privateKey).getBytes().orElseThrow();
        publicKey = Ed25519.raw(certificate.getPublicKey());
        fingerprint = Fingerprint.ofPublicKey(publicKey);
    }

    /// A new identity, in memory only; [IdentityFile] keeps one.
    public static Identity generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new Identity(pair.getPrivate(), SelfSigned.certificate(pair));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK since 15 has Ed25519", e);
        }
    }

    /// This one, or one of the same key with a new certificate where the disk changed something else in the old one:
    /// its dates, its name, its signature. Landline looks at the key alone, other programs may not.
    Identity withSoundCertificate() {
        try {
            if (hasSoundCertificate()) return this;
            return new Identity(privateKey,
                    SelfSigned.certificate(new KeyPair(certificate.getPublicKey(), privateKey)));
        } catch (GeneralSecurityException bug) {
            throw new AssertionError("every JDK since 15 has Ed25519", bug);
        }
    }

    /// Asked at each start, so by the library that is loaded anyway.
    private boolean hasSoundCertificate() throws GeneralSecurityException {
        return certificate.getSigAlgOID().equals(SelfSigned.ED25519_OID) && Ed25519.verifyUnlabelled(publicKey(),
                certificate.getSignature(), certificate.getTBSCertificate());
    }

    public Fingerprint fingerprint() {
        return fingerprint;
    }

    /// The raw 32 bytes.
    public byte[] publicKey() {
        return publicKey.clone();
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /// For TLS and for the identity's file alone; everything else signs by [#sign].
    public PrivateKey privateKey() {
        return privateKey;
    }

    /// Signs these parts, in this order, under a label (RFC 8032). Takes 0.1 ms warm, several cold.
    public byte[] sign(SignatureLabel label, byte[]... parts) {
        return Ed25519.sign(seed, publicKey, label, parts);
    }
}
