package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.console.ConsoleSocket;
import io.landline.node.Node;
import io.landline.node.port.ChatHistory.Keep;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What this user chooses for conversations, rooms and networks: through the node that runs, and on a profile that none
/// uses.
@StartsPrograms
class ChoiceCommandsTest extends ConsoleNodes {
    private CommandProcess commands;

    @BeforeEach
    void begin() throws IOException {
        commands = new CommandProcess();
    }

    @AfterEach
    void end() throws Exception {
        commands.close();
    }

    private Ran ada(String... arguments) throws IOException {
        return commands.run(folder.resolve("Ada"), arguments);
    }

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
        JsonObject chosen = json(ada("keep", "class", "--days", "365", "--json"));
        assertTrue(JsonLines.is(chosen, "ok"));
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

    private static JsonObject json(Ran ran) {
        return JsonParser.parseString(ran.text().lines().toList().getLast()).getAsJsonObject();
    }
}
