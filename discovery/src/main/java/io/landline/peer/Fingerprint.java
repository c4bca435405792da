package io.landline.peer;

import java.util.Arrays;
import java.util.HexFormat;

/// Who a peer is: SHA-256 of the raw 32-byte Ed25519 public key of its identity. A peer *is* its fingerprint; its name
/// is a label and its addresses are hints. Immutable; any thread. Ordered as unsigned bytes, which is also the order of
/// the hex digits.
public final class Fingerprint implements Comparable<Fingerprint> {
    public static final int BYTES = 32;
    /// The fewest hex digits by which a person may name a peer: fewer would be ambiguous, and easily forged.
    public static final int PREFIX_DIGITS_MIN = 8;

    private final byte[] bytes;

    private Fingerprint(byte[] bytes) { this.bytes = bytes; }

    /// The fingerprint of a raw 32-byte Ed25519 public key.
    public static Fingerprint ofPublicKey(byte[] publicKey) {
        if (publicKey.length != 32) throw new IllegalArgumentException("a raw Ed25519 public key has 32 bytes");
        return new Fingerprint(Sha256.of(publicKey));
    }

    /// Takes exactly [#BYTES] bytes.
    public static Fingerprint of(byte[] bytes) {
        if (bytes.length != BYTES) throw new IllegalArgumentException("a fingerprint has " + BYTES + " bytes");
        return new Fingerprint(bytes.clone());
    }

    /// Reads 64 hex digits, either case.
    public static Fingerprint parse(String hex) {
        if (!isWhole(hex)) throw new IllegalArgumentException("a fingerprint has " + 2 * BYTES + " hex digits");
        return new Fingerprint(HexFormat.of().parseHex(hex));
    }

    /// Whether a text is a whole fingerprint in hex.
    public static boolean isWhole(String text) {
        return text.length() == 2 * BYTES && text.chars().allMatch(HexFormat::isHexDigit);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// All 64 digits, lower case.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /// The first eight digits: what a person sees beside a name.
    public String brief() {
        return hex().substring(0, PREFIX_DIGITS_MIN);
    }

    @Override
    public int compareTo(Fingerprint other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return brief();
    }
}
