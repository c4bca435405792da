package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.process.SelfCommand;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `receive` asks about each offer on a terminal. Ada offers, and Bob's node runs beside the command.
@StartsPrograms
class ReceiveInPtyTest extends AdaAndBob {
    private static final String QUESTION = "Take it? [Y/n] ";
    private static final String STAYS = "What was offered stays, and its sender was told nothing: ";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";

    private Pty receiving;

    @BeforeEach
    void waitForFiles() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "needs script (bsdutils)");
        meet(null);
        receive();
    }

    private void receive(String... more) throws Exception {
        var command = SelfCommand.of("receive", "--profile", folder.resolve("Bob").toString());
        command.addAll(List.of(more));
        receiving = new Pty(command);
        assertTrue(receiving.shows("Waiting for files into "), receiving::shown);
    }

    @AfterEach
    void close() throws Exception {
        if (receiving == null) return;
        receiving.end();
        closeNodes();
    }

    private void offer(String to, String name) throws IOException {
        JsonObject send = JsonLines.command("send", "to", to);
        Path file = Files.writeString(folder.resolve(name), "words of " + name);
        send.add("paths", JsonLines.list(List.of(file.toString())));
        adas.send(send.toString());
    }

    /// An offer to Bob, until the command asks about it.
    private void offered(String name) throws Exception {
        int before = receiving.shown().length();
        offer("Bob", name);
        assertTrue(receiving.showsAfter(before, QUESTION), receiving::shown);
    }

    private void assertTaken(String name) throws Exception {
        String shown = receiving.untilItEnds();
        assertEquals(ExitCode.DONE, receiving.exitCode(), shown);
        assertTrue(shown.contains("Bob-downloads/" + name + ": "), shown);
        assertEquals("words of " + name, Files.readString(folder.resolve("Bob-downloads").resolve(name)));
    }

    private void assertEndedUndecided() throws Exception {
        String shown = receiving.untilItEnds();
        assertEquals(ExitCode.LATER, receiving.exitCode(), shown);
        assertTrue(
                shown.contains(STAYS + "landline receive --profile ") || shown.contains(STAYS + "landline --profile "),
                shown);
        bobs.send(JsonLines.command("transfers").toString());
        assertEquals("offered", await(bobs, "ok").getAsJsonArray("transfers")
                .get(0)
                .getAsJsonObject()
                .get("state")
                .getAsString());
    }

    @Test
    void theQuestionSaysWhoOffersWhatAndWhere() throws Exception {
        offered("one.txt");
        assertTrue(receiving.shown().contains("You are offered one.txt (16 B) by Ada: transfer "), receiving::shown);
        receiving.type("n\n");
        await(adas, "transfer-failed");
        offer("#class", "two.txt");
        assertTrue(receiving.shows("You are offered two.txt (16 B) by Ada in #class: transfer "), receiving::shown);
    }

    @Test
    void yesTakesIt() throws Exception {
        offered("one.txt");
        receiving.type("y\n");
        assertTaken("one.txt");
    }

    @Test
    void enterAloneTakesIt() throws Exception {
        offered("one.txt");
        receiving.type("\n");
        assertTaken("one.txt");
    }

    @Test
    void noTurnsItDownAndTheNextOneIsAskedAbout() throws Exception {
        offered("one.txt");
        receiving.type("n\n");
        assertEquals("declined", await(adas, "transfer-failed").get("reason").getAsString());
        offered("two.txt");
        receiving.type("y\n");
        assertTaken("two.txt");
        assertFalse(Files.exists(folder.resolve("Bob-downloads").resolve("one.txt")));
    }

    @Test
    void whatIsNeitherYesNorNoDecidesNothingAndIsAskedAgain() throws Exception {
        offered("one.txt");
        int before = receiving.shown().length();
        receiving.type("maybe\n");
        assertTrue(receiving.showsAfter(before, "Type y for yes, or n for no."), receiving::shown);
        assertTrue(receiving.showsAfter(before, QUESTION), receiving::shown);
        receiving.type("yes\n");
        assertTaken("one.txt");
    }

    /// Enter alone is yes, and may have been meant for something else.
    @Test
    void whatWasTypedBeforeTheQuestionDoesNotAnswerIt() throws Exception {
        int before = receiving.shown().length();
        receiving.type("n\n\n");
        assertTrue(receiving.showsAfter(before, "n\r\n\r\n"), receiving::shown);
        offered("one.txt");
        receiving.type("y\n");
        assertTaken("one.txt");
    }

    @Test
    void theEndOfTheInputDecidesNothing() throws Exception {
        offered("one.txt");
        receiving.type(CTRL_D);
        assertEndedUndecided();
        assertTrue(receiving.shown().contains("The input has ended, so nobody can be asked. "), receiving::shown);
    }

    @Test
    void nobodyIsAskedAboutMoreThanIsToBeTaken() throws Exception {
        receiving.end();
        for (String name : List.of("one.txt", "two.txt")) {
            offer("Bob", name);
            await(bobs, "offered");
        }
        receive("--count", "1");
        assertTrue(receiving.shows(QUESTION), receiving::shown);
        receiving.type("y\n");
        assertTaken("one.txt");
        String shown = receiving.shown();
        assertEquals(shown.indexOf(QUESTION), shown.lastIndexOf(QUESTION), shown);
        assertTrue(shown.contains("More was offered, and waits: "), shown);
        assertFalse(Files.exists(folder.resolve("Bob-downloads").resolve("two.txt")));
    }

    @Test
    void whatWasTakenStillArrivesOnceTheInputHasEnded() throws Exception {
        receiving.end();
        receive("--count", "2");
        offered("one.txt");
        int before = receiving.shown().length();
        offer("Bob", "two.txt");
        await(bobs, "offered");
        receiving.type("y\n");
        assertTrue(receiving.showsAfter(before, QUESTION), receiving::shown);
        receiving.type(CTRL_D);
        String shown = receiving.untilItEnds();
        assertEquals(ExitCode.LATER, receiving.exitCode(), shown);
        assertTrue(shown.contains(STAYS), shown);
        assertEquals("words of one.txt", Files.readString(folder.resolve("Bob-downloads").resolve("one.txt")));
    }

    @Test
    void anInterruptionDecidesNothing() throws Exception {
        offered("one.txt");
        receiving.type(CTRL_C);
        assertEndedUndecided();
    }

    /// The person may take long, and others do not wait for that.
    @Test
    void whatIsTakenBackWhileThePersonIsAskedIsSaidAndTheNextOneIsAskedAbout() throws Exception {
        offered("one.txt");
        adas.send(JsonLines.command("cancel", "transfer", await(bobs, "offered").get("transfer").getAsString())
                .toString());
        await(bobs, "transfer-failed");
        int before = receiving.shown().length();
        receiving.type("y\n");
        assertTrue(receiving.showsAfter(before, "There is no open transfer "), receiving::shown);
        offered("two.txt");
        receiving.type("y\n");
        assertTaken("two.txt");
    }
}
