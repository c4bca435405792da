package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.chat.PersonStatus;
import io.landline.chat.PersonStatus.State;
import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.console.ConsoleSocket;
import io.landline.control.ControlClient;
import io.landline.node.Node;
import io.landline.node.port.ChatHistory.Keep;
import io.landline.testing.StartsPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What this user chooses for conversations, rooms and networks: through the node that runs, and on a profile that none
/// uses.
@StartsPrograms
class ChoiceCommandsTest extends AdasCommands {
    private interface Part {
        void run(Node ada) throws Exception;
    }

    private void running(Part part) throws Exception {
        try (Node ada = node("Ada", null); ConsoleSocket _ = ConsoleSocket.open(ada, () -> {}, null)) {
            ada.start();
            part.run(ada);
        }
    }

    @Test
    void howLongAConversationIsKeptIsChosenAndSaidWithANodeAndWithout() throws Exception {
        running(ada -> {
            ada("keep", "#class").assertEnded(ExitCode.DONE, "#class is kept for ever on this computer. Others decide");
            ada("keep", "#class", "--days", "90").assertEnded(ExitCode.DONE,
                    "#class is kept for 90 days on this computer. While Landline runs, what is older is removed");
            assertEquals(Keep.QUARTER, ada.chats().history().kept("#class"));
            ada("keep", "#class").assertEnded(ExitCode.DONE, "Others keep theirs.");
            ada("keep", "#class", "--for-ever").assertEnded(ExitCode.DONE, "#class is kept for ever");
            assertEquals(Keep.ALL, ada.chats().history().kept("#class"));
        });
        JsonObject chosen = json(ada("keep", "room:class", "--days", "365", "--json"));
        assertTrue(EventFields.is(chosen, "ok"));
        assertEquals("#class", chosen.get("conversation").getAsString());
        assertEquals(365, chosen.get("days").getAsInt());
        running(ada -> assertEquals(Keep.YEAR, ada.chats().history().kept("#class")));
        assertEquals(365, json(ada("keep", "#class", "--json")).get("days").getAsInt());
        assertFalse(json(ada("keep", "#class", "--for-ever", "--json")).has("days"));
    }

    @Test
    void whatCannotBeKeptSoIsRefusedAndChangesNothing() throws Exception {
        running(ada -> {
            ada("keep", "#class", "--days", "30");
            for (String days : new String[]{"0", "-1", "31", "100000"}) {
                ada("keep", "#class", "--days=" + days).assertEnded(ExitCode.USAGE,
                        "A conversation is kept for 30, 90 or 365 days, or for ever. Nothing was changed.");
            }
            ada("keep", "#class", "--days", "99999999999").assertEnded(ExitCode.USAGE, "--days");
            ada("keep", "#class", "--days", "30", "--for-ever").assertEnded(ExitCode.USAGE, "Only one of these");
            ada("keep", "#nowhere", "--for-ever").assertEnded(ExitCode.USAGE, "#nowhere");
            ada("keep", "Nobody").assertEnded(ExitCode.PEER_NOT_FOUND, "Nobody");
            ada("keep").assertEnded(ExitCode.USAGE, "TO is missing.");
            assertEquals(Keep.MONTH, ada.chats().history().kept("#class"));
        });
    }

    @Test
    void h33_theWordsOfARoomAreToldToWhoAsksForThemAndStandInNothingElse() throws Exception {
        ada("room", "create", "attic", "--key", "quartz meadow saddle violin").assertEnded(ExitCode.DONE,
                "Made #attic");
        ada("room", "join", "hall", "--open");
        String link = "landline:join?room=attic&words=quartz-meadow-saddle-violin";
        Ran without = ada("room", "words", "attic");
        without.assertEnded(ExitCode.DONE, "The key of #attic, to be told to those who may come in:");
        assertTrue(without.text().contains("\n    quartz meadow saddle violin\n"), without.text());
        assertTrue(without.text().contains("\n    " + link + "\n"), without.text());
        assertTrue(without.text().contains("Nobody has confirmed this key yet."), without.text());
        running(_ -> {
            assertEquals(without, ada("room", "words", "#attic"));
            JsonObject told = json(ada("room", "words", "attic", "--json"));
            assertEquals("quartz meadow saddle violin", told.get("key").getAsString());
            assertEquals(link, told.get("link").getAsString());
            assertFalse(told.get("confirmed").getAsBoolean());
            for (String[] other : new String[][]{{"room", "list", "--json"}, {"room", "members", "attic", "--json"},
                    {"history", "#attic", "--json"}, {"keep", "#attic", "--json"}}) {
                assertFalse(ada(other).text().contains("quartz"), String.join(" ", other));
            }
            ada("room", "words", "hall").assertEnded(ExitCode.FAILED, "#hall (open) has no words: everybody");
            ada("room", "words", "cellar").assertEnded(ExitCode.USAGE, "in no room cellar");
            ada("room", "words").assertEnded(ExitCode.USAGE, "NAME is missing.");
        });
        try (var logs = Files.list(folder.resolve("Ada/log"))) {
            for (Path log : logs.toList()) assertFalse(Files.readString(log).contains("quartz"), log.toString());
        }
    }

