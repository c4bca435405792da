package io.landline.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// Writes one file again and again, each time with other bytes, until it is killed.
final class EndlessWriter {
    static final int BYTES = 200_000;

    private EndlessWriter() {}

    static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        byte[] content = new byte[BYTES];
        while (true) {
            AtomicFile.write(file, content);
            Arrays.fill(content, (byte) (content[0] + 1));
            IO.println("written");
        }
    }
}
