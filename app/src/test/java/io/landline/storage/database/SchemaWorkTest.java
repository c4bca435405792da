package io.landline.storage.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.storage.ProfileDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How far a long history of an earlier version is, while it is brought into the form of this one.
class SchemaWorkTest {
    private static final int ENTRIES = 5_000;

    @TempDir
    Path folder;

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /// As version 1 wrote it.
    private Path history(int entries) throws SQLException, IOException {
        Path file = folder.resolve("history.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (String script : List.of("001-trust.sql", "001-chat.sql", "001-files.sql")) {
                try (InputStream in = Migrations.class.getResourceAsStream(script)) {
                    run(connection, new String(in.readAllBytes(), UTF_8));
                }
            }
            run(connection, "PRAGMA user_version=1");
            run(connection, "INSERT INTO conversation (id, conversation) VALUES (1, zeroblob(16))");
            run(connection, "INSERT INTO log VALUES (1, 1, zeroblob(32), zeroblob(32), zeroblob(8), 1, " + entries
                    + ", zeroblob(32), zeroblob(32), 1, " + entries + ", 0)");
            connection.setAutoCommit(false);
            try (PreparedStatement entry = connection.prepareStatement(
                    "INSERT INTO entry (id, log, number, conversation, lamport, author, log_id, kind, header, hash,"
                            + " signature, body) VALUES (?1, 1, ?1, 1, ?1, zeroblob(32), zeroblob(8), 1,"
                            + " zeroblob(112), randomblob(32), zeroblob(64), ?2)");
                    PreparedStatement text = connection
                            .prepareStatement("INSERT INTO entry_text (rowid, text) VALUES (?, ?)")) {
                for (int i = 1; i <= entries; i++) {
                    String words = "the " + i + " heron stood by word" + i % 997 + " and word" + i % 8_191;
                    entry.setInt(1, i);
                    entry.setBytes(2, ("{\"text\":\"" + words + "\"}").getBytes(UTF_8));
                    entry.executeUpdate();
                    text.setInt(1, i);
                    text.setString(2, words);
                    text.executeUpdate();
                }
            }
            connection.commit();
        }
        return file;
    }

    @Test
    void theShareThatIsDoneGrowsFromNothingToAllOfIt() throws Exception {
        var told = new ArrayList<Integer>();
        ProfileDatabase.open(history(ENTRIES), DatabaseLocation.LOCAL, true, told::add).database().close();
        assertEquals(told.stream().sorted().distinct().toList(), told, "it never goes back");
        assertEquals(SchemaWork.WHOLE, told.getLast());
        assertTrue(told.size() > SchemaWork.WHOLE / 3, "within the long changes too: " + told);
        for (int i = 1; i < told.size(); i++) {
            assertTrue(told.get(i) - told.get(i - 1) < SchemaWork.WHOLE / 3, "no leap: " + told);
        }
    }

    @Test
    void aHistoryOfThisVersionAndANewOneSayNothing() throws Exception {
        Path file = folder.resolve("history.db");
        for (int i = 0; i < 2; i++) {
            ProfileDatabase.open(file, DatabaseLocation.LOCAL, false, percent -> {
                throw new AssertionError("there is nothing to wait for: " + percent);
            }).database().close();
        }
    }
}
