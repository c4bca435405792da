package io.landline.storage.entries;

import io.landline.chat.Entry;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.database.DatabaseTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/// A test of entries in a new database, and of what was done with them.
abstract class StoredActsTest extends DatabaseTest {
    EntryStore entries;
    TimelineViews views;

    @BeforeEach
    final void open() {
        entries = SqliteChat.stores(database).entries();
        views = new TimelineViews(database);
    }

    final void store(Entry... run) {
        entries.add(List.of(run), 1, Durability.BATCHED);
    }
}
