package io.landline.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;

/// The kinds of pictures that get a thumbnail, and how a file of each begins. Immutable; any thread.
public enum PictureKind {
    JPEG("\u00ff\u00d8\u00ff"), PNG("\u0089PNG\r\n\u001a\n"), GIF("GIF87a", "GIF89a");

    private final List<byte[]> signatures;

    /// @param signatures as Latin-1
    PictureKind(String... signatures) {
        this.signatures = Arrays.stream(signatures).map(each -> each.getBytes(ISO_8859_1)).toList();
    }

    /// Whether a file with these first bytes claims to be of this kind. No more of it is checked.
    public boolean begins(byte[] head) {
        return signatures.stream().anyMatch(each -> starts(head, each));
    }

    private static boolean starts(byte[] head, byte[] signature) {
        return head.length >= signature.length
                && Arrays.equals(head, 0, signature.length, signature, 0, signature.length);
    }
}
