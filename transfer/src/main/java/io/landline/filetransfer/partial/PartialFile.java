package io.landline.filetransfer.partial;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.frame.MalformedFrameException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One file of an incoming transfer from its first byte to its name. What is about to be done on the disk is committed
/// to the store first. So a run that is killed anywhere leaves nothing that the next one does not know of. Confined to
/// the download's writer thread, but [#checkpoint], [#note], [#read] and [#force].
public abstract sealed class PartialFile implements Closeable permits LooseFile, InnerFile {
    private final ChunkLayout chunks;
    private final VerifiedChunks known;
    private volatile StoredFile stored;
    private BitSet proven = new BitSet();
    /// How long an earlier run left it.
    private long onDisk;
    /// How long it is at least, by what was found and written.
    private long end;
    /// What the file system tells of its identity, null where it tells nothing.
    private @Nullable Object fileKey;
    /// What it looked like when it was closed last; null where that was another file.
    private DownloadFolder.@Nullable Mark left;
    private volatile @Nullable FileChannel channel;
    /// By the last [#checkpoint]; one thread at a time.
    private volatile int forcedChunks;

    PartialFile(StoredFile stored, int chunkBytes, VerifiedChunks known) {
        this.known = known;
        this.stored = stored;
        chunks = new ChunkLayout(stored.bytes(), chunkBytes);
    }

    /// Commits what the file is now.
    abstract void commit(StoredFile next);

    /// What the file looks like, which must be a plain one.
    abstract DownloadFolder.Mark mark() throws IOException;

    /// Opens what an earlier run left, which must be a plain file; a link is not followed.
    abstract FileChannel openExisting() throws IOException;

    /// Makes the file, or finds that of an earlier run and goes on behind its last kept chunk. False: the file is whole
    /// already.
    public abstract boolean open() throws IOException;

    /// Called before the file is closed. A loose file is forced to the disk; an inner one waits for its folder, which
    /// is forced as a whole.
    abstract void bringToDisk() throws IOException;

    /// The file is whole, verified and closed.
    abstract void settle() throws IOException, MalformedFrameException;

    /// Brings what is here to the disk, and notes it. Any thread, one at a time.
    public void checkpoint(int keptChunks) throws IOException {
        if (keptChunks <= forcedChunks) return;
        channel().force(false);
        forcedChunks = keptChunks;
        note(keptChunks);
    }

    /// Notes what is here, so that a run that is killed loses little. A loss of power may still take it from the disk:
    /// the next run reads each chunk again. Any thread.
    public synchronized void note(int keptChunks) {
        if (keptChunks > stored.keptChunks()) saveKept(keptChunks);
    }

    public ChunkLayout chunks() {
        return chunks;
    }

    public StoredFile stored() {
        return stored;
    }

    VerifiedChunks known() {
        return known;
    }

    /// Chunks of the partial that this run of the program has verified before; empty where somebody may have changed it
    /// since.
    public BitSet proven() {
        return proven;
    }

    /// Opens the file of an earlier run and keeps what can be kept of it. If it is shorter than it was, these are the
    /// whole chunks that are left. If it is longer than the file, the rest is cut off. False where it is gone, or no
    /// plain file of ours any more. Where it cannot be opened for another reason, what is in it is kept.
    final boolean openAgain() throws IOException {
        try {
            DownloadFolder.Mark found = mark();
            Optional<BitSet> before = known.of(found);
            FileChannel again = openExisting();
            channel = again;
            fileKey = found.fileKey();
            long size = again.size();
            onDisk = Math.min(size, stored.bytes());
            end = onDisk;
            if (size > stored.bytes()) again.truncate(stored.bytes());
            int whole = size >= stored.bytes() ? chunks.count() : (int) (size / chunks.chunkBytes());
            if (whole < stored.keptChunks()) saveKept(whole);
            proven = before.orElseGet(BitSet::new);
            return true;
        } catch (IOException | RuntimeException e) {
            close();
            if (!(e instanceof IOException failure && DiskFailure.isGone(failure))) throw e;
            System.getLogger(PartialFile.class.getName())
                    .log(System.Logger.Level.INFO,
                            "A partial file is gone or cannot be used as it is; that file starts again.", e);
            return false;
        }
    }

