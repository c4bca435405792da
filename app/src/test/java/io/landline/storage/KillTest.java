package io.landline.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Entry;
import io.landline.chat.EntryStore;
import io.landline.chat.LogState;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.Database;
import io.landline.testing.Seed;
import io.landline.testing.StartsPrograms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real process on a real disk, killed again and again while it writes. `-Dlandline.kills=200` makes a long run.
@StartsPrograms
class KillTest {
    private static final int KILLS = Integer.getInteger("landline.kills", 8);

    @TempDir
    private Path folder;

    @Test
    void h78_everyEntryThatWasConfirmedIsThereAfterAKill() throws Exception {
        var random = Seed.random("KillTest");
        Path file = folder.resolve("history.db");
        Map<String, String> confirmed = new HashMap<>();
        for (int kill = 0; kill < KILLS; kill++) confirmed.putAll(writeUntilKilled(file, kill, 1 + random.nextInt(60)));

        try (Database database = Database.open(file)) {
            EntryStore entries = SqliteChat.stores(database).entries();
            List<Entry> kept = entries.newest(KilledWriter.ROOM, null, Integer.MAX_VALUE);
            Set<String> ids = new HashSet<>();
            for (Entry entry : kept) assertTrue(ids.add(entry.id().hex()), "stored twice");
            assertTrue(ids.containsAll(confirmed.keySet()), "a confirmed entry is lost");
            assertTrue(kept.size() <= confirmed.size() + KILLS, "at most one a kill was written and not yet confirmed");
            for (LogState log : entries.logs(KilledWriter.ROOM)) logHolds(entries, log);
            String text = confirmed.values().iterator().next();
            List<Entry> found = entries.search(KilledWriter.ROOM, text.replace('-', ' '), Integer.MAX_VALUE);
            assertTrue(found.stream().anyMatch(entry -> text.equals(confirmed.get(entry.id().hex()))),
                    "not found: " + text);
        }
    }

    private static void logHolds(EntryStore entries, LogState log) {
        List<Entry> all = entries.range(log.key(), log.from(), log.to(), false, Integer.MAX_VALUE);
        assertEquals(log.to() - log.from() + 1, all.size());
        for (int i = 1; i < all.size(); i++) {
            org.junit.jupiter.api.Assertions.assertArrayEquals(all.get(i - 1).hash(), all.get(i).header().previous());
        }
        org.junit.jupiter.api.Assertions.assertArrayEquals(all.getLast().hash(), log.hash());
    }

    private static Map<String, String> writeUntilKilled(Path file, int kill, int after)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                KilledWriter.class.getName(), file.toString(), "k" + kill)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, String> confirmed = new HashMap<>();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line; (line = out.readLine()) != null;) {
                String[] words = line.split(" ");
                if (words.length == 2 && words[0].length() == 32) confirmed.put(words[0], words[1]);
                // Process.destroyForcibly closes the pipe, too
                if (confirmed.size() == after) process.toHandle().destroyForcibly();
            }
        } finally {
            process.destroyForcibly();
        }
        process.waitFor();
        assertTrue(confirmed.size() >= after, "the process ended by itself: " + process.exitValue());
        return confirmed;
    }
}
