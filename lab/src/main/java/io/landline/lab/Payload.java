package io.landline.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The bytes of one message, as they are on the wire, and ways to look at them. Immutable.
public final class Payload {
    public static final Payload EMPTY = new Payload(new byte[0]);

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final byte[] bytes;

    private Payload(byte[] bytes) { this.bytes = bytes; }

    public static Payload of(byte[] bytes) {
        return new Payload(bytes.clone());
    }

    public static Payload of(byte[] bytes, int from, int length) {
        return new Payload(Arrays.copyOfRange(bytes, from, from + length));
    }

    public static Payload of(String text) {
        return new Payload(text.getBytes(UTF_8));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    /// As UTF-8, or null if it is not UTF-8: a `?` in the place of a broken character would hide what came.
    public @Nullable String text() {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    /// Whether these are exactly the bytes of this text.
    public boolean is(String text) {
        return Arrays.equals(bytes, text.getBytes(UTF_8));
    }

    /// In quotation marks, with escapes for what a terminal would obey; bytes that are not UTF-8 as `\xff`.
    public String quoted() {
        return "'" + shown() + "'";
    }

    /// As [#quoted], without the marks.
    public String shown() {
        String text = text();
        if (text != null) return Escapes.line(text);
        var shown = new StringBuilder();
        for (byte each : bytes) {
            boolean plain = each >= ' ' && each < 0x7f;
            shown.append(plain ? String.valueOf((char) each) : "\\x" + HexFormat.of().toHexDigits(each));
        }
        return shown.toString();
    }

    /// `74 65 73 74`.
    public String hex() {
        return HEX.formatHex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Payload payload && Arrays.equals(bytes, payload.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " B " + quoted();
    }
}
