package io.landline.storage.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/// SQLite connections as all of Landline wants them.
public final class SqliteConnections {
    /// A backup or a virus scanner may hold the file for a moment.
    private static final Duration BUSY = Duration.ofSeconds(10);

    /// A file that may only be read cannot be locked for one alone (https://www.sqlite.org/vfs.html, "unix-none").
    private static final String LOCKS_NOTHING = "?vfs=unix-none";

    private SqliteConnections() {}

    public static Connection forWriting(Path file, DatabaseLocation disk) throws IOException, SQLException {
        createPrivate(file);
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout((int) BUSY.toMillis());
        config.setGetGeneratedKeys(false); // else each insert is followed by a query that nobody reads
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try (Statement sql = connection.createStatement()) {
            sql.execute("PRAGMA secure_delete=ON"); // a left room's key does not linger in free pages
            switch (disk) {
                case LOCAL -> journal(sql, "wal");
                case NETWORK_SHARE -> {
                    // a log that is there is read without memory that computers cannot share
                    sql.execute("PRAGMA locking_mode=EXCLUSIVE");
                    journal(sql, "delete");
                    sql.execute("PRAGMA locking_mode=NORMAL");
                    sql.execute("SELECT count(*) FROM sqlite_schema"); // gives the exclusive lock back
                }
            }
            sql.execute("PRAGMA synchronous=" + disk.full());
        } catch (SQLException e) {
            closeQuietly(connection);
            throw e;
        }
        return connection;
    }

    /// SQLite keeps the mode that it has where it cannot change it, without an error. That says nothing of what stands
    /// in the file, so the error has a code that is not taken for damage.
    static void journal(Statement sql, String mode) throws SQLException {
        try (ResultSet row = sql.executeQuery("PRAGMA journal_mode=" + mode)) {
            String kept = row.getString(1);
            if (mode.equals(kept)) return;
            throw new SQLException("the journal stays in mode " + kept, null, SQLiteErrorCode.SQLITE_CANTOPEN.code);
        }
    }

    /// An empty database that is gone when it is closed.
    static Connection inMemory() throws SQLException {
        return new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
    }

    static Connection forReading(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setGetGeneratedKeys(false); // else the driver searches the words of each question for an insert
        config.setBusyTimeout((int) BUSY.toMillis());
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /// For reading where nothing can be written, neither a log nor the index of one. Nobody may write to the file
    /// meanwhile: the profile's lock is held. A log that a killed process left is read into memory of this connection.
    static Connection forReadingAlone(DatabaseFiles files) throws IOException, SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setGetGeneratedKeys(false); // as above
        boolean isWhole = files.isWithoutLog();
        Connection connection = config
                .createConnection("jdbc:sqlite:" + files.file().toUri() + (isWhole ? "?immutable=1" : LOCKS_NOTHING));
        try (Statement sql = connection.createStatement()) {
            if (!isWhole) sql.execute("PRAGMA locking_mode=EXCLUSIVE"); // the index of the log stays in memory
            sql.execute("SELECT count(*) FROM sqlite_schema");
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    /// For reading a damaged file: what SQLite finds wrong with its length or its definitions does not keep it closed.
    public static Connection forSalvage(Path file) throws SQLException {
        Connection connection = forReading(file);
        try (Statement sql = connection.createStatement()) {
            sql.execute("PRAGMA writable_schema=ON");
            sql.execute("BEGIN"); // one look at the file for all questions
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    /// Writes the log into the file, and empties it.
    ///
    /// @param wait for readers that still need something of it
    /// @return whether it is empty now, as far as this can be mended by another try
    static boolean foldLog(Connection connection, Duration wait) {
        try (Statement sql = connection.createStatement()) {
            int usualMillis;
            try (ResultSet row = sql.executeQuery("PRAGMA busy_timeout")) {
                usualMillis = row.getInt(1);
            }
            sql.execute("PRAGMA busy_timeout=" + wait.toMillis());
            try (ResultSet row = sql.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                return row.getInt(1) == 0;
            } finally {
                sql.execute("PRAGMA busy_timeout=" + usualMillis);
            }
        } catch (SQLException e) {
            System.getLogger(SqliteConnections.class.getName())
                    .log(System.Logger.Level.WARNING, "the log of the history cannot be emptied yet", e);
            return true; // as on a full disk: the next start tries again
        }
    }

    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(SqliteConnections.class.getName())
                    .log(System.Logger.Level.WARNING, "closing the database", e);
        }
    }

    /// The file before SQLite makes it with everybody's permissions: it holds room keys. One that is there stays as it
    /// is.
    static void createPrivate(Path file) throws IOException {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            return; // made at an earlier start
        }
    }
}
