package io.landline.lab.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.lab.LabEvent;
import io.landline.lab.Payload;
import io.landline.lab.net.Connection;
import io.landline.lab.net.TcpService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One page by hand-written HTTP/1.1 (S15). A request's head ends with an empty line, however many reads it takes; the
/// reply says its length, so that the connection can stay open for the next. It serves nothing from the disk.
///
///     client                                    server
///       | -- 'GET / HTTP/1.1', Host …, '' --------> |
///       | <-- 'HTTP/1.1 200 OK', length …, '', page |   in one write, because a course client reads once
public final class HttpServer implements TcpService {
    static final int HEAD_BYTES_MAX = 8 * 1024;
    private static final String TOO_LONG = "The head of this request has more than " + HEAD_BYTES_MAX + " bytes.\n";
    /// As docs/lab/http.md says.
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Landline Lab</title></head>
            <body><h1>It works</h1><p>This page came over a TCP connection, in clear text: look at it in \
            Wireshark.</p></body></html>
            """;

    private final Duration idle;

    public HttpServer() { this(IDLE); }

    HttpServer(Duration idle) { this.idle = idle; }

    private record Request(String method, String path, boolean keepsOpen, LabEvent.In heard) {}

    @Override
    public void converse(Connection client) throws IOException {
        client.readWithin(idle);
        var ahead = new ByteArrayOutputStream();
        boolean goesOn = true;
        while (goesOn) {
            try {
                Request request = request(client, ahead);
                if (request == null) return;
                goesOn = answer(client, request);
            } catch (SocketTimeoutException _) {
                client.remark("{0} said nothing for {1} s", client.peer().name(), idle.toSeconds());
                return;
            }
        }
        client.finish();
    }

    /// The next request; null at the end of the stream. What came after it stays in `ahead`.
    private static @Nullable Request request(Connection client, ByteArrayOutputStream ahead) throws IOException {
        boolean isFurther = true;
        while (true) {
            String head = ahead.toString(ISO_8859_1);
            int end = head.indexOf("\r\n\r\n");
            if (end >= 0 && end <= HEAD_BYTES_MAX) {
                if (isFurther) client.countFurther();
                byte[] all = ahead.toByteArray();
                int used = end + 4;
                ahead.reset();
                ahead.write(all, used, all.length - used);
                return parsed(head.substring(0, end), client.tellIn(Payload.of(all, 0, used)));
            }
            if (head.length() > HEAD_BYTES_MAX) {
                return new Request("", "too long", false, client.tellIn(Payload.of(ahead.toByteArray())));
            }
            Payload read;
            try {
                read = client.readUntold(Connection.READ_BYTES_MAX);
            } catch (IOException e) {
                leave(client, ahead);
                throw e;
            }
            if (read == null) {
                leave(client, ahead);
                return null;
            }
            ahead.writeBytes(read.bytes());
            isFurther = false;
        }
    }

    /// Tells of bytes that did not become a request: they came, and a program that ends its lines otherwise waits.
    private static void leave(Connection client, ByteArrayOutputStream ahead) {
        if (ahead.size() == 0) return;
        client.leave(client.tellIn(Payload.of(ahead.toByteArray())),
                "no whole request: each line of its head ends with CRLF, and an empty line ends the head");
    }

    private static Request parsed(String head, LabEvent.In heard) {
        String[] lines = head.split("\r\n");
        String[] words = lines[0].split(" ");
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) return new Request("", "malformed", false, heard);
        boolean closes = words[2].equals("HTTP/1.0");
        for (String line : lines) closes |= line.replace(" ", "").equalsIgnoreCase("Connection:close");
        return new Request(words[0], words[1], !closes, heard);
    }

    /// False where the connection ends with it.
    private static boolean answer(Connection client, Request request) throws IOException {
        return switch (request.method()) {
            case "GET", "HEAD" -> {
                boolean found = request.path().equals("/");
                reply(client, request, found ? "200 OK" : "404 Not Found",
                        found ? PAGE : "There is only one page here: /\n", "", request.keepsOpen());
                yield request.keepsOpen();
            }
            case "" -> {
                boolean tooLong = request.path().equals("too long");
                reply(client, request, tooLong ? "431 Request Header Fields Too Large" : "400 Bad Request",
                        tooLong ? TOO_LONG : "This is no request.\n", "", false);
                yield false;
            }
            default -> {
                // A body may follow, which would look like the next request.
                reply(client, request, "405 Method Not Allowed", "GET and HEAD only.\n", "Allow: GET, HEAD\r\n", false);
                yield false;
            }
        };
    }

    private static void reply(Connection client, Request request, String status, String body, String more,
            boolean keepsOpen) throws IOException {
        String type = status.startsWith("200") ? "text/html" : "text/plain";
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "; charset=utf-8\r\nContent-Length: "
                + body.getBytes(UTF_8).length
                + "\r\n" + more + "Connection: " + (keepsOpen ? "keep-alive" : "close") + "\r\n\r\n";
        client.write(Payload.of(request.method().equals("HEAD") ? head : head + body), request.heard());
    }
}
