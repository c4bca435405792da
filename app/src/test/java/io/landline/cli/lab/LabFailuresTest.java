package io.landline.cli.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.terminal.ExitCode;
import io.landline.process.SelfCommand;
import io.landline.testing.StartsPrograms;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a program reads of the Lab where it fails: the last line says so, as with every command.
@StartsPrograms
class LabFailuresTest {
    /// The last line that an experiment printed, and what it said to a person.
    private record Failed(JsonObject last, String said) {}

    private static Failed failed(int exitCode, String... lab) throws Exception {
        var typed = new ArrayList<>(List.of("lab"));
        typed.addAll(List.of(lab));
        Process process = new ProcessBuilder(SelfCommand.of(typed.toArray(String[]::new))).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String said = new String(process.getErrorStream().readAllBytes(), UTF_8).strip();
        assertEquals(exitCode, process.waitFor(), said);
        List<String> lines = out.lines().toList();
        assertTrue(!lines.isEmpty(), () -> "nothing was printed but: " + said);
        return new Failed(JsonParser.parseString(lines.getLast()).getAsJsonObject(), said);
    }

    private static void assertTold(String code, Failed failed) {
        assertEquals("failed", failed.last().get("event").getAsString());
        assertEquals(code, failed.last().get("code").getAsString());
        assertEquals(failed.said(), failed.last().get("message").getAsString());
    }

    @Test
    void whereTheLineCannotBeRead() throws Exception {
        assertTold("usage", failed(ExitCode.USAGE, "tcp-echo", "--nonsense", "--json"));
        assertTold("usage", failed(ExitCode.USAGE, "--json", "no-such-experiment"));
        assertTold("usage", failed(ExitCode.USAGE, "--json"));
    }

    @Test
    void whereAWordIsMistypedTheNearestOneIsNamed() throws Exception {
        for (String[] typed : new String[][]{{"tcp-ehco", "tcp-echo"}, {"wire tcp-ehco", "tcp-echo"},
                {"tcp-ehco --help", "tcp-echo"}, {"tcp-echo --mode sequental", "sequential"},
                {"list --color nevr", "never"}}) {
            List<String> words = new ArrayList<>(List.of(typed[0].split(" ")));
            words.add("--json");
            Failed failed = failed(ExitCode.USAGE, words.toArray(String[]::new));
            assertTrue(failed.said().contains("Did you mean " + typed[1] + "?"), failed.said());
        }
    }

    @Test
    void whereAValueDoesNotFit() throws Exception {
        assertTold("usage", failed(ExitCode.USAGE, "tcp-echo", "--port", "99999", "--json"));
    }

    @Test
    void whereAServerCannotListenAndWhereAClientReachesNobody() throws Exception {
        InetAddress here = InetAddress.getByName("127.0.0.9");
        int port;
        try (var taken = new ServerSocket(0, 1, here)) {
            port = taken.getLocalPort();
            assertTold("failed", failed(ExitCode.FAILED, "tcp-echo", "--json", "--host", "127.0.0.9", "--port",
                    String.valueOf(port)));
        }
        assertTold("failed", failed(ExitCode.FAILED, "tcp-echo", "--json", "--to", "127.0.0.9", "--port",
                String.valueOf(port)));
    }
}
