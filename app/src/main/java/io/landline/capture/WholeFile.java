package io.landline.capture;

import io.landline.filetransfer.manifest.PartialName;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;

/// A file that is there whole or not at all: written under another name beside its place, then given its own. It gets
/// the same permissions as any other file of the user. Stateless; any thread that may wait for the disk.
public final class WholeFile {
    private WholeFile() {}

    /// Puts into a new file what belongs there.
    @FunctionalInterface
    private interface Content {
        void put(Path unfinished) throws IOException;
    }

    /// Replaces a file of that name: a caller that must not lose one asks before. What fails leaves that file as it
    /// was.
    public static void write(Path path, Iterator<byte[]> records) throws IOException {
        write(path, unfinished -> {
            try (var out = Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                while (records.hasNext()) out.write(records.next());
            }
        });
    }

    /// Copies a file as it is, and replaces one of that name as [#write(Path, Iterator)] does. What is missing is named
    /// by its own path.
    public static void copy(Path from, Path to) throws IOException {
        write(to, unfinished -> Files.copy(from, unfinished));
    }

    private static void write(Path path, Content content) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null) throw new IOException(path + " is a folder");
        // Not one of Java's temporary files, which only the user may read: this one is to be handed in.
        Path unfinished = folder.resolve(PartialName.ofWrittenFile());
        try {
            content.put(unfinished);
            try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            rename(unfinished, path);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        if (Files.isDirectory(to)) throw new IOException(to + " is a folder");
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) { // a network share
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
