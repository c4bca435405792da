package io.landline.chat.sync;

import io.landline.chat.ChatStores;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A few random histories on real databases. A node that is killed goes on with the files as they were at that moment,
/// the write-ahead log among them. `-Dlandline.sqlite.histories=20` plays as many, `-Dlandline.seed=N` that one.
class SqliteHistoriesTest {
    private static final int IN_A_BUILD = 2;
    private static final int STEPS = 100;

    @TempDir
    Path folder;

    static LongStream seeds() {
        Long given = Long.getLong("landline.seed");
        return given != null
                ? LongStream.of(given)
                : new Random().longs(Integer.getInteger("landline.sqlite.histories", IN_A_BUILD), 0, 1L << 48);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyHistoryEndsEqual(long seed) {
        History.of(seed, STEPS, () -> new Databases(folder)).play();
    }

    /// Databases in folders of their own.
    private static final class Databases implements Disks {
        private record Opened(Path file, Database database) {}

        private final Path folder;
        private final Map<ChatStores, Opened> opened = new IdentityHashMap<>();

        Databases(Path folder) { this.folder = folder; }

        @Override
        public ChatStores create() {
            return open(newFile());
        }

        private Path newFile() {
            try {
                return Files.createTempDirectory(folder, "profile").resolve("history.db");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private ChatStores open(Path file) {
            try {
                Database database = Database.open(file);
                ChatStores stores = SqliteChat.stores(database);
                opened.put(stores, new Opened(file, database));
                return stores;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ChatStores copy(ChatStores of) {
            Opened source = opened.get(of);
            source.database().write(Database.Durability.FULL, _ -> true); // what cleans up in the background has ended
            Path copy = newFile();
            try {
                for (String part : new String[]{"", "-wal"}) {
                    Path from = Path.of(source.file() + part);
                    if (Files.exists(from)) Files.copy(from, Path.of(copy + part));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return open(copy);
        }

        @Override
        public ChatStores afterKill(ChatStores of) {
            return copy(of);
        }

        @Override
        public void close() {
            opened.values().forEach(each -> each.database().close());
        }
    }
}
