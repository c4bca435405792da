package io.landline.filetransfer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The only checksum of file transfer: of chunks, of whole files, of ids.
final class Sha256 {
    static final int BYTES = 32;

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
