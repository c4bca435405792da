package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.terminal.ExitCode;
import io.landline.console.ConsoleSocket;
import io.landline.node.Node;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import io.landline.testing.StartsPrograms;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody says who has just come into a room.
@StartsPrograms
class FirstWordsTest {
    private static final String KEY = "amber fox piano river";

    @TempDir
    Path folder;

    @Test
    void theFirstWordsOfANewcomerStandBelowWhatWasSaidBefore() throws Exception {
        int udpPort = FreePorts.udp();
        var options = new NodeOptions(folder.resolve("Ada"), new PeerName("Ada"),
                List.of(new RequestedRoom(new RoomName("class"), false, KEY)),
                new Network(udpPort, 0, List.of("lo"), List.of()), folder.resolve("downloads"), null, false);
        try (Node ada = Node.open(options); var commands = new CommandProcess("en", KEY)) {
            ada.start();
            for (int i = 1; i <= 5; i++) ada.chats().say("#class", "said before " + i);
            commands.begin(folder.resolve("Eve"), "", "say", "#class", "I am new here", "--name", "Eve", "--room",
                    "class", "--interface", "lo", "--tcp-port", "0", "--udp-port", String.valueOf(udpPort));
            Ran said = commands.finish();
            assertEquals(ExitCode.DONE, said.exitCode(), said.text());
            commands.begin(folder.resolve("Eve"), "", "history", "#class");
            List<String> lines = commands.finish().text().lines().toList();
            assertEquals(6, lines.size(), lines.toString());
            assertTrue(lines.getLast().endsWith("Eve: I am new here"), lines.toString());
        }
    }

    /// The command waits ten seconds for somebody, and would seem to hang.
    @Test
    void whereNobodyIsThatIsSaidBeforeTheWait() throws Exception {
        var options = new NodeOptions(folder.resolve("Ada"), new PeerName("Ada"),
                List.of(new RequestedRoom(new RoomName("class"), false, KEY)),
                new Network(FreePorts.udp(), 0, List.of("lo"), List.of()), folder.resolve("downloads"), null, false);
        try (Node ada = Node.open(options);
                ConsoleSocket _ = ConsoleSocket.open(ada, () -> {}, null);
                var commands = new CommandProcess()) {
            ada.start();
            Ran said = commands.run(folder.resolve("Ada"), "say", "#class", "anybody?");
            assertEquals(ExitCode.LATER, said.exitCode(), said.text());
            List<String> lines = said.text().lines().toList();
            assertEquals("Kept. Nobody else of #class is here now; waiting 10 s for somebody.", lines.getFirst());
            assertTrue(lines.getLast().startsWith("Kept, and not delivered yet: nobody has answered."), said.text());
        }
    }
}
