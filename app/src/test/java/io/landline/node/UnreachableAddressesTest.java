package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.google.gson.JsonObject;
import io.landline.fixture.LanNodes;
import io.landline.process.NodeProcess;
import io.landline.testing.NamespaceLan;
import io.landline.testing.Patience;
import io.landline.testing.ProcessTest;
import io.landline.testing.StartsPrograms;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/// What a node says of addresses at which nothing is reached, each for a reason of its own.
@StartsPrograms
class UnreachableAddressesTest {
    @TempDir
    Path folder;

    private static String said(NodeProcess node, String host, int port) throws Exception {
        var connect = new JsonObject();
        connect.addProperty("do", "connect");
        connect.addProperty("host", host);
        connect.addProperty("port", port);
        assertEquals("ok", node.command(connect, Patience.OF_PROGRAMS).get("event").getAsString());
        String where = (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        JsonObject warning = node.await("warning", e -> e.get("message").getAsString().contains(where),
                Patience.OF_PROGRAMS);
        assertNotNull(warning, where);
        assertEquals("connect-failed", warning.get("code").getAsString());
        return warning.get("message").getAsString().replace(where, "…");
    }

    @ProcessTest
    void eachReasonHasASentenceOfItsOwn() throws Exception {
        String nobody = "No computer answers at …, or a firewall forbids it. Is it on, and is that its address?";
        var expected = new LinkedHashMap<String, String>();
        expected.put("no route", "There is no route to …. Are both computers in the same network?");
        expected.put("no computer", nobody);
        expected.put("forbidden", nobody);
        expected.put("forbidden by IPv6", nobody);
        expected.put("dropped", "… did not answer in time. A firewall may be in between.");
        expected.put("nothing listens", "Nothing accepts connections at …. Is Landline running there?");
        Map<String, String> said = new LinkedHashMap<>();
        try (var lan = NamespaceLan.of(2)) {
            lan.command("ip", "-n", lan.namespace(1), "route", "del", "default");
            lan.firewall(2, "add rule inet lan i tcp dport 5301 reject with icmpx admin-prohibited");
            lan.firewall(2, "add rule inet lan i tcp dport 5302 drop");
            try (NodeProcess ada = new LanNodes(folder).start(lan, 1, "Ada")) {
                assertNotNull(ada.await("ready", _ -> true, Patience.OF_PROGRAMS));
                said.put("no route", said(ada, "10.99.0.1", 5263));
                said.put("no computer", said(ada, "10.77.0.99", 5263));
                said.put("forbidden", said(ada, "10.77.0.2", 5301));
                said.put("forbidden by IPv6", said(ada, "fd77::2", 5301));
                said.put("dropped", said(ada, "10.77.0.2", 5302));
                said.put("nothing listens", said(ada, "10.77.0.2", 5303));
            }
        }
        assertEquals(expected, said);
    }

    @ProcessTest
    void whereNoInterfaceThatMayBeUsedLeadsThereNothingIsSaidToAnswer() throws Exception {
        try (var lan = NamespaceLan.of(2);
                NodeProcess ada = new LanNodes(folder).start(lan, 1, "Ada", "--interface", "lo")) {
            assertNotNull(ada.await("ready", _ -> true, Patience.OF_PROGRAMS));
            assertEquals("There is no route to …. Are both computers in the same network?",
                    said(ada, "10.77.0.2", 5263));
        }
    }
}
