package io.landline.filetransfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Paths as text. Not every path is text: a name may be written in another encoding than the system's, as on an old
/// stick. Java shows such a name with signs that stand for any byte, and finds no file by that. Stateless; any thread.
public final class PathText {
    /// How an address begins. Every path in the store is absolute, so none begins like this.
    private static final String ADDRESS = "file:///";
    /// Stands in a text for bytes that are no letter.
    private static final char NO_LETTER = '\ufffd';
    /// Of Western Europe, which most such names are from. Each byte but five is a letter or a sign.
    private static final Charset OLD_NAMES = Charset.isSupported("windows-1252")
            ? Charset.forName("windows-1252")
            : ISO_8859_1;

    private PathText() {}

    /// For the store: the path itself, or an address that holds its bytes.
    ///
    /// @param path an absolute one
    public static String stored(Path path) {
        return isText(path) ? path.toString() : path.toUri().toString();
    }

    /// A path as [#stored] wrote it.
    public static Path read(String stored) {
        return stored.startsWith(ADDRESS) ? Path.of(URI.create(stored)) : Path.of(stored);
    }

    /// Whether the text of a path or name leads back to it.
    public static boolean isText(Path path) {
        String text = path.toString();
        if (text.indexOf(NO_LETTER) < 0) return true;
        try {
            return Path.of(text).equals(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /// A name as others are told it. One that is no text is read as UTF-8, or else in an encoding in which other bytes
    /// give another name. So two names are told alike only where one is the UTF-8 of what the other says.
    ///
    /// @param name of one segment
    public static String told(Path name) {
        if (isText(name)) return name.toString();
        String address = name.toUri().getRawPath();
        int end = address.endsWith("/") ? address.length() - 1 : address.length();
        byte[] bytes = URLDecoder.decode(address.substring(address.lastIndexOf('/', end - 1) + 1, end)
                .replace("+", "%2B"), ISO_8859_1).getBytes(ISO_8859_1);
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return old(bytes);
        }
    }

    private static String old(byte[] bytes) {
        var text = new StringBuilder();
        for (byte each : bytes) {
            String letter = new String(new byte[]{each}, OLD_NAMES);
            boolean isLetter = letter.charAt(0) != NO_LETTER && !Character.isISOControl(letter.charAt(0));
            text.append(isLetter ? letter : String.format("%%%02X", each));
        }
        return text.toString();
    }
}
