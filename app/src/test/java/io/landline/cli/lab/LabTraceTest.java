package io.landline.cli.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.terminal.ExitCode;
import io.landline.process.SelfCommand;
import io.landline.testing.Patience;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What a client prints with `--trace`, and with `--json`: the program itself, and a server of this test.
@StartsPrograms
class LabTraceTest {
    private static final byte[] ANSWER = {(byte) 0xff, 'o', 'k'};

    /// The lines of a client that sends `hi there`, and gets [#ANSWER].
    private static List<String> lines(String option) throws Exception {
        try (var server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            server.setSoTimeout((int) TimeUnit.SECONDS.toMillis(Patience.PROGRAM_SECONDS));
            Process client = new ProcessBuilder(SelfCommand.of("lab", "udp-args", "--to", "127.0.0.1", "--port",
                    String.valueOf(server.getLocalPort()), "hi there", option)).redirectErrorStream(true).start();
            try (var printed = client.inputReader(UTF_8)) {
                answer(server);
                List<String> lines = printed.lines().toList();
                assertEquals(ExitCode.DONE, client.waitFor(), lines::toString);
                return lines;
            } finally {
                client.destroy();
            }
        }
    }

    private static void answer(DatagramSocket server) throws IOException {
        var packet = new DatagramPacket(new byte[100], 100);
        server.receive(packet);
        server.send(new DatagramPacket(ANSWER, ANSWER.length, packet.getSocketAddress()));
    }

    @Test
    void aTraceShowsTheBytesOfEachMessageWithItsDirection() throws Exception {
        List<String> lines = lines("--trace");
        assertTrue(lines.stream()
                .anyMatch(line -> line
                        .matches("  [\\d:.]{12} -> 127.0.0.1:\\d+  8 B  68 69 20 74 68 65 72 65  'hi there'")),
                lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.matches("  [\\d:.]{12} <- 127.0.0.1:\\d+  3 B  ff 6f 6b  .*")),
                lines::toString);
        assertTrue(lines.contains("< \\xffok"), lines::toString);
    }

    @Test
    void aProgramReadsEachMessageAsAnEventAndNothingElse() throws Exception {
        List<JsonObject> events = lines("--json").stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
        assertEquals(List.of("lab-out", "lab-in", "lab-stopped"),
                events.stream()
                        .map(each -> each.get("event").getAsString())
                        .filter(each -> !each.equals("lab-started"))
                        .toList());
        assertEquals("ff 6f 6b", events.stream()
                .filter(each -> each.has("hex"))
                .findFirst()
                .orElseThrow()
                .get("hex")
                .getAsString());
    }
}
