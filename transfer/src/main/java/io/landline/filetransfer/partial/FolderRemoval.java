package io.landline.filetransfer.partial;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// Removes a folder with all that is in it, and follows no link, also where somebody swaps folders for links meanwhile.
/// A link itself goes. Any thread.
final class FolderRemoval {
    private record Level(Path name, SecureDirectoryStream<Path> handle, Iterator<Path> entries) {}

    private FolderRemoval() {}

    /// Nothing where it is gone already.
    static void remove(Path parent, String name) throws IOException {
        if (!Files.isDirectory(parent.resolve(name), LinkOption.NOFOLLOW_LINKS)) return;
        try (DirectoryStream<Path> in = Files.newDirectoryStream(parent)) {
            if (in instanceof SecureDirectoryStream<Path> secure) {
                removeByHandles(secure, Path.of(name));
            } else {
                removeByPaths(parent.resolve(name));
            }
        }
    }

    /// At most as many handles as the tree is deep.
    private static void removeByHandles(SecureDirectoryStream<Path> parent, Path name) throws IOException {
        var levels = new ArrayDeque<Level>();
        try {
            levels.push(level(parent, name));
            while (!levels.isEmpty()) {
                Level now = levels.getFirst();
                if (now.entries.hasNext()) {
                    Path entry = now.entries.next().getFileName();
                    if (isFolder(now.handle, entry)) {
                        levels.push(level(now.handle, entry));
                    } else {
                        now.handle.deleteFile(entry);
                    }
                } else {
                    levels.pop().handle.close();
                    SecureDirectoryStream<Path> above = levels.isEmpty() ? parent : levels.getFirst().handle;
                    above.deleteDirectory(now.name);
                }
            }
        } finally {
            for (Level level : levels) level.handle.close();
        }
    }

    private static Level level(SecureDirectoryStream<Path> parent, Path name) throws IOException {
        SecureDirectoryStream<Path> handle = parent.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
        return new Level(name, handle, handle.iterator());
    }

    private static boolean isFolder(SecureDirectoryStream<Path> in, Path entry) throws IOException {
        return in.getFileAttributeView(entry, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .isDirectory();
    }

    private static void removeByPaths(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) throw new NotDirectoryException(folder.toString());
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) throw failure;
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
