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

/// The lines of standard input, as a person or a script types them: UTF-8, of a bounded length. A longer one is cut: it
/// no longer reads as a command, and the answer says so; its rest is skipped. The last line needs no end, and an empty
/// line is a line. The local socket is stricter (`control.LineReader`): there each of these is an error. One thread.
public final class TypedLines implements Closeable {
    /// The bytes of a byte order mark in UTF-8.
    private static final String MARK = "\u00ef\u00bb\u00bf";

    private final InputStream in;
    private final int bytesMax;
    private boolean isFirst = true;

    public TypedLines(InputStream in, int bytesMax) {
        this.in = new BufferedInputStream(in);
        this.bytesMax = bytesMax;
    }

    /// @param text without its end; null where the line is not UTF-8
    public record Line(@Nullable String text) {
        /// Whether there is nothing to be done with it.
        public boolean isBlank() {
            return text != null && text.isBlank();
        }
    }

    /// The next line; null at the end of input.
    @Nullable
    public Line next() throws IOException {
        var line = new ByteArrayOutputStream();
        boolean cut = false;
        if (isFirst) passMark();
        int b = in.read();
        if (b == -1) return null;
        for (; b != -1 && b != '\n'; b = in.read()) {
            if (line.size() < bytesMax) {
                line.write(b);
            } else {
                cut = true;
            }
        }
        // the cut may be within a character
        if (cut) return new Line(line.toString(UTF_8).stripTrailing());
        try {
            return new Line(UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray())).toString().stripTrailing());
        } catch (CharacterCodingException e) {
            return new Line(null);
        }
    }

    /// Passes over the mark by which some programs begin UTF-8, as PowerShell's pipe does: it is no part of a text.
    private void passMark() throws IOException {
        isFirst = false;
        in.mark(MARK.length());
        for (char each : MARK.toCharArray()) { // no byte is waited for that a short line may lack
            if (in.read() == each) continue;
            in.reset();
            return;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
