package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.landline.process.FreePorts;
import io.landline.process.NodeProcess;
import io.landline.testing.Patience;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A scripted run of real nodes, and then a look for what must not be seen (H33).
@StartsPrograms
class SecretsTest {
    private static final String KEY = "quartz meadow saddle violin";
    private static final String TEXT = "a sentence for two people alone";

    @TempDir
    Path folder;

    private NodeProcess start(String name, String key, int udpPort) throws IOException {
        return NodeProcess.start(new NodeProcess.Start(name, folder.resolve(name), folder.resolve(name + "-downloads"),
                udpPort, "class", key, List.of("--accept", "all", "-v")));
    }

    @Test
    void h33_neitherKeyNorTextIsInAnyLogOrAmongTheArguments() throws Exception {
        int udpPort = FreePorts.udp();
        try (NodeProcess ada = start("Ada", KEY, udpPort);
                NodeProcess bob = start("Bob", KEY, udpPort);
                NodeProcess eve = start("Eve", "quartz meadow saddle cello", udpPort)) {
            assertNotNull(ada.await("joined", _ -> true, Patience.OF_PROGRAMS));
            assertNotNull(eve.await("refused", _ -> true, Patience.OF_PROGRAMS));
            var say = new JsonObject();
            say.addProperty("do", "say");
            say.addProperty("to", "#class");
            say.addProperty("text", TEXT);
            ada.command(say, Patience.OF_PROGRAMS);
            assertNotNull(bob.await("message", _ -> true, Patience.OF_PROGRAMS));
            for (NodeProcess node : List.of(ada, bob, eve)) {
                assertFalse(arguments(node.pid()).contains("quartz"), "others can read the arguments of a process");
                assertFalse(node.has("warning", e -> e.toString().contains("quartz")));
            }
            assertEquals(0, ada.quit());
            assertEquals(0, bob.quit());
            assertEquals(0, eve.quit());
        }
        int logs = 0;
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                boolean log = file.toString().contains("/log/") || file.toString().endsWith(".stderr");
                if (!log) continue;
                logs++;
                String content = Files.readString(file, StandardCharsets.UTF_8);
                assertFalse(content.contains("quartz") || content.contains("saddle"), file + " tells a key");
                assertFalse(content.contains(TEXT), file + " tells a text");
            }
        }
        assertTrue(logs >= 3, "there were logs to look at");
        for (String secret : List.of("history.db", "identity/identity.pem")) {
            assertEquals(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE),
                    Files.getPosixFilePermissions(folder.resolve("Ada").resolve(secret)), secret);
        }
    }

    private static String arguments(long pid) throws IOException {
        return Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"), StandardCharsets.UTF_8);
    }
}
