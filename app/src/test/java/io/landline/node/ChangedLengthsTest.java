package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.Chats;
import io.landline.node.port.TimelineItem;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.process.FreePorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Values that have another length than they were written with, since the disk changed the byte that tells it. The
/// check of SQLite calls such a row sound (H79).
class ChangedLengthsTest {
    private static final String LOG = "SELECT conversation.conversation, author, log";
    private static final String OF_LOGS = " FROM log JOIN conversation ON conversation.id = log.conversation";
    private static final String ROOM = "(SELECT id FROM room WHERE words IS NOT NULL)";

    @TempDir
    Path temporary;
    private NodeOptions options;
    private Path database;
    private byte[] whole;

    /// With a row in each table that has names and numbers of fixed length.
    @BeforeEach
    void unpack() throws Exception {
        Path folder = temporary.toRealPath();
        OldProfiles.unpack(folder);
        database = folder.resolve("Ada", "history.db");
        options = new NodeOptions(folder.resolve("Ada"), null, List.of(),
                new Network(FreePorts.udp(), 0, List.of("lo"), List.of()), null, null, false);
        start();
        run("INSERT INTO log_floor " + LOG + ", 1" + OF_LOGS, "INSERT INTO dropped_log (conversation, author, log)"
                + " SELECT zeroblob(16), author, log FROM log LIMIT 1",
                "INSERT OR IGNORE INTO heard " + LOG + ", 1, 7" + OF_LOGS,
                "INSERT INTO saved (id, conversation, author, written) SELECT zeroblob(16), conversation, zeroblob(32),"
                        + " zeroblob(8) FROM conversation LIMIT 1",
                "INSERT INTO mute (conversation, until, mentions) VALUES (" + ROOM + ", NULL, 1)",
                "INSERT INTO shelf VALUES (zeroblob(8), " + ROOM + ", 'title', '/nowhere', 7)");
        whole = Files.readAllBytes(database);
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement sql = connection.createStatement()) {
            for (String each : statements) assertTrue(sql.executeUpdate(each) > 0, each);
        }
    }

    private void start() throws Exception {
        try (Node node = Node.open(options)) {
            for (Chats.Conversation each : node.chats().list()) {
                Chats.Page page = node.chats().page(each.key(), null, 100);
                for (TimelineItem item : page.items()) node.chats().notes().receivers(item.id());
            }
            node.chats().notes().saved();
            node.contacts().contacts();
            node.rooms().rooms();
            node.fileTransfers().recent();
            node.fileTransfers().shelves().shelves();
        }
    }

    @Test
    void h79_aValueOfAnotherLengthKeepsNoNodeFromStarting() throws Exception {
        for (String change : List.of("log_floor SET conversation", "log_floor SET author", "log_floor SET log",
                "dropped_log SET conversation", "dropped_log SET author", "dropped_log SET log", "heard SET author",
                "heard SET log", "receipt SET log", "receipt SET peer", "saved SET author",
                "saved SET written", "conversation SET peer", "peer_endpoint SET fingerprint", "proof SET fingerprint",
                "receipt SET conversation")) {
            Files.write(database, whole);
            run("UPDATE OR REPLACE " + change + " = x'07'");
            try {
                start();
            } catch (Exception e) {
                assertTrue(Files.exists(database.resolveSibling("history.db.damaged")), change + " gave " + e);
            }
            start();
        }
    }
}
