package io.landline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers to an id of something else, to a name without a visible character, and to an empty pattern.
class RefusedLinesTest {
    @TempDir
    static Path folder;
    private static AdasLines ada;

    @BeforeAll
    static void open() throws Exception {
        ada = new AdasLines(folder);
    }

    @AfterAll
    static void close() {
        ada.close();
    }

    @Test
    void whatWasDoneWithAMessageIsNotSaved() {
        String said = ada.answer("{\"do\":\"say\",\"to\":\"#class\",\"text\":\"hello\"}").get("message").getAsString();
        for (String act : List.of("\"do\":\"react\",\"emoji\":\"\ud83d\udc4d\"", "\"do\":\"edit\",\"text\":\"again\"",
                "\"do\":\"pin\"", "\"do\":\"delete\"")) {
            String id = ada.answer("{" + act + ",\"target\":\"" + said + "\"}").get("message").getAsString();
            JsonObject answer = ada.answer("{\"do\":\"save\",\"target\":\"" + id + "\"}");
            assertEquals("no-message", answer.has("code") ? answer.get("code").getAsString() : "saved", act);
        }
    }

    /// Absent counts as false elsewhere: here it would announce this node where its user had forbidden it.
    @Test
    void nothingIsSwitchedByACommandThatDoesNotSayOnOrOff() {
        for (String command : List.of("\"do\":\"share-activity\"", "\"do\":\"share-activity\",\"on\":null",
                "\"do\":\"listen-only\",\"network\":\"eth0 10.77.0.0/24\"")) {
            JsonObject answer = ada.answer("{" + command + "}");
            assertEquals("malformed", answer.has("code") ? answer.get("code").getAsString() : "switched", command);
        }
    }

    /// Also where the rest of the command does without it: else a program learns of its mistake in another command.
    @ParameterizedTest
    @ValueSource(strings = {"'status','text':5", "'status','text':['soup']", "'cancel','offer':'0','transfer':5",
            "'retry','all':true,'transfer':5", "'join','room':'later','open':true,'made':5",
            "'accept','transfer':'0000000000000000','only':5"})
    void aFieldThatIsWrongCostsTheCommand(String command) {
        assertEquals("malformed", code(ada.answer(("{'do':" + command + "}").replace('\'', '"'))), command);
    }

    /// As that of a hand-in box is: another title helps, and not another time or another node.
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b", "201"})
    void aTitleOfAShelfThatDoesNotFitIsMalformed(String title) {
        String typed = title.equals("201") ? "x".repeat(201) : title;
        JsonObject answer = ada.answer("{\"do\":\"shelf-add\",\"to\":\"#class\",\"path\":\"" + folder
                + "\",\"title\":\"" + typed + "\"}");
        assertEquals("malformed", code(answer));
        assertEquals("A shelf has a title of 1 to 200 bytes. Nothing was opened.",
                answer.get("message").getAsString());
    }

    @Test
    void whatIsSavedAndNotKeptAnyMoreIsListedAndCanBeTakenOut() throws Exception {
        String id = "fedcba98".repeat(4);
        alter("INSERT INTO saved (id, conversation, author, written) VALUES (x'" + id
                + "', zeroblob(16), zeroblob(32), zeroblob(8))");
        JsonObject saved = ada.answer("{\"do\":\"saved\"}").getAsJsonArray("saved").get(0).getAsJsonObject();
        assertEquals("removed", saved.get("kind").getAsString());
        assertEquals("1970-01-01T00:00:00.000Z", saved.get("written").getAsString());
        assertEquals("no-message", ada.answer("{\"do\":\"save\",\"target\":\"fedcba98\"}").get("code").getAsString());
        ada.answer("{\"do\":\"save\",\"target\":\"FEDCBA98\",\"on\":false}");
        assertEquals(0, ada.answer("{\"do\":\"saved\"}").getAsJsonArray("saved").size());
    }

    /// It was called no JSON, without its id: its program had no answer to that command.
    @Test
    void aLineThatIsTooLongIsAnsweredWithItsId() {
        JsonObject answer = ada.answerTooLong("{\"do\":\"say\",\"id\":[7],\"text\":\"xxx");
        assertEquals("too-long", code(answer));
        assertEquals("[7]", answer.get("id").toString());
        assertEquals("A command has at most 256 KiB: give it in pieces.", answer.get("message").getAsString());
        assertFalse(ada.answerTooLong("{\"do\":\"say\",\"text\":\"xxx").has("id"));
    }

    @Test
    void aPollWithTooManyOptionsIsToldHowManyThereMayBe() {
        String options = "\"a\"" + ",\"b\"".repeat(99);
        JsonObject answer = ada
                .answer("{\"do\":\"poll\",\"to\":\"#class\",\"question\":\"which\",\"options\":[" + options
                        + "],\"many\":false,\"hidden\":false}");
        assertEquals("malformed", code(answer));
        String why = answer.get("message").getAsString();
        assertTrue(why.startsWith("A poll has a question"), why);
    }

    @Test
    void aPollOfWhichTwoOptionsReadTheSameIsNotAsked() {
        JsonObject answer = ada.answer("{\"do\":\"poll\",\"to\":\"#class\",\"question\":\"which\",\"options\":"
                + "[\"a\",\"b\",\" a\"],\"many\":false,\"hidden\":false}");
        assertEquals("malformed", code(answer));
        assertEquals("Two options of the poll are the same. Nothing was sent.", answer.get("message").getAsString());
    }

