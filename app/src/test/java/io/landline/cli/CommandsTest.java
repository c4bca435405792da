package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.console.ConsoleSocket;
import io.landline.control.ControlClient;
import io.landline.node.Node;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import io.landline.settings.Profile;
import io.landline.storage.choices.SqliteMutes;
import io.landline.storage.database.Database;
import io.landline.testing.Patience;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the commands print and end with, beside two running nodes that share a room: Ada's, whose node
/// the commands are given to, and Bob's.
@StartsPrograms
class CommandsTest {
    private static final String KEY = "amber fox piano river";

    @TempDir
    static Path folder;
    private static Node ada;
    private static Node bob;
    private static final List<AutoCloseable> sockets = new ArrayList<>();
    private static CommandProcess commands;
    private static ControlClient bobsLines;

    @BeforeAll
    static void begin() throws Exception {
        int udpPort = FreePorts.udp();
        ada = node("Ada", udpPort);
        bob = node("Bob", udpPort);
        bobsLines = ControlClient.toNodeOf(Profile.open(folder.resolve("Bob")));
        assertNotNull(bobsLines);
        await(bobsLines, line -> EventFields.is(line, "joined"), () -> bob.start());
        commands = new CommandProcess();
    }

    private static Node node(String name, int udpPort) throws Exception {
        Node node = Node.open(new NodeOptions(folder.resolve(name), new PeerName(name),
                List.of(new RequestedRoom(new RoomName("class"), false, KEY)),
                new Network(udpPort, 0, List.of("lo"), List.of()), folder.resolve(name + "-downloads"), null, false));
        sockets.add(ConsoleSocket.open(node, () -> {}, null));
        if (name.equals("Ada")) node.start();
        return node;
    }

    @AfterAll
    static void end() throws Exception {
        commands.close();
        bobsLines.close();
        for (AutoCloseable socket : sockets) socket.close();
        ada.close();
        bob.close();
    }

    private interface Action {
        void run() throws Exception;
    }

    /// Does something and reads on to the line that it should lead to.
    private static JsonObject await(ControlClient client, Predicate<JsonObject> which, Action action)
            throws Exception {
        action.run();
        while (true) {
            String line = client.next(Patience.OF_PROGRAMS);
            assertNotNull(line, "nothing more came");
            JsonObject json = JsonParser.parseString(line).getAsJsonObject();
            if (which.test(json)) return json;
        }
    }

    private static void begin(String who, String typed, String... arguments) throws IOException {
        commands.begin(folder.resolve(who), typed, arguments);
    }

    private static Ran typing(String who, String typed, String... arguments) throws IOException {
        begin(who, typed, arguments);
        return commands.finish();
    }

    private static Ran run(String... arguments) throws IOException {
        return typing("Ada", "", arguments);
    }

    private static void assertEnds(int exitCode, String why, Ran ran) {
        ran.assertEnded(exitCode, why);
    }

    private static void answerBob(JsonObject offered, String what) throws IOException {
        bobsLines.send(JsonLines.command(what, "transfer", offered.get("transfer").getAsString()).toString());
    }

    // Messages

    @Test
    void aMessageIsOverWhenItIsDelivered() throws Exception {
        await(bobsLines, line -> EventFields.is(line, "message") && line.get("text").getAsString().equals("two words"),
                () -> assertEquals(new Ran(ExitCode.DONE, "Delivered.\n"), run("say", "#class", "two", "words")));
        Ran asJson = run("say", "Bob", "between us", "--json");
        assertEquals("ok", JsonParser.parseString(asJson.text().lines().toList().getLast())
                .getAsJsonObject()
                .get("event")
                .getAsString());
        assertEnds(ExitCode.USAGE, "#nowhere", run("say", "#nowhere", "hello"));
    }

    @Test
    void linesOfAChatAreMessagesAndItsEndEndsIt() throws Exception {
        await(bobsLines,
                line -> EventFields.is(line, "message") && line.get("text").getAsString().equals("typed second"),
                () -> assertEquals(ExitCode.DONE,
                        typing("Ada", "typed first\n\ntyped second\n", "chat", "#class").exitCode()));
        Ran again = typing("Ada", "", "chat", "#class");
        assertTrue(again.text().contains("Ada: typed first\n"), again.text());
    }

    @Test
    void aChatOfWhichALineWasNotSentIsNotDone() throws Exception {
        Ran ran = typing("Ada", "one\n" + "x".repeat(17_000) + "\ntwo\n", "chat", "Bob");
        assertEnds(ExitCode.FAILED, "1 line was not sent", ran);
        assertTrue(run("history", "Bob").text().contains("two"), "the others were sent");
    }

