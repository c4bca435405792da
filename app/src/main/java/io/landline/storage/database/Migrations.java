package io.landline.storage.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.IntConsumer;
import org.sqlite.ProgressHandler;

/// Brings the schema of a database forward, never back: each version is one transaction, and what was there before is
/// copied beside the file first. `PRAGMA user_version` says which version a file has.
public final class Migrations {
    /// The scripts of each version, in their order: version n is made from n − 1 by the n-th entry. Landed
    /// versions are never edited.
    private static final List<List<String>> SCRIPTS = List.of(List.of("001-trust.sql", "001-chat.sql", "001-files.sql"),
            List.of("002-timeline.sql"), List.of("003-trust-state.sql"), List.of("004-costs.sql"),
            List.of("005-bodies.sql"), List.of("006-drafts.sql"), List.of("007-room-origin.sql"),
            List.of("008-mutes.sql"), List.of("009-on-top.sql"), List.of("010-acts.sql"),
            List.of("011-history.sql"), List.of("012-rooms.sql"), List.of("013-mentions.sql"),
            List.of("014-notes.sql"), List.of("015-pages.sql"), List.of("016-forks.sql"),
            List.of("017-manifest.sql"), List.of("018-search-words.sql"), List.of("019-folders.sql"),
            List.of("020-failed-files.sql"), List.of("021-excludes.sql"),
            List.of("022-shelves.sql"), List.of("023-shelf-answers.sql"), List.of("024-saved-places.sql"),
            List.of("025-heard.sql"), List.of("026-changes.sql"),
            List.of("027-boxes.sql"), List.of("028-pins.sql"), List.of("029-look-ups.sql"),
            List.of("030-name-cards.sql"), List.of("031-card-words.sql"),
            List.of("032-words-left-again.sql"), List.of("033-folded-words.sql"),
            List.of("034-deletes-elsewhere.sql"), List.of("035-first-parts.sql"));

    /// In the first bytes of a file.
    private static final int VERSION_AT = 60;
    /// A damaged file that says more was not written so: the disk changed the number.
    private static final int VERSION_MAX = 1_000;

    private Migrations() {}

    /// @param progress told how many percent are done, where it takes a while
    /// @return whether a backup was made
    public static boolean apply(Connection connection, Path file, IntConsumer progress)
            throws SQLException, IOException {
        boolean isDone = isDone(connection, file);
        Definitions.removeTriggers(connection);
        if (isDone) return false;
        int version = version(connection);
        if (version > 0) backUp(connection, file, version);
        var work = new SchemaWork(connection, version, SCRIPTS.size(), progress);
        ProgressHandler.setHandler(connection, SchemaWork.STEPS_A_LOOK, work);
        CardWords.register(connection);
        try {
            for (int next = version + 1; next <= SCRIPTS.size(); next++) {
                work.begin(next);
                migrate(connection, next);
                work.end();
            }
            if (version == 0) removeEmptySearch(connection);
        } finally {
            CardWords.remove(connection);
            ProgressHandler.clearHandler(connection);
        }
        return version > 0;
    }

    /// Makes all of this version in a database that has nothing yet and that no file keeps.
    static void applyInMemory(Connection connection) throws SQLException, IOException {
        CardWords.register(connection);
        for (int version = 1; version <= SCRIPTS.size(); version++) migrate(connection, version);
        removeEmptySearch(connection);
    }

    /// The index of version 32, from which nothing has to go over in a database that has just been made. Where a kill
    /// leaves it, it goes as a full one does.
    private static void removeEmptySearch(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.executeUpdate("DROP TABLE entry_text_before");
            sql.executeUpdate("DELETE FROM search_renewal");
        }
    }

    /// Whether the schema is of this version. Throws where it is of a newer one, or of none that there can be.
    static boolean isDone(Connection connection, Path file) throws SQLException, IOException {
        int version = version(connection);
        if (version < 0) throw DamagedDatabaseException.of(file);
        if (version > SCRIPTS.size()) throw newer(file, version);
        return version == SCRIPTS.size();
    }

    private static IOException newer(Path file, int version) {
        return new IOException("The history in " + file + " was written by a newer Landline (version " + version
                + " of the format, this one knows " + SCRIPTS.size()
                + "). Nothing was changed; start the newer one.");
    }

    /// Throws where a newer version wrote a damaged file: what this one does not know of it would not be saved.
    public static void refuseNewer(Path damaged) throws IOException {
        int version;
        try (Connection connection = SqliteConnections.forSalvage(damaged)) {
            version = version(connection);
        } catch (SQLException e) {
            System.getLogger(Migrations.class.getName())
                    .log(System.Logger.Level.DEBUG, "which version wrote a damaged file cannot be told", e);
            return;
        }
        if (version > SCRIPTS.size() && version <= VERSION_MAX) throw newer(damaged, version);
    }

    /// Whether no version has made a table in it yet.
    ///
    /// @throws DamagedDatabaseException where there are tables, and no version is said to have made them
    static boolean isNew(Connection connection, Path file) throws SQLException, DamagedDatabaseException {
        if (version(connection) != 0) return false;
        if (!Definitions.areThere(connection)) return true;
        throw DamagedDatabaseException.of(file);
    }

    /// Whether changes that go through a whole history are due in a database that nobody has open. It reads the
    /// version where SQLite keeps it (https://www.sqlite.org/fileformat2.html, "User Version Number").
    public static boolean areLong(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(VERSION_AT + Integer.BYTES);
            return head.length == VERSION_AT + Integer.BYTES
                    && ByteBuffer.wrap(head).getInt(VERSION_AT) < SchemaWork.lastLongVersion();
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement(); ResultSet row = sql.executeQuery("PRAGMA user_version")) {
            return row.getInt(1);
        }
    }

    private static void backUp(Connection connection, Path file, int version) throws SQLException, IOException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("PRAGMA wal_checkpoint(TRUNCATE)"); // all of it in one file, unless somebody reads in it
        }
        try {
            new DatabaseFiles(file).copyAsBackup(version + 1);
        } catch (IOException e) {
            throw new IOException("The history in " + file + " is of an earlier version, and cannot be copied before it"
                    + " is brought into the form of this one (" + e.getMessage()
                    + "). Nothing was changed; make room for twice its size there, and start again.", e);
        }
    }

    private static void migrate(Connection connection, int version) throws SQLException, IOException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("BEGIN IMMEDIATE");
            try {
                for (String script : SCRIPTS.get(version - 1)) sql.executeUpdate(text(script));
                sql.execute("PRAGMA user_version=" + version);
                sql.execute("COMMIT");
            } catch (SQLException | IOException | RuntimeException e) {
                rollBack(sql, e);
                throw e;
            }
        }
    }

    private static void rollBack(Statement sql, Exception why) {
        try {
            sql.execute("ROLLBACK");
        } catch (SQLException e) {
            why.addSuppressed(e); // SQLite has rolled back by itself, for example on a full disk
        }
    }

    private static String text(String script) throws IOException {
        try (InputStream in = Migrations.class.getResourceAsStream(script)) {
            if (in == null) throw new IOException("the program is damaged: " + script + " is missing in it");
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
