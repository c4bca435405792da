package io.landline.node.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.filetransfer.manifest.PartialName;
import io.landline.settings.PrivateFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document on its way into a file. The file has its name only when it is whole. The user alone can read it.
/// Stateless; waits for the disk.
public final class ExportFile {
    private ExportFile() {}

    /// Where a document comes from, part by part; null after the last one.
    @FunctionalInterface
    public interface Source<E extends Exception> {
        @Nullable
        String next() throws E;
    }

    @FunctionalInterface
    private interface Claim {
        void give(Path partial, Path target) throws IOException;
    }

    /// Writes all of it, and never replaces another file. A [FileAlreadyExistsException] says that the name is taken,
    /// and nothing was written.
    public static <E extends Exception> void write(Path file, Source<E> source) throws IOException, E {
        Path target = file.toAbsolutePath();
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) throw new FileAlreadyExistsException(file.toString());
        write(target, source, ExportFile::claim);
    }

    /// A document of one part, as [#write(Path, Source)] writes it.
    public static void write(Path file, String document) throws IOException {
        ExportFile.<IOException>write(file, once(document));
    }

    /// A document of one part, as [#replace(Path, Source)] writes it.
    public static void replace(Path file, String document) throws IOException {
        ExportFile.<IOException>replace(file, once(document));
    }

    private static Source<IOException> once(String document) {
        Iterator<String> parts = List.of(document).iterator();
        return () -> parts.hasNext() ? parts.next() : null;
    }

    /// Writes all of it in the place of a file that is there: the user was asked. That one stays until this one is
    /// whole.
    public static <E extends Exception> void replace(Path file, Source<E> source) throws IOException, E {
        write(file.toAbsolutePath(), source, (partial, target) -> Files.move(partial, target,
                StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    private static <E extends Exception> void write(Path target, Source<E> source, Claim claim)
            throws IOException, E {
        Path folder = target.getParent();
        if (folder == null) throw new FileAlreadyExistsException(target.toString());
        Path partial = Files.createFile(folder.resolve(PartialName.ofWrittenFile()), PrivateFolder.fileMode());
        try {
            try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                for (String part; (part = source.next()) != null;) put(out, part, target);
                channel.force(true);
            }
            claim.give(partial, target);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /// What the disk refuses, as where it is full, is told of the file and is not taken for a fault of the source.
    private static void put(OutputStream out, String part, Path target) throws FileSystemException {
        try {
            out.write(part.getBytes(UTF_8));
        } catch (IOException e) {
            var refused = new FileSystemException(target.toString(), null, e.getMessage());
            refused.initCause(e);
            throw refused;
        }
    }

    /// A link takes the name only if nobody has it; where the disk has no links, a look before has to do.
    private static void claim(Path partial, Path target) throws IOException {
        try {
            Files.createLink(target, partial);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            Files.move(partial, target);
        }
    }
}
