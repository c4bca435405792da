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
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What a client of the Lab tells programs where a signal ends it: the program itself, and a server of this test.
@StartsPrograms
class InterruptedClientTest {
    /// Datagrams of which nothing is printed: then the pipe is full.
    private static final int IN_VAIN = 100;

    private static Process start(String... lab) throws Exception {
        var typed = new ArrayList<>(List.of("lab"));
        typed.addAll(List.of(lab));
        typed.add("--json");
        return new ProcessBuilder(SelfCommand.of(typed.toArray(String[]::new)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// Ends it by SIGTERM, and looks at its last line.
    private static void saysThatItWasInterrupted(Process client) throws Exception {
        client.toHandle().destroy();
        List<JsonObject> lines;
        try (var printed = client.inputReader(UTF_8)) {
            lines = printed.lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
        }
        assertEquals(ExitCode.INTERRUPTED, client.waitFor());
        List<JsonObject> ends = lines.stream()
                .filter(each -> each.get("event").getAsString().equals("lab-stopped"))
                .toList();
        assertEquals(1, ends.size(), lines::toString);
        assertEquals(lines.getLast(), ends.getFirst());
        assertEquals("interrupted", ends.getFirst().get("reason").getAsString());
    }

    /// Starts one that listens, and sends it this text until it prints; or until nothing more fits in the pipe.
    private static Process listening(String text, boolean fill) throws Exception {
        try (var sender = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            int port;
            try (var free = new DatagramSocket(0)) {
                port = free.getLocalPort();
            }
            Process client = start("broadcast", "--listen", "--port", String.valueOf(port));
            byte[] bytes = text.getBytes(UTF_8);
            var packet = new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port);
            int printed = 0;
            for (int inVain = 0; printed == 0 || fill && inVain < IN_VAIN; inVain++) {
                assertTrue(client.isAlive());
                sender.send(packet);
                Thread.sleep(5);
                int now = client.getInputStream().available();
                if (now > printed) inVain = 0;
                printed = now;
            }
            return client;
        }
    }

    @Test
    void oneThatListensToAnnouncements() throws Exception {
        Process client = listening("hi", false);
        try {
            saysThatItWasInterrupted(client);
        } finally {
            client.destroyForcibly();
        }
    }

    /// What it prints fills the pipe, and its next line waits there.
    @Test
    @EnabledOnOs(OS.LINUX) // others do not tell how much waits in a pipe
    void oneWhoseReaderTakesNothingEndsToo() throws Exception {
        Process client = listening("x".repeat(1_000), true);
        try {
            client.toHandle().destroy();
            assertTrue(client.waitFor((int) Patience.OF_PROGRAMS.toMillis(), TimeUnit.MILLISECONDS));
            assertEquals(ExitCode.INTERRUPTED, client.exitValue());
        } finally {
            client.destroyForcibly();
        }
    }

    @Test
    void oneThatWaitsForADatagram() throws Exception {
        try (var server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            server.setSoTimeout((int) Patience.OF_PROGRAMS.toMillis());
            Process client = start("udp-args", "--to", "127.0.0.1", "--port", String.valueOf(server.getLocalPort()),
                    "hi there");
            try {
                server.receive(new DatagramPacket(new byte[100], 100));
                saysThatItWasInterrupted(client);
            } finally {
                client.destroyForcibly();
            }
        }
    }

    @Test
    void oneThatWaitsForAConnectionToSpeak() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout((int) Patience.OF_PROGRAMS.toMillis());
            Process client = start("tcp-hello", "--to", "127.0.0.1", "--port", String.valueOf(server.getLocalPort()));
            try (var connection = server.accept()) {
                assertTrue(connection.isConnected());
                saysThatItWasInterrupted(client);
            } finally {
                client.destroyForcibly();
            }
        }
    }
}
