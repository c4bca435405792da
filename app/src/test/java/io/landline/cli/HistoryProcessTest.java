package io.landline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.chat.Author;
import io.landline.chat.EntryStore.Durability;
import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.terminal.ExitCode;
import io.landline.console.ConsoleSocket;
import io.landline.node.Node;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import io.landline.process.SelfCommand;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.Database;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `landline history` and `export` on a room with more messages than one answer of a node holds.
@StartsPrograms
class HistoryProcessTest {
    private static final int MANY = 2_500;

    @TempDir
    static Path folder;
    private static NodeOptions options;

    private static CommandProcess commands;

    @BeforeAll
    static void store() throws Exception {
        options = new NodeOptions(folder.resolve("profile"), new PeerName("Ada"),
                List.of(new RequestedRoom(new RoomName("class"), true, null)),
                new Network(FreePorts.udp(), 0, List.of("lo"), List.of()), folder.resolve("downloads"), null, false);
        RoomId room;
        try (Node node = Node.open(options)) {
            room = node.reader().rooms().getFirst().id();
        }
        try (Database database = Database.open(folder.resolve("profile/history.db"))) {
            SqliteChat.stores(database)
                    .entries()
                    .add(Author.of(ConversationId.of(room), 7).texts(MANY), MANY, Durability.BATCHED);
        }
        commands = new CommandProcess();
    }

    @AfterAll
    static void end() throws Exception {
        commands.close();
    }

    /// A command as a process of its own.
    private static List<String> program(String... command) {
        List<String> program = SelfCommand.of(command);
        program.addAll(List.of("--profile", folder.resolve("profile").toString()));
        return program;
    }

    private static Ran start(List<String> program) throws IOException {
        Process process = new ProcessBuilder(program).redirectError(Redirect.INHERIT).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ran(process.onExit().join().exitValue(), text);
    }

    private static Ran run(String... command) throws IOException {
        return commands.run(folder.resolve("profile"), command);
    }

    private static Ran history(String... more) throws IOException {
        return run(Stream.concat(Stream.of("history", "#class", "--json"), Stream.of(more)).toArray(String[]::new));
    }

    private static List<Long> numbers(Ran ran) {
        return ran.text()
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .map(json -> json.get("seq").getAsLong())
                .toList();
    }

    private static List<Long> numbers(long from, long to) {
        var numbers = new ArrayList<Long>();
        for (long i = from; i <= to; i++) numbers.add(i);
        return numbers;
    }

    private static void assertHoldsAll(Ran all) throws IOException {
        assertEquals(numbers(1, MANY), numbers(all));
        assertEquals(0, all.exitCode());
        String first = all.text().substring(0, all.text().indexOf('\n'));
        assertEquals("text 0", JsonParser.parseString(first).getAsJsonObject().get("text").getAsString());
        assertEquals(numbers(1_291, 1_300), numbers(history("--before", "1301", "--limit", "10")));
    }

    @Test
    void withoutANodeAllOfALongHistoryIsShown() throws IOException {
        assertHoldsAll(start(program("history", "#class", "--json", "--all")));
        Ran found = history("--all", "--search", "text 24", "--before", "2033-01-01");
        assertEquals(111, found.text().lines().count(), "24, 240 to 249, 2400 to 2499");
    }

    @Test
    void aRunningNodeShowsAllOfALongHistory() throws Exception {
        try (Node node = Node.open(options)) {
            node.start();
            try (var _ = ConsoleSocket.open(node, () -> {}, null)) {
                assertHoldsAll(history("--all"));
            }
        }
    }

    @Test
    void allOfALongConversationIsExportedWithAndWithoutANode() throws Exception {
        Path file = folder.resolve("class.json");
        assertEquals(0, run("export", "#class", file.toString()).exitCode());
        try (Node node = Node.open(options)) {
            node.start();
            try (var _ = ConsoleSocket.open(node, () -> {}, null)) {
                Ran printed = start(program("export", "#class", "--format", "json", "-"));
                JsonObject document = JsonParser.parseString(printed.text()).getAsJsonObject();
                assertEquals(MANY, document.getAsJsonArray("messages").size());
                assertEquals("#class", document.get("conversation").getAsString());
                assertEquals(document.get("messages"),
                        JsonParser.parseString(Files.readString(file)).getAsJsonObject().get("messages"));
            }
        }
        run("export", "#class", file.toString()).assertEnded(ExitCode.USAGE, "is there already");
    }

    @Test
    void aHistoryIsNarrowedByPersonAndDay() throws IOException {
        String digits = JsonParser.parseString(history("--limit", "1").text())
                .getAsJsonObject()
                .get("author")
                .getAsString()
                .substring(0, 8);
        assertEquals(numbers(2_499, MANY), numbers(history("--from", digits, "--limit", "2")));
        assertEquals(ExitCode.PEER_NOT_FOUND, history("--from", "Somebody").exitCode());
        assertEquals(MANY, history("--all", "--since", "2023-11-13", "--until", "2023-11-15").text().lines().count());
        assertEquals("", history("--since", "2023-11-16").text());
        assertEquals("", history("--until", "2023-11-12", "--search", "text").text());
        assertEquals(ExitCode.USAGE, history("--since", "7").exitCode());
        assertEquals(ExitCode.USAGE, history("--until", "2023-11-15", "--before", "2023-11-15").exitCode());
    }

    @Test
    void aClosedPipeEndsItQuietly() throws IOException {
        String line = String.join(" ", program("history", "#class", "--json", "--all").stream()
                .map(word -> "'" + word + "'")
                .toList());
        Ran piped = start(List.of("bash", "-c", "exec 2>&1; " + line + " | head -n 1; echo ${PIPESTATUS[0]}"));
        List<String> lines = piped.text().lines().toList();
        assertEquals(2, lines.size(), "no word of the pipe: " + piped.text());
        assertEquals("text 0", JsonParser.parseString(lines.getFirst()).getAsJsonObject().get("text").getAsString());
        assertEquals("0", lines.getLast());
    }

    @Test
    void allAndLimitTogetherAreRefused() throws IOException {
        history("--all", "--limit", "7").assertEnded(ExitCode.USAGE, "leave one of them out");
    }
}