    @Test
    void nothingThatWasDoneWithAMessageIsAnswered() throws Exception {
        JsonObject said = ok(run("say", "Bob", "question", "--json"));
        JsonObject liked = ok(run("react", said.get("message").getAsString(), "👍", "--json"));
        assertEnds(ExitCode.USAGE, "no such message",
                run("say", "Bob", "answer", "--reply", liked.get("message").getAsString()));
    }

    private static JsonObject ok(Ran ran) {
        return JsonParser.parseString(ran.text().strip().lines().toList().getLast()).getAsJsonObject();
    }

    @Test
    void aHistoryThatNobodyHasIsRefused() throws Exception {
        run("say", "#class", "kept words");
        Ran kept = run("history", "#class", "--search", "kept", "--limit", "1");
        assertTrue(kept.text().endsWith("Ada: kept words\n"), kept.text());
        assertEquals(ExitCode.PEER_NOT_FOUND, run("history", "Nobody").exitCode());
        assertEnds(ExitCode.USAGE, "from 1 to", run("history", "#class", "--limit", "0"));
    }

    @Test
    void aPollStandsInTheHistoryWithHowItStandsNow() throws Exception {
        Ran made = run("poll", "#class", "Tea?", "yes", "no");
        Ran open = run("history", "#class", "--ids", "--limit", "1");
        assertTrue(open.text().endsWith("Ada: Poll: Tea? [1] yes [2] no (so far: [1] 0, [2] 0)\n"), open.text());
        String id = open.text().substring(0, 8);
        assertTrue(made.text().contains("The poll has the id " + id + ".\n"), made.text());
        run("vote", id, "2");
        run("close", id);
        Ran closed = run("history", "#class", "--limit", "1");
        assertTrue(closed.text().endsWith("[2] no (closed: [1] 0, [2] 1)\n"), closed.text());
        JsonObject json = JsonParser.parseString(run("history", "#class", "--limit", "1", "--json").text())
                .getAsJsonObject();
        assertEquals("poll", json.get("event").getAsString());
        assertEquals("[0,1]", json.get("counts").toString());
        assertTrue(json.get("closed").getAsBoolean());
    }

    // People

    @Test
    void whoIsHereIsListedWithTheRoomsThatWereProven() throws Exception {
        Ran ran = run("peers");
        assertEquals("Bob  " + bob.fingerprint().brief() + "  #class  member of #class\n", ran.text());
        JsonObject json = JsonParser.parseString(run("peers", "--json").text()).getAsJsonObject();
        assertEquals(bob.fingerprint().hex(), json.get("peer").getAsString());
    }

    @Test
    void aNodeOfOnesOwnSeesNobodyOnItsOwnPort() throws Exception {
        Ran ran = typing("Eve", "", "peers", "--for", "1ms", "--interface", "lo", "--tcp-port", "0", "--udp-port",
                String.valueOf(FreePorts.udp()));
        assertEquals(new Ran(ExitCode.DONE, "Nobody else is here.\n"), ran);
    }

    @Test
    void anInterfaceThatIsNotHereIsNamedAndHindersNothing() throws Exception {
        Ran ran = typing("Fay", "", "peers", "--for", "1ms", "--interface", "lo", "--interface", "absent0",
                "--tcp-port", "0", "--udp-port", String.valueOf(FreePorts.udp()));
        assertEnds(ExitCode.DONE, "This computer has no network interface absent0 now. It has ", ran);
        assertTrue(ran.text().endsWith("Nobody else is here.\n"), ran.text());
    }

    @Test
    void aPersonIsVerifiedByTheNumberThatBothRead() throws Exception {
        Ran number = run("verify", "Bob");
        assertTrue(number.text().contains("Read it to Bob aloud."), number.text());
        Ran confirmed = run("verify", "Bob", "--confirm");
        assertTrue(confirmed.text().endsWith("You have verified Bob.\n"), confirmed.text());
        assertEquals(number.text().lines().findFirst(), confirmed.text().lines().findFirst());
        assertEquals(ExitCode.PEER_NOT_FOUND, run("verify", "Nobody").exitCode());
    }

    @Test
    void anIdentityIsNotReplacedUnderARunningNode() throws Exception {
        String before = run("id").text();
        assertEquals(ada.fingerprint().hex() + "\n", before);
        assertEnds(ExitCode.USAGE, "End that one", run("id", "--new"));
        assertEquals(before, run("id").text());
        String first = typing("Carl", "", "id").text();
        assertFalse(first.equals(typing("Carl", "", "id", "--new").text()));
    }

    // Files

