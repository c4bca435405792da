package io.landline.node.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.EntryStoreException;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.database.StorageException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// What the database refuses, as against what fails in our own work on it.
class DatabaseAccessTest extends DatabaseTest {
    private StorageException failing(RuntimeException fault) {
        return assertThrows(StorageException.class, () -> database.write(Durability.BATCHED, _ -> {
            throw fault;
        }));
    }

    @Test
    void whatTheDatabaseRefusesIsARefusal() {
        StorageException refused = assertThrows(StorageException.class, () -> database.read(_ -> {
            throw new SQLException("no such table");
        }));
        assertTrue(DatabaseAccess.isRefusal(refused));
        assertEquals(Code.STORAGE, assertThrows(CommandException.class, () -> DatabaseAccess.run(() -> {
            throw refused;
        })).code());
    }

    /// It was told as a disk that failed, and stood in no log.
    @Test
    void aFaultOfOursIsNoRefusal() {
        StorageException fault = failing(new ClassCastException("a fault of ours"));
        assertFalse(DatabaseAccess.isRefusal(fault));
        assertFalse(DatabaseAccess.isRefusal(new EntryStoreException("as the stores of entries tell it", fault)));
        assertSame(fault, assertThrows(StorageException.class, () -> DatabaseAccess.run(() -> {
            throw fault;
        })));
    }
}
