package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.chat.act.HandInBox;
import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.console.ConsoleSocket;
import io.landline.control.ControlClient;
import io.landline.node.Node;
import io.landline.testing.StartsPrograms;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// `block`, `blocked` and `verify`: what this user decides of people, through the node that runs and on a profile that
/// none uses.
@StartsPrograms
class BlockCommandsTest extends AdasCommands {
    private interface Part {
        void run(Node ada, Node ben, ControlClient bens) throws Exception;
    }

    /// Ada and Ben have met, and Ada's node takes commands.
    private void met(Part part) throws Exception {
        try (Node ada = node("Ada", null);
                ConsoleSocket _ = ConsoleSocket.open(ada, () -> {}, null);
                Node ben = node("Ben", null);
                ConsoleSocket _ = ConsoleSocket.open(ben, () -> {}, null)) {
            try (ControlClient adas = lines("Ada"); ControlClient bens = lines("Ben")) {
                ada.start();
                ben.start();
                await(adas, "joined");
                await(bens, "joined");
                part.run(ada, ben, bens);
            }
        }
    }

    @Test
    void aBlockThroughTheRunningNodeEndsTheSessionUntilItIsTakenBack() throws Exception {
        met((ada, ben, bens) -> {
            String brief = ben.fingerprint().brief();
            ada("blocked").assertEnded(ExitCode.DONE, "Nobody is blocked: landline");
            ada("block", "Ben").assertEnded(ExitCode.DONE,
                    "Ben is blocked: nothing comes or goes. To end it: landline --profile "
                            + folder.resolve("Ada") + " block --off " + brief);
            assertTrue(ada.contacts().contact(ben.fingerprint()).blocked());
            await(bens, "session-closed");
            assertEquals(new Ran(ExitCode.DONE, "Ben  " + brief + "\n"), ada("blocked"));
            ada("block", brief).assertEnded(ExitCode.DONE, "Ben is blocked already.");
            ada("say", "Ben", "later").assertEnded(ExitCode.LATER, "Kept, and not sent: you have blocked Ben.");
            ada("block", "Ben", "--off").assertEnded(ExitCode.DONE, "Ben is no longer blocked.");
            await(bens, "joined");
            assertEquals("later", await(bens, "message").get("text").getAsString());
            assertFalse(ada.contacts().contact(ben.fingerprint()).blocked());
            ada("block", "Ben", "--off").assertEnded(ExitCode.DONE, "Ben is not blocked.");
        });
    }

    @Test
    void filesForSomebodyBlockedWaitForTheBlockToEndAndThatIsSaidAtOnce() throws Exception {
        String essay = Files.writeString(folder.resolve("essay.txt"), "words").toString();
        met((_, ben, bens) -> {
            ada("block", "Ben");
            await(bens, "session-closed");
            ada("send", "Ben", essay).assertEnded(ExitCode.LATER, "Kept, and not sent: you have blocked Ben. It goes");
            Ran told = ada("send", ben.fingerprint().brief(), essay, "--json");
            assertEquals(ExitCode.LATER, told.exitCode(), told.text());
            ada("block", "Ben", "--off");
            assertEquals("[\"essay.txt\"]", await(bens, "offered").get("names").toString());
        });
        ada("block", "Ben");
        ada("send", "Ben", essay).assertEnded(ExitCode.LATER, "Kept, and not sent: you have blocked Ben. It goes");
    }

    @Test
    void whatIsWrittenOrOfferedIntoARoomInWhichAllOthersAreBlockedSaysSoAtOnce() throws Exception {
        String essay = Files.writeString(folder.resolve("essay.txt"), "words").toString();
        String kept = "Kept, and not sent: you have blocked everybody else in #class. landline";
        met((_, _, bens) -> {
            ada("say", "#class", "hello").assertEnded(ExitCode.DONE, "Delivered.");
            String said = json(ada("history", "#class", "--json")).get("id").getAsString();
            ada("block", "Ben");
            await(bens, "session-closed");
            ada("say", "#class", "later").assertEnded(ExitCode.LATER, kept);
            ada("pin", said).assertEnded(ExitCode.LATER, kept);
            ada("send", "#class", essay).assertEnded(ExitCode.LATER, kept);
            ada("block", "Ben", "--off");
            await(bens, "joined");
            assertEquals("later", await(bens, "message").get("text").getAsString());
        });
    }

    @Test
    void handingInToSomebodyBlockedIsRefusedAtOnce() throws Exception {
        String essay = Files.writeString(folder.resolve("essay.txt"), "words").toString();
        String refused = "You have blocked the collector of this box. Nothing was handed in.";
        var box = new String[1];
        met((_, ben, bens) -> {
            try (ControlClient adas = lines("Ada")) {
                var what = new HandInBox("Essay", Instant.now().plus(Duration.ofDays(1)), "", HandInBox.SIZE_BYTES_MAX,
                        true);
                box[0] = ben.fileTransfers().handIns().make("#class", what).id().hex();
                await(adas, "collect");
            }
            ada("block", "Ben");
            await(bens, "session-closed");
            ada("hand-in", box[0], essay).assertEnded(ExitCode.FAILED, refused);
        });
        ada("hand-in", box[0], essay, "--interface", "lo").assertEnded(ExitCode.FAILED, refused);
    }

