package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.landline.fixture.LanNodes;
import io.landline.process.NodeProcess;
import io.landline.testing.NamespaceLan;
import io.landline.testing.Patience;
import io.landline.testing.ProcessTest;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

/// Real nodes, each on a computer of its own as far as the network can tell.
@StartsPrograms
class NetworkTest {
    @TempDir
    Path folder;

    private NodeProcess start(NamespaceLan lan, int peer, String name, String room) throws IOException {
        return start(lan, peer, name, room, LanNodes.PORT);
    }

    private NodeProcess start(NamespaceLan lan, int peer, String name, String room, int tcpPort) throws IOException {
        return new LanNodes(folder).startIn(lan, peer, name, room, LanNodes.KEY, "--accept", "all", LanNodes.TCP_PORT,
                String.valueOf(tcpPort));
    }

    private static String fingerprint(NodeProcess node) throws InterruptedException {
        JsonObject ready = node.await("ready", _ -> true, Patience.OF_PROGRAMS);
        assertNotNull(ready);
        return ready.get("fingerprint").getAsString();
    }

    private static boolean is(JsonObject event, String field, String value) {
        return event.get(field).getAsString().equals(value);
    }

    private static JsonObject say(String to, String text) {
        var say = new JsonObject();
        say.addProperty("do", "say");
        say.addProperty("to", to);
        say.addProperty("text", text);
        return say;
    }

    @ProcessTest
    void aMemberWhoseComputerDiesIsGoneAndGetsWhatWasSaidMeanwhile() throws Exception {
        try (var lan = NamespaceLan.of(2); NodeProcess ada = start(lan, 1, "Ada", "class")) {
            String adaIs = fingerprint(ada);
            String bobIs;
            try (NodeProcess bob = start(lan, 2, "Bob", "class")) {
                bobIs = fingerprint(bob);
                assertNotNull(ada.await("joined", e -> is(e, "peer", bobIs), Patience.OF_PROGRAMS));
                assertNotNull(bob.await("joined", e -> is(e, "peer", adaIs), Patience.OF_PROGRAMS));
            } // destroyed: kill −9
            assertNotNull(ada.await("peer-left", e -> is(e, "peer", bobIs), Patience.OF_PROGRAMS));
            assertEquals("ok",
                    ada.command(say(bobIs, "while you were dead"), Patience.OF_PROGRAMS).get("event").getAsString());
            try (NodeProcess bob = start(lan, 2, "Bob", "class")) {
                assertNotNull(bob.await("message", e -> is(e, "text", "while you were dead"), Patience.OF_PROGRAMS));
                assertNotNull(ada.await("delivered", e -> is(e, "peer", bobIs), Patience.OF_PROGRAMS));
                assertEquals(0, bob.quit());
            }
            assertEquals(0, ada.quit());
        }
    }

    @ProcessTest
    void h21_aPulledCableEndsTheSessionAndALaterMessageArrivesWhenItIsBack() throws Exception {
        try (var lan = NamespaceLan.of(2);
                NodeProcess ada = start(lan, 1, "Ada", "class");
                NodeProcess bob = start(lan, 2, "Bob", "class")) {
            String bobIs = fingerprint(bob);
            fingerprint(ada);
            assertNotNull(ada.await("joined", e -> is(e, "peer", bobIs), Patience.OF_PROGRAMS));
            lan.linkDown(2);
            JsonObject left = ada.await("peer-left", e -> is(e, "peer", bobIs), Patience.OF_PROGRAMS);
            assertNotNull(left);
            assertEquals("silent", left.get("reason").getAsString());
            ada.command(say(bobIs, "for later"), Patience.OF_PROGRAMS);
            lan.linkUp(2);
            assertNotNull(bob.await("message", e -> is(e, "text", "for later"), Patience.OF_PROGRAMS));
            assertEquals(1, bob.count("message", e -> is(e, "text", "for later")));
        }
    }

