package io.landline.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/// Ed25519 public keys in their raw 32 bytes, and the check of a signature by one (RFC 8032). Stateless; any thread.
public final class Ed25519 {
    public static final int PUBLIC_KEY_BYTES = 32;
    public static final int SIGNATURE_BYTES = 64;
    /// SubjectPublicKeyInfo of an Ed25519 key up to the key itself (RFC 8410 §4).
    private static final byte[] SPKI_PREFIX = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    private Ed25519() {}

    /// Whether the owner of the public key signed these parts, in this order, under this label. False for whatever is no key at all.
    public static boolean verify(byte[] publicKey, SignatureLabel label, byte[] signature, byte[]... parts) {
        if (publicKey.length != PUBLIC_KEY_BYTES || signature.length != SIGNATURE_BYTES) return false;
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(decode(publicKey));
            check.update(label.prefix());
            for (byte[] part : parts) check.update(part);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // not a point of the curve, or not a signature: the stranger's fault either way
        }
    }

    /// The raw 32 bytes of an Ed25519 key as the JDK holds it.
    public static byte[] raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        int prefix = SPKI_PREFIX.length;
        boolean ed25519 = encoded.length == prefix + PUBLIC_KEY_BYTES && Arrays.equals(encoded, 0, prefix, SPKI_PREFIX, 0, prefix);
        if (!ed25519) throw new IllegalArgumentException("not an Ed25519 key");
        return Arrays.copyOfRange(encoded, prefix, encoded.length);
    }

    static PublicKey decode(byte[] raw) throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(SPKI_PREFIX, SPKI_PREFIX.length + PUBLIC_KEY_BYTES);
        System.arraycopy(raw, 0, encoded, SPKI_PREFIX.length, PUBLIC_KEY_BYTES);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
