package io.landline.node.conversation;

import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.storage.database.StorageException;
import org.jspecify.annotations.Nullable;

/// A question to the database on behalf of a command. Stateless; any thread; waits for the disk.
public final class DatabaseRead {
    private DatabaseRead() {}

    /// What is read.
    public interface Question<T extends @Nullable Object> {
        T ask();
    }

    /// Throws [Code#STORAGE] with the database's sentence where it cannot be read.
    public static <T extends @Nullable Object> T of(Question<T> question) throws CommandException {
        try {
            return question.ask();
        } catch (StorageException e) {
            throw new CommandException(Code.STORAGE, String.valueOf(e.getMessage()));
        }
    }
}
