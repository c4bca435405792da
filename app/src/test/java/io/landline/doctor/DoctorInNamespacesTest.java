package io.landline.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.process.NodeProcess;
import io.landline.process.SelfCommand;
import io.landline.testing.NamespaceLan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command `doctor` on a computer of its own, in networks that are broken in one way each.
class DoctorInNamespacesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int UDP_PORT = 5263;
    private static final int TCP_PORT = 5263;
    private static final String KEY = "amber fox piano river";

    /// What a run of the doctor said: its exit code, and each finding as `state: evidence`.
    private record Said(int exitCode, Map<String, String> findings) {
        void is(Code code, State state) {
            String finding = findings.get(code.word());
            assertNotNull(finding, () -> code + " is missing in " + this);
            assertTrue(finding.startsWith(state.word() + ": "), () -> code + " in " + this);
        }
    }

    @TempDir
    Path folder;

    private NodeProcess bob(NamespaceLan lan, String key) throws IOException, InterruptedException {
        NodeProcess bob = NodeProcess.startIn(List.of("ip", "netns", "exec", lan.namespace(2)),
                new NodeProcess.Start("Bob", folder.resolve("Bob"), folder.resolve("Bob-downloads"), UDP_PORT, "class", key,
                        List.of("--tcp-port", String.valueOf(TCP_PORT))));
        assertNotNull(bob.await("ready", _ -> true, PATIENCE));
        return bob;
    }

    /// Runs the doctor on the first computer.
    private Said doctor(NamespaceLan lan, String... more) throws IOException {
        List<String> command = SelfCommand.of("doctor", "--json", "--profile", folder.resolve("Ada").toString(), "--name", "Ada",
                "--downloads", folder.resolve("Ada-downloads").toString(), "--room", "class");
        command.addAll(List.of(more));
        ProcessBuilder builder = lan.command(1, command.toArray(String[]::new)).redirectError(folder.resolve("Ada.stderr").toFile());
        builder.environment().put("LANDLINE_KEY", KEY);
        Process process = lan.start(builder);
        var findings = new LinkedHashMap<String, String>();
        for (String line : new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
            JsonObject event = JsonParser.parseString(line).getAsJsonObject();
            assertEquals("finding", event.get("event").getAsString(), line);
            findings.put(event.get("code").getAsString(), event.get("state").getAsString() + ": " + event.get("evidence").getAsString());
        }
        return new Said(process.onExit().join().exitValue(), findings);
    }

    @Test
    void wherePeersMeetNothingIsBad() throws Exception {
        try (var lan = NamespaceLan.of(2); NodeProcess _ = bob(lan, KEY)) {
            Said said = doctor(lan, "--peer", lan.address(2));
            assertEquals(0, said.exitCode(), said::toString);
            for (Code code : List.of(Code.NO_INTERFACE, Code.PORT_TAKEN, Code.UDP_OUT_BLOCKED, Code.FIREWALL_HERE, Code.NO_BROADCAST,
                    Code.NO_MULTICAST, Code.UDP_IN_BLOCKED, Code.VPN_ROUTE, Code.OTHER_SUBNET, Code.ISOLATION, Code.NOT_FOUND,
                    Code.OTHER_VERSION, Code.OTHER_ROOM, Code.KEY_DIFFERS, Code.IDENTITY_TWICE, Code.CLOCK_OFF)) {
                said.is(code, State.OK);
            }
            String calledBack = said.findings().get(Code.FIREWALL_HERE.word());
            assertTrue(calledBack.contains("TCP port 5263 came in") && calledBack.contains("UDP port 5263 came in"), calledBack);
        }
    }

    @Test
    void aFirewallThereThatDropsUdpIsNamedAndKeepsNobodyOutWhereTcpGetsIn() throws Exception {
        try (var lan = NamespaceLan.of(2); NodeProcess _ = bob(lan, KEY)) {
            lan.firewall(2, "add rule inet lan i meta l4proto udp drop");
            Said said = doctor(lan, "--peer", lan.address(2));
            assertEquals(0, said.exitCode(), said::toString);
            said.is(Code.UDP_IN_BLOCKED, State.NOTE);
            said.is(Code.FIREWALL_HERE, State.OK);
        }
    }

    @Test
    void aFirewallThereThatDropsAllIsToldFromAComputerThatIsOff() throws Exception {
        try (var lan = NamespaceLan.of(2)) {
            lan.blockInbound(2);
            Said said = doctor(lan, "--peer", lan.address(2));
            assertEquals(1, said.exitCode(), said::toString);
            said.is(Code.UDP_IN_BLOCKED, State.BAD);
            said.is(Code.ISOLATION, State.OK);
        }
    }

    @Test
    void aFirewallHereThatDropsTcpAloneIsSeenByTheOtherComputer() throws Exception {
        try (var lan = NamespaceLan.of(2); NodeProcess _ = bob(lan, KEY)) {
            lan.firewall(1, "add rule inet lan i tcp dport " + TCP_PORT + " ct state new drop");
            Said said = doctor(lan, "--peer", lan.address(2));
            said.is(Code.FIREWALL_HERE, State.NOTE);
            assertTrue(said.findings().get(Code.FIREWALL_HERE.word()).contains("got no answer"), said::toString);
            assertTrue(said.findings().get(Code.FIREWALL_HERE.word()).contains("came in"), said::toString);
            assertEquals(0, said.exitCode(), said::toString);
        }
    }

    @Test
    void aComputerThatIsOffLooksLikeIsolation() throws Exception {
        try (var lan = NamespaceLan.of(2)) {
            Said said = doctor(lan, "--peer", "10.77.0.99");
            assertEquals(1, said.exitCode(), said::toString);
            said.is(Code.ISOLATION, State.BAD);
            assertTrue(said.findings().get("isolation").contains("Either"), said::toString);
        }
    }

    @Test
    void aComputerWithoutLandlineRefusesAndIsNotBlamedOnAFirewall() throws Exception {
        try (var lan = NamespaceLan.of(2)) {
            Said said = doctor(lan, "--peer", lan.address(2));
            assertEquals(1, said.exitCode(), said::toString);
            said.is(Code.NOT_FOUND, State.BAD);
            said.is(Code.UDP_IN_BLOCKED, State.UNKNOWN);
            said.is(Code.ISOLATION, State.OK);
        }
    }

    @Test
    void anotherSubnetIsANoteWhereThePeerIsReached() throws Exception {
        try (var lan = NamespaceLan.ofTwoSubnets(2); NodeProcess _ = bob(lan, KEY)) {
            Said said = doctor(lan, "--peer", lan.address(2));
            assertEquals(0, said.exitCode(), said::toString);
            said.is(Code.OTHER_SUBNET, State.NOTE);
            said.is(Code.KEY_DIFFERS, State.OK);
        }
    }

    @Test
    void anotherKeyIsBad() throws Exception {
        try (var lan = NamespaceLan.of(2); NodeProcess _ = bob(lan, "amber fox piano lake")) {
            Said said = doctor(lan, "--peer", lan.address(2));
            assertEquals(1, said.exitCode(), said::toString);
            said.is(Code.KEY_DIFFERS, State.BAD);
            said.is(Code.NOT_FOUND, State.OK);
        }
    }

    @Test
    void whereBroadcastIsHeldBackHereMulticastIsSeenToGo() throws Exception {
        try (var lan = NamespaceLan.of(1)) {
            lan.firewall(1, "add rule inet lan o ip daddr { 255.255.255.255, 10.77.0.255 } drop");
            Said said = doctor(lan);
            assertEquals(0, said.exitCode(), said::toString);
            said.is(Code.NO_BROADCAST, State.NOTE);
            said.is(Code.NO_MULTICAST, State.OK);
        }
    }

    @Test
    void aFirewallHereIsSeenByWhatDoesNotComeBack() throws Exception {
        try (var lan = NamespaceLan.of(1)) {
            lan.blockInbound(1);
            Said said = doctor(lan);
            assertEquals(1, said.exitCode(), said::toString);
            said.is(Code.FIREWALL_HERE, State.BAD);
            said.is(Code.UDP_OUT_BLOCKED, State.OK);
        }
    }

    @Test
    void aRunningNodeIsAsked() throws Exception {
        try (var lan = NamespaceLan.of(2);
                NodeProcess _ = bob(lan, KEY);
                NodeProcess ada = NodeProcess.startIn(List.of("ip", "netns", "exec", lan.namespace(1)), new NodeProcess.Start("Ada",
                        folder.resolve("Ada"), folder.resolve("Ada-downloads"), UDP_PORT, "class", KEY, List.of()))) {
            assertNotNull(ada.await("joined", _ -> true, PATIENCE));
            Said said = doctor(lan, "--peer", lan.address(2));
            assertEquals(0, said.exitCode(), said::toString);
            said.is(Code.KEY_DIFFERS, State.OK);
            said.is(Code.UDP_IN_BLOCKED, State.OK);
        }
    }
}
