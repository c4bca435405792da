package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.landline.chat.PersonStatus.State;
import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.console.ConsoleSocket;
import io.landline.control.ControlClient;
import io.landline.filetransfer.FilesToSend;
import io.landline.node.Node;
import io.landline.node.port.Quote;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import io.landline.room.EntryId;
import io.landline.settings.Profile;
import io.landline.testing.Patience;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How commands name people, and what is meant where a name or an id is mistyped. Ada's node is given the commands, and
/// Bob is here too.
@StartsPrograms
class PeopleNamedTest {
    @TempDir
    static Path folder;
    private static Node ada;
    private static Node bob;
    private static ConsoleSocket socket;
    private static ControlClient lines;
    private static CommandProcess commands;

    @BeforeAll
    static void begin() throws Exception {
        int udpPort = FreePorts.udp();
        ada = node("Ada", udpPort);
        socket = ConsoleSocket.open(ada, () -> {}, null);
        ada.start();
        lines = ControlClient.toNodeOf(Profile.open(folder.resolve("Ada")));
        assertNotNull(lines);
        bob = node("Bob", udpPort);
        bob.start();
        await("joined");
        commands = new CommandProcess();
    }

    private static Node node(String name, int udpPort) throws Exception {
        return Node.open(new NodeOptions(folder.resolve(name), new PeerName(name),
                List.of(new RequestedRoom(new RoomName("class"), false, "amber fox piano river")),
                new Network(udpPort, 0, List.of("lo"), List.of()), folder.resolve(name + "-downloads"), null, false));
    }

    @AfterAll
    static void end() throws Exception {
        commands.close();
        lines.close();
        socket.close();
        ada.close();
        bob.close();
    }

    private static void await(String event) throws Exception {
        while (true) {
            String line = lines.next(Patience.OF_PROGRAMS);
            assertNotNull(line, "nothing more came");
            if (EventFields.is(JsonParser.parseString(line).getAsJsonObject(), event)) return;
        }
    }

    private static Ran run(String... arguments) throws IOException {
        return commands.run(folder.resolve("Ada"), arguments);
    }

    @Test
    void theRoomThatAMistypedNameMeansIsNamed() throws Exception {
        for (String typed : new String[]{"#clas", "room:klass"}) {
            run("say", typed, "hello").assertEnded(ExitCode.USAGE,
                    "This node is in no room " + typed + ". Did you mean #class?");
        }
        run("say", "#attic", "hello").assertEnded(ExitCode.USAGE, "room list shows its rooms.");
    }

    /// As where no node runs, which reads the name itself.
    @Test
    void aRoomOfTheNodeThatRunsIsMeantAsElsewhere() throws Exception {
        String id = JsonParser.parseString(run("room", "list", "--json").text())
                .getAsJsonObject()
                .get("id")
                .getAsString();
        for (String typed : List.of("class", "CLASS", "class~" + id.substring(0, 2))) {
            run("blocked", "--room", typed).assertEnded(ExitCode.DONE, "Nobody is blocked");
        }
        for (String typed : List.of("attic", "class~zz")) {
            run("blocked", "--room", typed).assertEnded(ExitCode.USAGE, "was started with other options: --room.");
        }
    }

    /// Lines of `landline node` name by them what is answered.
    @Test
    void theWordsOfAMessageAreFoundByItsId() throws Exception {
        run("poll", "Bob", "Lunch?", "yes", "no");
        run("say", "Bob", "own words").assertEnded(ExitCode.DONE, "Delivered.");
        List<String> shown = run("history", "Bob", "--json").text().lines().toList();
        assertEquals("own words", ada.reader().quote(id(shown.getLast())).text());
        assertEquals("Lunch?", ada.reader().quote(id(shown.get(shown.size() - 2))).text());
        assertEquals(Quote.MISSING, ada.reader().quote(new EntryId(1, 2)));
        String offer = ada.chats()
                .send("#class", FilesToSend.of(List.of(Files.writeString(folder.resolve("a.txt"), "a"),
                        Files.writeString(folder.resolve("b.txt"), "b"))))
                .offer();
        assertEquals("a.txt, b.txt", ada.reader().quote(EntryId.of(HexFormat.of().parseHex(offer))).text());
    }

    /// In a list of messages of all conversations.
    @Test
    void aDirectConversationIsNamedByItsPerson() throws Exception {
        run("say", "Bob", "rhubarb pie").assertEnded(ExitCode.DONE, "Delivered.");
        run("search", "rhubarb").assertEnded(ExitCode.DONE, "  Bob  Ada: rhubarb pie");
        String shown = run("search", "rhubarb", "--json").text();
        assertEquals(bob.fingerprint().hex(),
                JsonParser.parseString(shown).getAsJsonObject().get("conversation").getAsString());
        run("save", id(shown).hex()).assertEnded(ExitCode.DONE, "Saved for yourself");
        run("saved").assertEnded(ExitCode.DONE, "  Bob  Ada: rhubarb pie");
    }

    private static EntryId id(String line) {
        String hex = JsonParser.parseString(line).getAsJsonObject().get("id").getAsString();
        return EntryId.of(HexFormat.of().parseHex(hex));
    }

    @Test
    void aWordIsNoReactionForAPersonWhoTypesIt() throws Exception {
        run("say", "Bob", "look").assertEnded(ExitCode.DONE, "Delivered.");
        String said = JsonParser.parseString(run("history", "Bob", "--json").text().lines().toList().getLast())
                .getAsJsonObject()
                .get("id")
                .getAsString();
        run("react", said, "hello").assertEnded(ExitCode.USAGE, "hello is not one emoji, as 👍 is. Nothing was sent.");
        run("react", said, "hello", "--off").assertEnded(ExitCode.DONE, "Delivered.");
        run("react", said, "👍🏽").assertEnded(ExitCode.DONE, "Delivered.");
    }

    @Test
    void whatAPersonSaysOfThemselvesStandsInTheListOfThoseHere() throws Exception {
        bob.contacts().activity().say(State.BUSY, "exam");
        await("status");
        assertEquals("Bob  " + bob.fingerprint().brief() + "  #class  member of #class  busy: exam\n",
                run("peers").text());
        bob.contacts().activity().say(State.HERE, "");
        await("status");
        assertTrue(run("peers").text().endsWith("member of #class\n"));
    }

    @Test
    void aMistypedNameIsAnsweredByTheOneThatIsMeant() throws Exception {
        run("say", "Bbo", "hi").assertEnded(ExitCode.PEER_NOT_FOUND,
                "Did you mean Bob (" + bob.fingerprint().brief() + ")?");
    }

    @Test
    void aMessageThatIsNamedWronglyIsAnsweredByACommandThatRunsAsItStands() throws Exception {
        run("react", "12", "👍").assertEnded(ExitCode.USAGE, " history TO --ids shows them.");
        assertEquals(ExitCode.DONE, run("history", "#class", "--ids").exitCode());
    }
}
