package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.fixture.JoinedProfile;
import io.landline.process.FreePorts;
import io.landline.process.NodeProcess;
import io.landline.testing.Patience;
import io.landline.testing.ProcessTest;
import io.landline.testing.Seed;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Real processes. Killed at any moment: what was confirmed is there afterwards, once (H78). `-Dlandline.kills=200`
/// makes a long run of it. Paused for a while: nobody takes them for gone (H95).
@StartsPrograms
class KillTest {
    /// Some seconds of work on a quiet computer: these nodes cipher without the processor's help. In a run of all tests
    /// they may have a tenth of a core.
    private static final int LARGE_BYTES = 12 << 20;
    private static final int KILLS = Integer.getInteger("landline.kills", 4);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration BURST = Duration.ofSeconds(2);

    @TempDir
    Path folder;
    private int udpPort;

    @BeforeEach
    void choosePort() throws IOException {
        udpPort = FreePorts.udp();
    }

    private NodeProcess start(String name) throws IOException {
        JoinedProfile.make(folder.resolve(name), RunningForTest.room());
        return NodeProcess.start(new NodeProcess.Start(name, folder.resolve(name), folder.resolve(name + "-downloads"),
                udpPort, "class", RunningForTest.KEY, List.of("--accept", "all")));
    }

    private static JsonObject command(String what, String... fields) {
        var json = new JsonObject();
        json.addProperty("do", what);
        for (int i = 0; i < fields.length; i += 2) json.addProperty(fields[i], fields[i + 1]);
        return json;
    }

    private static void signal(String signal, NodeProcess node) throws Exception {
        assertEquals(0,
                new ProcessBuilder("kill", "-" + signal, String.valueOf(node.pid())).inheritIO().start().waitFor());
    }

    private static boolean tellsOfAnEnd(JsonObject event) {
        String kind = event.get("event").getAsString();
        return kind.equals("peer-left") || kind.equals("session-closed");
    }

    /// As a garbage collection, swapping, or a virtual machine that has to wait may pause one. A silent session ends
    /// after 15 s.
    @ProcessTest
    void h95_aNodeThatStandsStillForTenSecondsKeepsItsSessions() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs the signals of Linux");
        try (NodeProcess ada = start("Ada-95"); NodeProcess bob = start("Bob-95")) {
            assertNotNull(ada.await("joined", _ -> true, Patience.OF_PROGRAMS));
            assertNotNull(bob.await("joined", _ -> true, Patience.OF_PROGRAMS));
            bob.command(command("say", "to", "#class", "text", "before"), Patience.OF_PROGRAMS);
            assertNotNull(
                    ada.await("message", e -> e.get("text").getAsString().equals("before"), Patience.OF_PROGRAMS));
            // A new address in a burst of announces has a session probed; Bob is to be stopped after his.
            assertNull(ada.await(KillTest::tellsOfAnEnd, BURST));
            signal("STOP", bob);
            try {
                ada.command(command("say", "to", "#class", "text", "meanwhile"), Patience.OF_PROGRAMS);
                assertNull(ada.await(KillTest::tellsOfAnEnd, PAUSE));
                assertFalse(ada.has("delivered", _ -> true), "it stood still");
            } finally {
                signal("CONT", bob);
            }
            assertNotNull(ada.await("delivered", _ -> true, Patience.OF_PROGRAMS));
            bob.command(command("say", "to", "#class", "text", "after"), Patience.OF_PROGRAMS);
            assertNotNull(ada.await("message", e -> e.get("text").getAsString().equals("after"), Patience.OF_PROGRAMS));
            for (NodeProcess each : List.of(ada, bob)) {
                for (String end : List.of("peer-left", "session-closed")) assertFalse(each.has(end, _ -> true), end);
                assertEquals(1, each.count("session-opened", _ -> true));
            }
        }
    }

    @ProcessTest
    void h78_whatWasConfirmedBeforeAKillIsStoredAndArrivesOnce() throws Exception {
        Random random = Seed.random("KillTest");
        var confirmed = new ArrayList<String>();
        try (NodeProcess bob = start("Bob")) {
            assertNotNull(bob.await("ready", _ -> true, Patience.OF_PROGRAMS));
            for (int kill = 0; kill < KILLS; kill++) {
                try (NodeProcess ada = start("Ada")) {
                    assertNotNull(ada.await("ready", _ -> true, Patience.OF_PROGRAMS));
                    if (random.nextBoolean()) ada.await("joined", _ -> true, Patience.OF_PROGRAMS);
                    int messages = random.nextInt(1, 20);
                    for (int i = 0; i < messages; i++) {
                        String text = "message " + kill + "." + i;
                        JsonObject answer = ada.command(command("say", "to", "#class", "text", text),
                                Patience.OF_PROGRAMS);
                        if (answer.get("event").getAsString().equals("ok")) confirmed.add(text);
                    }
                } // destroyed: kill −9
            }
            try (NodeProcess ada = start("Ada")) {
                for (String text : confirmed) {
                    assertNotNull(
                            bob.await("message", e -> e.get("text").getAsString().equals(text), Patience.OF_PROGRAMS),
                            text);
                }
                var history = command("history", "to", "#class");
                history.addProperty("limit", 1_000);
                JsonArray mine = ada.command(history, Patience.OF_PROGRAMS).getAsJsonArray("messages");
                var texts = new ArrayList<String>();
                for (JsonElement message : mine) texts.add(message.getAsJsonObject().get("text").getAsString());
                assertEquals(confirmed, texts.stream().filter(confirmed::contains).toList(), "stored, once, in order");
            }
            assertEquals(confirmed.size(), new HashSet<>(confirmed).size());
            for (String text : confirmed) {
                assertEquals(1, bob.count("message", e -> e.get("text").getAsString().equals(text)), text);
            }
        }
    }

    @ProcessTest
    void h78_aReceiverKilledWhileAFileComesHasNoUnfinishedFileUnderItsName() throws Exception {
        byte[] content = new byte[LARGE_BYTES];
        new Random(5).nextBytes(content);
        Path file = Files.write(folder.resolve("big.bin"), content);
        Path arrived = folder.resolve("Bob-downloads").resolve("big.bin");
        try (NodeProcess ada = start("Ada")) {
            try (NodeProcess bob = start("Bob")) {
                JsonObject ready = bob.await("ready", _ -> true, Patience.OF_PROGRAMS);
                assertNotNull(ready);
                assertNotNull(ada.await("joined", _ -> true, Patience.OF_PROGRAMS));
                var send = command("send", "to", ready.get("fingerprint").getAsString());
                var paths = new JsonArray();
                paths.add(file.toString());
                send.add("paths", paths);
                ada.command(send, Patience.OF_PROGRAMS);
                assertNotNull(bob.await("progress", _ -> true, Patience.OF_PROGRAMS));
            } // destroyed in the middle, or after the end where this machine was quick
            if (Files.exists(arrived)) assertEquals(-1, Files.mismatch(file, arrived));
            try (NodeProcess bob = start("Bob")) {
                assertNotNull(bob.await("ready", _ -> true, Patience.OF_PROGRAMS));
                // Bob says it no second time where all had come before the kill; his word to Ada comes in any case.
                assertNotNull(ada.await("transferred", _ -> true, Patience.OF_PROGRAMS),
                        () -> NodeEvidence.of("it goes on without a command once both are back", "big.bin", ada, bob));
                assertEquals(-1, Files.mismatch(file, arrived));
                try (var inFolder = Files.list(arrived.getParent())) {
                    assertEquals(List.of("big.bin"), inFolder.map(each -> each.getFileName().toString()).toList());
                }
            }
        }
    }
}