    @ProcessTest
    void h93_aComputerThatSleptIsBackWithItsSessionAndWhatWasSaidMeanwhile() throws Exception {
        try (var lan = NamespaceLan.of(2);
                NodeProcess ada = start(lan, 1, "Ada", "class");
                NodeProcess bob = start(lan, 2, "Bob", "class")) {
            String bobIs = fingerprint(bob);
            fingerprint(ada);
            assertNotNull(ada.await("joined", e -> is(e, "peer", bobIs), Patience.OF_PROGRAMS));
            lan.command("kill", "-STOP", String.valueOf(bob.pid()));
            assertNotNull(ada.await("peer-left", e -> is(e, "peer", bobIs), Patience.OF_PROGRAMS));
            assertEquals("ok",
                    ada.command(say(bobIs, "while you slept"), Patience.OF_PROGRAMS).get("event").getAsString());
            lan.command("kill", "-CONT", String.valueOf(bob.pid()));
            assertNotNull(bob.await("message", e -> is(e, "text", "while you slept"), Patience.OF_PROGRAMS));
            assertNotNull(ada.await("delivered", e -> is(e, "peer", bobIs), Patience.OF_PROGRAMS));
            assertEquals(2, ada.count("peer-appeared", e -> is(e, "peer", bobIs)), "no duplicates");
        }
    }

    @ProcessTest
    void oneKnownMemberAcrossARouterIsEnoughToMeetAllOfThem() throws Exception {
        try (var lan = NamespaceLan.ofTwoSubnets(4);
                NodeProcess ada = start(lan, 1, "Ada", "class");
                NodeProcess bob = start(lan, 2, "Bob", "class");
                NodeProcess eve = start(lan, 3, "Eve", "class");
                NodeProcess kim = start(lan, 4, "Kim", "class")) {
            String adaIs = fingerprint(ada);
            String bobIs = fingerprint(bob);
            String eveIs = fingerprint(eve);
            String kimIs = fingerprint(kim);
            assertNotNull(ada.await("joined", e -> is(e, "peer", bobIs), Patience.OF_PROGRAMS));
            assertNotNull(eve.await("joined", e -> is(e, "peer", kimIs), Patience.OF_PROGRAMS));
            meet(eve, lan.address(1), port(ada), adaIs);
            for (NodeProcess east : List.of(eve, kim)) {
                assertNotNull(east.await("joined", e -> is(e, "peer", adaIs), Patience.OF_PROGRAMS));
                assertNotNull(east.await("joined", e -> is(e, "peer", bobIs), Patience.OF_PROGRAMS));
            }
            assertNotNull(bob.await("joined", e -> is(e, "peer", kimIs), Patience.OF_PROGRAMS));
        }
    }

    @ProcessTest
    void membersWhoMetAcrossARouterMeetAgainAtOtherPortsThoughNobodyTypesAnAddress() throws Exception {
        try (var lan = NamespaceLan.ofTwoSubnets(2)) {
            String adaIs;
            String bobIs;
            try (NodeProcess ada = start(lan, 1, "Ada", "class"); NodeProcess bob = start(lan, 2, "Bob", "class")) {
                adaIs = fingerprint(ada);
                bobIs = fingerprint(bob);
                meet(bob, lan.address(1), port(ada), adaIs);
                assertNotNull(ada.await("joined", e -> is(e, "peer", bobIs), Patience.OF_PROGRAMS));
                assertEquals(0, ada.quit());
                assertEquals(0, bob.quit());
            }
            // Where they were reached by TCP nobody answers any more: that they meet is UDP's doing.
            try (NodeProcess ada = start(lan, 1, "Ada", "class", 5_270);
                    NodeProcess bob = start(lan, 2, "Bob", "class", 5_271)) {
                assertNotNull(ada.await("peer-appeared", e -> isAt(e, bobIs, lan.address(2) + ":5271"),
                        Patience.OF_PROGRAMS));
                assertNotNull(bob.await("peer-appeared", e -> isAt(e, adaIs, lan.address(1) + ":5270"),
                        Patience.OF_PROGRAMS));
                assertNotNull(ada.await("joined", e -> is(e, "peer", bobIs), Patience.OF_PROGRAMS));
                assertNotNull(bob.await("joined", e -> is(e, "peer", adaIs), Patience.OF_PROGRAMS));
                LanNodes.DoctorOutput said = new LanNodes(folder).doctor(lan, 1, "Ada", "--peer",
                        lan.address(2) + ":5271");
                assertEquals(0, said.exitCode(), said::toString);
                assertTrue(said.findings().get("other-subnet").startsWith("note: "), said::toString);
                assertTrue(said.findings().get("udp-in-blocked").startsWith("ok: "), said::toString);
            }
        }
    }

