package io.landline.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryStore;
import io.landline.chat.LogState;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.storage.ProfileDatabase.Opened;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.Timelines;
import io.landline.storage.choices.SqliteMutes;
import io.landline.storage.choices.SqliteMutes.Muted;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.DatabaseFiles;
import io.landline.storage.database.DatabaseFiles.Found;
import io.landline.storage.database.DatabaseLocation;
import io.landline.storage.database.HealthCheck;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import io.landline.testing.Seed;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Databases that were damaged, and what is saved of them (H79).
class SalvageTest {
    private static final int PAGE = 4_096;
    private static final int ROUNDS = 4;
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);
    /// Kinds of pages (<https://sqlite.org/fileformat2.html#b_tree_pages>).
    private static final Set<Integer> LEAVES = Set.of(0x0D, 0x0A);

    @TempDir
    static Path shared;
    private static List<Entry> written;
    private static byte[] whole;
    private static DatabasePages tables;

    @TempDir
    Path folder;
    private Path file;
    private Random random;

    @BeforeAll
    static void write() throws IOException {
        Path file = shared.resolve("history.db");
        written = new ArrayList<>();
        try (Database database = Database.open(file)) {
            EntryStore store = SqliteChat.stores(database).entries();
            for (int log = 1; log <= 3; log++) {
                Author author = Author.of(ROOM, log);
                for (int run = 0; run < 10; run++) {
                    var entries = new ArrayList<Entry>();
                    for (int i = 0; i < 50; i++) {
                        entries.add(
                                author.text("text " + log + " " + run + " " + i + " " + "and so on ".repeat(i % 20)));
                    }
                    store.add(entries, entries.getLast().header().lamport(), EntryStore.Durability.BATCHED);
                    written.addAll(entries);
                }
            }
            store.setOwnLog(ROOM, 1);
            database.write(Durability.FULL, connection -> connection.createStatement()
                    .executeUpdate("INSERT INTO room (id, name, joined_at) VALUES (x'"
                            + Room.open(new RoomName("lobby")).id().hex() + "', 'lobby', 7)"));
        }
        whole = Files.readAllBytes(file);
        tables = new DatabasePages(whole, PAGE);
    }

    @BeforeEach
    void copy() throws IOException {
        random = Seed.random("SalvageTest");
        file = folder.resolve("history.db");
        Files.write(file, whole);
    }

    private void damage(int page) throws IOException {
        byte[] rubbish = new byte[PAGE];
        random.nextBytes(rubbish);
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek((long) page * PAGE);
            out.write(rubbish);
        }
    }

    private Set<Entry> saved(Opened opened) {
        EntryStore store = SqliteChat.stores(opened.database()).entries();
        List<Entry> newest = store.newest(ROOM, null, Integer.MAX_VALUE);
        for (LogState log : store.logs(ROOM)) {
            List<Entry> range = store.range(log.key(), log.from(), log.to(), false, Integer.MAX_VALUE);
            assertEquals(log.to() - log.from() + 1, range.size(), "what a log says it has, it has");
            for (int i = 1; i < range.size(); i++) {
                assertTrue(Arrays.equals(range.get(i).header().previous(), range.get(i - 1).hash()), "the chain holds");
            }
            assertTrue(Arrays.equals(log.hash(), range.getLast().hash()));
        }
        assertNull(store.ownLog(ROOM), "the newest own entries may be lost: a new log");
        assertTrue(opened.database()
                .<Boolean>read(connection -> HealthCheck.until(connection, () -> false) == HealthCheck.Verdict.SOUND));
        return new HashSet<>(newest);
    }

    @Test
    void m4_damagedPagesCostOnlyWhatTheyHold() throws Exception {
        var pages = new java.util.HashMap<Entry, Integer>();
        int page = 0;
        for (Entry entry : written) {
            page = tables.pageOf(entry, page);
            pages.put(entry, page);
        }
        for (int round = 0; round < ROUNDS; round++) {
            Files.write(file, whole);
            var damaged = new TreeSet<Integer>();
            int count = 1 + random.nextInt(6);
            while (damaged.size() < count) {
                int chosen = 1 + random.nextInt(whole.length / PAGE - 1);
                if (LEAVES.contains(tables.kind(chosen)) && !tables.isSchema(chosen)) damaged.add(chosen);
            }
            for (int each : damaged) damage(each);
            Opened opened = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true);
            try (Database _ = opened.database()) {
                assertEquals(Found.DAMAGED, opened.found(), "pages " + damaged);
                Set<Entry> saved = saved(opened);
                List<Entry> lost = written.stream()
                        .filter(each -> !damaged.contains(pages.get(each)) && !saved.contains(each))
                        .toList();
                assertEquals(List.of(), lost, "pages " + damaged);
                assertTrue(saved.size() <= written.size() && written.containsAll(saved));
                assertTrue(String.valueOf(opened.problem()).contains(saved.size() + " messages"), opened.problem());
            }
        }
        assertEquals(ROUNDS, asides().size(), "none was overwritten");
    }

    /// Definitions of tables: without one of them its table cannot be read.
    private List<Path> asides() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(each -> each.getFileName()
                    .toString()
                    .matches("history\\.damaged-\\d{4}-\\d\\d-\\d\\d(-\\d+)?\\.db")).toList();
        }
    }

    @Test
    void m4_whateverIsDamagedThereIsADatabaseAndTheDamagedOneIsKept() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Files.write(file, whole);
            switch (round % 4) {
                case 0 -> Files.write(file, Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1)));
                case 1 -> {
                    byte[] rubbish = new byte[1 + random.nextInt(100_000)];
                    random.nextBytes(rubbish);
                    Files.write(file, rubbish);
                }
                case 2 -> {
                    for (int i = 0; i < 8; i++) damage(random.nextInt(whole.length / PAGE));
                }
                default -> damage(0);
            }
            byte[] before = Files.readAllBytes(file);
            Opened opened = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true);
            try (Database _ = opened.database()) {
                assertEquals(Found.DAMAGED, opened.found());
                Set<Entry> saved = saved(opened);
                assertTrue(written.containsAll(saved));
                System.out.println("round " + round + ": " + saved.size() + " of " + written.size() + " entries");
            }
            assertEquals(round + 1, asides().size());
            assertTrue(asides().stream().anyMatch(aside -> isSame(aside, before)),
                    "the damaged file is kept as it was");
        }
    }

    private static boolean isSame(Path aside, byte[] content) {
        try {
            return Arrays.equals(Files.readAllBytes(aside), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void m4_halfAFileGivesWhatIsInThatHalf() throws Exception {
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        Opened opened = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true);
        try (Database _ = opened.database()) {
            Set<Entry> saved = saved(opened);
            assertTrue(saved.size() > written.size() / 4, saved.size() + " of " + written.size());
            assertEquals(List.of("lobby"), opened.database()
                    .<List<String>>read(connection -> Rows.all(connection.prepareStatement("SELECT name FROM room"),
                            row -> row.getString(1))));
        }
    }

    @Test
    void whoIsMutedStaysSo() throws Exception {
        ConversationId direct = ConversationId.of(randomBytes(ConversationId.BYTES));
        ConversationId called = ConversationId.of(randomBytes(ConversationId.BYTES));
        Fingerprint max = Fingerprint.of(randomBytes(Fingerprint.BYTES));
        Instant later = Instant.EPOCH.plus(Duration.ofHours(8));
        try (Database database = Database.open(file)) {
            var mutes = new SqliteMutes(database);
            mutes.mute(ROOM, null, null);
            mutes.mute(direct, max, later);
            mutes.muteButMentions(called, null);
        }
        damage(tables.pageOf(written.get(700)));
        Opened opened = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true);
        try (Database database = opened.database()) {
            assertEquals(Found.DAMAGED, opened.found());
            var mutes = new SqliteMutes(database);
            assertEquals(new Muted(Set.of(ROOM, direct), Set.of(called), Map.of(direct, later)),
                    mutes.at(Instant.EPOCH));
            assertEquals(new Muted(Set.of(ROOM), Set.of(called), Map.of()), mutes.at(later));
        }
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void m4_aRowWithAFlippedBitIsLeftOut() throws Exception {
        Entry victim = written.get(700);
        int page = tables.pageOf(victim);
        byte[] header = victim.headerBytes();
        for (int at = page * PAGE; at < (page + 1) * PAGE; at++) {
            if (!Arrays.equals(whole, at, at + header.length, header, 0, header.length)) continue;
            byte[] flipped = whole.clone();
            flipped[at + 100] ^= 4;
            Files.write(file, flipped);
        }
        // found out while it was in use
        Files.write(new DatabaseFiles(file).file().resolveSibling("history.db.damaged"), new byte[0]);
        Opened opened = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true);
        try (Database _ = opened.database()) {
            Set<Entry> saved = saved(opened);
            assertEquals(written.size() - 1, saved.size());
            assertFalse(saved.contains(victim));
        }
        assertFalse(Files.exists(folder.resolve("history.db.damaged")));
        try (Database again = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true).database()) {
            assertNotNull(again);
        }
        assertEquals(1, asides().size());
    }

    @Test
    void m4_whatOthersBringAgainTakesThePlaceOfWhatWasSavedBelowAGap() throws Exception {
        int gap = tables.pageOf(written.get(written.size() - 100));
        damage(gap);
        Opened opened = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true);
        try (Database _ = opened.database()) {
            EntryStore store = SqliteChat.stores(opened.database()).entries();
            LogState log = store.logs(ROOM).stream().filter(each -> each.from() > 1).findFirst().orElseThrow();
            List<Entry> older = written.stream()
                    .filter(each -> each.log().equals(log.key()) && each.header().number() < log.from())
                    .toList();
            store.add(older, 1, EntryStore.Durability.FULL);
            assertEquals(new HashSet<>(written), saved(opened));
            assertEquals(written.size(), store.newest(ROOM, null, Integer.MAX_VALUE).size(), "none twice");
            assertEquals(1,
                    store.search(ROOM, "text 3 0 0", Integer.MAX_VALUE)
                            .stream()
                            .filter(each -> each.equals(older.getFirst()))
                            .count());
        }
    }

    @Test
    void m4_aMissingOrEmptyFileOfAnOldProfileIsLostAndOfANewOneNot() throws Exception {
        Files.delete(file);
        try (Database _ = ProfileDatabase.open(file, DatabaseLocation.LOCAL, false).database()) {
            assertTrue(Files.size(file) > 0);
        }
        Files.delete(file);
        assertEquals(Found.LOST, foundAndClosed(true));
        Files.write(file, new byte[0]);
        assertEquals(Found.LOST, foundAndClosed(false));
        assertEquals(Found.WHOLE, foundAndClosed(true));
    }

    private Found foundAndClosed(boolean hadOne) throws IOException {
        Opened opened = ProfileDatabase.open(file, DatabaseLocation.LOCAL, hadOne);
        opened.database().forgetExchange(); // as a start that goes through
        opened.database().close();
        return opened.found();
    }

    @Test
    void m4_aLogThatIsMissingOrDamagedCostsWhatWasOnlyInIt() throws Exception {
        byte[] log;
        try (Database database = Database.open(file)) {
            Author late = Author.of(ROOM, 4);
            SqliteChat.stores(database).entries().add(late.texts(40), 1, EntryStore.Durability.FULL);
            Files.copy(file, folder.resolve("killed.db"));
            log = Files.readAllBytes(folder.resolve("history.db-wal"));
        }
        for (int round = 0; round < 4; round++) {
            Path killed = Files.copy(folder.resolve("killed.db"),
                    Files.createDirectory(folder.resolve("round" + round)).resolve("history.db"));
            byte[] rest = round == 0
                    ? new byte[0]
                    : Arrays.copyOf(log, round == 3 ? log.length : random.nextInt(log.length));
            if (round == 2) random.nextBytes(rest);
            if (round > 0) Files.write(killed.resolveSibling("history.db-wal"), rest);
            Opened opened = ProfileDatabase.open(killed, DatabaseLocation.LOCAL, true);
            try (Database database = opened.database()) {
                assertEquals(Found.WHOLE, opened.found());
                List<Entry> kept = SqliteChat.stores(database).entries().newest(ROOM, null, Integer.MAX_VALUE);
                assertTrue(kept.containsAll(written), "round " + round);
                assertEquals(round == 3 ? written.size() + 40 : kept.size(), kept.size());
            }
        }
    }

    @Test
    void m4_aKillWhileTheFilesAreExchangedLosesNothing() throws Exception {
        Path made = folder.resolve("history.db.whole");
        Files.move(file, made);
        Files.write(folder.resolve("history.db-wal"), new byte[100]); // of the damaged one
        Opened opened = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true);
        try (Database _ = opened.database()) {
            assertEquals(Found.WHOLE, opened.found());
            assertEquals(written.size(),
                    SqliteChat.stores(opened.database()).entries().newest(ROOM, null, Integer.MAX_VALUE).size());
        }
        Files.copy(file, made);
        assertEquals(Found.WHOLE, foundAndClosed(true));
        assertFalse(Files.exists(made));
    }

    @Test
    void m4_damageThatIsMetInUseIsToldOnceAndTreatedAtTheNextStart() throws Exception {
        Identity nobody = Identity.generate();
        try (Database database = Database.open(file)) {
            var told = new java.util.concurrent.atomic.AtomicInteger();
            database.whenDamaged(told::incrementAndGet);
            for (Entry entry : written.subList(0, 200)) damage(tables.pageOf(entry));
            var timelines = new Timelines(database, nobody.fingerprint());
            for (int i = 0; i < 2; i++) {
                StorageException damaged = org.junit.jupiter.api.Assertions.assertThrows(StorageException.class,
                        () -> timelines.newest(ROOM, null, Integer.MAX_VALUE));
                assertTrue(damaged.isDamage());
            }
            assertEquals(1, told.get());
        }
        Opened opened = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true);
        try (Database _ = opened.database()) {
            assertEquals(Found.DAMAGED, opened.found());
        }
    }
}
