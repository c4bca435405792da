package io.landline.log;

import io.landline.settings.PrivateFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The newest lines in `landline.log`, older ones in `landline.1.log` to `landline.4.log`; what is older still is gone.
/// Confined to the holder of [LogFiles]' lock.
final class RotatingFile implements AutoCloseable {
    /// 5 × 1 MB (docs/command-line.md, "Profile and log").
    static final int FILES = 5;
    static final int FILE_BYTES_MAX = 1_000_000;

    private final Path folder;
    private @Nullable FileChannel channel;
    private long size;

    RotatingFile(Path folder) throws IOException {
        this.folder = folder;
        openNewest(StandardOpenOption.APPEND);
    }

    /// Appends whole lines; they are in the system's hands when this returns, so a crash of ours loses none.
    void append(byte[] lines) throws IOException {
        if (size + lines.length > FILE_BYTES_MAX) rotate();
        FileChannel open = channel;
        if (open == null) {
            openNewest(StandardOpenOption.APPEND);
            open = channel;
        }
        if (open == null) throw new IOException("the log is closed");
        var left = ByteBuffer.wrap(lines);
        while (left.hasRemaining()) size += open.write(left);
    }

    private void rotate() throws IOException {
        close();
        try {
            for (int i = FILES - 1; i > 0; i--) {
                if (Files.exists(file(i - 1), LinkOption.NOFOLLOW_LINKS)) {
                    Files.move(file(i - 1), file(i), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            openNewest(StandardOpenOption.APPEND);
        } catch (IOException e) {
            // a viewer holds a file on Windows: the bound comes before the older lines
            openNewest(StandardOpenOption.TRUNCATE_EXISTING);
        }
    }

    private void openNewest(OpenOption how) throws IOException {
        PrivateFolder.create(folder);
        FileChannel open = FileChannel.open(file(0),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS, how),
                PrivateFolder.fileMode());
        channel = open;
        size = open.size();
    }

    Path file(int age) {
        return folder.resolve(age == 0 ? "landline.log" : "landline." + age + ".log");
    }

    @Override
    public void close() throws IOException {
        FileChannel open = channel;
        channel = null;
        if (open != null) open.close();
    }
}