    @Test
    void wordsThatAreTooLongForALinkAreToldWithoutOne() throws Exception {
        ada("room", "create", "attic", "--key", "ö".repeat(100));
        Ran told = ada("room", "words", "attic");
        told.assertEnded(ExitCode.DONE, "ööö\n");
        assertFalse(told.text().contains("landline:join"), told.text());
    }

    @Test
    void theLastLineIsTheSameWithANodeAndWithout() throws Exception {
        ada("room", "create", "class", "--key", KEY);
        Set<String> fields = Set.of("event", "at", "conversation");
        assertEquals(fields, json(ada("keep", "#class", "--json")).keySet());
        running(_ -> assertEquals(fields, json(ada("keep", "#class", "--json")).keySet()));
    }

    @Test
    void whatIsSaidOfTheUserIsSetAtTheRunningNodeAndTold() throws Exception {
        running(ada -> {
            String until = " Others see it until you change it or Landline ends.\n";
            assertEquals(new Ran(ExitCode.DONE, "You are here." + until), ada("status"));
            assertEquals(new Ran(ExitCode.DONE, "You are away: at lunch." + until),
                    ada("status", "away", "at", "lunch"));
            assertEquals(new PersonStatus(State.AWAY, "at lunch", false), ada.contacts().activity().own());
            assertEquals(new Ran(ExitCode.DONE, "You are away: at lunch." + until), ada("status"));
            JsonObject told = json(ada("status", "busy", "--json"));
            assertEquals(Set.of("event", "at", "state", "text"), told.keySet());
            assertEquals("busy", told.get("state").getAsString());
            assertEquals("", told.get("text").getAsString(), "a text goes with its state");
            ada("status", "sleepy").assertEnded(ExitCode.USAGE,
                    "The state is here, away or busy. Nothing was changed.");
            ada("status", "bsuy").assertEnded(ExitCode.USAGE, "Nothing was changed. Did you mean busy?");
            ada("status", "").assertEnded(ExitCode.USAGE, "STATE is empty.");
            assertEquals(State.BUSY, ada.contacts().activity().own().state());
            ada("status", "here", "x".repeat(81)).assertEnded(ExitCode.DONE, "A text has at most 80 characters");
            assertEquals("x".repeat(80), ada.contacts().activity().own().text());
        });
        ada("status").assertEnded(ExitCode.FAILED, "Landline does not run on this profile");
        assertEquals("not-possible", json(ada("status", "away", "--json")).get("code").getAsString());
    }

    @Test
    void whereNoNodeRunsTheStatusTellsWhatTheProfileRemembers() throws Exception {
        ada("status").assertEnded(ExitCode.FAILED, "No rooms yet");
        try (Node ada = node("Ada", null);
                Node ben = node("Ben", null);
                ConsoleSocket _ = ConsoleSocket.open(ada, () -> {}, null);
                ControlClient adas = lines("Ada")) {
            ada.start();
            ben.start();
            await(adas, "joined");
        }
        ada("room", "create", "class", "--key", KEY);
        ada("room", "join", "hall", "--open");
        assertEquals(new Ran(ExitCode.FAILED, "Profile: " + folder.resolve("Ada") + "\nRooms: #class, #hall (open)\n"
                + "People known from them: Ben\nLandline does not run on this profile, so others see nothing of you"
                + " now. Start it with landline --profile " + folder.resolve("Ada") + " node, or open its window.\n"),
                ada("status"));
        JsonObject none = json(ada("status", "--json"));
        assertEquals(Set.of("event", "at", "code", "message", "profile", "rooms", "people"), none.keySet());
        assertEquals("not-possible", none.get("code").getAsString());
        assertEquals(1, none.get("people").getAsInt());
        assertEquals(2, none.getAsJsonArray("rooms").size());
    }

    private static JsonObject json(Ran ran) {
        String line = ran.text().lines().filter(each -> each.startsWith("{")).toList().getLast();
        return JsonParser.parseString(line).getAsJsonObject();
    }
}
