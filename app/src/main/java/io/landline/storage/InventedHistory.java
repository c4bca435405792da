package io.landline.storage;

import io.landline.chat.Entry;
import io.landline.chat.EntryHeader;
import io.landline.chat.EntryHeader.Place;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryText;
import io.landline.identity.Ed25519;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import io.landline.storage.database.Database;
import io.landline.storage.entries.SqliteEntries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Fills a profile's database with a long history, for benchmarks: texts of several authors in one room, who speak in
/// turn. They come by the way of received entries, but nobody signed them, so no other node would take them. The
/// caller's thread only.
public final class InventedHistory {
    /// Begins words of more than half of all texts.
    public static final String COMMON_WORD = word(1);
    /// In about one text of eighty.
    public static final String USUAL_WORD = word(100);
    /// In [#RARE_TEXTS] texts.
    public static final String RARE_WORD = "zzyzx";
    public static final int RARE_TEXTS = 3;

    private static final int AUTHORS = 16;
    private static final int RUN = 250;
    private static final int WORDS = 30_000;
    private static final int WORDS_A_TEXT_MAX = 23;
    private static final int SYLLABLES = 100;
    private static final long MILLIS_BETWEEN = 30_000;
    private static final long SEED = 4711;
    private static final String CONSONANTS = "bcdfghjklmnprstvwxyz";
    private static final String VOWELS = "aeiou";

    private final ConversationId room;
    private final int entries;
    private final long began;
    private final Random random = new Random(SEED);
    private final List<Log> logs = new ArrayList<>();
    private int made;

    /// What was written last into a log.
    private static final class Log {
        final byte[] authorKey = new byte[Ed25519.PUBLIC_KEY_BYTES];
        long number;
        byte[] previous = new byte[Sha256.BYTES];
    }

    private InventedHistory(ConversationId room, int entries, long began) {
        this.room = room;
        this.entries = entries;
        this.began = began;
        for (int i = 0; i < AUTHORS; i++) {
            var log = new Log();
            random.nextBytes(log.authorKey);
            logs.add(log);
        }
    }

    /// Writes them into the database of a profile that no node uses.
    ///
    /// @param endMillis about when the last one was written
    public static void fill(Path database, ConversationId room, int entries, long endMillis) throws IOException {
        var history = new InventedHistory(room, entries, endMillis - entries * MILLIS_BETWEEN);
        try (Database open = Database.open(database)) {
            history.write(new SqliteEntries(open));
        }
    }

    private void write(EntryStore store) {
        for (int begun = 0; begun < entries; begun += AUTHORS * RUN) {
            for (int author = 0; author < AUTHORS && made < entries; author++) {
                List<Entry> run = run(author);
                store.add(run, run.getLast().header().lamport(), EntryStore.Durability.BATCHED);
            }
        }
    }

    private List<Entry> run(int author) {
        Log log = logs.get(author);
        var run = new ArrayList<Entry>();
        for (int i = 0; i < RUN && made < entries; i++) {
            byte[] body = new EntryText(text()).toBody();
            long lamport = log.number * AUTHORS + author + 1;
            log.number++;
            var header = new EntryHeader(room, log.authorKey, new Place(author + 1, log.number, log.previous), lamport,
                    began + lamport * MILLIS_BETWEEN, EntryKind.TEXT, body.length, Sha256.of(body));
            var entry = new Entry(header, new byte[Ed25519.SIGNATURE_BYTES], body);
            log.previous = entry.hash();
            run.add(entry);
            made++;
        }
        return run;
    }

    /// Words as people use them: the first ones are in every other sentence, most in hardly any.
    private String text() {
        var text = new StringBuilder();
        int words = 1 + random.nextInt(WORDS_A_TEXT_MAX);
        for (int i = 0; i < words; i++) {
            text.append(word((int) Math.pow(WORDS, random.nextDouble()))).append(' ');
        }
        if (made % Math.max(1, entries / RARE_TEXTS) == 0 && made / Math.max(1, entries / RARE_TEXTS) < RARE_TEXTS) {
            text.append(RARE_WORD);
        }
        return text.toString().strip();
    }

    private static String word(int number) {
        var word = new StringBuilder();
        for (int left = number; left > 0; left /= SYLLABLES) {
            int syllable = left % SYLLABLES;
            word.append(CONSONANTS.charAt(syllable / VOWELS.length()))
                    .append(VOWELS.charAt(syllable % VOWELS.length()));
        }
        return word.toString();
    }
}
