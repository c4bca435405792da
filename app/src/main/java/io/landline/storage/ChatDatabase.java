package io.landline.storage;

import io.landline.chat.EntryStore;
import io.landline.chat.EntryStoreException;
import io.landline.storage.Database.Durability;
import io.landline.storage.Database.Work;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The database as the chat stores use it: their exceptions, their durability, and numbers as bytes.
record ChatDatabase(Database database) {
    <T extends @Nullable Object> T read(Work<T> work) {
        try {
            return database.read(work);
        } catch (StorageException e) {
            throw translated(e);
        }
    }

    <T extends @Nullable Object> T write(EntryStore.Durability durability, Work<T> work) {
        try {
            return database.write(switch (durability) {
                case FULL -> Durability.FULL;
                case BATCHED -> Durability.BATCHED;
            }, work);
        } catch (StorageException e) {
            throw translated(e);
        }
    }

    /// A question that another class asks the database.
    <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (StorageException e) {
            throw translated(e);
        }
    }

    /// On a thread of the database.
    void metDamage() {
        database.metDamage();
    }

    void scrub() {
        database.scrub();
    }

    private static RuntimeException translated(StorageException e) {
        if (e.getCause() instanceof IllegalArgumentException ourBug) return ourBug;
        return new EntryStoreException(String.valueOf(e.getMessage()), e);
    }

    /// A log id as eight bytes, which SQLite compares without a sign.
    static byte[] bytes(long logId) {
        return ByteBuffer.allocate(Long.BYTES).putLong(logId).array();
    }

    static long logId(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong();
    }
}
