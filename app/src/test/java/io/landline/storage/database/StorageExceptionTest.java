package io.landline.storage.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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
    void whatNobodyForesawIsToldWithWhatWasKeptAndWhereMoreIsSaid() {
        assertEquals(
                "The history in " + FILE + " could not be read or written, so this was not done. What was kept before"
                        + " stays; try again. The log says more.",
                of(SQLiteErrorCode.SQLITE_TOOBIG).getMessage());
        assertEquals(
                "Landline failed at the history in " + FILE + ", by a fault of its own. What was kept before stays."
                        + " The log says more.",
                StorageException.in(FILE, new NullPointerException("no name of ours")).getMessage());
    }

    @Test
    void aFileThatCannotBeOpenedIsToldWithWhatToDo() {
        assertEquals(
                "The disk of the history in " + FILE + " is full, so it cannot be opened. What was kept before stays;"
                        + " make room there, and start again.",
                unopened(SQLiteErrorCode.SQLITE_FULL));
        assertEquals(
                "The history in " + FILE + " cannot be opened. What was kept before stays; check the disk and your"
                        + " permissions there, and start again.",
                unopened(SQLiteErrorCode.SQLITE_IOERR_WRITE));
        assertEquals("The history in " + FILE + " cannot be opened. What was kept before stays; start again. The log"
                + " says more.", unopened(SQLiteErrorCode.SQLITE_NOMEM));
    }

    private static String unopened(SQLiteErrorCode code) {
        return StorageException.unopened(FILE, new SQLException("SQLite's own words", "", code.code));
    }

    /// A sentence ended in `[SQLITE_IOERR_WRITE] Some kind of disk I/O error occurred`.
    @Test
    void noCodeBringsTheWordsOfSqliteIntoASentence() {
        for (SQLiteErrorCode code : SQLiteErrorCode.values()) {
            for (String sentence : List.of(String.valueOf(of(code).getMessage()), unopened(code))) {
                assertFalse(sentence.contains("SQL"), sentence);
            }
        }
    }

    /// What people are not told stays to be found.
    @Test
    void theLogHasTheWordsOfSqliteOnceForAllWritesThatFailTogether() {
        var records = new ArrayList<LogRecord>();
        var recorder = new Handler() {
            @Override
            public void publish(LogRecord each) {
                records.add(each);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(StorageException.class.getName());
        logger.addHandler(recorder);
        try {
            var ofABatch = new SQLException("SQLite's own words", "", SQLiteErrorCode.SQLITE_IOERR_WRITE.code);
            for (int write = 0; write < 3; write++) StorageException.in(FILE, ofABatch); // one cause for all of it
            unopened(SQLiteErrorCode.SQLITE_NOMEM);
        } finally {
            logger.removeHandler(recorder);
        }
        assertEquals(List.of("SQLite's own words", "SQLite's own words"),
                records.stream().map(each -> each.getThrown().getMessage()).toList());
    }

    @Test
    void aFileThatAnotherProgramHoldsAtTheStartIsToldSo() {
        assertEquals("Another program holds the history in " + FILE + ", so it cannot be opened. What was kept before"
                + " stays; end that program or wait until it is done, and start again.",
                StorageException.unopened(FILE,
                        new SQLException("locked", "", SQLiteErrorCode.SQLITE_BUSY.code)));
    }
}
