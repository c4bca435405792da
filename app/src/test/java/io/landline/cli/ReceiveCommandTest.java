package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.filetransfer.AcceptRule;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What `receive` takes, what it leaves, and when it ends. Ada offers, and Bob's node runs beside the command.
@StartsPrograms
class ReceiveCommandTest extends AdaAndBob {
    private CommandProcess commands;

    @BeforeEach
    void openCommands() throws IOException {
        commands = new CommandProcess("en", KEY);
    }

    @AfterEach
    void close() throws Exception {
        closeNodes();
        commands.close(); // what waits for a node ends with it
    }

    private Path bobs() {
        return folder.resolve("Bob");
    }

    private void offer(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "words of " + name);
        JsonObject send = JsonLines.command("send", "to", "Bob");
        send.add("paths", JsonLines.list(List.of(file.toString())));
        adas.send(send.toString());
    }

    private String received(String name) throws IOException {
        return Files.readString(folder.resolve("Bob-downloads").resolve(name));
    }

    @Test
    void whereARuleDecidesTheCommandWaitsForTheNumberThatItWasTold() throws Exception {
        meet(AcceptRule.ALL);
        commands.run(bobs(), "receive", "--count", "0").assertEnded(ExitCode.USAGE, "--count");
        commands.run(bobs(), "receive", "--only", "*.txt")
                .assertEnded(ExitCode.USAGE,
                        "takes files without asking (all), so --only cannot choose. Let it ask, or stop it first.");
        commands.run(bobs(), "receive", "--only", "*.txt", "--accept", "all")
                .assertEnded(ExitCode.USAGE,
                        "--only chooses itself what is taken; use it without --accept.");
        commands.begin(bobs(), "", "receive", "--count", "2");
        commands.until("Waiting for files into ", new StringBuilder());
        offer("one.txt");
        offer("two.txt");
        Ran ran = commands.finish();
        ran.assertEnded(ExitCode.DONE, "Bob-downloads/one.txt: ");
        assertTrue(ran.text().contains("Bob-downloads/two.txt: "), ran.text());
        assertEquals("words of two.txt", received("two.txt"));
    }

    /// The node that runs would refuse the rule that was named here before.
    @Test
    void whereNobodyCanBeAskedItNamesWhatTakesFilesBesideANode() throws Exception {
        meet(AcceptRule.ASK);
        var said = new StringBuilder();
        commands.begin(bobs(), "", "receive");
        commands.until("Waiting for files into ", said);
        assertTrue(said.toString().contains("no file is taken; --only / takes all without asking."), said.toString());
        offer("two.txt");
        String offered = await(bobs, "offered").get("transfer").getAsString();
        bobs.send(JsonLines.command("accept", "transfer", offered).toString());
        commands.finish().assertEnded(ExitCode.DONE, "Bob-downloads/two.txt: ");
        commands.begin(bobs(), "", "receive", "--only", "/");
        commands.until("Waiting for files into ", new StringBuilder());
        offer("one.txt");
        commands.finish().assertEnded(ExitCode.DONE, "Bob-downloads/one.txt: ");
    }

    /// Nobody typed the rule this time: it stands in the settings.
    @Test
    void aRuleThatTheProfileKeepsLetsOnlyChoose() throws Exception {
        meet(null);
        bob.preferences().setAccept(AcceptRule.ALL);
        bob.close();
        commands.begin(bobs(), "", "receive", "--only", "*.txt", "--udp-port", String.valueOf(udpPort), "--interface",
                "lo", "--downloads", folder.resolve("Bob-downloads").toString());
        commands.until("Waiting for files into ", new StringBuilder());
        offer("talk.pdf");
        offer("one.txt");
        commands.finish().assertEnded(ExitCode.DONE, "Bob-downloads/one.txt: ");
        assertEquals("words of one.txt", received("one.txt"));
        assertFalse(Files.exists(folder.resolve("Bob-downloads").resolve("talk.pdf")));
    }

    @Test
    void whoAcceptsNothingByARuleMayStillChoose() throws Exception {
        meet(AcceptRule.NONE);
        commands.begin(bobs(), "", "receive", "--only", "*.txt");
        commands.until("Waiting for files into ", new StringBuilder());
        offer("one.txt");
        commands.finish().assertEnded(ExitCode.DONE, "Bob-downloads/one.txt: ");
    }

    private String offeredToAProgram() throws IOException {
        String event = commands.until("{\"event\":\"offered\"", new StringBuilder());
        return JsonParser.parseString(event).getAsJsonObject().get("transfer").getAsString();
    }

    /// What was offered before has its event too: nothing else would tell the program of it.
    @Test
    void aProgramDecidesByTheEventOfEachOffer() throws Exception {
        meet(null);
        offer("one.txt");
        String before = await(bobs, "offered").get("transfer").getAsString();
        commands.begin(bobs(), "", "receive", "--json");
        assertEquals(before, offeredToAProgram());
        bobs.send(JsonLines.command("decline", "transfer", before).toString());
        offer("two.txt");
        bobs.send(JsonLines.command("accept", "transfer", offeredToAProgram()).toString());
        var events = new StringBuilder();
        commands.until("{\"event\":\"transferred\"", events);
        assertFalse(events.toString().contains("\"offered\""), events::toString);
        commands.finish().assertEnded(ExitCode.DONE, "{\"event\":\"ok\"");
        assertEquals("words of two.txt", received("two.txt"));
    }

    @Test
    void whatHoldsNothingThatIsWantedIsLeftAndTheNextOneTaken() throws Exception {
        meet(null);
        offer("essay.txt");
        await(bobs, "offered");
        Ran none = commands.run(bobs(), "receive", "--only", "*.pdf");
        none.assertEnded(ExitCode.FAILED,
                "Nothing in it is what --only names. Nothing was taken, and the offer stands.");
        assertFalse(none.text().contains("Received "), none.text());
        assertEquals("offered", JsonParser.parseString(commands.run(bobs(), "transfers", "list", "--json")
                .text()
                .lines()
                .findFirst()
                .orElseThrow()).getAsJsonObject().get("state").getAsString());
        offer("talk.pdf");
        await(bobs, "offered");
        commands.run(bobs(), "receive", "--only", "*.pdf").assertEnded(ExitCode.DONE, "Bob-downloads/talk.pdf: ");
        assertEquals("words of talk.pdf", received("talk.pdf"));
    }

    /// It would wait without an end for what its sender has taken back, and take the next one for it.
    @Test
    void whatItsSenderTakesBackIsSaidAndTheNextOneIsWaitedFor() throws Exception {
        meet(null);
        Path downloads = folder.resolve("Bob-downloads");
        Files.deleteIfExists(downloads);
        Files.writeString(downloads, "no folder, so nothing can be written yet");
        commands.begin(bobs(), "", "receive", "--only", "/");
        commands.until("Waiting for files into ", new StringBuilder());
        offer("one.txt");
        String transfer = await(bobs, "offered").get("transfer").getAsString();
        assertTrue(await(bobs, "transfer-failed").get("resumable").getAsBoolean());
        adas.send(JsonLines.command("cancel", "transfer", transfer).toString());
        await(bobs, "transfer-failed");
        Files.delete(downloads);
        Files.createDirectory(downloads);
        offer("two.txt");
        Ran ran = commands.finish();
        ran.assertEnded(ExitCode.DONE, "Bob-downloads/two.txt: ");
        assertFalse(ran.text().contains("Bob-downloads/one.txt: "), ran.text());
    }
}
