package io.landline.lab.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Course;
import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.Payload;
import io.landline.lab.PlainTcp;
import io.landline.lab.Recorder;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.Target;
import io.landline.lab.net.TcpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HttpTest {
    private final Recorder events = new Recorder();

    private TcpServer server() throws Exception {
        return TcpServer.start(ServerOptions.onLoopback(), ServerMode.CONCURRENT, new HttpServer(), events);
    }

    @Test
    void theJdksOwnClientIsServed() throws Exception {
        try (var server = server(); var jdk = java.net.http.HttpClient.newHttpClient()) {
            URI page = URI.create("http://127.0.0.1:" + ((InetSocketAddress) server.local()).getPort() + "/");
            var reply = jdk.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
            assertEquals(200, reply.statusCode());
            assertTrue(reply.body().contains("It works"));
            assertEquals(404,
                    jdk.send(HttpRequest.newBuilder(page.resolve("/etc/passwd")).build(), BodyHandlers.ofString())
                            .statusCode());
        }
    }

    @Test
    void theCoursesRequestIsAnsweredInOneRead() throws Exception {
        try (var server = server(); var client = new PlainTcp(server.local())) {
            String reply = client.ask("GET / HTTP/1.1\r\nHost: example.com\r\nAccept: text/html\r\n\r\n");
            assertTrue(reply.startsWith("HTTP/1.1 200 OK\r\n") && reply.contains("It works")
                    && reply.endsWith("</html>\n"), reply);
        }
    }

    @Test
    void aRequestMayComeInPiecesAndTwoInOne() throws Exception {
        try (var server = server(); var client = new PlainTcp(server.local())) {
            client.send("GET / HT");
            assertTrue(client.hearsNothing(30));
            client.send("TP/1.1\r\nHost: x\r\n\r\nHEAD / HTTP/1.1\r\nConnection: close\r\n\r\n");
            String both = new String(client.toTheEnd(), StandardCharsets.UTF_8);
            assertEquals(2, both.split("HTTP/1.1 200 OK", -1).length - 1);
            assertTrue(both.endsWith("\r\n\r\n"), "HEAD has no body");
        }
    }

    @Test
    void whatIsNoGetIsRefusedInWords() throws Exception {
        for (String[] each : new String[][]{{"POST / HTTP/1.1\r\n\r\n", "405", "GET and HEAD only."},
                {"hello\r\n\r\n", "400", "This is no request."},
                {"GET / HTTP/1.1\r\nX: " + "x".repeat(9_000), "431",
                        "The head of this request has more than 8192 bytes."}}) {
            try (var server = server(); var client = new PlainTcp(server.local())) {
                client.send(each[0]);
                String reply = new String(client.toTheEnd(), StandardCharsets.UTF_8);
                assertTrue(reply.startsWith("HTTP/1.1 " + each[1]) && reply.endsWith("\r\n\r\n" + each[2] + "\n"),
                        reply);
            }
        }
    }

    /// A program that ends its lines by LF alone waits for an answer, and its student looks here for the reason.
    @Test
    void whatDoesNotBecomeARequestIsToldAllTheSame() throws Exception {
        String begun = "GET / HTTP/1.1\n\n";
        try (var server = server(); var client = new PlainTcp(server.local())) {
            client.send(begun);
            client.shutdownOutput();
            assertEquals("", client.receive());
            assertLeft(begun);
        }
    }

    @Test
    void whatDoesNotBecomeARequestWithinTheTimeIsToldAllTheSame() throws Exception {
        String begun = "GET / HTTP/1.1\r\n";
        try (var server = TcpServer.start(ServerOptions.onLoopback(), ServerMode.CONCURRENT,
                new HttpServer(Duration.ofMillis(200)), events); var client = new PlainTcp(server.local())) {
            client.send(begun);
            assertEquals("", client.receive());
            assertLeft(begun);
        }
    }

    private void assertLeft(String begun) throws Exception {
        LabEvent.Unanswered left = events.await(LabEvent.Unanswered.class);
        assertEquals(Payload.of(begun), left.message().payload());
        assertEquals(1, events.received().size());
        assertTrue(left.why().english().startsWith("no whole request"), left.why().english());
    }

    @Test
    void theClientSendsExactlyTheSheetsRequest() throws Exception {
        try (Course<String> course = Course.tcp(client -> {
            String request = client.receive();
            client.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
            return request;
        })) {
            new HttpClient(new Target("127.0.0.1", course.port(), Family.ANY), "/", false, events).run();
            assertEquals("GET / HTTP/1.1\r\nHost: 127.0.0.1:" + course.port() + "\r\nAccept: text/html\r\n\r\n",
                    course.finished());
            assertEquals(1, events.received().size());
        }
    }

    @Test
    void withFullTheRestIsReadByLengthChunksOrTheEnd() throws Exception {
        assertTrue(whole("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n", "01234", "56789").contains("Content-Length"));
        assertTrue(whole("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "5\r\n01234\r\n5;x=y\r\n567",
                "89\r\n0\r\n\r\n").contains("chunked"));
        assertTrue(whole("HTTP/1.0 200 OK\r\n\r\n", "01234", "56789").contains("end of the connection"));
    }

    private static String whole(String head, String... pieces) throws Exception {
        try (Course<Boolean> course = Course.tcp(client -> {
            client.receive();
            client.send(head);
            for (String piece : pieces) {
                assertFalse(client.localPort() == 0);
                client.send(piece);
            }
            return true;
        })) {
            var heard = new Recorder();
            new HttpClient(new Target("127.0.0.1", course.port(), Family.ANY), "/", true, heard).run();
            assertTrue(heard.received().getLast().endsWith("\\r\\n\\r\\n0123456789"), heard.received().getLast());
            assertEquals(1, heard.received().size(), "what came is told once");
            return heard.await(io.landline.lab.LabEvent.Remark.class).sentence().english();
        }
    }
}
