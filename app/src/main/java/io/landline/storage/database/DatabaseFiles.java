package io.landline.storage.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The database's file and those beside it, by their names. Stateless but for the path; any thread.
///
/// | name | what |
/// |---|---|
/// | `history.db`, with `-wal`, `-shm`, `-journal` | the database as SQLite keeps it |
/// | `history.db.new` | one that is being made; a kill may leave it, and it means nothing |
/// | `history.db.whole` | one that is made, and about to get its name |
/// | `history.db.damaged` | says that damage was met while the database was in use |
/// | `history.db.exchanged` | [ExchangeNote]: what a start found and did, until that start is through |
/// | `history.db.before-2` | as it was before version 2 of the schema: until the next good start, or a deletion |
/// | `history.damaged-2026-11-21.db` | a damaged one, set aside: until a deletion, since it holds the text too |
public record DatabaseFiles(Path file) {
    private static final String BACKUP = ".before-";
    private static final String ASIDE = ".damaged-";
    private static final String LOG = "-wal";
    private static final String INDEX_OF_LOG = "-shm";
    private static final List<String> COMPANIONS = List.of(LOG, INDEX_OF_LOG, "-journal");

    /// Of links that lead to the file.
    private static final int LINKS_MAX = 8;

    /// @param file a link stands for the file that it leads to: beside that one SQLite keeps its own
    public DatabaseFiles {
        file = target(file);
    }

    private static Path target(Path named) {
        Path path = named;
        try {
            for (int links = 0; Files.isSymbolicLink(path) && links < LINKS_MAX; links++) {
                path = path.resolveSibling(Files.readSymbolicLink(path)).normalize();
            }
        } catch (IOException e) {
            return named; // opening it will say why
        }
        return path;
    }

    /// How the file was found.
    public enum Found {
        /// As it was left.
        WHOLE,
        /// Missing, as in a new profile.
        NEW,
        /// Missing or empty in a profile that had one.
        LOST,
        /// Damaged; what could be read of it is in the new one.
        DAMAGED
    }

    /// The database, or a file that SQLite keeps beside it, if it cannot be written to; null where all can.
    public @Nullable Path unwritable() {
        return Stream.concat(Stream.of(file), COMPANIONS.stream().map(this::beside))
                .filter(each -> Files.exists(each) && !Files.isWritable(each))
                .findFirst()
                .orElse(null);
    }

    public Path beingMade() {
        return beside(".new");
    }

    Path made() {
        return beside(".whole");
    }

    /// As it was before a version of the schema.
    public Path backup(int version) {
        return beside(BACKUP + version);
    }

