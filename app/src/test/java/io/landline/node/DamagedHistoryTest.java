package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferStoreException;
import io.landline.node.conversation.History.Question;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.OpenProfile;
import io.landline.process.FreePorts;
import io.landline.process.NodeProcess;
import io.landline.storage.ProfileDatabase;
import io.landline.storage.database.Database;
import io.landline.storage.database.DatabaseFiles.Found;
import io.landline.storage.database.DatabaseLocation;
import io.landline.storage.transfers.SqliteTransfers;
import io.landline.testing.Patience;
import io.landline.testing.Seed;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever has become of a profile's database, the profile opens, and says what happened (H79).
@StartsPrograms
class DamagedHistoryTest {
    private static final int PAGE = 4_096;

    @TempDir
    Path temporary;
    private Path folder;
    private Path database;
    private Random random;

    @BeforeEach
    void unpack() throws Exception {
        random = Seed.random("DamagedHistoryTest");
        folder = temporary.toRealPath();
        OldProfiles.unpack(folder);
        database = folder.resolve("Ada", "history.db");
    }

    private NodeOptions options() {
        return new NodeOptions(folder.resolve("Ada"), null, List.of(), Network.NOT_ASKED, null, null, false);
    }

    private void random(int at, int bytes) throws IOException {
        byte[] rubbish = new byte[bytes];
        random.nextBytes(rubbish);
        try (var out = new java.io.RandomAccessFile(database.toFile(), "rw")) {
            out.seek(at);
            out.write(rubbish);
        }
    }

    private List<Path> aside() throws IOException {
        try (var all = Files.list(database.getParent())) {
            return all.filter(each -> each.getFileName().toString().startsWith("history.damaged-")).toList();
        }
    }

