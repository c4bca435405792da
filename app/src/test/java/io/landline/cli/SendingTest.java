package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.ArrayList;
import java.util.List;
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
            commands.finish().assertEnded(ExitCode.LATER, "Bob is not here");
        }
    }

    /// A mistyped word makes another key, so nothing ever reaches those who are here.
    @Test
    void whoHasAnotherKeyIsNamedByWhatWasNotSent() throws Exception {
        Path file = Files.writeString(folder.resolve("essay.txt"), "words");
        try (Node bob = node("Bob", AcceptRule.ALL); var commands = new CommandProcess("en", "amber fox pino river")) {
            bob.start();
            Path ada = folder.resolve("Ada");
            commands.run(ada, "room", "join", "class", "--name", "Ada")
                    .assertEnded(ExitCode.DONE,
                            "Word 3 of the key is not one of Landline's words.");
            String[] network = {"--interface", "lo", "--tcp-port", "0", "--udp-port", String.valueOf(udpPort)};
            for (List<String> each : List.of(List.of("say", "#class", "hello"),
                    List.of("send", "#class", file.toString()))) {
                var command = new ArrayList<>(each);
                command.addAll(List.of(network));
                CommandProcess.Ran ran = commands.run(ada, command.toArray(String[]::new));
                ran.assertEnded(ExitCode.LATER, "Bob has another key for #class: compare the words, aloud.");
                ran.assertEnded(ExitCode.LATER, "Kept, and not sent: nobody who has your key for #class is here.");
            }
        }
    }

    @Test
    void aKeyThatFriendsMadeUpIsNotCalledMistyped() throws Exception {
        try (var commands = new CommandProcess("en", "grumpf blorb river snax")) {
            CommandProcess.Ran ran = commands.run(folder.resolve("Ada"), "room", "join", "class");
            assertEquals(ExitCode.DONE, ran.exitCode());
            assertFalse(ran.text().contains("Landline's words"), ran.text());
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
