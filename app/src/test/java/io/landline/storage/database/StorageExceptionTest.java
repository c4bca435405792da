package io.landline.storage.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteErrorCode;

/// What people are told of a database that does not do what it must.
class StorageExceptionTest {
    private static final Path FILE = Path.of("history.db");

    private static StorageException of(SQLiteErrorCode code) {
        return StorageException.in(FILE, new SQLException("SQLite's own words", "", code.code));
    }

    /// SQLite's own words were told alone, where somebody read in the damaged part.
    @Test
    void damageIsToldWithWhatToDo() {
        for (SQLiteErrorCode code : new SQLiteErrorCode[]{SQLiteErrorCode.SQLITE_CORRUPT,
                SQLiteErrorCode.SQLITE_NOTADB, SQLiteErrorCode.SQLITE_IOERR_SHORT_READ}) {
            assertEquals(
                    "Part of the history in " + FILE + " is damaged; quit Landline and start it again: it then keeps"
                            + " what can be read, and sets the damaged file aside.",
                    of(code).getMessage());
            assertTrue(of(code).isDamage());
        }
    }

    @Test
    void whatNobodyForesawIsToldInTheWordsOfSqlite() {
        assertEquals("The history could not be read or written: SQLite's own words",
                of(SQLiteErrorCode.SQLITE_TOOBIG).getMessage());
    }

    @Test
    void aFileThatAnotherProgramHoldsAtTheStartIsToldSo() {
        assertEquals("Another program holds the history in " + FILE + ", so it cannot be opened. What was kept before"
                + " stays; end that program or wait until it is done, and start again.",
                StorageException.unopened(FILE,
                        new SQLException("locked", "", SQLiteErrorCode.SQLITE_BUSY.code)));
    }
}