    @Test
    void whoCannotBeBlockedIsSaidWithTheCodeOfItsReason() throws Exception {
        met((ada, _, _) -> {
            String own = ada.fingerprint().hex();
            for (String self : new String[]{"Ada", own, own.substring(0, 8)}) {
                ada("block", self).assertEnded(ExitCode.USAGE, "That is you.");
            }
            ada("block", "#class").assertEnded(ExitCode.USAGE, "A person is meant here, not a room");
            ada("block", "Nobody").assertEnded(ExitCode.PEER_NOT_FOUND, "Nobody called Nobody is here or was met");
            ada("block", "Nobody", "--off").assertEnded(ExitCode.PEER_NOT_FOUND, "Nobody called Nobody");
            ada("block", "ab".repeat(32)).assertEnded(ExitCode.FAILED, "Landline never had a connection with abababab");
            ada("block").assertEnded(ExitCode.USAGE, "PEER is missing.");
            ada("block").assertEnded(ExitCode.USAGE, "For example: landline block Ben");
            ada("blocked").assertEnded(ExitCode.DONE, "Nobody is blocked");
        });
    }

    @Test
    void whoIsAwayIsBlockedWhereNoNodeRuns() throws Exception {
        var ben = new String[1];
        met((_, node, _) -> ben[0] = node.fingerprint().hex());
        ada("block", "Ada").assertEnded(ExitCode.USAGE, "That is you.");
        ada("block", "ben").assertEnded(ExitCode.DONE, "Ben is blocked: nothing comes or goes.");
        JsonObject listed = json(ada("blocked", "--json"));
        assertEquals("blocked", listed.get("event").getAsString());
        assertEquals(ben[0], listed.get("peer").getAsString());
        assertEquals("Ben", listed.get("name").getAsString());
        JsonObject again = json(ada("block", ben[0], "--json"));
        assertTrue(EventFields.is(again, "ok"));
        assertFalse(again.get("changed").getAsBoolean());
        assertTrue(json(ada("block", "--off", "Ben", "--json")).get("changed").getAsBoolean());
        ada("blocked").assertEnded(ExitCode.DONE, "Nobody is blocked");
    }

    @Test
    void whoWasVerifiedIsSoUntilThatIsTakenBackWithANodeAndWithout() throws Exception {
        met((ada, ben, _) -> {
            ada("verify", "Ben", "--confirm").assertEnded(ExitCode.DONE, "You have verified Ben.");
            assertTrue(ada.contacts().contact(ben.fingerprint()).verified());
            ada("verify", "Ben", "--off").assertEnded(ExitCode.DONE, "Taken back: Ben counts as not verified.");
            assertFalse(ada.contacts().contact(ben.fingerprint()).verified());
            ada("verify", "Ben", "--confirm");
        });
        ada("verify", "Ben").assertEnded(ExitCode.DONE, "You have verified Ben.");
        assertFalse(json(ada("verify", "Ben", "--off", "--json")).get("verified").getAsBoolean());
        ada("verify", "Ben").assertEnded(ExitCode.DONE, "Read it to Ben aloud.");
        ada("verify", "Ben", "--off", "--confirm").assertEnded(ExitCode.USAGE, "Only one of these can be given");
    }

    @Test
    void ofSeveralPeopleOfOneNameTheDigitsDecideAndTheBlockedOneIsMeantWhereItEnds() throws Exception {
        try (Node ada = node("Ada", null); ConsoleSocket _ = ConsoleSocket.open(ada, () -> {}, null)) {
            try (ControlClient adas = lines("Ada")) {
                ada.start();
                try (Node first = node("Ben", null)) {
                    first.start();
                    await(adas, "joined");
                    try (Node second = another("Ben", "Ben too")) {
                        second.start();
                        await(adas, "joined");
                        String brief = second.fingerprint().brief();
                        ada("block", "Ben").assertEnded(ExitCode.USAGE, "Several people are called Ben: Ben ");
                        ada("block", brief).assertEnded(ExitCode.DONE, "Ben is blocked: nothing comes or goes.");
                        ada("block", "Ben", "--off").assertEnded(ExitCode.DONE, "Ben is no longer blocked.");
                        assertFalse(ada.contacts().contact(second.fingerprint()).blocked());
                    }
                }
            }
        }
    }

    private static JsonObject json(Ran ran) {
        return JsonParser.parseString(ran.text().lines().toList().getLast()).getAsJsonObject();
    }
}
