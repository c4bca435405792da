package io.landline.lab.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Lines out of a TCP stream. A line ends with LF or CRLF; or, because many a student's program sends none, with a
/// short silence. Several lines in one read come one after the other. Confined to the connection's thread.
public final class Lines {
    /// After the last byte of a message without an end.
    private static final Duration SILENCE = Duration.ofMillis(200);

    private final Connection connection;
    private final int lineBytesMax;
    private byte[] ahead = new byte[0];

    /// @param lineBytesMax what is longer is cut into lines of this length
    public Lines(Connection connection, int lineBytesMax) {
        this.connection = connection;
        this.lineBytesMax = lineBytesMax;
    }

    /// A line, and the event that told of it.
    ///
    /// @param text without its end; null where it is not UTF-8
    /// @param heard has the bytes as they came, with the end: both sides tell of the same
    public record Line(@Nullable String text, LabEvent.In heard) {}

    /// The next line; null at the end of the stream.
    ///
    /// @throws java.net.SocketTimeoutException nothing came in time
    public @Nullable Line next(Duration patience) throws IOException {
        var line = new ByteArrayOutputStream();
        boolean isFurther = true;
        while (true) {
            int end = endOfLine();
            if (end >= 0) {
                if (isFurther) connection.countFurther();
                return line(line, end + 1);
            }
            line.writeBytes(ahead);
            ahead = new byte[0];
            if (line.size() >= lineBytesMax) return line(line, 0);
            connection.readWithin(line.size() == 0 ? patience : SILENCE);
            Payload read;
            try {
                read = connection.readUntold(Math.min(Connection.READ_BYTES_MAX, lineBytesMax));
            } catch (LabException e) { // over a limit: this is the last of it
                if (line.size() > 0) connection.tellIn(Payload.of(line.toByteArray()));
                throw e;
            } catch (IOException e) {
                if (line.size() == 0) throw e;
                return line(line, 0); // silence ends it; where the connection broke, the next read says so
            }
            if (read == null) return line.size() == 0 ? null : line(line, 0);
            ahead = read.bytes();
            isFurther = false;
        }
    }

    public @Nullable Line next() throws IOException {
        return next(Duration.ZERO); // as long as the server's idle time allows
    }

    private int endOfLine() {
        for (int i = 0; i < ahead.length; i++) {
            if (ahead[i] == '\n') return i;
        }
        return -1;
    }

    private Line line(ByteArrayOutputStream begun, int used) {
        begun.write(ahead, 0, used);
        ahead = Arrays.copyOfRange(ahead, used, ahead.length);
        byte[] bytes = begun.toByteArray();
        int end = bytes.length;
        if (end > 0 && bytes[end - 1] == '\n') end--;
        if (end > 0 && bytes[end - 1] == '\r') end--;
        return new Line(Payload.of(bytes, 0, end).text(), connection.tellIn(Payload.of(bytes)));
    }

    /// The bytes of a line that is sent.
    public static Payload of(String text) {
        return Payload.of((text + "\n").getBytes(UTF_8));
    }
}
