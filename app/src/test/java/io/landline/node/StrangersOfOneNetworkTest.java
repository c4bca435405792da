package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.google.gson.JsonObject;
import io.landline.fixture.ChildJvm;
import io.landline.fixture.LanNodes;
import io.landline.process.NodeProcess;
import io.landline.testing.NamespaceLan;
import io.landline.testing.Patience;
import io.landline.testing.ProcessTest;
import io.landline.testing.StartsPrograms;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/// One computer with many IPv6 addresses dials a newcomer without end, and a friend comes whose firewall lets nobody
/// in: so the newcomer cannot dial the friend.
@StartsPrograms
class StrangersOfOneNetworkTest {
    private static final String NEWCOMER = "fe80::77:1";
    private static final String STRANGERS = "fe80::78:";
    private static final int ADDRESSES = 256;

    @TempDir
    Path folder;

    private static String fingerprint(NodeProcess node) throws InterruptedException {
        JsonObject ready = node.await("ready", _ -> true, Patience.OF_PROGRAMS);
        assertNotNull(ready);
        return ready.get("fingerprint").getAsString();
    }

    private static void add(NamespaceLan lan, int computer, String address) {
        lan.command("ip", "-n", lan.namespace(computer), "addr", "add", address + "/64", "dev", "eth0", "nodad");
    }

    @ProcessTest
    void h17_aFriendBehindAFirewallGetsInWhileStrangersOfItsNetworkDialWithoutEnd() throws Exception {
        var nodes = new LanNodes(folder);
        try (var lan = NamespaceLan.of(3)) {
            for (int i = 1; i <= 3; i++) lan.cards(i).onlyLinkLocalIpv6();
            add(lan, 1, NEWCOMER);
            for (int i = 1; i <= ADDRESSES; i++) add(lan, 3, STRANGERS + Integer.toHexString(i));
            lan.firewall(2, "add rule inet lan i ct state established,related accept");
            lan.firewall(2, "add rule inet lan i meta l4proto tcp drop");
            try (NodeProcess newcomer = nodes.start(lan, 1, "Ada")) {
                String adaIs = fingerprint(newcomer);
                try (ChildJvm strangers = ChildJvm.startIn(List.of("ip", "netns", "exec", lan.namespace(3)), List.of(),
                        DiallingStrangers.class, NEWCOMER, String.valueOf(LanNodes.PORT), STRANGERS,
                        String.valueOf(ADDRESSES), "eth0")) {
                    assertEquals("begun", strangers.readLine());
                    try (NodeProcess friend = nodes.start(lan, 2, "Bob")) {
                        assertNotNull(friend.await("joined", e -> e.get("peer").getAsString().equals(adaIs),
                                Patience.OF_PROGRAMS));
                    }
                }
            }
        }
    }
}
