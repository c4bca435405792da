package io.landline.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// SQLite connections as all of Landline wants them.
final class Connections {
    /// A backup or a virus scanner may hold the file for a moment.
    private static final Duration BUSY = Duration.ofSeconds(10);

    private Connections() {}

    static Connection forWriting(Path file) throws IOException, SQLException {
        createPrivate(file);
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout((int) BUSY.toMillis());
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try (Statement sql = connection.createStatement()) {
            sql.execute("PRAGMA secure_delete=ON"); // a left room's key does not linger in free pages
        }
        return connection;
    }

    static Connection forReading(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout((int) BUSY.toMillis());
        return config.createConnection("jdbc:sqlite:" + file);
    }

    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(Connections.class.getName()).log(System.Logger.Level.WARNING, "closing the database", e);
        }
    }

    /// The file before SQLite makes it with everybody's permissions: it holds room keys.
    private static void createPrivate(Path file) throws IOException {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            return; // made at an earlier start
        }
    }
}
