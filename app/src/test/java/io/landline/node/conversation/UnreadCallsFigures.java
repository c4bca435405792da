package io.landline.node.conversation;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.ReceiptStore.Receipt;
import io.landline.identity.Identity;
import io.landline.node.port.Chats;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.Timelines;
import io.landline.storage.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Prints what the list of conversations costs in a room with much that is unread, and what it adds to look for
/// mentions there; run by hand, no test. The arguments are the number of entries, and how many of these are unread.
final class UnreadCallsFigures {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);
    private static final int TIMES = 50;
    private static final int BATCH = 500;
    /// They wrote as much as each other.
    private static final int PEOPLE = 20;

    private UnreadCallsFigures() {}

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        int unread = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("unread-calls-figures");
        Identity self = Identity.generate();
        try (Database database = Database.open(folder.resolve("history.db"))) {
            var stores = SqliteChat.stores(database);
            for (int person = 1; person <= PEOPLE; person++) {
                Author author = Author.of(ROOM, person);
                fill(stores.entries(), author, count / PEOPLE);
                stores.receipts()
                        .advance(author.key(), self.fingerprint(), Receipt.READ, (count - unread) / PEOPLE);
            }
            var timelines = new Timelines(database, self.fingerprint());
            var calls = new UnreadCalls(timelines, new TimelineViews(database), self.fingerprint());
            List<Entry> plain = List.of(Author.of(ROOM, PEOPLE + 1).text("a text that mentions nobody"));
            time("the list alone", () -> timelines.overviews(Chats.UNREAD_MAX));
            time("after something was read", () -> {
                calls.forget(ROOM);
                calls.in(ROOM);
            });
            time("after a text came", () -> {
                calls.came(plain);
                calls.in(ROOM);
            });
            time("where nothing came", () -> calls.in(ROOM));
        }
    }

    private static void fill(EntryStore entries, Author author, int count) {
        for (int written = 0; written < count; written += BATCH) {
            entries.add(author.texts(Math.min(BATCH, count - written)), 1, Durability.BATCHED);
        }
    }

    private static void time(String what, Runnable question) {
        var took = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            question.run();
            took[i] = System.nanoTime() - began;
        }
        Arrays.sort(took);
        System.out.printf("%-30s median %8.3f ms, longest %8.3f ms%n", what, took[TIMES / 2] / 1e6,
                took[TIMES - 1] / 1e6);
    }
}
