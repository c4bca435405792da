package io.landline.testing;

import io.landline.identity.Ed25519;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Public keys that nobody needs a private key for, and other encodings of points. The same list stands in libsodium
/// (`ge25519_has_small_order`) and in "Taming the many EdDSAs" (Chalkias, Garillot, Nikolaenko 2020); `Ed25519Test`
/// works it out anew.
public final class WeakKeys {
    /// The identity element, of order 1: with it one signature holds for every message.
    public static final byte[] NEUTRAL = key("01" + "00".repeat(31));

    private WeakKeys() {}

    /// The eight points of small order as RFC 8032 §5.1.2 encodes them.
    public static List<byte[]> smallOrder() {
        return keys("01" + "00".repeat(31), "ec" + "ff".repeat(30) + "7f", "00".repeat(32), "00".repeat(31) + "80",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85");
    }

    /// The same points in encodings that RFC 8032 §5.1.3 forbids: a sign of zero, or y not below p.
    public static List<byte[]> smallOrderOtherwise() {
        return keys("01" + "00".repeat(30) + "80", "ec" + "ff".repeat(31), "ed" + "ff".repeat(30) + "7f",
                "ed" + "ff".repeat(31), "ee" + "ff".repeat(30) + "7f", "ee" + "ff".repeat(31));
    }

    public static List<byte[]> all() {
        return Stream.concat(smallOrder().stream(), smallOrderOtherwise().stream()).toList();
    }

    /// R is the neutral element and S is zero: S·B = R + k·A holds for the neutral A whatever was signed.
    public static byte[] constantSignature() {
        return Arrays.copyOf(NEUTRAL, Ed25519.SIGNATURE_BYTES);
    }

    private static List<byte[]> keys(String... hex) {
        return Arrays.stream(hex).map(WeakKeys::key).toList();
    }

    private static byte[] key(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
