package io.landline.filetransfer;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A folder for tests on one of two kinds of disk. A zip file stands for one without handles of folders, as Windows has
/// them: it takes none of the options by which links are refused, and moves a folder without what is in it.
public final class TestDisk implements Closeable {
    public enum Kind { WITH_HANDLES, WITHOUT_HANDLES }

    private final FileSystem disk;
    private final Path top;

    /// @param folder on the real disk
    public TestDisk(Kind kind, Path folder) throws IOException {
        boolean isZip = kind == Kind.WITHOUT_HANDLES;
        disk = isZip
                ? FileSystems.newFileSystem(folder.resolve("disk.zip"), Map.of("create", "true"))
                : FileSystems.getDefault();
        top = Files.createDirectory(isZip ? disk.getPath("/top") : folder.resolve("top"));
    }

    /// A folder that was empty at first.
    public Path top() {
        return top;
    }

    @Override
    public void close() throws IOException {
        if (!disk.equals(FileSystems.getDefault())) disk.close();
    }
}