    final void opened(FileChannel fresh) throws IOException {
        channel = fresh;
        try {
            fileKey = mark().fileKey();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /// Whether this is the file that was opened, and nobody cut it off.
    private boolean isOurs(DownloadFolder.Mark found) {
        return Objects.equals(found.fileKey(), fileKey) && found.bytes() >= end;
    }

    private void checkNotCut() throws IOException {
        if (channel().size() < end) throw touched();
    }

    private IOException touched() {
        return new FileSystemException(stored.path(), null, DiskFailure.TOUCHED);
    }

    /// Reads a chunk again; fewer bytes than it has where the file ends before. Any thread.
    public int read(int chunk, byte[] into) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into, 0, chunks.length(chunk));
        long at = chunks.offset(chunk);
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) read = channel().read(buffer, at + buffer.position());
        return buffer.position();
    }

    /// How many bytes more the disk holds after this chunk is written; those behind what an earlier run left.
    public int bytesAdded(int chunk) {
        long chunkEnd = chunks.offset(chunk) + chunks.length(chunk);
        return Math.clamp(chunkEnd - onDisk, 0, chunks.length(chunk));
    }

    public void write(int chunk, ByteBuffer bytes) throws IOException {
        write(chunk, 0, bytes);
    }

    /// Writes a part of a chunk.
    ///
    /// @param from where in the chunk it begins
    public void write(int chunk, int from, ByteBuffer bytes) throws IOException {
        checkNotCut();
        long at = chunks.offset(chunk) + from;
        while (bytes.hasRemaining()) {
            at += channel().write(bytes, at);
            end = Math.max(end, at);
        }
    }

    /// Notes that chunks may be in the partial anywhere, since they come in any order. The next run reads each again.
    public void noteAnywhere() {
        if (stored.keptChunks() < chunks.count()) saveKept(chunks.count());
    }

    /// Brings what was written to the disk. Any thread; nothing where the file was closed meanwhile, which does it too.
    public void force() throws IOException {
        FileChannel open = channel;
        try {
            if (open != null) open.force(false);
        } catch (ClosedChannelException e) {
            System.getLogger(PartialFile.class.getName())
                    .log(System.Logger.Level.DEBUG, "a partial file was closed while it was forced", e);
        }
    }

    final void saveKept(int keptChunks) {
        save(stored.withKept(keptChunks));
    }

    /// Closes the partial and remembers which of its chunks are verified, and what it was like.
    public void leave(BitSet verified) throws IOException {
        close();
        if (stored.complete()) return;
        DownloadFolder.Mark found = markIfOurs();
        left = found;
        if (found != null) known.note(found, verified);
    }

    /// Null where it is gone, or is another file: nothing is verified in that.
    private DownloadFolder.@Nullable Mark markIfOurs() throws IOException {
        try {
            DownloadFolder.Mark found = mark();
            return isOurs(found) ? found : null;
        } catch (IOException e) {
            if (!DiskFailure.isGone(e)) throw e;
            System.getLogger(PartialFile.class.getName())
                    .log(System.Logger.Level.INFO, "A partial file was gone when it was closed.", e);
            return null;
        }
    }

    /// Brings a file of which every chunk is written to the disk, and closes it until its last hashes are here. Throws
    /// where it is not the one that was written.
    public void setAside(BitSet verified) throws IOException {
        bringToDisk();
        if (!isOurs(mark())) throw touched();
        leave(verified);
    }

    /// Gives a file that was [#setAside], and is verified now, its name. False, and nothing done, where the partial
    /// does not look as it was left: then it must be read again.
    public boolean finishAside() throws IOException, MalformedFrameException {
        if (!looksAsLeft()) return false;
        settle();
        return true;
    }

    private boolean looksAsLeft() {
        try {
            return mark().equals(left);
        } catch (IOException e) {
            System.getLogger(PartialFile.class.getName())
                    .log(System.Logger.Level.INFO, "A partial file that waited for its hashes is gone.", e);
            return false;
        }
    }

    /// Takes away what is here of it: its sender cannot give the rest. Nothing is noted before nothing is left.
    public void abandon(FailureReason reason) throws IOException {
        close();
        remove();
        save(stored.lost(reason));
    }

    /// Removes the partial, if there is one.
    abstract void remove() throws IOException;

    /// Closes the whole file. A loose file gets its name; an inner one has it, and waits for its folder's.
    public void finish() throws IOException, MalformedFrameException {
        bringToDisk();
        DownloadFolder.Mark found = mark();
        if (!isOurs(found) || found.bytes() != stored.bytes()) throw touched();
        close();
        settle();
    }

    final void save(StoredFile next) {
        commit(next);
        stored = next;
    }

    final FileChannel channel() throws IOException {
        if (channel == null) throw new IOException("the partial file is not open");
        return channel;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) channel.close();
    }
}
