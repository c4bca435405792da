package io.landline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.node.Node;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.Direction;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every command is answered, with its id as given, whatever came.
class CommandLinesTest {
    @TempDir
    static Path folder;
    private static Node node;
    private static CommandLines commands;
    private static final AtomicInteger QUITS = new AtomicInteger();
    private static final AtomicInteger RAISED = new AtomicInteger();
    private static final AtomicReference<WindowRequest> ASKED = new AtomicReference<>();
    private static final AtomicInteger WATCHED = new AtomicInteger();

    @BeforeAll
    static void open() throws Exception {
        node = Node.open(new NodeOptions(folder.resolve("profile"), new PeerName("Ada"),
                List.of(new RequestedRoom(new RoomName("class"), false, "amber fox piano river")),
                new Network(FreePorts.udp(), 0, List.of("lo"), List.of()), folder.resolve("downloads"), null, false));
        node.start();
        commands = new CommandLines(node, QUITS::incrementAndGet,
                asked -> { RAISED.incrementAndGet(); ASKED.set(asked); },
                WATCHED::incrementAndGet, () -> {});
    }

    @AfterAll
    static void close() {
        node.close();
    }

    private static JsonObject answer(String line) {
        return answer(commands, line);
    }

    private static JsonObject answer(CommandLines to, String line) {
        var answer = new CompletableFuture<JsonObject>();
        to.carryOut(line, answer::complete);
        return answer.join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "{}", "{\"do\":1}", "{\"do\":\"dance\"}", "{\"do\":\"say\"}",
            "{\"do\":\"say\",\"to\":\"#class\"}", "{\"do\":\"say\",\"to\":\"#class\",\"text\":5}",
            "{\"do\":\"say\",\"do\":\"say\"}", "{\"do\":\"connect\",\"host\":\"h\",\"port\":65536}",
            "{\"do\":\"leave\",\"room\":\" \"}", "{\"do\":\"take-words\",\"room\":\"\"}",
            "{\"do\":\"shelf-remove\",\"shelf\":\"\"}", "{\"do\":\"shelf-list\",\"shelf\":\" \"}",
            "{\"do\":\"connect\",\"host\":\"\"}", "{\"do\":\"search\",\"words\":\" \"}",
            "{\"do\":\"send\",\"to\":\"#class\",\"paths\":\"x\"}", "{\"do\":\"vote\",\"target\":\"0123456789abcdef\"}",
            "{\"do\":\"collect\",\"to\":\"#class\",\"title\":\"T\",\"until\":\"+999999999-12-31T00:00:00Z\"}",
            "{\"do\":\"collect\",\"to\":\"#class\",\"title\":\"T\",\"until\":\"+292278993-01-01T00:00:00Z\"}",
            "{\"do\":\"collect\",\"to\":\"#class\",\"title\":\"T\",\"until\":\"1969-12-31T23:59:59Z\"}",
            "{\"do\":\"say\",\"to\":\"#class\",\"text\":\"\\ud800\"}"})
    void h35_whatIsNoCommandIsAnsweredAsSuch(String line) {
        JsonObject answer = answer(line);
        assertEquals("failed", answer.get("event").getAsString());
        assertEquals("malformed", answer.get("code").getAsString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\t", "\\r\\n", "\u00a0", "\u3000 \\n", " \u200b",
            "\u200d", "\u2060\ufeff", "\u00ad", "\u200e\u202e", "\u3164", "\u2800", "\ufe0f", "\u034f"})
    void textOfBlanksAloneIsNoMessageAndNoPoll(String blanks) {
        JsonObject answer = answer("{\"do\":\"say\",\"to\":\"#class\",\"text\":\"" + blanks + "\"}");
        assertEquals("There is no text in this message. Nothing was sent.", answer.get("message").getAsString());
        assertEquals("malformed", answer.get("code").getAsString());
        JsonObject question = answer("{\"do\":\"poll\",\"to\":\"#class\",\"question\":\"" + blanks
                + "\",\"options\":[\"a\",\"b\"]}");
        assertEquals("malformed", question.get("code").getAsString());
        JsonObject option = answer("{\"do\":\"poll\",\"to\":\"#class\",\"question\":\"q\",\"options\":[\"a\",\""
                + blanks + "\"]}");
        assertEquals("malformed", option.get("code").getAsString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"text\":\"\\ud800\",\"id\":[7,\"a\"]", "\"id\":[7,\"a\"],\"text\":\"\\udc00\"",
            "\"\\ud800\":1,\"id\":[7,\"a\"]", "\"to\":\"a\",\"to\":\"b\",\"id\":[7,\"a\"]"})
    void whatIsJsonAndNoCommandIsAnsweredWithItsId(String fields) {
        JsonObject answer = answer("{\"do\":\"say\"," + fields + "}");
        assertEquals("malformed", answer.get("code").getAsString());
        assertEquals("[7,\"a\"]", String.valueOf(answer.get("id")));
    }

    @Test
    void aDeletedMessageIsNotSaved() {
        String said = answer("{\"do\":\"say\",\"to\":\"#class\",\"text\":\"gone soon\"}").get("message").getAsString();
        answer("{\"do\":\"delete\",\"target\":\"" + said + "\"}");
        JsonObject answer = answer("{\"do\":\"save\",\"target\":\"" + said + "\"}");
        assertEquals("failed", answer.get("event").getAsString());
        assertEquals("This message is deleted. Nothing was done.", answer.get("message").getAsString());
        assertEquals("ok", answer("{\"do\":\"save\",\"target\":\"" + said + "\",\"on\":false}").get("event")
                .getAsString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"do\":\"send\",\"paths\":[\"\"]", "\"do\":\"send\",\"paths\":[\"a\",\" \"]",
            "\"do\":\"shelf-add\",\"path\":\"\""})
    void anEmptyPathIsNotTheFolderOfTheNode(String command) {
        JsonObject answer = answer("{" + command + ",\"to\":\"#class\"}");
        assertEquals("failed", answer.get("event").getAsString());
        assertEquals("no-file", answer.get("code").getAsString());
    }

    @Test
    void aPathThatNoShelfCanHaveIsNotSentToItsOwner() throws IOException {
        Path worksheets = Files.createDirectories(folder.resolve("worksheets"));
        answer("{\"do\":\"shelf-add\",\"to\":\"#class\",\"path\":\"" + worksheets + "\"}");
        for (String path : List.of("sub/\\u0000", "../up", "a//b", "x".repeat(2_000))) {
            JsonObject answer = answer("{\"do\":\"shelf-list\",\"shelf\":\"worksheets\",\"path\":\"" + path + "\"}");
            assertEquals("malformed", answer.get("code").getAsString(), answer.toString());
        }
    }

    @Test
    void aLineThatIsNotTextIsAnsweredToo() {
        var answer = new CompletableFuture<JsonObject>();
        commands.unreadable(answer::complete);
        assertEquals("malformed", answer.join().get("code").getAsString());
    }

    @Test
    void aFaultOfOursCostsTheCommandAlone() {
        var broken = new CommandLines(node, () -> {}, _ -> { throw new IllegalStateException(); }, () -> {}, () -> {});
        JsonObject answer = answer(broken, "{\"do\":\"raise\",\"id\":1}");
        assertEquals("fault", answer.get("code").getAsString());
        assertEquals(1, answer.get("id").getAsInt());
        assertEquals("ok", answer(broken, "{\"do\":\"peers\"}").get("event").getAsString());
    }

    @Test
    void whatIsSaidInOneGoIsAnsweredInOrderAndWholeBeforeTheNextCommand() {
        var answers = Collections.synchronizedList(new ArrayList<JsonObject>());
        int many = 600;
        for (int i = 1; i <= many; i++) {
            commands.carryOut("{\"do\":\"say\",\"id\":" + i + ",\"to\":\"#class\",\"text\":\""
                    + (i % 100 == 0 ? "" : "go") + "\"}", answers::add);
        }
        commands.carryOut("{\"do\":\"peers\",\"id\":" + (many + 1) + "}", answers::add);
        assertEquals(IntStream.rangeClosed(1, many + 1).boxed().toList(),
                answers.stream().map(each -> each.get("id").getAsInt()).toList());
        List<Long> numbers = answers.stream()
                .filter(each -> each.has("seq"))
                .map(each -> each.get("seq").getAsLong())
                .toList();
        assertEquals(many - many / 100, numbers.size(), "an empty text is refused");
        for (int i = 1; i < numbers.size(); i++) assertEquals(numbers.get(i - 1) + 1, numbers.get(i));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"a\"|\"a\"", "7|7", "null|null", "{\"x\":[1]}|{\"x\":[1]}"})
    void theIdComesBackAsGiven(String id, String back) {
        JsonObject answer = answer("{\"do\":\"peers\",\"id\":" + id + "}");
        assertEquals("ok", answer.get("event").getAsString());
        assertEquals(back, String.valueOf(answer.get("id")));
    }

    @Test
    void raiseBringsTheWindowForward() {
        int before = RAISED.get();
        assertEquals("ok", answer("{\"do\":\"raise\",\"id\":1}").get("event").getAsString());
        assertEquals(before + 1, RAISED.get());
    }

    @Test
    void raiseBringsFilesThatAreToBeSent() {
        answer("{\"do\":\"raise\",\"paths\":[\"/home/me/a.pdf\",\"/home/me/b\"]}");
        assertEquals(List.of(Path.of("/home/me/a.pdf"), Path.of("/home/me/b")), ASKED.get().files());
        int before = RAISED.get();
        JsonObject answer = answer("{\"do\":\"raise\",\"paths\":[\"a.pdf\"]}");
        assertEquals("malformed", answer.get("code").getAsString(), "it may be of any folder");
        assertEquals(before, RAISED.get());
    }

    @Test
    void aNodeWithoutAWindowSaysThatRaiseIsNotPossible() {
        var windowless = new CommandLines(node, () -> {}, null, () -> {}, () -> {});
        JsonObject answer = answer(windowless, "{\"do\":\"raise\",\"id\":7}");
        assertEquals("not-possible", answer.get("code").getAsString());
        assertEquals(7, answer.get("id").getAsInt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",\"send\":127999", ",\"receive\":-1", ",\"send\":\"2M\"", ",\"send\":128000,\"receive\":1"})
    void aLimitThatIsNoneIsRefusedAndChangesNothing(String fields) {
        assertEquals("malformed", answer("{\"do\":\"limit\"" + fields + "}").get("code").getAsString());
        assertEquals(0, node.fileTransfers().limit(Direction.OUT));
    }

    @Test
    void aLimitHoldsUntilItIsTakenAwayOrItsProgramHasGone() {
        var program = new CommandLines(node, () -> {}, null, () -> {}, () -> {});
        answer(program, "{\"do\":\"limit\",\"send\":128000,\"receive\":500000}");
        assertEquals(128_000, node.fileTransfers().limit(Direction.OUT));
        assertEquals(500_000, node.fileTransfers().limit(Direction.IN));
        answer(program, "{\"do\":\"limit\",\"receive\":0}");
        assertEquals(0, node.fileTransfers().limit(Direction.IN));
        assertEquals(128_000, node.fileTransfers().limit(Direction.OUT));
        program.close();
        assertEquals(0, node.fileTransfers().limit(Direction.OUT));
        answer(program, "{\"do\":\"limit\",\"send\":128000}");
        assertEquals(0, node.fileTransfers().limit(Direction.OUT), "it has gone");
    }

    @Test
    void watchIsACommandLikeAnyOther() {
        int before = WATCHED.get();
        assertEquals(5, answer("{\"do\":\"watch\",\"id\":5}").get("id").getAsInt());
        assertEquals(before + 1, WATCHED.get());
    }

    /// Programs know an answer by it.
    @Test
    void theIdOfAMessageDoesNotTakeThePlaceOfTheCommands() {
        JsonObject answer = answer("{\"do\":\"say\",\"to\":\"#class\",\"text\":\"hello\",\"id\":\"p1\"}");
        assertEquals("p1", answer.get("id").getAsString());
        assertEquals(32, answer.get("message").getAsString().length());
    }

    @Test
    void anAnswerWithoutAnIdHasNone() {
        assertFalse(answer("{\"do\":\"peers\"}").has("id"));
    }

    @Test
    void aMessageToARoomThatNobodyHasConfirmedIsOk() {
        JsonObject answer = answer("{\"do\":\"say\",\"to\":\"#class\",\"text\":\"anybody?\",\"id\":\"1\"}");
        assertEquals("ok", answer.get("event").getAsString());
        assertEquals("#class", answer.get("conversation").getAsString());
        assertEquals(16, answer.get("log").getAsString().length());
        assertTrue(answer.get("seq").getAsLong() >= 1);
    }

    @ParameterizedTest
    @CsvSource({"#other,no-room", "room:other,no-room", "Nobody,no-peer",
            "abababababababababababababababababababababababababababababababab,not-a-member"})
    void whoeverIsNotReachableIsToldWhy(String to, String code) {
        assertEquals(code,
                answer("{\"do\":\"say\",\"to\":\"" + to + "\",\"text\":\"x\"}").get("code").getAsString());
    }

    @Test
    void aTextOfExactlyTheLimitIsSaidAndOneByteMoreIsNot() {
        String longest = "x".repeat(16 * 1024);
        assertEquals("ok",
                answer("{\"do\":\"say\",\"to\":\"#class\",\"text\":\"" + longest + "\"}")
                        .get("event")
                        .getAsString());
        assertEquals("too-long",
                answer("{\"do\":\"say\",\"to\":\"#class\",\"text\":\"" + longest + "x\"}")
                        .get("code")
                        .getAsString());
    }

    @Test
    void aFileThatIsNotThereIsToldBeforeAnythingIsOffered() {
        assertEquals("no-file",
                answer("{\"do\":\"send\",\"to\":\"#class\",\"paths\":[\"/no/such/file\"]}")
                        .get("code")
                        .getAsString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "decline", "pause", "resume", "cancel"})
    void aTransferThatIsNotThereIsTold(String what) {
        assertEquals("no-transfer",
                answer("{\"do\":\"" + what + "\",\"transfer\":\"0123456789abcdef\"}")
                        .get("code")
                        .getAsString());
        assertEquals("no-transfer",
                answer("{\"do\":\"" + what + "\",\"transfer\":\"x\"}").get("code").getAsString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"told\":\"nothing\"", "\"told\":\"nothing\",\"hours\":1",
            "\"told\":\"nothing\",\"hours\":8", "\"told\":\"mentions\"", "\"told\":\"all\""})
    void whatIsToldOfAConversationIsChosen(String fields) {
        assertEquals("ok", answer("{\"do\":\"mute\",\"to\":\"#class\"," + fields + "}").get("event").getAsString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"to\":\"#class\"", "\"to\":\"#class\",\"told\":\"some\"",
            "\"to\":\"#class\",\"told\":\"nothing\",\"hours\":2", "\"told\":\"all\"",
            "\"to\":\"#class\",\"told\":\"mentions\",\"hours\":8", "\"to\":\"#class\",\"told\":\"all\",\"hours\":1"})
    void aMuteThatIsNoneIsMalformed(String fields) {
        assertEquals("malformed", answer("{\"do\":\"mute\"," + fields + "}").get("code").getAsString());
    }

    @Test
    void aRoomIsJoinedAndLeft() {
        JsonObject joined = answer("{\"do\":\"join\",\"room\":\" second \",\"open\":true}");
        assertEquals("ok", joined.get("event").getAsString());
        assertEquals("#second (open)", joined.get("room").getAsString());
        assertTrue(answer("{\"do\":\"rooms\"}").toString().contains("#second (open)"));
        assertEquals("ok", answer("{\"do\":\"leave\",\"room\":\"#second\"}").get("event").getAsString());
        assertFalse(answer("{\"do\":\"rooms\"}").toString().contains("#second"));
    }

    @Test
    void aRoomNeedsAKeyOrTheWordOpenAndNotBoth() {
        assertEquals("malformed", answer("{\"do\":\"join\",\"room\":\"r\"}").get("code").getAsString());
        assertEquals("malformed",
                answer("{\"do\":\"join\",\"room\":\"r\",\"key\":\"k\",\"open\":true}")
                        .get("code")
                        .getAsString());
    }

    @Test
    void h51_nothingInASearchIsSyntax() {
        for (String words : List.of("a%", "b_", "\\\"c", "d*", "'e", "AND OR NOT", "a NEAR b", "(f",
                "x".repeat(4_000))) {
            JsonObject answer = answer("{\"do\":\"history\",\"to\":\"#class\",\"search\":\"" + words + "\"}");
            assertEquals("ok", answer.get("event").getAsString(), words);
        }
        for (String signs : List.of("%", "_", "\\\"", "*", "'", "(", "")) { // they would find nothing, and not say why
            for (String command : List.of("history\",\"to\":\"#class\",\"search", "search\",\"words")) {
                JsonObject answer = answer("{\"do\":\"" + command + "\":\"" + signs + "\"}");
                assertEquals("malformed", answer.get("code").getAsString(), signs);
            }
        }
    }

    @Test
    void quitIsAnsweredAndDone() {
        int before = QUITS.get();
        assertEquals("ok", answer("{\"do\":\"quit\"}").get("event").getAsString());
        assertEquals(before + 1, QUITS.get());
    }

    @Test
    void h33_statusAndRoomsShowNoKey() {
        String shown = answer("{\"do\":\"status\"}").toString() + answer("{\"do\":\"rooms\"}");
        assertFalse(shown.contains("amber"), shown);
    }

    @Test
    void whatIsSavedIsListedTheLastFirstAndCanBeTakenOut() {
        String first = answer("{\"do\":\"say\",\"to\":\"#class\",\"text\":\"keep this\"}").get("message").getAsString();
        String second = answer("{\"do\":\"poll\",\"to\":\"#class\",\"question\":\"When?\",\"options\":[\"a\",\"b\"],"
                + "\"many\":false,\"hidden\":false}").get("message").getAsString();
        for (String id : List.of(first.substring(0, 8), second)) {
            assertEquals("ok", answer("{\"do\":\"save\",\"target\":\"" + id + "\"}").get("event").getAsString());
        }
        JsonArray saved = answer("{\"do\":\"saved\"}").getAsJsonArray("saved");
        assertEquals(List.of("poll When?", "text keep this"), saved.asList()
                .stream()
                .map(JsonElement::getAsJsonObject)
                .map(each -> each.get("kind").getAsString() + " " + each.get("text").getAsString())
                .toList());
        assertEquals("Ada", saved.get(0).getAsJsonObject().get("name").getAsString());
        answer("{\"do\":\"save\",\"target\":\"" + second + "\",\"on\":false}");
        assertEquals(1, answer("{\"do\":\"saved\"}").getAsJsonArray("saved").size());
        assertEquals("no-message",
                answer("{\"do\":\"save\",\"target\":\"00000000\"}").get("code").getAsString());
    }

    @Test
    void aSearchOfAllConversationsTakesAPersonAndDays() {
        answer("{\"do\":\"say\",\"to\":\"#class\",\"text\":\"a wallaby\"}");
        String search = "{\"do\":\"search\",\"words\":\"wallaby\"";
        JsonObject found = answer(search + "}");
        assertEquals(1, found.getAsJsonArray("messages").size());
        assertFalse(found.get("more").getAsBoolean());
        assertEquals(1, answer(search + ",\"author\":\"ada\"}").getAsJsonArray("messages").size());
        assertEquals(0,
                answer(search + ",\"writtenBefore\":\"2020-01-01T00:00:00Z\"}").getAsJsonArray("messages").size());
        assertEquals("no-peer", answer(search + ",\"author\":\"Zoe\"}").get("code").getAsString());
    }
}
