package io.landline.process;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// A temporary folder that is gone, with all that is in it, when it is closed.
public final class ScratchFolder implements AutoCloseable {
    private final Path path;

    private ScratchFolder(Path path) { this.path = path; }

    /// Makes one where the system keeps temporary files.
    public static ScratchFolder make(String prefix) throws IOException {
        return new ScratchFolder(Files.createTempDirectory(prefix));
    }

    /// Makes one in this folder.
    public static ScratchFolder in(Path folder, String prefix) throws IOException {
        return new ScratchFolder(Files.createTempDirectory(folder, prefix));
    }

    public Path path() {
        return path;
    }

    /// Links are removed, never followed. Safe to call twice.
    @Override
    public void close() throws IOException {
        if (!Files.exists(path)) return;
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) throws IOException {
                Files.deleteIfExists(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
