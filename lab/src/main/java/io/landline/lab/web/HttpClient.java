package io.landline.lab.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.net.Connection;
import io.landline.lab.net.Failures;
import io.landline.lab.net.Target;
import io.landline.lab.net.TcpClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Asks for one page by hand-written HTTP/1.1 (S15). First it shows what one read returned, as the course's client
/// does: that may be all, or the beginning only. With `full` it then reads to the end, of which HTTP has three kinds: a
/// length, chunks, or the connection's end.
public record HttpClient(Target target, String path, boolean full, Consumer<LabEvent> events) implements Client {
    public static final int USUAL_PORT = 80;
    private static final int FIRST_READ_BYTES_MAX = 4_096;
    /// A page that is longer is cut: this is no download program.
    private static final int WHOLE_BYTES_MAX = 8 * 1024 * 1024;
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(ISO_8859_1);
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:\\s*(\\d{1,18})\\s*$");
    private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding:.*chunked\\s*$");

    @Override
    public void run() throws IOException, InterruptedException {
        String host = target.port() == USUAL_PORT ? target.host() : target.host() + ":" + target.port();
        try (Connection server = TcpClient.connect(target, events)) {
            server.write(Payload.of("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: text/html\r\n\r\n"));
            server.readWithin(Connection.PATIENCE);
            Payload first = first(server);
            if (first == null) throw new LabException("The server closed the connection without an answer.");
            if (full) {
                events.accept(new LabEvent.Remark(Instant.now(), whole(server, first)));
            } else {
                server.tellIn(first);
            }
        }
        events.accept(new LabEvent.Stopped(Instant.now(),
                full ? LabMessage.NOTHING : LabMessage.of("this is what one read returned; --full reads to the end")));
    }

    /// Reads the rest, tells the whole, and says how its end was known. Tells what came where that is no whole.
    private static LabMessage whole(Connection server, Payload first) throws IOException {
        var all = new GrowingAnswer();
        all.writeBytes(first.bytes());
        try {
            return whole(server, all);
        } catch (IOException e) {
            server.tellIn(Payload.of(all.toByteArray()));
            throw e;
        }
    }

    private static LabMessage whole(Connection server, GrowingAnswer all) throws IOException {
        int head;
        while ((head = all.toString(ISO_8859_1).indexOf(END_OF_HEAD)) < 0 && all.size() <= HttpServer.HEAD_BYTES_MAX) {
            Payload more = more(server, all.size());
            if (more == null) break;
            all.writeBytes(more.bytes());
        }
        if (head < 0) throw new LabException("This is no HTTP answer: its head does not end.");
        String fields = all.toString(ISO_8859_1).substring(0, head);
        Matcher length = LENGTH.matcher(fields);
        boolean chunked = CHUNKED.matcher(fields).find();
        Long wanted = !chunked && length.find() ? Long.valueOf(length.group(1)) : null;
        while (all.size() < WHOLE_BYTES_MAX && !(wanted != null
                ? all.size() - head - END_OF_HEAD.length() >= wanted
                : chunked && all.endsWith(LAST_CHUNK))) {
            Payload more = more(server, all.size());
            if (more == null) break;
            all.writeBytes(more.bytes());
        }
        server.tellIn(
                Payload.of(chunked ? withoutChunks(all.toByteArray(), head + END_OF_HEAD.length()) : all.toByteArray()),
                LabMessage.of("the whole"));
        LabMessage how = LabMessage.of(
                wanted != null ? "Content-Length" : chunked ? "chunked coding" : "the end of the connection");
        return LabMessage.of("{0} B in all; that it was all is known by {1}", all.size(), how);
    }

    /// The head, and the chunks' contents one after the other.
    private static byte[] withoutChunks(byte[] all, int from) throws LabException {
        String text = new String(all, ISO_8859_1);
        var plain = new ByteArrayOutputStream();
        plain.write(all, 0, from);
        int at = from;
        while (true) {
            int end = text.indexOf("\r\n", at);
            if (end < 0) return plain.toByteArray();
            String size = text.substring(at, end).replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
            if (!size.matches("[0-9a-f]{1,7}")) throw new LabException("The server's chunks are malformed.");
            int length = Integer.parseInt(size, 16);
            int begin = end + 2;
            if (length == 0) return plain.toByteArray();
            plain.write(all, begin, Math.min(length, all.length - begin));
            at = Math.min(all.length, begin + length + 2);
        }
    }

    private static @Nullable Payload first(Connection server) throws IOException {
        try {
            return server.readUntold(FIRST_READ_BYTES_MAX);
        } catch (IOException e) {
            throw Failures.noReply(server.peer(), e);
        }
    }

    private static @Nullable Payload more(Connection server, int bytes) throws IOException {
        try {
            return server.readUntold(FIRST_READ_BYTES_MAX);
        } catch (IOException e) {
            throw new LabException(e, "The answer of {0} broke off after {1} B: {2}.", server.peer().name(), bytes,
                    Failures.kind(e));
        }
    }
}
