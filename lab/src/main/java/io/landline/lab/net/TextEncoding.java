package io.landline.lab.net;

import io.landline.lab.LabMessage;
import io.landline.lab.Payload;

/// How a program has written text that is not plain UTF-8, told by its bytes. Java's streams write such text unless
/// they are told otherwise, and their zero bytes are valid UTF-8: nothing fails, and no word is found in it.
final class TextEncoding {
    private static final LabMessage UTF16 = LabMessage
            .of("UTF-16, not UTF-8: encode the text as UTF-8 before you send it");
    private static final LabMessage LENGTHS = LabMessage
            .of("with its length before it, as Java's writeUTF sends it: getBytes(UTF_8) gives the text alone");
    private static final LabMessage BROKEN = LabMessage.of("not UTF-8: a course server would have died of it");

    private TextEncoding() {}

    /// What was special about a message that can be read as UTF-8; nothing where it cannot be, which [#noText] tells.
    static LabMessage note(Payload payload) {
        byte[] bytes = payload.bytes();
        if (payload.text() == null) return LabMessage.NOTHING;
        if (isUtf16(bytes)) return UTF16;
        return hasLengths(bytes) ? LENGTHS : LabMessage.NOTHING;
    }

    /// Why a message is no text.
    static LabMessage noText(Payload payload) {
        byte[] bytes = payload.bytes();
        return beginsWithMark(bytes) || isUtf16(bytes) ? UTF16 : BROKEN;
    }

    private static boolean beginsWithMark(byte[] bytes) {
        if (bytes.length < 2) return false;
        return bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff || bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe;
    }

    /// Whether every second byte is zero and the others are letters of Latin-1. One letter and then one zero do not
    /// count: C ends a string with a zero byte. The last zero may be missing: a server that reads lines stops at the
    /// line feed, in the middle of its two bytes.
    private static boolean isUtf16(byte[] bytes) {
        boolean littleEndian = bytes.length > 2 && areLetters(bytes, 0);
        return littleEndian || bytes.length % 2 == 0 && bytes.length > 0 && areLetters(bytes, 1);
    }

    /// @param first the place of the first letter, 0 or 1
    private static boolean areLetters(byte[] bytes, int first) {
        for (int i = 0; i < bytes.length; i++) {
            boolean shouldBeLetter = i % 2 == first;
            if (shouldBeLetter ? !isLetter(bytes[i]) : bytes[i] != 0) return false;
        }
        return true;
    }

    private static boolean isLetter(byte each) {
        int letter = each & 0xff;
        return letter == '\t' || letter == '\n' || letter == '\r' || letter >= ' ' && letter < 0x7f || letter >= 0xa0;
    }

    /// One or several texts, each behind two bytes with the number of its bytes.
    private static boolean hasLengths(byte[] bytes) {
        int at = 0;
        while (at + 2 < bytes.length) {
            int length = (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
            if (length == 0) return false;
            at += 2 + length;
        }
        return at > 0 && at == bytes.length;
    }
}
