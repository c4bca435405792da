package io.landline.node.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.landline.fixture.LanNodes;
import io.landline.process.NodeProcess;
import io.landline.testing.NamespaceLan;
import io.landline.testing.Patience;
import io.landline.testing.ProcessTest;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;

/// A node that only listens in its network, on a computer of its own as far as the network can tell.
@StartsPrograms
class ListenOnlyGuardTest {
    private static final String HOME = "eth0 10.77.0.0/24";
    /// Connects again and again, and says each time whether that was left open or closed at once.
    private static final String STRANGER = """
            for i in $(seq 40); do
                timeout 2 bash -c 'exec 3<>/dev/tcp/%s/%d; read -t 0.25 -u 3
                    [ $? -gt 128 ] && echo open || echo closed'
            done""";

    @TempDir
    Path folder;

    private NodeProcess start(NamespaceLan lan, int peer, String name) throws IOException {
        return new LanNodes(folder).start(lan, peer, name);
    }

    private static void listenOnly(NodeProcess node, boolean only) throws Exception {
        var listen = new JsonObject();
        listen.addProperty("do", "listen-only");
        listen.addProperty("network", HOME);
        listen.addProperty("only", only);
        assertEquals("ok", node.command(listen, Patience.OF_PROGRAMS).get("event").getAsString());
    }

    private static int port(NodeProcess node) throws InterruptedException {
        return Objects.requireNonNull(node.await("ready", _ -> true, Patience.OF_PROGRAMS)).get("tcpPort").getAsInt();
    }

    private static List<String> answers(NamespaceLan lan, String script) throws Exception {
        Process stranger = lan.exec(1, "bash", "-c", script + " 2>/dev/null");
        var said = new String(stranger.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        stranger.waitFor();
        return said;
    }

    @ProcessTest
    void aConnectionIsClosedAtOnceWhereANodeOnlyListens() throws Exception {
        try (var lan = NamespaceLan.of(2); NodeProcess ada = start(lan, 2, "Ada")) {
            int port = port(ada);
            String once = STRANGER.formatted(lan.address(2), port).replace("seq 40", "seq 1");
            assertEquals(List.of("open"), answers(lan, once));
            listenOnly(ada, true);
            assertEquals(List.of("closed"), answers(lan, once));
            listenOnly(ada, false);
            assertEquals(List.of("open"), answers(lan, once));
        }
    }

    @ProcessTest
    void anAddressThatHasJustComeIsClosedBeforePresenceTellsOfIt() throws Exception {
        try (var lan = NamespaceLan.of(2)) {
            try (NodeProcess ada = start(lan, 2, "Ada")) {
                port(ada);
                listenOnly(ada, true);
                assertEquals(0, ada.quit());
            }
            lan.command("ip", "-n", lan.namespace(2), "-4", "addr", "flush", "dev", "eth0");
            try (NodeProcess ada = start(lan, 2, "Ada")) {
                int port = port(ada);
                assertNotNull(ada.command(peers(), Patience.OF_PROGRAMS));
                lan.readdress(2, "10.77.0.2");
                List<String> answers = answers(lan, STRANGER.formatted(lan.address(2), port));
                assertTrue(answers.contains("closed"), answers.toString());
                assertEquals(List.of(), answers.stream().filter("open"::equals).toList());
            }
        }
    }

    private static JsonObject peers() {
        var peers = new JsonObject();
        peers.addProperty("do", "peers");
        return peers;
    }
}
