package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.terminal.ExitCode;
import io.landline.console.ConsoleSocket;
import io.landline.control.ControlClient;
import io.landline.node.Node;
import io.landline.node.port.MessageActs.Message;
import io.landline.room.EntryId;
import io.landline.testing.StartsPrograms;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// `pinned`: what people pinned in a conversation, through the node that runs and on a profile that none uses.
@StartsPrograms
class PinnedCommandTest extends AdasCommands {
    @Test
    void whatSomebodyPinnedIsListedWithItsIdAndWhoPinnedIt() throws Exception {
        String said;
        String bensFingerprint;
        try (Node ada = node("Ada", null);
                ConsoleSocket _ = ConsoleSocket.open(ada, () -> {}, null);
                ControlClient adas = lines("Ada");
                Node ben = node("Ben", null);
                ConsoleSocket _ = ConsoleSocket.open(ben, () -> {}, null);
                ControlClient bens = lines("Ben")) {
            ada.start();
            ben.start();
            await(adas, "joined");
            await(bens, "joined");
            ada.chats().acts().say("#class", new Message("the room is 12\u001b[2J", null, Set.of()));
            said = await(bens, "message").get("id").getAsString();
            ben.chats().acts().pin(EntryId.of(HexFormat.of().parseHex(said)), true);
            await(adas, "pinned-message");
            bensFingerprint = ben.fingerprint().hex();
            shown(said, bensFingerprint);
        }
        shown(said, bensFingerprint);
    }

    private void shown(String id, String by) throws Exception {
        Ran told = ada("pinned", "#class");
        assertEquals(ExitCode.DONE, told.exitCode(), told.text());
        assertTrue(told.text().startsWith(id.substring(0, 8) + "  "), told.text());
        assertTrue(told.text().endsWith("  Ada: the room is 12\\x1b[2J\n"), told.text());
        JsonObject line = JsonParser.parseString(ada("pinned", "#class", "--json").text()).getAsJsonObject();
        assertEquals("pinned", line.get("event").getAsString());
        assertEquals(id, line.get("id").getAsString());
        assertEquals("Ben", line.get("byName").getAsString());
        assertEquals(by, line.get("by").getAsString());
    }

    @Test
    void aRoomThatIsNotHeldIsWrongUsage() throws Exception {
        node("Ada", null).close();
        ada("pinned", "#other").assertEnded(ExitCode.USAGE, "#other");
    }
}
