package io.landline.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

/// Ed25519 public keys in their raw 32 bytes, and the check of a signature by one (RFC 8032). Stateless; any thread.
public final class Ed25519 {
    public static final int PUBLIC_KEY_BYTES = 32;
    public static final int SIGNATURE_BYTES = 64;
    /// SubjectPublicKeyInfo of an Ed25519 key up to the key itself (RFC 8410 §4).
    private static final byte[] SPKI_PREFIX = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    /// In the last byte: the sign of x. The other 255 bits are y, little-endian (RFC 8032 §5.1.2).
    private static final int SIGN = 0x80;
    /// y of the eight points of small order: 1, -1, 0 and two more, each with either sign of x, also where x is zero
    /// and its sign must not be set. The list of libsodium (`ge25519_has_small_order`) and of "Taming the many EdDSAs"
    /// (Chalkias, Garillot, Nikolaenko 2020).
    private static final byte[][] SMALL_ORDER_Y = Stream
            .of("01" + "00".repeat(31), "ec" + "ff".repeat(30) + "7f", "00".repeat(32),
                    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")
            .map(HexFormat.of()::parseHex)
            .toArray(byte[][]::new);
    /// The first byte of p = 2^255 - 19; its others are all ones, but for the sign's bit.
    private static final int P_FIRST = 0xed;

    private Ed25519() {}

    /// Whether these bytes may be somebody's public key. Points of small order are refused: under one of them a
    /// constant is a valid signature of every message, under the others of some, and nobody needs a private key.
    /// Encodings that are not canonical (RFC 8032 §5.1.3) are refused too, since a fingerprint is the hash of the
    /// bytes. Whether the bytes are a point at all shows when they are used.
    public static boolean isSound(byte[] raw) {
        if (raw.length != PUBLIC_KEY_BYTES) return false;
        byte[] y = raw.clone();
        y[PUBLIC_KEY_BYTES - 1] = (byte) (y[PUBLIC_KEY_BYTES - 1] & ~SIGN);
        return isBelowP(y) && Arrays.stream(SMALL_ORDER_Y).noneMatch(small -> Arrays.equals(small, y));
    }

    private static boolean isBelowP(byte[] y) {
        if (y[PUBLIC_KEY_BYTES - 1] != 0x7f) return true;
        for (int i = 1; i < PUBLIC_KEY_BYTES - 1; i++) if (y[i] != (byte) 0xff) return true;
        return (y[0] & 0xff) < P_FIRST;
    }

    /// Whether the owner of the public key signed these parts, in this order, under this label. False for bytes that
    /// are no key at all, and for a key that is not [#isSound].
    public static boolean verify(byte[] publicKey, SignatureLabel label, byte[] signature, byte[]... parts) {
        return isSound(publicKey) && signature.length == SIGNATURE_BYTES
                && isSigned(publicKey, signature, message(label, parts));
    }

    private static boolean isSigned(byte[] publicKey, byte[] signature, byte[] message) {
        return org.bouncycastle.math.ec.rfc8032.Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
    }

    /// Whether the owner of the public key signed just these bytes, as in a certificate. For nothing of our own: there
    /// the label says what was meant.
    static boolean verifyUnlabelled(byte[] publicKey, byte[] signature, byte[] message) {
        return isSound(publicKey) && signature.length == SIGNATURE_BYTES && isSigned(publicKey, signature, message);
    }

    /// Signs these parts, in this order, under this label.
    ///
    /// @param seed the private key's 32 bytes (RFC 8032 §5.1.5)
    static byte[] sign(byte[] seed, byte[] publicKey, SignatureLabel label, byte[]... parts) {
        byte[] message = message(label, parts);
        byte[] signature = new byte[SIGNATURE_BYTES];
        org.bouncycastle.math.ec.rfc8032.Ed25519.sign(seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    private static byte[] message(SignatureLabel label, byte[]... parts) {
        byte[] prefix = label.prefix();
        int length = prefix.length;
        for (byte[] part : parts) length += part.length;
        byte[] message = Arrays.copyOf(prefix, length);
        int at = prefix.length;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, message, at, part.length);
            at += part.length;
        }
        return message;
    }

    /// The raw 32 bytes of an Ed25519 key as the JDK holds it. Throws [IllegalArgumentException] where it is another
    /// kind of key, or not [#isSound].
    public static byte[] raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        int prefix = SPKI_PREFIX.length;
        boolean ed25519 = encoded.length == prefix + PUBLIC_KEY_BYTES
                && Arrays.equals(encoded, 0, prefix, SPKI_PREFIX, 0, prefix);
        if (!ed25519) throw new IllegalArgumentException("not an Ed25519 key");
        byte[] raw = Arrays.copyOfRange(encoded, prefix, encoded.length);
        if (!isSound(raw)) {
            throw new IllegalArgumentException("an Ed25519 key of small order, or not in its canonical form");
        }
        return raw;
    }

    static PublicKey decode(byte[] raw) throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(SPKI_PREFIX, SPKI_PREFIX.length + PUBLIC_KEY_BYTES);
        System.arraycopy(raw, 0, encoded, SPKI_PREFIX.length, PUBLIC_KEY_BYTES);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
