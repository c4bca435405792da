package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.console.ConsoleSocket;
import io.landline.control.ControlClient;
import io.landline.node.Node;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import io.landline.settings.Profile;
import io.landline.testing.StartsPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What commands about files refuse: each says so at once, and nothing is claimed that does not happen.
@StartsPrograms
class RefusedTransfersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String KEY = "amber fox piano river";

    @TempDir
    Path folder;

    private Node node(String name, int udpPort) throws Exception {
        return Node.open(new NodeOptions(folder.resolve(name), new PeerName(name),
                List.of(new RequestedRoom(new RoomName("class"), false, KEY)),
                new Network(udpPort, 0, List.of("lo"), List.of()), folder.resolve(name + "-downloads"), null, false));
    }

    private ControlClient lines(String name) throws Exception {
        ControlClient lines = ControlClient.toNodeOf(Profile.open(folder.resolve(name)));
        assertNotNull(lines);
        return lines;
    }

    private static JsonObject await(ControlClient client, String event) throws Exception {
        while (true) {
            String line = client.next(PATIENCE);
            assertNotNull(line, "nothing more came");
            JsonObject json = JsonParser.parseString(line).getAsJsonObject();
            if (JsonLines.is(json, event)) return json;
        }
    }

    private interface Steps {
        void run(CommandProcess commands, String offeredByAda) throws Exception;
    }

    /// Ada has offered a file to Bob, who has not decided.
    private void offered(Steps steps) throws Exception {
        Path file = Files.writeString(folder.resolve("essay.txt"), "words");
        int udpPort = FreePorts.udp();
        try (Node ada = node("Ada", udpPort);
                Node bob = node("Bob", udpPort);
                AutoCloseable adas = ConsoleSocket.open(ada, () -> {}, null);
                AutoCloseable bobs = ConsoleSocket.open(bob, () -> {}, null);
                ControlClient adasLines = lines("Ada");
                ControlClient bobsLines = lines("Bob");
                var commands = new CommandProcess("en", KEY)) {
            ada.start();
            bob.start();
            await(adasLines, "joined");
            JsonObject send = JsonLines.command("send", "to", "Bob");
            send.add("paths", JsonLines.list(List.of(file.toString())));
            adasLines.send(send.toString());
            steps.run(commands, await(bobsLines, "offered").get("transfer").getAsString());
        }
    }

    @Test
    void whatIsNotAcceptedIsNeitherPausedNorResumed() throws Exception {
        offered((commands, transfer) -> {
            for (String profile : List.of("Ada", "Bob")) {
                CommandProcess.Ran resumed = commands.run(folder.resolve(profile), "transfers", "resume", transfer);
                resumed.assertEnded(ExitCode.FAILED, "That transfer is not accepted yet.");
                assertFalse(resumed.text().contains("goes on"), resumed.text());
            }
            commands.run(folder.resolve("Bob"), "transfers", "pause", transfer, "--json")
                    .assertEnded(ExitCode.FAILED, "\"not-possible\"");
        });
    }

    @Test
    void aPatternThatIsNoneIsWrongUsageWhereFilesAreSentAndTaken() throws Exception {
        offered((commands, transfer) -> {
            commands.run(folder.resolve("Ada"), "send", "Bob", folder.resolve("essay.txt").toString(), "--exclude", "[",
                    "--json").assertEnded(ExitCode.USAGE, "\"malformed\"");
            commands.run(folder.resolve("Bob"), "receive", "--only", "[")
                    .assertEnded(ExitCode.USAGE, "This is no pattern of names: [.");
            commands.run(folder.resolve("Bob"), "receive", "--only", "*.txt").assertEnded(ExitCode.DONE, "Received ");
        });
    }
}
