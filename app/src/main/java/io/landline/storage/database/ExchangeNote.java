package io.landline.storage.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.storage.database.DatabaseFiles.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a start did with a damaged or lost database, written down until all of it is done: a start that goes on after a
/// kill says the same, and knows too that rooms and people may be missing. Immutable.
///
/// @param aside the name under which the damaged one is kept, with its log
/// @param problem the sentence for the user
public record ExchangeNote(String aside, Found found, String problem) {
    private static final System.Logger LOG = System.getLogger(ExchangeNote.class.getName());

    /// Where it cannot be written, the exchange goes on without it: only a kill would be the worse for that.
    void write(Path file) {
        try {
            Files.deleteIfExists(file);
            SqliteConnections.createPrivate(file);
            Files.writeString(file, aside + "\n" + found + "\n" + problem + "\n", StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the exchange of the history cannot be written down", e);
        }
    }

    /// Null where there is no note, or a part of one: the program may have been killed while it wrote.
    static @Nullable ExchangeNote read(Path file) {
        try {
            if (!Files.exists(file)) return null;
            String text = new String(Files.readAllBytes(file), UTF_8);
            String[] lines = text.split("\n", 3);
            boolean isWhole = lines.length == 3 && lines[2].endsWith("\n")
                    && Arrays.stream(Found.values()).anyMatch(each -> each.name().equals(lines[1]));
            return isWhole ? new ExchangeNote(lines[0], Found.valueOf(lines[1]), lines[2].strip()) : null;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "what was written down of an exchange cannot be read", e);
            return null;
        }
    }
}
