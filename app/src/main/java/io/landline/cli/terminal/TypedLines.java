package io.landline.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/// The lines of standard input, as a person or a script types them: UTF-8, of a bounded length. A longer one is cut,
/// and says so; its rest is skipped. The last line needs no end, and an empty
/// line is a line. The local socket is stricter (`control.LineReader`): there each of these is an error. One thread.
public final class TypedLines implements Closeable {
    /// The bytes of a byte order mark in UTF-8.
    private static final String MARK = "\u00ef\u00bb\u00bf";

    private final InputStream in;
    private final int bytesMax;
    private final boolean keepsSpaces;
    private boolean isFirst = true;
    /// A terminal tells its end once: who reads on waits for more.
    private boolean isOver;

    public TypedLines(InputStream in, int bytesMax) {
        this(in, bytesMax, false);
    }

    private TypedLines(InputStream in, int bytesMax, boolean keepsSpaces) {
        this.in = new BufferedInputStream(in);
        this.bytesMax = bytesMax;
        this.keepsSpaces = keepsSpaces;
    }

    /// Lines of any length, with the spaces at their ends: each byte of them may be meant.
    public static TypedLines verbatim(InputStream in) {
        return new TypedLines(in, Integer.MAX_VALUE, true);
    }

    /// @param text without its end; null where the line is not UTF-8
    /// @param isCut whether the line goes on behind the text: it is not what was meant
    public record Line(@Nullable String text, boolean isCut) {
        Line(@Nullable String text) { this(text, false); }

        /// Whether there is nothing to be done with it.
        public boolean isBlank() {
            return !isCut && text != null && text.isBlank();
        }
    }

    /// The next line; null at the end of input.
    @Nullable
    public Line next() throws IOException {
        if (isOver) return null;
        var line = new ByteArrayOutputStream();
        boolean cut = false;
        int b = isFirst ? first() : in.read();
        isOver = b == -1;
        if (isOver) return null;
        for (; b != -1 && b != '\n'; b = in.read()) {
            if (line.size() < bytesMax) {
                line.write(b);
            } else {
                cut = true;
            }
        }
        isOver = b == -1;
        // the cut may be within a character
        if (cut) return new Line(line.toString(UTF_8).stripTrailing(), true);
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray())).toString();
            return new Line(keepsSpaces ? withoutReturn(text) : text.stripTrailing());
        } catch (CharacterCodingException e) {
            return new Line(null);
        }
    }

    /// As Windows ends its lines.
    private static String withoutReturn(String text) {
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /// The first byte behind the mark by which some programs begin UTF-8, as PowerShell's pipe does: it is no part of a
    /// text.
    private int first() throws IOException {
        isFirst = false;
        int b = in.read();
        if (b != MARK.charAt(0)) return b;
        in.mark(MARK.length());
        if (in.read() == MARK.charAt(1) && in.read() == MARK.charAt(2)) return in.read();
        in.reset();
        return b;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
