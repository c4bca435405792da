package io.landline.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Takes lines off a channel: UTF-8, ended by LF or CR LF, of a bounded length; empty ones are passed over. Confined to
/// the thread that reads.
final class LineReader {
    /// Most lines are short events.
    private static final int BUFFER_BYTES = 8 * 1024;

    private final ReadableByteChannel channel;
    private final int lineBytesMax;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int start;
    private int scanned;
    private int end;

    /// @param lineBytesMax of one line, its end not counted
    LineReader(ReadableByteChannel channel, int lineBytesMax) {
        this.channel = channel;
        this.lineBytesMax = lineBytesMax;
    }

    /// The next line; null where the other side hung up between two. Hanging up inside one is an [EOFException]: the
    /// end of the stream never ends a message. A line that is too long or not UTF-8 is an [IOException] as well, and
    /// there is no going on after it.
    @Nullable
    String next() throws IOException {
        while (true) {
            while (scanned < end) {
                if (buffer[scanned++] != '\n') continue;
                String line = line(scanned - 1);
                start = scanned;
                if (!line.isEmpty()) return line;
            }
            if (end - start > lineBytesMax + 1) throw tooLong(); // one more: a CR that an LF follows
            makeSpace();
            int count = channel.read(ByteBuffer.wrap(buffer, end, buffer.length - end));
            if (count < 0) {
                if (start == end) return null;
                throw new EOFException("hung up inside a line");
            }
            end += count;
        }
    }

    private String line(int newline) throws IOException {
        int length = newline - start;
        if (length > 0 && buffer[newline - 1] == '\r') length--;
        if (length > lineBytesMax) throw tooLong();
        return UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(buffer, start, length))
                .toString();
    }

    private IOException tooLong() {
        return new IOException("a line of more than " + lineBytesMax + " bytes");
    }

    /// Moves what is left to the front, and doubles the buffer where a line fills it, up to one line with its end.
    private void makeSpace() {
        int left = end - start;
        if (start > 0) {
            // a long line's buffer is not kept for the short ones after it
            byte[] room = left == 0 ? new byte[BUFFER_BYTES] : buffer;
            System.arraycopy(buffer, start, room, 0, left);
            buffer = room;
            scanned -= start;
            end = left;
            start = 0;
        }
        if (end == buffer.length) buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, lineBytesMax + 2L));
    }
}
