package io.landline.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import java.util.Locale;

/// The safety number of a pair of identities, which two people compare aloud: the same on both sides. SHA-256 over
/// `landline/1 safety`, NUL, the lower and the higher fingerprint; its first thirty bytes, five at a time big-endian,
/// modulo 100,000 (docs/protocol/handshake.md, "Safety number").
///
/// @param value six groups of five digits with a blank between
public record SafetyNumber(String value) {
    private static final int GROUPS = 6;
    private static final int GROUP_BYTES = 5;
    private static final long GROUP_MODULUS = 100_000;
    private static final byte[] LABEL = "landline/1 safety\0".getBytes(US_ASCII);

    public static SafetyNumber of(Fingerprint a, Fingerprint b) {
        boolean ordered = a.compareTo(b) <= 0;
        byte[] digest = Sha256.of(LABEL, (ordered ? a : b).bytes(), (ordered ? b : a).bytes());
        var groups = new String[GROUPS];
        for (int group = 0; group < GROUPS; group++) {
            long number = 0;
            for (int i = 0; i < GROUP_BYTES; i++) number = number << 8 | digest[group * GROUP_BYTES + i] & 0xff;
            groups[group] = String.format(Locale.ROOT, "%05d", number % GROUP_MODULUS);
        }
        return new SafetyNumber(String.join(" ", groups));
    }

    @Override
    public String toString() {
        return value;
    }
}
