package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.console.ConsoleSocket;
import io.landline.control.ControlClient;
import io.landline.node.Node;
import io.landline.testing.StartsPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// What commands about files refuse: each says so at once, and nothing is claimed that does not happen.
@StartsPrograms
class RefusedTransfersTest extends ConsoleNodes {
    private interface Steps {
        void run(CommandProcess commands, String offeredByAda) throws Exception;
    }

    /// Ada has offered a file to Bob, who has not decided.
    private void offered(Steps steps) throws Exception {
        Path file = Files.writeString(folder.resolve("essay.txt"), "words");
        try (Node ada = node("Ada", null);
                Node bob = node("Bob", null);
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
                resumed.assertEnded(ExitCode.FAILED, "That transfer is not accepted yet. "
                        + (profile.equals("Ada")
                                ? "Its receiver decides."
                                : "landline --profile " + folder.resolve(profile) + " receive takes it, "));
                assertFalse(resumed.text().contains("goes on"), resumed.text());
            }
            commands.run(folder.resolve("Bob"), "transfers", "pause", transfer, "--json")
                    .assertEnded(ExitCode.FAILED, "\"not-possible\"");
        });
    }

    /// A rule decides as an offer comes: with the one that the hint names, the command would wait without an end.
    @Test
    void whatWasOfferedBeforeIsSaidToWaitForAPerson() throws Exception {
        offered((commands, _) -> {
            commands.begin(folder.resolve("Bob"), "", "receive");
            var said = new StringBuilder();
            String hint = commands.until("What was offered before waits for a person", said);
            assertTrue(hint.endsWith(" receive --only / takes it."), hint);
            assertTrue(said.toString().contains("essay.txt"), said.toString());
            try (var person = new CommandProcess("en", KEY)) {
                person.run(folder.resolve("Bob"), "receive", "--only", "/").assertEnded(ExitCode.DONE, "Received ");
            }
            commands.finish().assertEnded(ExitCode.DONE, "Received ");
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

    /// As digits of people and messages are taken.
    @Test
    void digitsAreTakenInLettersOfBothSizes() throws Exception {
        offered((commands, transfer) -> commands.run(folder.resolve("Bob"), "transfers", "decline",
                transfer.toUpperCase(Locale.ROOT)).assertEnded(ExitCode.DONE, "Declined: essay.txt"));
    }

    @Test
    void whatIsToBeTriedAgainIsSaid() throws Exception {
        offered((commands, transfer) -> {
            Path bob = folder.resolve("Bob");
            commands.run(bob, "transfers").assertEnded(ExitCode.USAGE, "Say what to do: ");
            commands.run(bob, "transfers", "retry").assertEnded(ExitCode.USAGE, "Say which: ");
            commands.run(bob, "transfers", "retry", transfer, "--all").assertEnded(ExitCode.USAGE, "Say which: ");
            commands.run(bob, "transfers", "list").assertEnded(ExitCode.DONE, transfer + "  from Ada  offered");
            commands.run(bob, "transfers", "cancel", transfer).assertEnded(ExitCode.DONE, "Cancelled.");
            commands.run(bob, "transfers", "retry", "--all").assertEnded(ExitCode.DONE, "Tried again: 0.");
        });
    }

    @Test
    void anOfferIsDeclinedAndItsSenderHearsOfItAndItCanBeTakenAfterAll() throws Exception {
        offered((commands, transfer) -> {
            Path bob = folder.resolve("Bob");
            String brief = transfer.substring(0, 8);
            try (ControlClient adas = lines("Ada"); ControlClient bobs = lines("Bob")) {
                commands.run(bob, "transfers", "decline", brief)
                        .assertEnded(ExitCode.DONE,
                                "Declined: essay.txt from Ada. The other side is told as soon as both are here.");
                assertEquals("declined", await(adas, "transfer-failed").get("reason").getAsString());
                commands.run(bob, "transfers", "decline", brief).assertEnded(ExitCode.USAGE, "That transfer is over.");
                commands.run(bob, "transfers", "retry", brief).assertEnded(ExitCode.DONE, "It is tried again.");
                await(bobs, "transferred");
                commands.run(bob, "transfers", "decline", brief, "--json").assertEnded(ExitCode.USAGE, "no-transfer");
            }
        });
    }

    @Test
    void whatIsOnesOwnOrAcceptedOrNotThereIsNotDeclined() throws Exception {
        offered((commands, transfer) -> {
            Path ada = folder.resolve("Ada");
            Path bob = folder.resolve("Bob");
            commands.run(ada, "transfers", "decline", transfer).assertEnded(ExitCode.FAILED, "an offer of your own");
            commands.run(ada, "transfers", "decline", transfer, "--json").assertEnded(ExitCode.FAILED, "not-possible");
            for (String wrong : List.of("f".repeat(16), transfer.substring(0, 7))) {
                commands.run(bob, "transfers", "decline", wrong).assertEnded(ExitCode.USAGE, "There is no transfer ");
            }
            Path downloads = folder.resolve("Bob-downloads");
            Files.deleteIfExists(downloads);
            Files.writeString(downloads, "no folder");
            try (ControlClient bobs = lines("Bob")) {
                bobs.send(JsonLines.command("accept", "transfer", transfer).toString());
                assertTrue(await(bobs, "transfer-failed").get("resumable").getAsBoolean());
            }
            commands.run(bob, "transfers", "decline", transfer)
                    .assertEnded(ExitCode.FAILED, "That offer is accepted already:");
            commands.run(bob, "transfers", "cancel", transfer).assertEnded(ExitCode.DONE, "Cancelled.");
        });
    }

    @Test
    void whatIsDeclinedWhereNoNodeRunsIsToldAtTheNextMeeting() throws Exception {
        var offer = new String[1];
        offered((_, transfer) -> offer[0] = transfer);
        try (var commands = new CommandProcess("en", KEY)) {
            commands.run(folder.resolve("Bob"), "transfers", "decline", offer[0], "--interface", "lo", "--udp-port",
                    String.valueOf(udpPort)).assertEnded(ExitCode.DONE, "Declined: essay.txt from Ada.");
        }
        try (Node ada = node("Ada", null);
                Node bob = node("Bob", null);
                AutoCloseable _ = ConsoleSocket.open(ada, () -> {}, null);
                ControlClient adas = lines("Ada")) {
            ada.start();
            bob.start();
            assertEquals("declined", await(adas, "transfer-failed").get("reason").getAsString());
        }
    }
}
