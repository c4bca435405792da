package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.chat.act.Poll;
import io.landline.cli.terminal.ExitCode;
import io.landline.console.ConsoleSocket;
import io.landline.node.Node;
import io.landline.room.EntryId;
import io.landline.testing.StartsPrograms;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `voters`: who chose what in a poll, through the node that runs and on a profile that none uses.
@StartsPrograms
class VotersCommandTest extends AdasCommands {
    @Test
    void eachOptionIsListedWithThoseWhoChoseIt() throws Exception {
        String open;
        String hidden;
        try (Node ada = node("Ada", null); ConsoleSocket _ = ConsoleSocket.open(ada, () -> {}, null)) {
            EntryId asked = poll(ada, false);
            open = asked.hex();
            hidden = poll(ada, true).hex();
            ada("voters", open).assertEnded(ExitCode.DONE, "Nobody has voted yet.\n");
            ada.chats().acts().vote(asked, List.of(1));
            shown(open, hidden);
        }
        shown(open, hidden);
    }

    private static EntryId poll(Node ada, boolean hidden) throws Exception {
        return ada.chats().acts().ask("#class", new Poll("Tea?", List.of("yes", "no\u001b[2J"), false, hidden)).id();
    }

    private void shown(String open, String hidden) throws Exception {
        assertEquals("[1] yes (0)\n[2] no\\x1b[2J (1): Ada\n", ada("voters", open.substring(0, 8)).text());
        JsonObject line = JsonParser.parseString(ada("voters", open, "--json").text()).getAsJsonObject();
        assertEquals("voter", line.get("event").getAsString());
        assertEquals("[1]", line.get("choices").toString());
        ada("voters", hidden).assertEnded(ExitCode.DONE, "Who chose what shows once the poll is closed.\n");
        assertEquals("", ada("voters", hidden, "--json").text());
    }

    @Test
    void aPollThatIsNotHereIsWrongUsage() throws Exception {
        node("Ada", null).close();
        ada("voters", "0123456789").assertEnded(ExitCode.USAGE, "There is no such message here.");
    }
}