    @Test
    void aFileIsOverWhenTheOtherHasIt() throws Exception {
        Path file = Files.writeString(folder.resolve("essay.txt"), "words");
        begin("Ada", "", "send", "Bob", file.toString());
        JsonObject offered = await(bobsLines, line -> EventFields.is(line, "offered"), () -> {});
        answerBob(offered, "accept");
        Ran ran = commands.finish();
        assertEquals(ExitCode.DONE, ran.exitCode(), ran.text());
        assertTrue(ran.text().contains("Sent " + file + ": ") && ran.text().contains("verified. To Bob."), ran.text());
        assertEquals("words", Files.readString(folder.resolve("Bob-downloads/essay.txt")));
    }

    @Test
    void anOfferOfWhichAFileIsLostIsNotDone() throws Exception {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Files.writeString(pictures.resolve("kept.txt"), "kept");
        Path lost = Files.writeString(pictures.resolve("lost.txt"), "lost");
        begin("Ada", "", "send", "Bob", pictures.toString());
        JsonObject offered = await(bobsLines, line -> EventFields.is(line, "offered"), () -> {});
        Files.delete(lost);
        answerBob(offered, "accept");
        assertEnds(ExitCode.FAILED, "Not all files arrived", commands.finish());
        assertEquals("kept", Files.readString(folder.resolve("Bob-downloads/pictures/kept.txt")));
    }

