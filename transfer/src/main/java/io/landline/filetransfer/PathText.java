package io.landline.filetransfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Paths as text. Not every path is text: a name may be written in another encoding than the system's, as on an old
/// stick. Java shows such a name with signs that stand for any byte, and finds no file by that. Stateless; any thread.
public final class PathText {
    /// How an address begins. Every path in the store is absolute, so none begins like this.
    private static final String ADDRESS = "file:///";
    /// Stands in a text for bytes that are no letter.
    private static final char NO_LETTER = '\ufffd';
    /// Stands before the two digits of a byte.
    private static final char ESCAPE = '%';
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

    /// The same; null where this system has no such path. A profile may be carried from one system to another.
    public static @Nullable Path readOrNull(String stored) {
        try {
            return read(stored);
        } catch (IllegalArgumentException e) { // of paths and of addresses
            return null;
        }
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
        byte[] bytes = bytes(name);
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return escaped(bytes, OLD_NAMES);
        }
    }

    /// A name that is no text, where another one beside it is told alike: with digits for each byte that is not ASCII.
    ///
    /// @param name of one segment
    public static String toldApart(Path name) {
        return escaped(bytes(name), US_ASCII);
    }

    /// The names that are no text and could be told so, by [#told] or [#toldApart]. A name in UTF-8 comes first. None
    /// on a system whose names are all text.
    public static List<Path> toldAs(String told) {
        if (told.chars().allMatch(c -> c < 0x80 && c != ESCAPE)) return List.of(); // each has a byte that is not ASCII
        var names = new ArrayList<Path>();
        for (byte[] bytes : List.of(told.getBytes(UTF_8), unescaped(told))) {
            Path name = name(bytes);
            if (name != null && !isText(name) && (told(name).equals(told) || toldApart(name).equals(told))) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    private static byte[] bytes(Path name) {
        String address = name.toUri().getRawPath();
        int end = address.endsWith("/") ? address.length() - 1 : address.length();
        return URLDecoder.decode(address.substring(address.lastIndexOf('/', end - 1) + 1, end)
                .replace("+", "%2B"), ISO_8859_1).getBytes(ISO_8859_1);
    }

    /// A name of these bytes, if the system can have one.
    private static @Nullable Path name(byte[] bytes) {
        var address = new StringBuilder(ADDRESS);
        for (byte each : bytes) {
            if (each == 0 || each == '/') return null;
            address.append(String.format("%%%02X", each));
        }
        try {
            return Path.of(URI.create(address.toString())).getFileName();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// Digits stand for what is no letter. So that other bytes give another text, they also stand for a `%` that two
    /// digits follow.
    private static String escaped(byte[] bytes, Charset letters) {
        var text = new StringBuilder();
        for (int at = 0; at < bytes.length; at++) {
            String letter = new String(bytes, at, 1, letters);
            boolean isLetter = letter.charAt(0) != NO_LETTER && !Character.isISOControl(letter.charAt(0))
                    && !(bytes[at] == ESCAPE && at + 2 < bytes.length && isDigit(bytes[at + 1])
                            && isDigit(bytes[at + 2]));
            text.append(isLetter ? letter : String.format("%%%02X", bytes[at]));
        }
        return text.toString();
    }

    private static byte[] unescaped(String text) {
        var bytes = new ByteArrayOutputStream();
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == ESCAPE && at + 2 < text.length() && isDigit(text.charAt(at + 1))
                    && isDigit(text.charAt(at + 2))) {
                bytes.write(HexFormat.fromHexDigits(text, at + 1, at + 3));
                at += 2;
            } else {
                bytes.writeBytes(text.substring(at, at + 1).getBytes(OLD_NAMES));
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isDigit(int c) {
        return c < 0x80 && HexFormat.isHexDigit(c);
    }
}