    private static boolean isAt(JsonObject event, String peer, String endpoint) {
        return is(event, "peer", peer) && event.getAsJsonArray("endpoints").contains(new JsonPrimitive(endpoint));
    }

    @ProcessTest
    void membersBehindFirewallsThatLetOnlyAnswersInTalkAndSendFilesAllTheSame() throws Exception {
        Path file = Files.write(folder.resolve("photo"), new byte[3_000_000]);
        try (var lan = NamespaceLan.of(2)) {
            lan.blockInbound(1);
            lan.blockInbound(2);
            try (NodeProcess ada = start(lan, 1, "Ada", "class"); NodeProcess bob = start(lan, 2, "Bob", "class")) {
                String adaIs = fingerprint(ada);
                String bobIs = fingerprint(bob);
                assertNotNull(ada.await("joined", e -> is(e, "peer", bobIs), Patience.OF_PROGRAMS));
                ada.command(say(bobIs, "through both"), Patience.OF_PROGRAMS);
                assertNotNull(bob.await("message", e -> is(e, "text", "through both"), Patience.OF_PROGRAMS));
                for (NodeProcess sender : List.of(ada, bob)) {
                    NodeProcess receiver = sender == ada ? bob : ada;
                    assertEquals("ok",
                            sender.send(sender == ada ? bobIs : adaIs, List.of(file), Patience.OF_PROGRAMS)
                                    .get("event")
                                    .getAsString());
                    assertNotNull(receiver.await("transferred", e -> is(e, "direction", "in"), Patience.OF_PROGRAMS));
                }
            }
        }
    }

    @ProcessTest
    void whereANodeOnlyListensItFindsOthersAndNobodyFindsItUntilItsUserConnects() throws Exception {
        try (var lan = NamespaceLan.of(2)) {
            try (NodeProcess ada = start(lan, 1, "Ada", "class")) {
                fingerprint(ada);
                var listen = command("listen-only");
                listen.addProperty("network", "eth0 10.77.0.0/24");
                listen.addProperty("only", true);
                assertEquals("ok", ada.command(listen, Patience.OF_PROGRAMS).get("event").getAsString());
                assertEquals(0, ada.quit());
            }
            try (NodeProcess bob = start(lan, 2, "Bob", "class"); NodeProcess ada = start(lan, 1, "Ada", "class")) {
                String adaIs = fingerprint(ada);
                String bobIs = fingerprint(bob);
                assertNotNull(ada.await("peer-appeared", e -> is(e, "peer", bobIs), Patience.OF_PROGRAMS));
                assertNotNull(connect(bob, lan.address(1), port(ada)).await("warning",
                        e -> is(e, "code", "connect-failed"), Patience.OF_PROGRAMS));
                assertFalse(ada.has("joined", _ -> true), "nobody is let in");
                assertEquals(0, bob.command(command("peers"), Patience.OF_PROGRAMS).getAsJsonArray("peers").size());
                meet(ada, lan.address(2), port(bob), bobIs);
                assertNotNull(bob.await("peer-appeared", e -> is(e, "peer", adaIs), Patience.OF_PROGRAMS));
            }
        }
    }

