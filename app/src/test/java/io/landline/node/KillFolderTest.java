package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

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
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Real processes and the real database. A receiver of folders is killed at any moment: a folder under its name is
/// whole, and it goes on by itself until all are there (H78). `-Dlandline.kills=200` makes a long run of it, and says
/// how many of the kills struck before the end of a transfer.
@StartsPrograms
class KillFolderTest {
    private static final int KILLS = Integer.getInteger("landline.kills", 4);
    private static final int KILLS_A_TRANSFER = 2;
    private static final int TRANSFERS = Math.max(1, KILLS / (2 * KILLS_A_TRANSFER));
    /// From a receiver's start to its kill, at most: it is done a little later on a quiet machine.
    private static final int LIFE_MILLIS_MAX = 2_500;
    private static final int SMALL_FILES = 400;
    /// More of it takes minutes where all tests run at once: these nodes cipher without the processor's help.
    private static final int LARGE_BYTES = 4 << 20;

    @TempDir
    Path folder;
    private int udpPort;
    private Path downloads;

    @BeforeEach
    void choosePort() throws IOException {
        udpPort = FreePorts.udp();
        downloads = folder.resolve("Bob-downloads");
    }

    private NodeProcess start(String name) throws IOException {
        JoinedProfile.make(folder.resolve(name), RunningForTest.room());
        return NodeProcess.start(new NodeProcess.Start(name, folder.resolve(name), folder.resolve(name + "-downloads"),
                udpPort, "class", RunningForTest.KEY, List.of("--accept", "all")));
    }

    private Path many(Random random, String name) throws IOException {
        Path top = Files.createDirectories(folder.resolve("sent").resolve(name));
        Files.createDirectories(top.resolve("empty/inner"));
        for (int i = 0; i < SMALL_FILES; i++) {
            var bytes = new byte[random.nextInt(4_000)];
            random.nextBytes(bytes);
            Path in = Files.createDirectories(top.resolve("part " + i % 7));
            Files.write(in.resolve("file " + i), bytes);
        }
        return top;
    }

    private Path large(Random random, String name) throws IOException {
        Path top = Files.createDirectories(folder.resolve("sent").resolve(name));
        var bytes = new byte[LARGE_BYTES];
        random.nextBytes(bytes);
        Files.write(top.resolve("large.bin"), bytes);
        return top;
    }

    /// A name that stands is that of a whole folder. One that is empty was taken for it a moment before.
    private void look(List<Path> sent) throws IOException {
        for (Path each : sent) {
            Path stands = downloads.resolve(each.getFileName());
            if (!Files.isDirectory(stands)) continue;
            TreeMap<String, String> found = FileTrees.of(stands);
            if (found.size() > 1) assertEquals(FileTrees.of(each), found);
        }
    }

    @ProcessTest
    void h78_aReceiverOfFoldersKilledAtAnyMomentEndsWithThemWhole() throws Exception {
        Random random = Seed.random("KillFolderTest");
        int struck = 0;
        try (NodeProcess ada = start("Ada")) {
            assertNotNull(ada.await("ready", _ -> true, Patience.OF_PROGRAMS));
            String bobs;
            try (NodeProcess bob = start("Bob")) {
                JsonObject ready = bob.await("ready", _ -> true, Patience.OF_PROGRAMS);
                assertNotNull(ready);
                bobs = ready.get("fingerprint").getAsString();
                assertNotNull(ada.await("joined", _ -> true, Patience.OF_PROGRAMS));
            }
            for (int round = 0; round < TRANSFERS; round++) {
                List<Path> sent = List.of(many(random, "many " + round), large(random, "large " + round));
                String offer = ada.send(bobs, sent, Patience.OF_PROGRAMS).get("offer").getAsString();
                for (int kill = 0; kill < KILLS_A_TRANSFER && !isOver(ada, offer); kill++) {
                    try (NodeProcess bob = start("Bob")) {
                        assertNotNull(bob.await("ready", _ -> true, Patience.OF_PROGRAMS));
                        var life = Duration.ofMillis(random.nextInt(LIFE_MILLIS_MAX));
                        bob.await("transferred", _ -> true, life);
                    } // destroyed: kill −9
                    if (!isOver(ada, offer)) struck++;
                    look(sent);
                }
                try (NodeProcess bob = start("Bob")) {
                    assertNotNull(bob.await("ready", _ -> true, Patience.OF_PROGRAMS));
                    JsonObject arrived = ada.await("transferred", e -> e.get("offer").getAsString().equals(offer),
                            Patience.OF_PROGRAMS);
                    assertNotNull(arrived,
                            () -> NodeEvidence.of("it goes on without a command once both are back", offer, ada, bob));
                }
                for (Path each : sent)
                    assertEquals(FileTrees.of(each), FileTrees.of(downloads.resolve(each.getFileName())));
            }
        }
        System.out.println(struck + " kills struck before the end of " + TRANSFERS + " transfers");
        assertEquals(names(folder.resolve("sent")), names(downloads), "each once, and nothing unfinished");
    }

    /// Whether its author was told that all of it arrived.
    private static boolean isOver(NodeProcess author, String offer) {
        return author.has("transferred", e -> e.get("offer").getAsString().equals(offer));
    }

    private static List<String> names(Path in) throws IOException {
        try (Stream<Path> all = Files.list(in)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
