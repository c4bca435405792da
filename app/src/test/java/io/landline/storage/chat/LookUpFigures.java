package io.landline.storage.chat;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.EntryText;
import io.landline.chat.act.HandInReceipt;
import io.landline.chat.act.React;
import io.landline.chat.act.Reference;
import io.landline.cost.Standing;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.storage.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/// Prints what it takes to find what people ask for by name in a long history; run by hand, no test. The argument is
/// the number of entries of each kind.
final class LookUpFigures {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);
    private static final Fingerprint BOX_AUTHOR = Identity.generate().fingerprint();
    private static final int TIMES = 20;
    private static final int BATCH = 500;
    /// Of so many receipts one is for the box that is asked for.
    private static final int BOXES = 1_000;

    private final EntryStore entries;

    private LookUpFigures(EntryStore entries) { this.entries = entries; }

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("look-up-figures");
        Identity self = Identity.generate();
        Identity member = Identity.generate();
        ConversationId direct = ConversationId.direct(self.fingerprint(), member.fingerprint());
        try (Database database = Database.open(folder.resolve("history.db"))) {
            EntryStore entries = SqliteChat.stores(database).entries();
            entries.rememberDirect(direct, member.fingerprint());
            var figures = new LookUpFigures(entries);
            Author own = new Author(self, direct, 1);
            figures.add("own texts", count, n -> own.write(n, EntryKind.TEXT, new EntryText("text " + n).toBody()));
            figures.add("own receipts", count, n -> own.write(n, EntryKind.HAND_IN_RECEIPT, receipt(n)));
            Author other = Author.of(ROOM, 2);
            figures.add("reactions", count,
                    n -> other.write(n, EntryKind.REACT, new React(target(n), "x", true).toBody()));

            var boxes = new HandInEntries(database);
            var views = new TimelineViews(database);
            time("receipts of a box", () -> boxes.receipts(self.fingerprint(), Set.of(box(1)), _ -> Standing.MEMBER));
            time("of one person", () -> boxes.receipts(self.fingerprint(), Set.of(box(1)), direct));
            time("written again", () -> views.writtenAgain("00abcdef00000001"));
        }
    }

    private static Reference box(int number) {
        return new Reference(BOX_AUTHOR, 1, 1, 0x00abcdef00000000L + number % BOXES);
    }

    private static Reference target(int number) {
        return new Reference(BOX_AUTHOR, 1, number, number);
    }

    private static byte[] receipt(int number) {
        return new HandInReceipt(EntryId.of(new byte[EntryId.BYTES]), box(number), null, Instant.EPOCH, false, number)
                .toBody();
    }

    private void add(String what, int count, IntFunction<Entry> made) {
        var batch = new ArrayList<Entry>();
        long took = 0;
        for (int n = 1; n <= count; n++) {
            batch.add(made.apply(n));
            if (n % BATCH != 0 && n != count) continue;
            long began = System.nanoTime();
            entries.add(List.copyOf(batch), n, Durability.BATCHED);
            took += System.nanoTime() - began;
            batch.clear();
        }
        System.out.printf("%-30s %8.1f µs to store one%n", what, took / 1e3 / count);
    }

    private static void time(String what, Runnable question) {
        var took = new ArrayList<Duration>();
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            question.run();
            took.add(Duration.ofNanos(System.nanoTime() - began));
        }
        List<Duration> sorted = took.stream().sorted().toList();
        System.out.printf("%-30s median %8.2f ms, longest %8.2f ms%n", what, sorted.get(TIMES / 2).toNanos() / 1e6,
                sorted.getLast().toNanos() / 1e6);
    }
}
