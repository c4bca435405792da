package io.landline.storage;

import io.landline.chat.EntryStore;
import io.landline.chat.LogState;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// Prints what it costs to cut the beginning of a long history, and to bring one of version 10 to the present; run by
/// hand, no test. The argument is the number of entries.
final class LongHistoryFigures {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);
    private static final int STEP = 50;
    private static final int CUT = 40;

    private LongHistoryFigures() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        int count = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("long-history-figures");
        Path file = folder.resolve("history.db");
        long filled = System.nanoTime();
        InventedHistory.fill(file, ROOM, count, System.currentTimeMillis());
        print("filled with " + count, filled);
        System.out.printf("%-40s %8.1f MB%n", "the file", Files.size(file) / 1e6);
        try (Database database = Database.open(file)) {
            EntryStore entries = SqliteChat.stores(database).entries();
            List<LogState> logs = entries.logs(ROOM);
            long began = System.nanoTime();
            for (int i = 0; i < CUT; i++) {
                LogState log = logs.get(i % logs.size());
                entries.cutBeginning(log.key(), 1 + (i / logs.size() + 1L) * STEP);
            }
            database.write(Database.Durability.FULL, _ -> true);
            print("cut " + CUT + " times " + STEP, began);
            long cleared = System.nanoTime();
            while (entries.clearWords());
            print("the search written anew", cleared);
            System.out.printf("%-40s %8.2f ms%n", "an entry, with that",
                    (System.nanoTime() - began) / 1e6 / CUT / STEP);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            try (var sql = connection.createStatement()) {
                LaterSchema.dropAbove10(sql);
                sql.executeUpdate("DROP TABLE entry_text");
                sql.executeUpdate("CREATE VIRTUAL TABLE entry_text USING fts5(text, content='')");
                sql.executeUpdate("PRAGMA user_version=10");
            }
        }
        long migrated = System.nanoTime();
        Database.open(file).close();
        print("opened by this version", migrated);
    }

    private static void print(String what, long sinceNanos) {
        System.out.printf("%-40s %8.1f s%n", what, Duration.ofNanos(System.nanoTime() - sinceNanos).toMillis() / 1e3);
    }
}
