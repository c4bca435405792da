package io.landline.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;

/// Files of random bytes that a benchmark moves.
final class RandomFiles {
    private static final int BLOCK_BYTES = 1024 * 1024;

    private RandomFiles() {}

    static Path large(Path file, long bytes) throws IOException {
        var random = new Random();
        byte[] block = new byte[BLOCK_BYTES];
        try (OutputStream to = Files.newOutputStream(file)) {
            for (long written = 0; written < bytes; written += block.length) {
                random.nextBytes(block);
                to.write(block, 0, (int) Math.min(block.length, bytes - written));
            }
        }
        return file;
    }

    /// Makes a folder with this number of files.
    static void small(Path folder, int count, int bytes) throws IOException {
        Files.createDirectory(folder);
        var random = new Random();
        byte[] content = new byte[bytes];
        for (int n = 0; n < count; n++) {
            random.nextBytes(content);
            Files.write(folder.resolve(n + ".bin"), content);
        }
    }

    /// Takes away what is in a folder, and leaves the folder.
    static void empty(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList())
                if (!each.equals(folder)) Files.delete(each);
        }
    }
}
