package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.console.ConsoleSocket;
import io.landline.control.ControlClient;
import io.landline.filetransfer.AcceptRule;
import io.landline.node.Node;
import io.landline.testing.StartsPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Whom `send` waits for: members who are away, and each member of a room.
@StartsPrograms
class SendingTest extends ConsoleNodes {
    @Test
    void anOfferToSomebodyAwayIsKeptAlsoWhereANodeRuns() throws Exception {
        Path file = Files.writeString(folder.resolve("essay.txt"), "words");
        try (Node ada = node("Ada", null);
                AutoCloseable socket = ConsoleSocket.open(ada, () -> {}, null);
                ControlClient lines = lines("Ada");
                var commands = new CommandProcess("en", KEY)) {
            ada.start();
            try (Node bob = node("Bob", null)) {
                bob.start();
                await(lines, "joined");
            }
            await(lines, "session-closed");
            commands.begin(folder.resolve("Ada"), "", "send", "Bob", file.toString());
            commands.finish().assertEnded(ExitCode.LATER, "nobody of Bob is here");
        }
    }

    @Test
    void anOfferToARoomWaitsForEachMemberThere() throws Exception {
        Path file = Files.writeString(folder.resolve("essay.txt"), "words");
        try (Node bob = node("Bob", AcceptRule.ALL);
                Node cy = node("Cy", AcceptRule.ASK);
                AutoCloseable socket = ConsoleSocket.open(cy, () -> {}, null);
                AutoCloseable bobs = ConsoleSocket.open(bob, () -> {}, null);
                ControlClient cysLines = lines("Cy");
                ControlClient bobsLines = lines("Bob");
                var commands = new CommandProcess("en", KEY)) {
            bob.start();
            cy.start();
            await(cysLines, "joined");
            commands.begin(folder.resolve("Ada"), "", "send", "#class", file.toString(), "--name", "Ada", "--room",
                    "class", "--interface", "lo", "--tcp-port", "0", "--udp-port", String.valueOf(udpPort));
            JsonObject offered = await(cysLines, "offered");
            await(bobsLines, "transferred");
            cysLines.send(JsonLines.command("accept", "transfer", offered.get("transfer").getAsString()).toString());
            await(cysLines, "transferred");
            assertEquals(ExitCode.DONE, commands.finish().exitCode());
            assertTrue(Files.exists(folder.resolve("Cy-downloads/essay.txt")));
        }
    }

    @Test
    void whatStopsAtTheReceiverIsSaidWhileItIsWaitedFor() throws Exception {
        Path file = Files.writeString(folder.resolve("essay.txt"), "words");
        try (Node bob = node("Bob", AcceptRule.ALL);
                AutoCloseable bobs = ConsoleSocket.open(bob, () -> {}, null);
                ControlClient bobsLines = lines("Bob");
                var commands = new CommandProcess("en", KEY)) {
            bob.start();
            Path downloads = folder.resolve("Bob-downloads");
            Files.deleteIfExists(downloads);
            Files.writeString(downloads, "no folder");
            commands.begin(folder.resolve("Ada"), "", "send", "Bob", file.toString(), "--name", "Ada", "--room",
                    "class", "--interface", "lo", "--tcp-port", "0", "--udp-port", String.valueOf(udpPort));
            JsonObject stopped = await(bobsLines, "transfer-failed");
            assertTrue(stopped.get("resumable").getAsBoolean(), stopped.toString());
            bobsLines.send(JsonLines.command("cancel", "transfer", stopped.get("transfer").getAsString()).toString());
            commands.finish().assertEnded(ExitCode.FAILED, "it goes on when the receiver resumes it");
        }
    }
}
