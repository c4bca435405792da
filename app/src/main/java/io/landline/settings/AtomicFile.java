package io.landline.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// Small files that are whole or not there: written beside, forced to the disk, then renamed over the old one. A kill
/// at any moment leaves the old content or the new one under the name. One writer at a time.
public final class AtomicFile {
    private AtomicFile() {}

    /// Returns when the content is on the disk. The file is readable by the user alone.
    public static void write(Path file, byte[] content) throws IOException {
        replace(file, content, true);
    }

    /// For what says something of this moment only: a kill leaves a whole file all the same, a loss of power may leave
    /// none.
    static void writeForNow(Path file, byte[] content) throws IOException {
        replace(file, content, false);
    }

    private static void replace(Path file, byte[] content, boolean force) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh); // left by a kill, or put there as a link: CREATE_NEW follows none
        try (var channel = FileChannel.open(fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                PrivateFolder.fileMode())) {
            var left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) channel.write(left);
            if (force) channel.force(true);
        } catch (IOException e) {
            deleteQuietly(fresh, e);
            throw e;
        }
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            deleteQuietly(fresh, e);
            throw e;
        }
        if (force) forceFolder(file);
    }

    /// A rename is durable once its folder is on the disk (fsync(2), "does not necessarily ensure that the entry in the
    /// directory containing the file has also reached disk"). Windows cannot open a folder for that, and needs it not.
    private static void forceFolder(Path file) {
        Path folder = file.getParent();
        if (folder == null) return;
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            System.getLogger(AtomicFile.class.getName())
                    .log(System.Logger.Level.TRACE, "a folder that cannot be forced to the disk", e);
        }
    }

    private static void deleteQuietly(Path fresh, IOException cause) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
