package io.landline.lab.game;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.lab.LabException;
import io.landline.lab.TextFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Who has played and what they have reached, in memory and, where a file is named, on disk: each change is in the file
/// before it is told. What changes while the file is written goes into the next one together, and one begins no sooner
/// than [#WRITTEN_EVERY] after the other: a client that sends without end does not keep the disk busy. Any thread; the
/// lock is held for a look or a change, and not while the file is written.
final class Scores {
    /// A school has fewer.
    static final int NAMES_MAX = 10_000;
    /// A player does not notice that an answer waits for it.
    private static final Duration WRITTEN_EVERY = Duration.ofMillis(50);
    private static final String SEPARATOR = "\t"; // no name holds a control character
    private static final int FIELDS = 7;

    /// @param sum points over all games
    /// @param count questions of the game under way; 0: none is
    /// @param answered of these
    /// @param points in the game under way
    /// @param seed in which order the questions come; 0: as they stand
    record Standing(int sum, int count, int answered, int points, long seed) {
        boolean isPlaying() {
            return count > 0;
        }

        Standing answered(boolean right) {
            int won = right ? 1 : 0;
            return new Standing(sum + won, count, answered + 1, points + won, seed);
        }

        Standing finished() {
            return new Standing(sum, 0, 0, 0, 0);
        }
    }

    /// Writes the whole file.
    interface Disk {
        void write(Path file, String text) throws IOException;
    }

    /// What is to be in the file.
    ///
    /// @param changes how many there were
    private record Snapshot(long changes, String text) {}

    private final @Nullable Path file;
    private final Disk disk;
    private long changes;
    private long changesWritten;
    private boolean isWriting;
    private long writesFrom = System.nanoTime();
    private final Map<String, Standing> standings = new LinkedHashMap<>();
    private final Map<String, String> accounts = new LinkedHashMap<>();

    /// @param file where it stays; null: nowhere
    /// @throws LabException the file is there, but not ours or not readable
    Scores(@Nullable Path file) throws IOException {
        this(file, Scores::replace);
    }

    Scores(@Nullable Path file, Disk disk) throws IOException {
        this.file = file;
        this.disk = disk;
        if (file == null || !Files.exists(file)) return;
        try {
            for (String line : TextFile.lines(file)) load(line.split(SEPARATOR, -1));
        } catch (IOException | NumberFormatException e) {
            throw new LabException(e,
                    "{0} does not hold the results of a quiz. Nothing was changed; name another with --state.",
                    file.toString());
        }
    }

    private void load(String[] fields) throws IOException {
        if (fields[0].equals("account") && fields.length == 3) {
            accounts.put(fields[1], fields[2]);
        } else if (fields[0].equals("player") && fields.length == FIELDS) {
            standings.put(fields[1], new Standing(Integer.parseInt(fields[2]), Integer.parseInt(fields[3]),
                    Integer.parseInt(fields[4]), Integer.parseInt(fields[5]), Long.parseLong(fields[6])));
        } else {
            throw new IOException("neither a player nor an account");
        }
    }

    synchronized @Nullable Standing of(String name) {
        return standings.get(name);
    }

    /// False where there are too many names already.
    boolean put(String name, Standing standing) throws IOException {
        return put(name, standing, _ -> true);
    }

    /// As [#put], and where there are too many names, the points of one are forgotten: of the first with the fewest,
    /// among those that nobody registered. Where all are registered, among all; the account stays. Else somebody who
    /// plays under ever other names, or registers them, would end the quiz for all others.
    ///
    /// @param isKept whether this name stays in any case
    boolean put(String name, Standing standing, Predicate<String> isKept) throws IOException {
        long change;
        synchronized (this) {
            boolean isOneMore = !standings.containsKey(name) && standings.size() >= NAMES_MAX;
            if (isOneMore && !forgetOne(isKept)) return false;
            standings.put(name, standing);
            change = ++changes;
        }
        awaitWritten(change);
        return true;
    }

    private boolean forgetOne(Predicate<String> isKept) {
        String least = least(name -> !accounts.containsKey(name) && !isKept.test(name));
        if (least == null) least = least(name -> !isKept.test(name));
        return least != null && standings.remove(least) != null;
    }

    /// The first of these names with the fewest points; null for none.
    private @Nullable String least(Predicate<String> these) {
        String least = null;
        int points = Integer.MAX_VALUE;
        for (Map.Entry<String, Standing> each : standings.entrySet()) {
            int sum = each.getValue().sum();
            if (sum >= points || !these.test(each.getKey())) continue;
            least = each.getKey();
            points = sum;
        }
        return least;
    }

    /// 1 + the number of players who have more points.
    synchronized int rank(String name) {
        Standing own = standings.get(name);
        int sum = own == null ? 0 : own.sum();
        return 1 + (int) standings.values().stream().filter(other -> other.sum() > sum).count();
    }

    synchronized int players() {
        return standings.size();
    }

    /// The stretched password, null for a name that nobody registered.
    synchronized @Nullable String account(String name) {
        return accounts.get(name);
    }

    /// False where the name is taken, or there are too many.
    boolean register(String name, String stretched) throws IOException {
        long change;
        synchronized (this) {
            if (accounts.size() >= NAMES_MAX || accounts.putIfAbsent(name, stretched) != null) return false;
            change = ++changes;
        }
        awaitWritten(change);
        return true;
    }

    /// Returns when this change is in the file. One of those that wait writes for all.
    private void awaitWritten(long change) throws IOException {
        if (file == null) return;
        for (Snapshot next; (next = turnToWrite(change)) != null;) {
            boolean isWritten = false;
            try {
                disk.write(file, next.text());
                isWritten = true;
            } finally {
                written(next, isWritten);
            }
        }
    }

    /// Null when the change is in the file.
    private synchronized @Nullable Snapshot turnToWrite(long change) throws IOException {
        try {
            while (changesWritten < change) {
                long early = writesFrom - System.nanoTime();
                if (isWriting) {
                    wait();
                } else if (early > 0) {
                    wait(1 + Duration.ofNanos(early).toMillis());
                } else {
                    isWriting = true;
                    writesFrom = System.nanoTime() + WRITTEN_EVERY.toNanos();
                    return new Snapshot(changes, text());
                }
            }
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The server ends.");
        }
    }

    private synchronized void written(Snapshot what, boolean isWritten) {
        isWriting = false;
        if (isWritten) changesWritten = what.changes();
        notifyAll();
    }

    private String text() {
        var text = new StringBuilder();
        accounts.forEach(
                (name, stretched) -> text.append(String.join(SEPARATOR, "account", name, stretched)).append('\n'));
        standings.forEach((name, s) -> text
                .append(String.join(SEPARATOR, "player", name, "" + s.sum(), "" + s.count(), "" + s.answered(),
                        "" + s.points(), "" + s.seed()))
                .append('\n'));
        return text.toString();
    }

    /// A whole new file takes the old one's place in one step: a power cut leaves one or the other.
    private static void replace(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text, UTF_8);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