    /// Copies the database, and what of it is still in its log. Nobody may write to it meanwhile.
    void copyAsBackup(int version) throws IOException {
        Path copy = backup(version);
        delete(copy);
        copy(file, copy);
        Path log = beside(LOG);
        if (!Files.exists(log) || Files.size(log) == 0) return;
        try {
            copy(log, copy.resolveSibling(copy.getFileName() + LOG));
        } catch (IOException e) {
            Files.delete(copy); // without its log it is an older one
            throw e;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /// They hold words of rooms that may have been left since.
    void deleteBackups() {
        deleteAll(file.getFileName() + BACKUP + "*");
    }

    /// All that holds what the database held before: a deleted text shall be nowhere.
    void deleteCopies() {
        deleteBackups();
        deleteAll(stem() + ASIDE + "*");
    }

    private void deleteAll(String glob) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) return;
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder, glob)) {
            for (Path copy : copies) Files.deleteIfExists(copy);
        } catch (IOException e) {
            System.getLogger(DatabaseFiles.class.getName())
                    .log(System.Logger.Level.WARNING, "a copy of the database cannot be deleted", e);
        }
    }

    private Path damageMark() {
        return beside(".damaged");
    }

    private Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    /// Whether there is any database, empty or not.
    public boolean exists() {
        return Files.exists(file);
    }

    /// Where a symbolic link leads, if nothing is there, as while a disk is not mounted; else null. It is not a missing
    /// database: that one may be there again tomorrow.
    public static @Nullable Path missingTarget(Path named) throws IOException {
        return Files.isSymbolicLink(named) && !Files.exists(named) ? Files.readSymbolicLink(named) : null;
    }

    public boolean isEmpty() throws IOException {
        return Files.size(file) == 0;
    }

    /// Whether all of the database is in its one file, as where it was closed.
    boolean isWithoutLog() throws IOException {
        for (String companion : COMPANIONS) {
            Path log = beside(companion);
            if (!companion.equals(INDEX_OF_LOG) && Files.exists(log) && Files.size(log) > 0) return false;
        }
        return true;
    }

    /// Remembers, beyond this run, that the file is damaged.
    void markDamaged() {
        try {
            SqliteConnections.createPrivate(damageMark());
        } catch (IOException e) {
            System.getLogger(DatabaseFiles.class.getName())
                    .log(System.Logger.Level.WARNING, "the damage cannot be remembered", e);
        }
    }

    public boolean isMarkedDamaged() {
        return Files.exists(damageMark());
    }

    private Path exchangeNote() {
        return beside(".exchanged");
    }

    /// What an earlier start found, if a kill kept it from treating all of that; else null.
    public @Nullable ExchangeNote lastExchange() {
        return ExchangeNote.read(exchangeNote());
    }

    /// A start has treated all that the exchange brings with it.
    void forgetExchange() {
        try {
            Files.deleteIfExists(exchangeNote());
        } catch (IOException e) {
            System.getLogger(DatabaseFiles.class.getName())
                    .log(System.Logger.Level.WARNING, "the next start tells of the exchange once more", e);
        }
    }

    /// Goes on where a kill interrupted the exchange of a damaged database for a new one.
    public void finishExchange() throws IOException {
        if (!Files.exists(made())) return;
        if (exists()) { // the damaged one is still in its place, and is worked on anew
            Files.deleteIfExists(exchangeNote()); // first: without what was made it would speak of the damaged one
            delete(made());
        } else {
            giveName(LocalDate.now());
        }
    }

    /// Starts an empty file for [#beingMade].
    public void clearForMaking() throws IOException {
        delete(beingMade());
    }

    /// Puts what was made in the place of the database; the one that stood there is set aside.
    ///
    /// @param problem the sentence for the user, by where that one is now, unless it was empty
    /// @return what was done; it is remembered until [Database#forgetExchange]
    public ExchangeNote exchange(LocalDate today, Found found, Function<Path, String> problem) throws IOException {
        Files.move(beingMade(), made(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path aside = aside(today);
        var note = new ExchangeNote(aside.getFileName().toString(), found, problem.apply(aside));
        if (found != Found.NEW) note.write(exchangeNote());
        if (exists() && isEmpty()) Files.delete(file);
        if (exists()) Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        moveCompanions(aside);
        giveName(today);
        return note;
    }

    private void giveName(LocalDate today) throws IOException {
        if (COMPANIONS.stream().anyMatch(each -> Files.exists(beside(each)))) moveCompanions(begunAside(today));
        Files.deleteIfExists(damageMark()); // first: it would speak of the new one
        Files.move(made(), file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Where the damaged one is already, if a kill parted it from its log.
    private Path begunAside(LocalDate today) {
        ExchangeNote note = lastExchange();
        if (note == null || !note.aside().matches(Pattern.quote(stem() + ASIDE) + "[0-9-]+\\.db")) return aside(today);
        return file.resolveSibling(note.aside());
    }

    /// A log that is left belongs to the file that went before: SQLite would read it into the new one.
    private void moveCompanions(Path aside) throws IOException {
        for (String companion : COMPANIONS) {
            Path from = beside(companion);
            if (!Files.exists(from)) continue;
            if (companion.equals(INDEX_OF_LOG) || Files.size(from) == 0) { // SQLite makes it anew where it is needed
                Files.delete(from);
                continue;
            }
            Files.move(from, aside.resolveSibling(aside.getFileName() + companion), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private String stem() {
        String name = file.getFileName().toString();
        return name.endsWith(".db") ? name.substring(0, name.length() - ".db".length()) : name;
    }

    /// `history.damaged-2026-11-21.db`, or with `-2`, `-3` behind the date: nothing is overwritten.
    private Path aside(LocalDate today) {
        for (int i = 1;; i++) {
            Path aside = file.resolveSibling(stem() + ASIDE + today + (i == 1 ? "" : "-" + i) + ".db");
            boolean free = !Files.exists(aside, LinkOption.NOFOLLOW_LINKS) && COMPANIONS.stream()
                    .noneMatch(each -> Files.exists(aside.resolveSibling(aside.getFileName() + each)));
            if (free) return aside;
        }
    }

    private static void delete(Path made) throws IOException {
        Files.deleteIfExists(made);
        for (String companion : COMPANIONS) Files.deleteIfExists(made.resolveSibling(made.getFileName() + companion));
    }
}
