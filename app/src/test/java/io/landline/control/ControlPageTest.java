package io.landline.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.Pages;
import io.landline.settings.Profile;
import io.landline.settings.ProfileLock;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Holds docs/protocol/control.md true.
@Timeout(60)
class ControlPageTest {
    @TempDir
    Path folder;

    @Test
    void thePagesExampleTravelsAsItIsWritten() throws Exception {
        List<byte[]> example = Pages.hexLines(Pages.read("protocol/control.md"));
        var heard = new LinkedBlockingQueue<String>();
        Path sockets = Files.createTempDirectory("t");
        var place = new SocketPath(sockets.resolve("s"), true);
        try (ProfileLock lock = ProfileLock.acquire(Profile.open(folder));
                ControlServer server = ControlServer.open(lock, client -> line -> {
                    heard.add(line);
                    client.send("{\"event\":\"ok\",\"peers\":[]}");
                }, place, Duration.ofSeconds(10), Duration.ZERO);
                SocketChannel client = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            client.connect(UnixDomainSocketAddress.of(server.socket()));
            client.write(ByteBuffer.wrap(example.getFirst()));
            var answer = ByteBuffer.allocate(example.getLast().length);
            while (answer.hasRemaining() && client.read(answer) >= 0) {}
            assertEquals("{\"do\":\"peers\"}", heard.take());
            assertArrayEquals(example.getLast(), answer.array());
        }
    }

    @Test
    void thePagesLimitsAreTheConstants() throws IOException {
        String page = Pages.read("protocol/control.md").replaceAll("\\s+", " ");
        for (String limit : List.of(
                "| line from a client | %,d bytes without its end |".formatted(ControlServer.COMMAND_BYTES_MAX),
                "| line from the node | %,d bytes with its end |".formatted(ControlServer.ANSWER_BYTES_MAX),
                "| clients at a time | %d | %d more wait up to %d s".formatted(ControlServer.CLIENTS_MAX,
                        ControlServer.WAITING_MAX, ControlServer.PLACE_MAX.toSeconds()),
                "| queued for one client | %,d lines, %d MiB |".formatted(SocketClient.QUEUE_LINES_MAX,
                        SocketClient.QUEUE_BYTES_MAX >> 20),
                "next command waits up to %d s".formatted(ControlServer.ROOM_MAX.toSeconds()),
                "| last lines when the node ends | %d s |".formatted(ControlServer.DRAIN_MAX.toSeconds()),
                "at most %d bytes, since macOS".formatted(SocketPath.PATH_BYTES_MAX))) {
            assertTrue(page.contains(limit), limit);
        }
    }
}
