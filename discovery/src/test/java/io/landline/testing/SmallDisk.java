package io.landline.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// A disk of a few kilobytes or megabytes, mounted in a folder of the test until it is closed.
public final class SmallDisk implements AutoCloseable {
    private final Path folder;

    /// Skips the test, with the reason, where none can be mounted.
    ///
    /// @param folder is made
    /// @param size as mount(8) has it for a tmpfs, such as `8m`
    public SmallDisk(Path folder, String size) throws IOException, InterruptedException {
        this.folder = Files.createDirectory(folder);
        Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=" + size, "landline-test", folder.toString()),
                "a small disk cannot be mounted here");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "-l", folder.toString());
    }

    /// @param options as mount(8) has them, such as `ro`
    public boolean remount(String options) throws IOException, InterruptedException {
        return run("mount", "-o", "remount," + options, folder.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }
}