    @Test
    void anOfferThatIsDeclinedIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("unwanted.txt"), "words");
        begin("Ada", "", "send", "#class", file.toString());
        JsonObject offered = await(bobsLines, line -> EventFields.is(line, "offered"), () -> {});
        answerBob(offered, "decline");
        assertEnds(ExitCode.REFUSED, "declined", commands.finish());
        assertEnds(ExitCode.FAILED, "There is no file nowhere.txt", run("send", "Bob", "nowhere.txt"));
    }

    @Test
    void receivingEndsAfterTheNumberThatWasAskedFor() throws Exception {
        Path file = Files.writeString(folder.resolve("homework.txt"), "words");
        begin("Bob", "", "receive", "--count", "1");
        var said = new StringBuilder();
        commands.until("Waiting for files into", said);
        assertTrue(said.toString().contains("Nobody can be asked here"), said.toString());
        var paths = new JsonArray();
        paths.add(file.toString());
        JsonObject send = JsonLines.command("send", "to", "Bob");
        send.add("paths", paths);
        try (ControlClient adasLines = ControlClient.toNodeOf(Profile.open(folder.resolve("Ada")))) {
            assertNotNull(adasLines);
            adasLines.send(send.toString());
            answerBob(await(bobsLines, line -> EventFields.is(line, "offered"), () -> {}), "accept");
            Ran ran = commands.finish();
            assertEquals(ExitCode.DONE, ran.exitCode());
            assertTrue(ran.text().contains("Received ") && ran.text().contains("homework.txt"), ran.text());
        }
        assertEnds(ExitCode.USAGE, "--count", run("receive", "--count", "0"));
    }

    // Rooms

    @Test
    void roomsAreMadeListedAndLeftThroughTheRunningNode() throws Exception {
        assertEnds(ExitCode.DONE, "Everybody on the network may come into #lounge", run("room", "create", "lounge",
                "--open"));
        Ran study = run("room", "create", "#study");
        assertTrue(study.text().matches("(?s)The key of #study.*\\n {4}\\w+ \\w+ \\w+ \\w+\\n\\n"), study.text());
        assertEnds(ExitCode.DONE, "Joined #club", run("room", "join", "club", "--key", KEY));
        assertEnds(ExitCode.DONE, "Made #chess", run("room", "create", "chess", "--key", KEY));
        String list = run("room", "list").text();
        assertTrue(list.contains("#lounge (open)\n"), list);
        assertTrue(list.contains("#club  (nobody has confirmed this key yet)\n"), list);
        for (String room : List.of("lounge", "study", "club", "chess")) {
            assertEnds(ExitCode.DONE, "Left #" + room, run("room", "leave", room));
        }
        assertEquals(1, run("room", "list", "--json").text().lines().count());
        assertEquals(ExitCode.USAGE, run("room", "leave", "lounge").exitCode());
    }

    @Test
    void roomsAreMadeListedAndLeftWithoutANode() throws Exception {
        assertEnds(ExitCode.DONE, "No rooms yet", typing("Dora", "", "room", "list"));
        assertEquals(ExitCode.DONE, typing("Dora", "", "room", "create", "attic", "--open").exitCode());
        assertEquals(ExitCode.DONE, typing("Dora", "", "room", "join", "cellar", "--key", KEY).exitCode());
        String list = typing("Dora", "", "room", "list").text();
        assertTrue(list.contains("#attic (open)") && list.contains("#cellar"), list);
        assertEnds(ExitCode.DONE, "Left #attic", typing("Dora", "", "room", "leave", "#attic"));
        assertEnds(ExitCode.USAGE, "in no room attic", typing("Dora", "", "room", "leave", "attic"));
    }

    @Test
    void anEmptyNameIsNobodys() throws Exception {
        assertEnds(ExitCode.USAGE, "TO is empty.", run("say", "", "word"));
    }

    @Test
    void aConversationIsMutedThroughTheRunningNode() throws Exception {
        assertEquals(new Ran(ExitCode.DONE, "#class notifies of what calls you.\n"),
                run("mute", "#class", "--mentions"));
        assertTrue(ada.chats().list().stream().anyMatch(each -> each.mentionsOnly()));
        assertEquals(new Ran(ExitCode.DONE, "#class is muted for eight hours.\n"),
                run("mute", "#class", "--hours", "8"));
        assertTrue(ada.chats().list().stream().anyMatch(each -> each.muted()));
        assertEquals(new Ran(ExitCode.DONE, "#class notifies again.\n"), run("mute", "#class", "--off"));
        assertTrue(ada.chats().list().stream().noneMatch(each -> each.quiet()));
        for (String hours : List.of("3", "0", "-1")) {
            assertEnds(ExitCode.USAGE, "1 or 8 hours", run("mute", "#class", "--hours=" + hours));
        }
        assertEnds(ExitCode.USAGE, "#nowhere", run("mute", "#nowhere"));
        assertEnds(ExitCode.PEER_NOT_FOUND, "Nobody", run("mute", "Nobody"));
    }

    @Test
    void aConversationIsMutedWithoutANode() throws Exception {
        assertEquals(ExitCode.DONE, typing("Dora", "", "room", "join", "den", "--key", KEY).exitCode());
        assertEnds(ExitCode.DONE, "#den is muted until you end it: landline", typing("Dora", "", "mute", "#den"));
        try (Database database = Database.open(folder.resolve("Dora").resolve("history.db"))) {
            assertEquals(1, new SqliteMutes(database).at(Instant.now()).all().size());
        }
    }

    @Test
    void roomsThatCannotBeAreRefusedWithWhatTheyNeed() throws Exception {
        assertEnds(ExitCode.USAGE, "needs its key", run("room", "join", "secret"));
        assertEnds(ExitCode.USAGE, "A room's name", run("room", "create", "x".repeat(RoomName.MAX_BYTES + 1)));
        assertEnds(ExitCode.USAGE, "What stands behind --key is empty.", run("room", "join", "secret", "--key", " "));
        assertEnds(ExitCode.USAGE, "Say what to do", run("room"));
    }

    // Options

    @Test
    void optionsThatTheRunningNodeCannotFulfilAreNamed() throws Exception {
        assertEnds(ExitCode.USAGE,
                "started with other options: --name, --udp-port, --tcp-port, --downloads, --accept, --interface,"
                        + " --room.",
                run("peers", "--name", "Eve", "--udp-port", "1024", "--tcp-port", "1", "--downloads", "elsewhere",
                        "--accept", "all", "--interface", "none", "--room", "other", "--open"));
        assertEquals(ExitCode.DONE, run("peers", "--name", "Ada", "--accept", "ask", "--interface", "lo", "--room",
                "class", "--key", KEY).exitCode());
        assertEquals(ExitCode.DONE, run("peers", "--room", "class").exitCode());
        assertEnds(ExitCode.USAGE, "--room", run("peers", "--room", "class", "--key", "another key"));
    }

    @Test
    void membersAreListedWithHowTheyCameIn() throws Exception {
        Ran members = run("room", "members", "#class");
        assertEquals(0, members.exitCode(), members::text);
        assertTrue(members.text().startsWith("Bob  "), members::text);
        assertTrue(members.text().contains("  here"), members::text);
        assertTrue(members.text().contains(", proved the words to you on 20"), members::text);
        assertEquals(2, run("room", "members", "#nowhere").exitCode());
    }

    @Test
    void aRoomIsRenamedForOneselfAndArchived() throws Exception {
        assertEquals(0, run("room", "rename", "#class", "Maths").exitCode());
        assertEquals(0, run("room", "archive", "#class").exitCode());
        String list = run("room", "list").text();
        assertTrue(list.contains("#class  (Maths)  (archived)"), list);
        assertEquals(0, run("room", "rename", "#class").exitCode());
        assertEquals(0, run("room", "archive", "#class", "--off").exitCode());
        assertFalse(run("room", "list").text().contains("("));
    }
}
