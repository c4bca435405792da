package io.landline.peer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256, the only hash of Landline. Stateless; any thread.
public final class Sha256 {
    public static final int BYTES = 32;

    /// Never fed, so any thread may copy it: to look for the algorithm takes longer than to hash a short text.
    private static final MessageDigest FRESH = found();

    private Sha256() {}

    /// The hash of these parts, one after the other.
    public static byte[] of(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) digest.update(part);
        return digest.digest();
    }

    /// For bytes that come little by little. One thread.
    public static MessageDigest digest() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException e) {
            return found();
        }
    }

    private static MessageDigest found() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
