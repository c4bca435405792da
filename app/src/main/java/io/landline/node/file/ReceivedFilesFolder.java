package io.landline.node.file;

import io.landline.filetransfer.manifest.PartialName;
import io.landline.settings.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder for what arrives. Stateless; waits for the disk.
public final class ReceivedFilesFolder {
    private static final System.Logger LOG = System.getLogger(ReceivedFilesFolder.class.getName());

    private ReceivedFilesFolder() {}

    /// Makes it where it is missing, and tries to write into it: asking for rights alone is no answer on Windows.
    public static void makeWritable(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.delete(Files.createFile(folder.resolve(PartialName.ofWrittenFile()), PrivateFolder.fileMode()));
    }

    /// Makes it where it is missing. Where that fails, as for a stick that was pulled out, a node starts all the same:
    /// people can talk, and each transfer says what it lacks.
    ///
    /// @return whether files can arrive in it now
    public static boolean prepare(Path folder) {
        try {
            makeWritable(folder);
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "nothing can be written into the folder for what arrives: " + e);
            return false;
        }
    }
}
