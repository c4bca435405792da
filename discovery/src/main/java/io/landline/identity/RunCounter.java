package io.landline.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;

/// The number of a node's run: larger at each start, so that others know a restart and drop packets of earlier runs
/// (docs/protocol/presence.md, "Fields"). Kept in the profile's file `run`. Called once a start; the caller holds the
/// profile's lock. Why some numbers are no time: docs/adr/0059.
public final class RunCounter {
    static final String FILE = "run";
    /// A choice: a number of 64 bits has nineteen digits.
    private static final int FILE_BYTES_MAX = 64;

    /// A number that is a multiple of this is no time: the clock was ahead at an earlier start, and the numbers go on
    /// from there.
    private static final int NO_TIME_MILLIS = 1_000;

    private RunCounter() {}

    /// Whether a run's number says when it began, by the clock of its node.
    public static boolean isTime(long run) {
        return run % NO_TIME_MILLIS != 0;
    }

    /// The number of this start: milliseconds since 1970 and no whole second, or the next whole second after the last
    /// one. It is on the disk when this returns. A damaged file counts for what can be read of it: the digits that it
    /// begins with, if they make a number; else for nothing.
    public static long next(Path folder, InstantSource clock) throws IOException {
        PrivateFile.makeFolder(folder);
        Path file = folder.resolve(FILE);
        if (Files.isDirectory(file)) { // the system would only say that it cannot read or write it
            throw new IOException(
                    file + " is a folder, and should be the file with the number of the last start. Nothing"
                            + " was changed. Move the folder elsewhere, and start again.");
        }
        long last = last(file);
        long now = clock.millis();
        if (!isTime(now)) now++;
        long run = now > last ? now : (last / NO_TIME_MILLIS + 1) * NO_TIME_MILLIS;
        PrivateFile.write(file, (run + "\n").getBytes(US_ASCII));
        return run;
    }

    private static long last(Path file) throws IOException {
        try {
            String text = new String(PrivateFile.read(file, FILE_BYTES_MAX), US_ASCII).strip();
            int digits = 0;
            while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') digits++;
            if (digits == 0) return 0;
            long last = Long.parseLong(text.substring(0, digits));
            return last > Long.MAX_VALUE - NO_TIME_MILLIS ? 0 : last; // there may be no number after it: damage
        } catch (NoSuchFileException | NumberFormatException e) {
            return 0;
        }
    }
}
