package io.landline.peer;

/// Counts the bytes that a text has in UTF-8 (RFC 3629), and makes none of them. Stateless; any thread.
public final class Utf8Length {
    private static final int ONE_BYTE_BELOW = 0x80;
    private static final int TWO_BYTES_BELOW = 0x800;

    private Utf8Length() {}

    /// Whether a text has no more bytes than this, and can be written at all: half of a surrogate pair cannot.
    public static boolean isAtMost(int bytesMax, String text) {
        if (text.length() > bytesMax) return false; // a char has a byte at least
        int bytes = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!Character.isSurrogate(c)) {
                bytes += c < ONE_BYTE_BELOW ? 1 : c < TWO_BYTES_BELOW ? 2 : 3;
                continue;
            }
            at++;
            if (at == text.length() || !Character.isSurrogatePair(c, text.charAt(at))) return false;
            bytes += 4;
        }
        return bytes <= bytesMax;
    }
}
