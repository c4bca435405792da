package io.landline.storage.database;

import io.landline.chat.EntryStore;
import io.landline.chat.EntryStoreException;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.Database.Work;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The database as the chat stores use it: their exceptions, their durability, and numbers as bytes.
public record ChatDatabase(Database database) {
    public <T extends @Nullable Object> T read(Work<T> work) {
        try {
            return database.read(work);
        } catch (StorageException e) {
            throw translated(e);
        }
    }

    public <T extends @Nullable Object> T write(EntryStore.Durability durability, Work<T> work) {
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
    public <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (StorageException e) {
            throw translated(e);
        }
    }

    /// On a thread of the database.
    public void metDamage() {
        database.metDamage();
    }

    public void eraseCopies() {
        database.eraseCopies();
    }

    public void scrub() {
        database.scrub();
    }

    private static RuntimeException translated(StorageException e) {
        if (e.getCause() instanceof IllegalArgumentException ourBug) return ourBug;
        return new EntryStoreException(String.valueOf(e.getMessage()), e);
    }

    /// A log id as eight bytes, which SQLite compares without a sign.
    public static byte[] bytes(long logId) {
        return ByteBuffer.allocate(Long.BYTES).putLong(logId).array();
    }

    public static long logId(byte[] bytes) {
        if (bytes.length != Long.BYTES) throw new IllegalArgumentException("a log id has " + Long.BYTES + " bytes");
        return ByteBuffer.wrap(bytes).getLong();
    }
}
