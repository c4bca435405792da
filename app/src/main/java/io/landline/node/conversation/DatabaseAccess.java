package io.landline.node.conversation;

import io.landline.chat.EntryStoreException;
import io.landline.filetransfer.TransferStoreException;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.storage.database.StorageException;
import org.jspecify.annotations.Nullable;

/// Reads and writes of the database on behalf of a command. What it refuses is [Code#STORAGE] with its sentence.
/// Stateless; any thread; waits for the disk.
public final class DatabaseAccess {
    private DatabaseAccess() {}

    /// What is read.
    public interface Question<T extends @Nullable Object> {
        T ask() throws CommandException;
    }

    /// What is written.
    public interface Change {
        void make() throws CommandException;
    }

    public static <T extends @Nullable Object> T of(Question<T> question) throws CommandException {
        try {
            return question.ask();
        } catch (RuntimeException e) {
            if (!isRefusal(e)) throw e;
            throw new CommandException(Code.STORAGE, String.valueOf(e.getMessage()));
        }
    }

    /// Whether the database failed, and not the program. The message is for a person then.
    public static boolean isRefusal(RuntimeException e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof StorageException storage && storage.isFault()) return false;
        }
        return e instanceof StorageException || e instanceof EntryStoreException || e instanceof TransferStoreException;
    }

    public static void run(Change change) throws CommandException {
        DatabaseAccess.<@Nullable Object>of(() -> {
            change.make();
            return null;
        });
    }
}
