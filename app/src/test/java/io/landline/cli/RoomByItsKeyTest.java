package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.console.ConsoleSocket;
import io.landline.control.ControlClient;
import io.landline.filetransfer.AcceptRule;
import io.landline.fixture.JoinedProfile;
import io.landline.node.Node;
import io.landline.node.port.ChatHistory.Keep;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// Of two rooms of one name the options name one by its key: each command on a typed room means that one.
@StartsPrograms
class RoomByItsKeyTest extends AdasCommands {
    private static final String SECOND = "quartz meadow saddle violin";
    private static final List<String> ROOM = List.of("TO", "NAME");

    private final Set<String> driven = new TreeSet<>();

    /// With the key of the second room.
    private Ran byKey(String... command) throws IOException {
        return typed("", command);
    }

    private Ran typed(String input, String... command) throws IOException {
        var line = new ArrayList<>(Arrays.asList(command));
        line.addAll(List.of("--room", "class", "--key", SECOND));
        driven.add(name(command));
        commands.begin(folder.resolve("Ada"), input, line.toArray(String[]::new));
        return commands.finish();
    }

    private static String name(String... command) {
        boolean isNested = LandlineCommand.commandLine().getSubcommands().get(command[0]).getSubcommands().size() > 0;
        return isNested ? command[0] + " " + command[1] : command[0];
    }

    private Node bobInTheSecond() throws Exception {
        var room = new RequestedRoom(new RoomName("class"), false, SECOND);
        JoinedProfile.make(folder.resolve("Bob"), room);
        return Node.open(new NodeOptions(folder.resolve("Bob"), new PeerName("Bob"), List.of(room),
                new Network(udpPort, 0, List.of("lo"), List.of()), folder.resolve("Bob-downloads"), AcceptRule.ALL,
                false));
    }

    private JsonObject room(String label) throws IOException {
        return json(ada("room", "list", "--json")).stream()
                .filter(each -> each.get("room").getAsString().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonObject> json(Ran ran) {
        return ran.text().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    }

    @Test
    void eachCommandOnATypedRoomMeansTheOneOfTheKeyThatWasGiven() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "notes");
        Path shelf = Files.createDirectory(folder.resolve("essays"));
        try (Node ada = node("Ada", null);
                ConsoleSocket _ = ConsoleSocket.open(ada, () -> {}, null);
                ControlClient adas = lines("Ada");
                Node bob = bobInTheSecond()) {
            String second = ada.rooms().join("class", SECOND).label();
            assertTrue(second.startsWith("#class~"), second);
            ada.start();
            bob.start();
            await(adas, "joined");
            List<JsonObject> said = json(byKey("say", "#class", "said", "--json"));
            JsonObject ok = said.getLast();
            assertTrue(EventFields.is(ok, "ok"), said.toString());
            assertEquals(second, ok.get("conversation").getAsString());
            String id = ok.get("message").getAsString();
            byKey("poll", "room:class", "asked?", "yes", "no").assertEnded(ExitCode.DONE, "Delivered.");
            byKey("collect", "make", "#class", "collected", "--until", "7d").assertEnded(ExitCode.DONE, "Delivered.");
            byKey("forward", id, "#class").assertEnded(ExitCode.DONE, "Delivered.");
            assertEquals(ExitCode.DONE, typed("piped\n", "chat", "#class").exitCode());
            assertEquals(ExitCode.DONE, byKey("send", "#class", file.toString()).exitCode());
            byKey("shelf", "add", "#class", shelf.toString()).assertEnded(ExitCode.DONE, "Opened: ");
            assertEquals(second, ada.fileTransfers().shelves().shelves().getFirst().conversation());
            ada("pin", id);
            byKey("pinned", "#class").assertEnded(ExitCode.DONE, "said");
            byKey("history", "#CLASS").assertEnded(ExitCode.DONE, "piped");
            byKey("export", "#class", "-").assertEnded(ExitCode.DONE, "piped");
            byKey("keep", "#class", "--days", "30").assertEnded(ExitCode.DONE, second + " is kept for 30 days");
            assertEquals(Keep.ALL, ada.chats().history().kept("#class"));
            assertEquals(Keep.MONTH, ada.chats().history().kept(second));
            byKey("mute", "#class").assertEnded(ExitCode.DONE, second + " is muted");
            byKey("room", "archive", "#class").assertEnded(ExitCode.DONE, "Archived " + second);
            byKey("room", "rename", "class", "mine").assertEnded(ExitCode.DONE, "You see " + second + " as mine.");
            assertEquals("nothing", room(second).get("told").getAsString());
            assertTrue(room(second).get("archived").getAsBoolean());
            assertEquals("mine", room(second).get("ownName").getAsString());
            assertEquals("all", room("#class").get("told").getAsString());
            assertFalse(room("#class").get("archived").getAsBoolean());
            assertFalse(room("#class").has("ownName"));
            byKey("room", "members", "class").assertEnded(ExitCode.DONE, "Bob");
            byKey("room", "words", "class").assertEnded(ExitCode.DONE, SECOND);
            for (String decision : List.of("take-words", "decline-words")) {
                byKey("room", decision, "class", "--by", "Eve").assertEnded(ExitCode.USAGE, "Nobody called Eve");
                byKey("room", decision, "class", "--by", "Bob").assertEnded(ExitCode.FAILED, second);
            }
            ada("history", "#class").assertEnded(ExitCode.DONE, "No messages here yet.");
            byKey("room", "change-words", "class").assertEnded(ExitCode.DONE, "The new key of " + second);
            ada("room", "words", "class").assertEnded(ExitCode.DONE, KEY);
            byKey("room", "leave", "class").assertEnded(ExitCode.USAGE, "--room");
            assertEquals(2, json(ada("room", "list", "--json")).size());
        }
        var all = new TreeSet<String>();
        LandlineCommand.commandLine().getSubcommands().forEach((name, command) -> add(name, command, all));
        all.removeAll(List.of("room create", "room join")); // their room is a new one
        assertEquals(all, driven);
    }