    @Test
    void aBoxThatTakesTooMuchOrNothingIsToldHowMuchOneTakes() {
        for (String bytes : List.of("0", "2147483649", "9223372036854775807")) {
            JsonObject answer = ada.answer("{\"do\":\"collect\",\"to\":\"#class\",\"until\":\"2030-01-01T00:00:00Z\","
                    + "\"title\":\"Essay\",\"maxBytes\":" + bytes + "}");
            assertEquals("malformed", code(answer));
            assertEquals("A hand-in box takes 1 B to 2 GiB of each member. Nothing was sent.",
                    answer.get("message").getAsString());
        }
    }

    /// What the database refuses is no fault of the program.
    @Test
    void whatTheDatabaseCannotReadIsStorage() throws Exception {
        List<String> commands = List.of("{\"do\":\"transfers\",\"over\":true}",
                "{\"do\":\"transfers\",\"over\":false}");
        alter("ALTER TABLE file_offer RENAME TO away");
        try {
            for (String command : commands) assertEquals("storage", code(ada.answer(command)), command);
        } finally {
            alter("ALTER TABLE away RENAME TO file_offer");
        }
        for (String command : commands) assertEquals("ok", code(ada.answer(command)), command);
    }

    private static String code(JsonObject answer) {
        return answer.get(answer.has("code") ? "code" : "event").getAsString();
    }

    private static void alter(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("Ada/history.db"));
                Statement sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"do\":\"send\",\"paths\":[\"a\"],\"exclude\":[\"*.o\",\"\"]",
            "\"do\":\"accept\",\"transfer\":\"00112233\",\"only\":[\" \"]"})
    void anEmptyPatternIsRefused(String command) {
        JsonObject answer = ada.answer("{" + command + ",\"to\":\"#class\"}");
        assertEquals("malformed", answer.get("code").getAsString());
        assertTrue(answer.get("message").getAsString().contains(" holds an empty pattern."), answer.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef0123456789abcdef", "01234567"})
    void aBoxThatIsNotThereIsCalledABox(String id) {
        for (String what : List.of("hand-in", "box", "remind")) {
            JsonObject answer = ada.answer("{\"do\":\"" + what + "\",\"target\":\"" + id
                    + "\",\"paths\":[\"pom.xml\"],\"text\":\"x\"}");
            assertEquals("There is no such hand-in box in your rooms. landline collect list shows those that are there."
                    + " Nothing was done.", answer.get("message").getAsString());
        }
        JsonObject wrong = ada.answer("{\"do\":\"box\",\"target\":\"Essay\"}");
        assertEquals("A hand-in box is named by its id, or by at least the first 8 digits of it. landline collect list"
                + " shows them. Nothing was done.", wrong.get("message").getAsString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", " \u2060\ufeff", "\u3164", "\ufe0f"})
    void aNameOfInvisibleCharactersAloneIsRefused(String name) {
        for (String command : List.of("\"do\":\"join\",\"key\":\"amber fox piano lake\",\"room\":",
                "\"do\":\"rename-room\",\"room\":\"#class\",\"name\":",
                "\"do\":\"collect\",\"to\":\"#class\",\"until\":\"2030-01-01T00:00:00Z\",\"title\":",
                "\"do\":\"shelf-add\",\"to\":\"#class\",\"path\":\"src\",\"title\":")) {
            JsonObject answer = ada.answer("{" + command + "\"" + name + "\"}");
            assertEquals("failed", answer.get("event").getAsString(), answer.toString());
        }
        String said = ada.answer("{\"do\":\"say\",\"to\":\"#class\",\"text\":\"hello\"}").get("message").getAsString();
        JsonObject reacted = ada.answer("{\"do\":\"react\",\"target\":\"" + said + "\",\"emoji\":\"" + name + "\"}");
        assertEquals("failed", reacted.get("event").getAsString(), reacted.toString());
    }

    /// No path takes the whole shelf; a variable that is not set leaves an empty one.
    @Test
    void anEmptyPathIsNotTheWholeShelf(@TempDir Path photos) {
        ada.answer("{\"do\":\"shelf-add\",\"to\":\"#class\",\"title\":\"Photos\",\"path\":\"" + photos + "\"}");
        JsonObject answer = ada.answer("{\"do\":\"shelf-take\",\"shelf\":\"Photos\",\"paths\":[\"\"]}");
        assertEquals("A path is empty. Nothing was done.", answer.get("message").getAsString());
        assertEquals("no-file", answer.get("code").getAsString());
    }

    /// One space is a name that a file may have.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileCalledOneSpaceIsOfferedAndOneThatIsMissingIsNotCalledEmpty(@TempDir Path files) throws Exception {
        Path file = Files.createFile(files.resolve(" "));
        String send = "{\"do\":\"send\",\"to\":\"#class\",\"paths\":[\"%s\"]}";
        assertEquals("ok", ada.answer(send.formatted(file)).get("event").getAsString());
        String said = ada.answer(send.formatted(" ")).get("message").getAsString();
        assertTrue(said.startsWith("There is no file "), said);
    }
}
