package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.terminal.ExitCode;
import io.landline.fixture.LanNodes;
import io.landline.process.NodeProcess;
import io.landline.testing.NamespaceLan;
import io.landline.testing.Patience;
import io.landline.testing.ProcessTest;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// `network list` and `network listen-only`, given to a node on a computer of its own as far as the network can tell.
@StartsPrograms
class NetworkCommandTest {
    private static final String HOME = "eth0 10.77.0.0/24";

    @TempDir
    Path folder;
    private CommandProcess commands;

    @BeforeEach
    void begin() throws IOException {
        commands = new CommandProcess();
    }

    @AfterEach
    void end() throws Exception {
        commands.close();
    }

    private Ran ada(String... arguments) throws IOException {
        return commands.run(folder.resolve("Ada"), arguments);
    }

    private static JsonObject json(Ran ran) {
        return JsonParser.parseString(ran.text().lines().toList().getFirst()).getAsJsonObject();
    }

    private NodeProcess start(NamespaceLan lan) throws Exception {
        NodeProcess ada = new LanNodes(folder).start(lan, 2, "Ada");
        assertNotNull(ada.await("ready", _ -> true, Patience.OF_PROGRAMS));
        return ada;
    }

    private void moveTo(NamespaceLan lan, String address) {
        lan.command("ip", "-n", lan.namespace(2), "-4", "addr", "flush", "dev", "eth0");
        lan.command("ip", "-n", lan.namespace(2), "addr", "add", address, "brd", "+", "dev", "eth0");
    }

    @ProcessTest
    void aNetworkIsListenedToOnlyUntilThatIsTakenBackThereOrElsewhere() throws Exception {
        try (var lan = NamespaceLan.of(2)) {
            String shown = HOME + "  " + lan.address(2);
            try (NodeProcess ada = start(lan)) {
                Ran first = ada("network", "list");
                first.assertEnded(ExitCode.DONE, shown);
                assertFalse(first.text().contains("only"), first.text());
                ada("network", "listen-only", "eth0").assertEnded(ExitCode.DONE,
                        "In eth0 10.77.0.0/24 Landline announces and accepts nothing from now on");
                Ran chosen = ada("network", "list");
                assertTrue(chosen.text().startsWith(shown) && chosen.text().endsWith("  (listening only)\n"),
                        chosen.text());
                JsonObject listed = json(ada("network", "list", "--json"));
                assertEquals("network", listed.get("event").getAsString());
                assertEquals("true", listed.get("listeningOnly").toString());
                ada("network", "listen-only", "10.77.0.0/24").assertEnded(ExitCode.DONE, "only listens already.");
                assertEquals(0, ada.quit());
            }
            moveTo(lan, "10.88.0.2/24");
            try (NodeProcess ada = start(lan)) {
                String elsewhere = "eth0 10.88.0.0/24  10.88.0.2";
                List<String> both = ada("network", "list").text().lines().toList();
                assertTrue(both.getFirst().startsWith(elsewhere), both.toString());
                assertEquals(List.of(HOME + "  (listening only)  (not here now)"), both.subList(1, both.size()));
                ada("network", "listen-only", "eth0").assertEnded(ExitCode.USAGE,
                        "Several networks are called eth0: eth0 10.88.0.0/24, " + HOME);
                JsonObject ended = json(ada("network", "listen-only", HOME, "--off", "--json"));
                assertEquals(HOME, ended.get("network").getAsString());
                assertEquals("true", ended.get("changed").toString());
                assertEquals(1, ada("network", "list").text().lines().count());
                ada("network", "listen-only", "eth0", "--off").assertEnded(ExitCode.DONE, "and accepts already.");
                ada("network", "listen-only", HOME).assertEnded(ExitCode.USAGE,
                        "This computer is in no network " + HOME + " now");
                ada("network", "listen-only", "wlan7", "--off").assertEnded(ExitCode.USAGE, "Nothing was changed.");
                ada("network", "listen-only").assertEnded(ExitCode.USAGE, "NETWORK is missing.");
                ada("network").assertEnded(ExitCode.USAGE, "Say what to do: landline network list or listen-only");
                assertEquals(0, ada.quit());
            }
        }
        Ran without = ada("network", "list");
        without.assertEnded(ExitCode.DONE, "Landline does not run on this profile. Once it does, it uses the networks");
        assertEquals("not-possible", json(ada("network", "listen-only", "eth0", "--json")).get("code").getAsString());
    }

    @ProcessTest
    void aLookAroundTriesTheAddressesNearByAndSaysHowManyAnswered() throws Exception {
        try (var lan = NamespaceLan.of(2)) {
            moveTo(lan, "10.88.0.2/30");
            try (NodeProcess ada = start(lan)) {
                ada("peers", "--look-around").assertEnded(ExitCode.DONE,
                        "Tried 1 of 1 addresses by TCP; 0 answered as Landline.");
                assertEquals(0, ada.quit());
            }
        }
    }
}