    private static JsonObject command(String what) {
        var command = new JsonObject();
        command.addProperty("do", what);
        return command;
    }

    private static int port(NodeProcess node) throws InterruptedException {
        return Objects.requireNonNull(node.await("ready", _ -> true, Patience.OF_PROGRAMS)).get("tcpPort").getAsInt();
    }

    private static NodeProcess connect(NodeProcess node, String address, int port)
            throws IOException, InterruptedException {
        var connect = command("connect");
        connect.addProperty("host", address);
        connect.addProperty("port", port);
        assertEquals("ok", node.command(connect, Patience.OF_PROGRAMS).get("event").getAsString());
        return node;
    }

    /// Connects to somebody until both have met. A node tries once what its user asks for, and on a busy machine nobody
    /// may answer in time: then the user asks again.
    private static void meet(NodeProcess node, String address, int port, String peer)
            throws IOException, InterruptedException {
        JsonObject event = null;
        for (int tries = 1; event == null || !is(event, "event", "joined"); tries++) {
            connect(node, address, port);
            int nth = tries;
            var failures = new AtomicInteger();
            event = node.await(e -> is(e, "event", "joined") && is(e, "peer", peer)
                    || is(e, "event", "warning") && is(e, "code", "connect-failed")
                            && failures.incrementAndGet() == nth,
                    Patience.OF_PROGRAMS);
            assertNotNull(event, "they neither met nor failed to");
        }
    }

    @ProcessTest
    void whereNoUdpGetsThroughALookAroundFindsMembersAtBothPorts() throws Exception {
        try (var lan = NamespaceLan.of(3)) {
            for (int peer = 1; peer <= 3; peer++) lan.blockUdp(peer);
            try (NodeProcess ada = start(lan, 1, "Ada", "class");
                    NodeProcess bob = start(lan, 2, "Bob", "class", 5_263);
                    NodeProcess eve = start(lan, 3, "Eve", "class", 5_264)) {
                String bobIs = fingerprint(bob);
                String eveIs = fingerprint(eve);
                fingerprint(ada);
                assertEquals("ok",
                        ada.command(command("look-around"), Patience.OF_PROGRAMS).get("event").getAsString());
                assertNotNull(ada.await("joined", e -> is(e, "peer", bobIs), Patience.OF_PROGRAMS));
                assertNotNull(ada.await("joined", e -> is(e, "peer", eveIs), Patience.OF_PROGRAMS));
                var cancel = command("look-around");
                cancel.addProperty("what", "cancel");
                assertEquals(2, ada.command(cancel, Patience.OF_PROGRAMS).get("found").getAsInt());
            }
        }
    }

    @ProcessTest
    void strangersOfAnotherRoomAreListedAndNothingMore() throws Exception {
        try (var lan = NamespaceLan.of(2);
                NodeProcess ada = start(lan, 1, "Ada", "class");
                NodeProcess eve = start(lan, 2, "Eve", "other")) {
            String adaIs = fingerprint(ada);
            String eveIs = fingerprint(eve);
            assertNotNull(ada.await("peer-appeared", e -> is(e, "peer", eveIs), Patience.OF_PROGRAMS));
            assertNotNull(eve.await("peer-appeared", e -> is(e, "peer", adaIs), Patience.OF_PROGRAMS));
            JsonObject refused = eve.command(say(adaIs, "hello"), Patience.OF_PROGRAMS);
            assertEquals("not-a-member", refused.get("code").getAsString());
            assertEquals(0, eve.quit());
            assertNotNull(ada.await("peer-left", e -> is(e, "peer", eveIs) && is(e, "reason", "leave"),
                    Patience.OF_PROGRAMS));
            assertTrue(!ada.has("session-opened", _ -> true) && !ada.has("message", _ -> true));
        }
    }
}
