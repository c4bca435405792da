package io.landline.filetransfer.source;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.PathText;
import io.landline.filetransfer.TransferStore.StoredSource;
import io.landline.filetransfer.chunk.ChunkBuffer;
import io.landline.filetransfer.chunk.ChunkLayout;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;

/// A file of ours that was offered, open for reading. Whether it is still the one that was offered is told by its
/// [SourceMark]. Confined to the thread that reads it.
final class SourceFile implements Closeable {
    /// The file cannot be read, or is no longer what was offered.
    static final class SourceException extends Exception {
        private static final long serialVersionUID = 1;
        final FailureReason reason;

        SourceException(FailureReason reason, String message) {
            super(message);
            this.reason = reason;
        }
    }

    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final StoredSource stored;
    private final ChunkLayout chunks;
    private final FileChannel channel;

    private SourceFile(StoredSource stored, ChunkLayout chunks, FileChannel channel) {
        this.stored = stored;
        this.chunks = chunks;
        this.channel = channel;
    }

    /// What the file is like now, for an offer. Only plain files; a link that the user named is followed.
    static StoredSource describe(Path file, String manifestPath) throws IOException {
        Path source = file.toRealPath();
        BasicFileAttributes now = Files.readAttributes(source, BasicFileAttributes.class);
        if (!now.isRegularFile()) throw new IOException(file + " is not a plain file.");
        if (!Files.isReadable(source)) throw new IOException(file + " cannot be read.");
        if (new GeneratedFiles().has(source, now)) throw GeneratedFiles.refused(file);
        return describe(source, manifestPath, now);
    }

    /// Of a plain file in a folder, by what the walk has read of it.
    static StoredSource describe(Path source, String manifestPath, BasicFileAttributes now) {
        return new StoredSource(manifestPath, PathText.stored(source), now.size(), SourceMark.modifiedMillis(now),
                SourceMark.key(now));
    }

    /// Whether the owner may run it; never on Windows, which has no such mark.
    static boolean isProgram(Path file) {
        return POSIX && Files.isExecutable(file);
    }

    static SourceFile open(StoredSource stored, int chunkBytes) throws SourceException {
        try {
            checkUnchanged(stored);
            return new SourceFile(stored, new ChunkLayout(stored.bytes(), chunkBytes),
                    SourcePlace.of(stored.source()).open());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// Reads a chunk into the head of `into`, and hashes it; its length. Then looks whether the file is still what it
    /// was.
    int read(int chunk, byte[] into, MessageDigest hash) throws SourceException {
        int length = chunks.length(chunk);
        try {
            for (int at = 0; at < length; at += ChunkBuffer.SLICE_BYTES) {
                int slice = Math.min(ChunkBuffer.SLICE_BYTES, length - at);
                fill(ByteBuffer.wrap(into, at, slice), chunks.offset(chunk));
                hash.update(into, at, slice);
            }
            checkUnchanged(stored); // after each: many receivers get them in any order
            return length;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static SourceException unreadable(IOException why) {
        return new SourceException(FailureReason.SOURCE_GONE,
                why instanceof NoSuchFileException ? "is gone" : "cannot be read: " + why);
    }

    /// @param chunkAt where in the file the first byte of the buffer's array belongs
    private void fill(ByteBuffer slice, long chunkAt) throws IOException, SourceException {
        while (slice.hasRemaining()) {
            int read = channel.read(slice, chunkAt + slice.position());
            if (read < 0) throw new SourceException(FailureReason.SOURCE_CHANGED, "became shorter");
        }
    }

    private static void checkUnchanged(StoredSource stored) throws IOException, SourceException {
        SourcePlace place = SourcePlace.of(stored.source());
        boolean same = SourceMark.isSame(stored, place.look(), () -> Files.getFileStore(place.path()).type());
        if (!same) throw new SourceException(FailureReason.SOURCE_CHANGED, "changed");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // only read
            System.getLogger(SourceFile.class.getName()).log(System.Logger.Level.DEBUG, "a source did not close", e);
        }
    }
}
