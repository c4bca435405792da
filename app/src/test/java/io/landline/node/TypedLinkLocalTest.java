package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.landline.fixture.LanNodes;
import io.landline.process.NodeProcess;
import io.landline.testing.NamespaceLan;
import io.landline.testing.Patience;
import io.landline.testing.ProcessTest;
import io.landline.testing.StartsPrograms;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/// A link-local address as people copy it from the other computer: without the name of an interface, which would be
/// this computer's own.
@StartsPrograms
class TypedLinkLocalTest {
    private static final String BOB = "fe80::77:2";

    @TempDir
    Path folder;

    @ProcessTest
    void itIsTriedBehindEachInterface() throws Exception {
        var nodes = new LanNodes(folder);
        try (var lan = NamespaceLan.of(2)) {
            for (int i = 1; i <= 2; i++) {
                lan.cards(i).onlyLinkLocalIpv6();
                lan.firewall(i, "add rule inet lan i meta l4proto udp drop"); // nobody finds anybody
            }
            lan.command("ip", "-n", lan.namespace(2), "addr", "add", BOB + "/64", "dev", "eth0", "nodad");
            lan.command("ip", "-n", lan.namespace(1), "link", "add", "other0", "type", "veth", "peer", "name",
                    "other1");
            for (String other : List.of("other0", "other1")) { // where Bob is not
                lan.command("ip", "-n", lan.namespace(1), "link", "set", other, "up");
            }
            try (NodeProcess _ = nodes.start(lan, 2, "Bob");
                    NodeProcess ada = nodes.start(lan, 1, "Ada", "--peer", BOB)) {
                assertNotNull(
                        ada.await("joined", e -> e.get("name").getAsString().equals("Bob"), Patience.OF_PROGRAMS));
            }
        }
    }
}
