package io.landline.node.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder for what arrives. Stateless; waits for the disk.
public final class ReceivedFilesFolder {
    private static final System.Logger LOG = System.getLogger(ReceivedFilesFolder.class.getName());

    private ReceivedFilesFolder() {}

    /// Makes it where it is missing. Where that fails, as for a stick that was pulled out, a node starts all the same:
    /// people can talk, and each transfer says what it lacks.
    public static void prepare(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "the folder for what arrives cannot be made: " + e);
        }
    }
}
