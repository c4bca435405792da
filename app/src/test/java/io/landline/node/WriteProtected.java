package io.landline.node;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// A file that cannot be written until this is closed, also not by an administrator.
final class WriteProtected implements AutoCloseable {
    private final Path file;

    /// Skips the test, with the reason, where that is not possible.
    WriteProtected(Path file) throws IOException, InterruptedException {
        this.file = file;
        Assumptions.assumeTrue(run("mount", "--bind", file.toString(), file.toString()),
                "a file cannot be mounted here");
        Assumptions.assumeTrue(run("mount", "-o", "remount,ro,bind", file.toString()), "nor be protected");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "-l", file.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }
}
