package io.landline.storage;

import io.landline.chat.Author;
import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.EntryText;
import io.landline.chat.EqualRooms;
import io.landline.chat.TimelinePosition;
import io.landline.chat.sync.Conversations;
import io.landline.cost.Standing;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.Timelines;
import io.landline.storage.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// Prints what storing entries costs on this machine; run by hand, no test.
final class ChatFigures {
    private static final int ENTRIES = 100_000;
    private static final int RUN = 400;
    private static final int FORCED = 300;
    private static final int UNREAD_MAX = 1_000;

    private ChatFigures() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("chat-figures");
        try (Database database = Database.open(folder.resolve("history.db"))) {
            EntryStore entries = SqliteChat.stores(database).entries();
            ConversationId room = ConversationId.of(new byte[16]);
            Author author = Author.of(room, 1);
            long signing = System.nanoTime();
            List<Entry> all = author.texts(ENTRIES);
            print("signed", ENTRIES, signing);

            long batched = System.nanoTime();
            for (int i = 0; i < ENTRIES; i += RUN) entries.add(all.subList(i, i + RUN), i + RUN, Durability.BATCHED);
            print("stored in runs of " + RUN, ENTRIES, batched);

            Author live = Author.of(room, 2);
            List<Entry> single = live.texts(2_000);
            long one = System.nanoTime();
            for (Entry entry : single) entries.add(List.of(entry), 1, Durability.BATCHED);
            print("stored one by one, batched", single.size(), one);

            try (var conversations = Conversations.open(Identity.generate(), SqliteChat.stores(database),
                    EqualRooms.KEYED, _ -> Standing.MEMBER, new ConversationListener() {}, InstantSource.system())) {
                long forced = System.nanoTime();
                for (int i = 0; i < FORCED; i++)
                    conversations.append(room, EntryKind.TEXT, new EntryText("text " + i).toBody());
                print("said, on the disk (FULL)", FORCED, forced);
            }
            for (int i = 0; i < 20; i++) entries.recent(room, 1_000);
            long recent = System.nanoTime();
            for (int i = 0; i < 100; i++) entries.recent(room, 1_000);
            print("newest 1,000 located", 100, recent);
            long search = System.nanoTime();
            for (int i = 0; i < 100; i++) entries.search(room, "text 99", 50);
            print("searched", 100, search);
            long page = System.nanoTime();
            for (int i = 0; i < 100; i++) entries.newest(room, null, 100);
            print("pages of 100 read", 100, page);
            var timelines = new Timelines(database, live.fingerprint());
            TimelinePosition middle = all.get(ENTRIES / 2).position();
            long shown = System.nanoTime();
            for (int i = 0; i < 100; i++) timelines.newest(room, middle, 60);
            print("timeline pages of 60", 100, shown);
            long overviews = System.nanoTime();
            for (int i = 0; i < 100; i++) timelines.overviews(UNREAD_MAX);
            print("overviews, 1,000 unread", 100, overviews);
        }
        System.out.printf("file: %.1f MB for %d entries%n", Files.size(folder.resolve("history.db")) / 1e6,
                ENTRIES + 2_000 + FORCED);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf("heap after: %.1f MB (the entries of this program included)%n",
                (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
    }

    private static void print(String what, int count, long sinceNanos) {
        double seconds = (System.nanoTime() - sinceNanos) / 1e9;
        System.out.printf("%-28s %8.0f a second%n", what, count / seconds);
    }
}
