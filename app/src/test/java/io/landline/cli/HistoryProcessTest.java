package io.landline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.chat.Author;
import io.landline.chat.EntryStore.Durability;
import io.landline.console.ConsoleSocket;
import io.landline.node.Node;
import io.landline.node.NodeOptions;
import io.landline.node.NodeOptions.Network;
import io.landline.node.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import io.landline.process.SelfCommand;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.storage.Database;
import io.landline.storage.SqliteChat;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `landline history` as a program runs it, on a room with more messages than one answer of a node holds.
@StartsPrograms
class HistoryProcessTest {
    private static final int MANY = 2_500;

    @TempDir
    static Path folder;
    private static NodeOptions options;

    private record Output(int exitCode, List<String> lines, String errors) {
        List<Long> numbers() {
            return lines.stream()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .map(json -> json.get("seq").getAsLong())
                    .toList();
        }
    }

    @BeforeAll
    static void store() throws Exception {
        options = new NodeOptions(folder.resolve("profile"), new PeerName("Ada"),
                List.of(new RequestedRoom(new RoomName("class"), true, null)),
                new Network(FreePorts.udp(), 0, List.of("lo"), List.of()), folder.resolve("downloads"), null, false);
        RoomId room;
        try (Node node = Node.open(options)) {
            room = node.archive().rooms().getFirst().id();
        }
        try (Database database = Database.open(folder.resolve("profile/history.db"))) {
            SqliteChat.stores(database)
                    .entries()
                    .add(Author.of(ConversationId.of(room), 7).texts(MANY), MANY, Durability.BATCHED);
        }
    }

    private static List<String> command(String... more) {
        List<String> command = SelfCommand.of("history", "#class", "--json", "--profile",
                folder.resolve("profile").toString());
        command.addAll(List.of(more));
        return command;
    }

    private static Output run(List<String> command) throws IOException {
        Path errors = Files.createTempFile(folder, "history", ".stderr");
        Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
        return new Output(process.onExit().join().exitValue(), lines, Files.readString(errors));
    }

    private static List<Long> numbers(long from, long to) {
        var numbers = new ArrayList<Long>();
        for (long i = from; i <= to; i++) numbers.add(i);
        return numbers;
    }

    private static void assertHoldsAll() throws IOException {
        Output all = run(command("--all"));
        assertEquals(numbers(1, MANY), all.numbers());
        assertEquals(0, all.exitCode());
        JsonObject first = JsonParser.parseString(all.lines().getFirst()).getAsJsonObject();
        assertEquals("text 0", first.get("text").getAsString());
        assertEquals(numbers(1_291, 1_300), run(command("--before", "1301", "--limit", "10")).numbers());
    }

    @Test
    void withoutANodeAllOfALongHistoryIsShown() throws IOException {
        assertHoldsAll();
        Output found = run(command("--all", "--search", "text 24", "--before", "2033-01-01"));
        assertEquals(111, found.lines().size(), "24, 240 to 249, 2400 to 2499");
    }

    @Test
    void aRunningNodeShowsAllOfALongHistory() throws Exception {
        try (Node node = Node.open(options)) {
            node.start();
            try (var _ = ConsoleSocket.open(node, () -> {}, null)) {
                assertHoldsAll();
            }
        }
    }

    private static Output export(String... arguments) throws IOException {
        List<String> command = SelfCommand.of("export", "#class", "--profile", folder.resolve("profile").toString());
        command.addAll(List.of(arguments));
        return run(command);
    }

    @Test
    void allOfALongConversationIsExportedWithAndWithoutANode() throws Exception {
        Path file = folder.resolve("class.json");
        assertEquals(0, export(file.toString()).exitCode());
        try (Node node = Node.open(options)) {
            node.start();
            try (var _ = ConsoleSocket.open(node, () -> {}, null)) {
                Output printed = export("--format", "json", "-");
                JsonObject document = JsonParser.parseString(String.join("\n", printed.lines())).getAsJsonObject();
                assertEquals(MANY, document.getAsJsonArray("messages").size());
                assertEquals("#class", document.get("conversation").getAsString());
                assertEquals(document.get("messages"),
                        JsonParser.parseString(Files.readString(file)).getAsJsonObject().get("messages"));
            }
        }
        Output again = export(file.toString());
        assertEquals(ExitCode.USAGE, again.exitCode());
        assertTrue(again.errors().contains("is there already"), again.errors());
    }

    @Test
    void aHistoryIsNarrowedByPersonAndDay() throws IOException {
        String digits = JsonParser.parseString(run(command("--limit", "1")).lines().getFirst())
                .getAsJsonObject()
                .get("author")
                .getAsString()
                .substring(0, 8);
        assertEquals(numbers(2_499, MANY), run(command("--from", digits, "--limit", "2")).numbers());
        Output nobody = run(command("--from", "Somebody"));
        assertEquals(ExitCode.PEER_NOT_FOUND, nobody.exitCode());
        assertEquals(MANY, run(command("--all", "--since", "2023-11-13", "--until", "2023-11-15")).lines().size());
        assertEquals(List.of(), run(command("--since", "2023-11-16")).lines());
        assertEquals(List.of(), run(command("--until", "2023-11-12", "--search", "text")).lines());
        assertEquals(ExitCode.USAGE, run(command("--since", "7")).exitCode());
        assertEquals(ExitCode.USAGE, run(command("--until", "2023-11-15", "--before", "2023-11-15")).exitCode());
    }

    @Test
    void aClosedPipeEndsItQuietly() throws IOException {
        String line = String.join(" ", command("--all").stream().map(word -> "'" + word + "'").toList());
        Output output = run(List.of("bash", "-c", line + " | head -n 1; echo ${PIPESTATUS[0]}"));
        assertFalse(output.errors().toLowerCase(Locale.ROOT).matches("(?s).*(pipe|exception|\\tat ).*"),
                output.errors());
        assertEquals(2, output.lines().size());
        assertEquals("0", output.lines().getLast());
    }

    @Test
    void allAndLimitTogetherAreRefused() throws IOException {
        Output refused = run(command("--all", "--limit", "7"));
        assertEquals(ExitCode.USAGE, refused.exitCode());
        assertTrue(refused.errors().contains("leave one of them out"), refused.errors());
    }
}