    @Test
    void m4_anyDamageIsSurvivedAndSaidInOneSentence() throws Exception {
        byte[] whole = Files.readAllBytes(database);
        int pages = whole.length / PAGE;
        for (int round = 0; round < 8; round++) {
            Files.write(database, whole);
            switch (round) {
                case 0 -> random(0, whole.length);
                case 1 -> random(0, PAGE);
                case 2 -> Files.write(database, Arrays.copyOf(whole, whole.length / 2));
                case 3 -> Files.write(database, Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1)));
                case 4 -> Files.write(database, new byte[]{1, 2, 3});
                case 5 -> Files.write(database, new byte[PAGE * 3]);
                default -> {
                    for (int i = 0; i < 3; i++) random(random.nextInt(pages) * PAGE, PAGE);
                }
            }
            try (ProfileWithoutNode opened = ProfileWithoutNode.open(options())) {
                ProfileReader reader = opened.reader();
                assertEquals(1, reader.troubles().size(), "round " + round);
                String problem = reader.troubles().getFirst();
                assertTrue(problem.startsWith("The history in " + database + " was damaged: "), problem);
                assertEquals(-1, problem.indexOf(". "), "one sentence");
            }
            assertEquals(round + 1, aside().size());
            try (ProfileWithoutNode opened = ProfileWithoutNode.open(options())) {
                ProfileReader reader = opened.reader();
                assertEquals(List.of(), reader.troubles(), "said once");
            }
        }
    }

    @Test
    void m4_whatIsOnOtherPagesIsThereAfterwards() throws Exception {
        byte[] whole = Files.readAllBytes(database);
        int page = pageOf(whole, "Dan 3");
        random(page * PAGE, PAGE);
        try (ProfileWithoutNode opened = ProfileWithoutNode.open(options())) {
            ProfileReader reader = opened.reader();
            assertEquals(List.of("#class", "#lobby (open)"),
                    reader.rooms().stream().map(ProfileReader.RoomView::label).toList());
            List<String> texts = reader.history(Question.newest("#class", 100))
                    .messages()
                    .stream()
                    .map(Message::text)
                    .toList();
            for (String text : List.of("Ada 1", "Bob 1", "Dan 1", "Ada 5", "Bob 5", "Dan 5")) {
                assertEquals(pageOf(whole, text) != page, texts.contains(text), text);
            }
            assertFalse(texts.contains("Dan 3"));
            assertTrue(texts.size() > 3, texts.toString());
        }
    }

    private static int pageOf(byte[] content, String text) {
        String all = new String(content, StandardCharsets.ISO_8859_1);
        int at = all.indexOf("\"" + text + "\"");
        assertTrue(at > 0, "the text is in the file");
        return at / PAGE;
    }

    @Test
    void m4_anEmptiedFileAndAMissingOneAreSaidToBeLost() throws Exception {
        Files.write(database, new byte[0]);
        try (ProfileWithoutNode opened = ProfileWithoutNode.open(options())) {
            ProfileReader reader = opened.reader();
            assertTrue(reader.troubles().getFirst().contains("is empty"), reader.troubles().toString());
        }
        Files.delete(folder.resolve("Ada", "trust.json"));
        Files.delete(folder.resolve("Ada", "trust.json.good"));
        Files.delete(database);
        Path fingerprint = folder.resolve("Ada", "identity", "identity.fingerprint");
        Files.setLastModifiedTime(fingerprint,
                java.nio.file.attribute.FileTime.from(java.time.Instant.now().minus(OpenProfile.OLD_AFTER)));
        try (ProfileWithoutNode opened = ProfileWithoutNode.open(options())) {
            ProfileReader reader = opened.reader();
            assertTrue(reader.troubles().getFirst().contains("is missing"), reader.troubles().toString());
        }
        assertEquals(List.of(), aside());
    }

    @Test
    void m4_aNodeSaysItAndGoesOn() throws Exception {
        byte[] whole = Files.readAllBytes(database);
        random(pageOf(whole, "Dan 3") * PAGE, PAGE);
        try (NodeProcess ada = start()) {
            JsonObject warning = ada.await("warning", e -> e.get("code").getAsString().equals("history-damaged"),
                    Patience.OF_PROGRAMS);
            assertNotNull(warning);
            assertTrue(warning.get("message").getAsString().contains(aside().getFirst().getFileName().toString()));
            var say = new JsonObject();
            say.addProperty("do", "say");
            say.addProperty("to", "#class");
            say.addProperty("text", "after the damage");
            assertNotNull(ada.command(say, Patience.OF_PROGRAMS));
            assertEquals(0, ada.quit());
        }
        Files.write(database, new byte[0]);
        try (NodeProcess ada = start()) {
            assertNotNull(ada.await("warning", e -> e.get("code").getAsString().equals("history-lost"),
                    Patience.OF_PROGRAMS));
            assertEquals(0, ada.quit());
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".stderr")).toList()) {
                assertFalse(Files.readString(file).contains("\tat "), "no stack trace");
            }
        }
    }

    @Test
    void aNodeSaysThatAnotherProgramHoldsItAndWhenItIsFreeAgain() throws Exception {
        try (NodeProcess ada = start();
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + database);
                var sql = other.createStatement()) {
            ada.await("ready", _ -> true, Patience.OF_PROGRAMS);
            sql.execute("BEGIN IMMEDIATE");
            var say = new JsonObject();
            say.addProperty("do", "say");
            say.addProperty("to", "#class");
            say.addProperty("text", "while it was held");
            var saying = new FutureTask<>(() -> ada.command(say, Patience.OF_PROGRAMS));
            Thread.ofVirtual().start(saying);
            assertNotNull(ada.await("warning", e -> e.get("code").getAsString().equals("history-held"),
                    Patience.OF_PROGRAMS));
            sql.execute("ROLLBACK");
            assertEquals("ok", saying.get().get("event").getAsString(), "it waited, and was kept");
            assertNotNull(ada.await("warning", e -> e.get("code").getAsString().equals("history-free"),
                    Patience.OF_PROGRAMS));
            assertEquals(0, ada.quit());
        }
        try (ProfileWithoutNode opened = ProfileWithoutNode.open(options())) {
            assertEquals(List.of(), opened.reader().troubles());
        }
    }

    /// Such a value the check of SQLite cannot know to be wrong. The node starts all the same.
    @Test
    void h79_aTransferInNoStateCostsThatTransferAlone() throws Exception {
        change("UPDATE file_transfer SET state = 'ACCEPTFD'");
        try (NodeProcess ada = start()) {
            assertNotNull(ada.await("warning", e -> e.get("code").getAsString().equals("history-damaged"),
                    Patience.OF_PROGRAMS));
            assertEquals(0, ada.quit());
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".stderr")).toList()) {
                assertFalse(Files.readString(file).contains("\tat "), "no stack trace");
            }
        }
    }

    @Test
    void h79_aRowThatIsNoValueAnyMoreIsLeftOutAtTheNextStart() throws Exception {
        ProfileDatabase.open(database, DatabaseLocation.LOCAL, true).database().close(); // in today's form
        byte[] whole = Files.readAllBytes(database);
        for (String change : List.of("UPDATE file_transfer SET state = 'ACCEPTFD'",
                "UPDATE file_transfer SET reason = 'LOSU'", "UPDATE file_offer SET body = x'7b00'",
                "UPDATE file_received SET taken = 'QLAIN'")) {
            Files.write(database, whole);
            change(change);
            boolean met = false;
            try (Database opened = ProfileDatabase.open(database, DatabaseLocation.LOCAL, true).database()) {
                readAll(opened);
            } catch (TransferStoreException e) {
                met = true;
            }
            assertTrue(met, change);
            ProfileDatabase.Opened saved = ProfileDatabase.open(database, DatabaseLocation.LOCAL, true);
            try (Database opened = saved.database()) {
                assertEquals(Found.DAMAGED, saved.found(), change);
                readAll(opened);
            }
        }
    }

    private static void readAll(Database opened) {
        var transfers = new SqliteTransfers(opened);
        for (StoredTransfer each : transfers.openTransfers()) {
            assertNotNull(transfers.offer(each.offer()));
            transfers.files(each.id(), 0, 1_000);
        }
    }

    private void change(String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var sql = connection.createStatement()) {
            assertTrue(sql.executeUpdate(change) > 0, change);
        }
    }

    private NodeProcess start() throws IOException {
        return NodeProcess.start(new NodeProcess.Start("Ada", folder.resolve("Ada"), folder.resolve("Ada-downloads"),
                FreePorts.udp(), "class", RunningForTest.KEY, List.of()));
    }
}
