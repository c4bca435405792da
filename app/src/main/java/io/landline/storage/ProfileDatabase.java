package io.landline.storage;

import io.landline.storage.Salvage.Saved;
import io.landline.storage.database.DamagedDatabaseException;
import io.landline.storage.database.Database;
import io.landline.storage.database.DatabaseFiles;
import io.landline.storage.database.DatabaseFiles.Found;
import io.landline.storage.database.DatabaseLocation;
import io.landline.storage.database.ExchangeNote;
import io.landline.storage.database.HealthCheck;
import io.landline.storage.database.Migrations;
import io.landline.storage.database.SqliteConnections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Opens a profile's database in any state of its file: a damaged one is set aside, and what can be read of it is
/// written into a new one; a lost one is begun anew. Only what the system keeps from us, and what a newer version
/// wrote, stays an error. The caller's thread; takes up to [Salvage#TIME_MAX] where much is to be saved.
public final class ProfileDatabase {
    private static final System.Logger LOG = System.getLogger(ProfileDatabase.class.getName());

    /// A history of this size takes about four seconds for the longest step, on two cores.
    public static final long TAKES_LONG_BYTES = 50_000_000;

    /// @param problem a sentence for the user; null if all is well
    public record Opened(Database database, Found found, @Nullable String problem) {}

    /// As it is called in the profile; it may be a link.
    private final Path named;
    private final DatabaseFiles files;
    private final DatabaseLocation disk;
    private final IntConsumer progress;

    private ProfileDatabase(Path file, DatabaseLocation disk, IntConsumer progress) {
        named = file;
        files = new DatabaseFiles(file);
        this.disk = disk;
        this.progress = progress;
    }

    /// Whether [#open] will first bring a long history into the form of this version, which takes seconds or more. Each
    /// step is one transaction: killed in its middle, it begins anew at the next start.
    public static boolean takesLong(Path file) {
        try {
            return Files.exists(file) && Files.size(file) >= TAKES_LONG_BYTES && Migrations.areLong(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "opening it will say why", e);
            return false;
        }
    }

    /// @param hadOne whether this profile is so old that it had a database: a missing one is lost
    public static Opened open(Path file, DatabaseLocation disk, boolean hadOne) throws IOException {
        return open(file, disk, hadOne, _ -> {});
    }

    /// @param progress told how many percent are done, while a long history is brought into the form of this version;
    ///        on this thread
    public static Opened open(Path file, DatabaseLocation disk, boolean hadOne, IntConsumer progress)
            throws IOException {
        return new ProfileDatabase(file, disk, progress).open(hadOne);
    }

    private Opened open(boolean hadOne) throws IOException {
        files.finishExchange();
        Path gone = DatabaseFiles.missingTarget(named);
        if (gone != null) {
            throw new IOException(named + " is a link to " + gone + ", which is not there. Nothing was changed."
                    + " Make that file available again, or remove the link to begin a new history.");
        }
        if (!files.exists()) return begin(hadOne ? Found.LOST : Found.NEW, "is missing");
        if (Files.isDirectory(files.file())) { // the database would only say that it cannot open it
            throw new IOException(files.file() + " is a folder, and should be the file of the history. Nothing was"
                    + " changed. Move the folder elsewhere, and start again.");
        }
        Path unwritable = files.unwritable();
        if (unwritable != null) {
            throw new IOException(
                    "The file " + unwritable + " of the history cannot be written to. Nothing was changed."
                            + " Make it writable, or choose another folder with --profile.");
        }
        if (files.isEmpty()) return begin(Found.LOST, "is empty");
        if (files.isMarkedDamaged()) return salvage();
        try {
            Database database = Database.open(files.file(), disk, HealthCheck.AT_START, progress);
            if (!database.isBackedUp()) database.deleteBackups(); // it was opened in its new form before
            if (database.isNew() && hadOne) return new Opened(database, Found.LOST, lost("is empty"));
            ExchangeNote killed = files.lastExchange();
            return killed == null
                    ? new Opened(database, Found.WHOLE, null)
                    : new Opened(database, killed.found(), killed.problem());
        } catch (DamagedDatabaseException e) {
            LOG.log(System.Logger.Level.WARNING, "a damaged database", e);
            return salvage();
        }
    }

    private Opened begin(Found found, String how) throws IOException {
        make(_ -> {});
        ExchangeNote done = files.exchange(LocalDate.now(), found, _ -> lost(how));
        Database database = Database.open(files.file(), disk);
        return new Opened(database, found, found == Found.NEW ? null : done.problem());
    }

    private String lost(String how) {
        return "The history in " + files.file() + " " + how
                + ", so a new one was begun; what others have of your rooms comes back when they are here.";
    }

    private Opened salvage() throws IOException {
        Migrations.refuseNewer(files.file());
        var saved = new Saved[]{Saved.NOTHING};
        make(connection -> saved[0] = Salvage.run(files.file(), connection));
        ExchangeNote done = files.exchange(LocalDate.now(), Found.DAMAGED, aside -> damaged(saved[0], aside));
        Database database = Database.open(files.file(), disk);
        LOG.log(System.Logger.Level.WARNING, "a damaged database: {0} entries saved, now {1}", saved[0].entries(),
                done.aside());
        return new Opened(database, Found.DAMAGED, done.problem());
    }

    private String damaged(Saved saved, Path aside) {
        if (saved.entries() == 1) {
            return "The history in " + files.file()
                    + " was damaged: one message could be read and is kept, others may be missing, and the damaged file"
                    + " is kept as " + aside.getFileName()
                    + " until a message is deleted, since it may hold that too.";
        }
        return "The history in " + files.file() + " was damaged: " + saved.entries()
                + " messages could be read and are kept, others may be missing, and the damaged file is kept as "
                + aside.getFileName() + " until a message is deleted, since it may hold that too.";
    }

    private interface Filling {
        void fill(Connection connection) throws IOException;
    }

    /// A whole database beside the one in use: it gets its name when nothing can go wrong any more, so a file under
    /// that name was never half of one.
    private void make(Filling filling) throws IOException {
        files.clearForMaking();
        Path file = files.beingMade();
        try {
            fill(file, filling);
        } catch (IOException | RuntimeException e) {
            clearAfter(e);
            throw e;
        }
    }

    private void fill(Path file, Filling filling) throws IOException {
        try (Connection connection = SqliteConnections.forWriting(file, disk)) {
            Migrations.apply(connection, file, _ -> {});
            filling.fill(connection);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "a new history cannot be written", e);
            throw new IOException("A new history cannot be written beside " + files.file() + ". What was kept before"
                    + " stays; check the free space and your permissions there, and start again.", e);
        }
    }

    /// What is half made means nothing, and may be what fills the disk.
    private void clearAfter(Exception failed) {
        try {
            files.clearForMaking();
        } catch (IOException e) {
            failed.addSuppressed(e);
        }
    }
}
