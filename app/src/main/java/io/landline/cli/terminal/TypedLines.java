package io.landline.cli.terminal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/// The lines of standard input, as a person or a script types them, of a bounded length. A longer one is cut: it no
/// longer reads as a command, and the answer says so; its rest is skipped. The last line needs no end, and an empty
/// line is a line. The local socket is stricter (`control.LineReader`): there each of these is an error. One thread.
public final class TypedLines implements Closeable {
    private final InputStream in;
    private final int bytesMax;
    private final Charset charset;

    public TypedLines(InputStream in, int bytesMax, Charset charset) {
        this.in = new BufferedInputStream(in);
        this.bytesMax = bytesMax;
        this.charset = charset;
    }

    /// The next line without its end; null at the end of input.
    @Nullable
    public String next() throws IOException {
        var line = new ByteArrayOutputStream();
        int b = in.read();
        if (b == -1) return null;
        for (; b != -1 && b != '\n'; b = in.read()) {
            if (line.size() < bytesMax) line.write(b);
        }
        return line.toString(charset).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