    private static void add(String name, CommandLine command, Set<String> all) {
        boolean isOnARoom = command.getCommandSpec()
                .positionalParameters()
                .stream()
                .anyMatch(each -> ROOM.contains(each.paramLabel()));
        if (isOnARoom) all.add(name);
        if (name.equals("lab")) return;
        command.getSubcommands().forEach((below, sub) -> add(name + " " + below, sub, all));
    }

    @Test
    void whereNoNodeRunsTheKeyNamesTheRoomToo() throws Exception {
        node("Ada", null).close();
        byKey("keep", "#class").assertEnded(ExitCode.DONE, "The conversation #class~");
        byKey("room", "leave", "class").assertEnded(ExitCode.USAGE, "This profile is in no room class");
        ada("room", "leave", "class", "--key", SECOND).assertEnded(ExitCode.USAGE,
                "A key was given without a room: put --room NAME before it.");
        ada("room", "leave", "class", "--open").assertEnded(ExitCode.USAGE, "--open belongs to a room");
        ada("room", "join", "class", "--key", SECOND);
        assertEquals(2, json(ada("room", "list", "--json")).size());
        byKey("room", "leave", "class").assertEnded(ExitCode.DONE, "Left #class~");
        assertEquals("#class", json(ada("room", "list", "--json")).getFirst().get("room").getAsString());
        ada("keep", "#class", "--room", "class", "--key", KEY).assertEnded(ExitCode.DONE, "The conversation #class is");
    }

    @Test
    void keysOfSeveralRoomsOfTheNameNameNone() throws Exception {
        node("Ada", null).close();
        byKey("keep", "#class", "--room", "class", "--key", KEY).assertEnded(ExitCode.USAGE,
                "Several rooms are called #class: #class, #class~");
        byKey("keep", "#class", "--room", "class", "--key", SECOND).assertEnded(ExitCode.DONE, "#class~");
    }
}
