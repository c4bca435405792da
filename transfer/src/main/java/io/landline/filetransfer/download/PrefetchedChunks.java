package io.landline.filetransfer.download;

import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.chunk.RangeFrame;
import io.landline.filetransfer.download.FileReception.StoppedException;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.session.BulkConnection;
import io.landline.swarm.ChunkSpan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Small files are asked for before their turn, many at once: else each would cost a round trip. What comes early waits
/// here until the writer is at its file.
///
///     not asked ──ask──► on its way ──arriving──► here ──take──► the file's own
///
/// The writer's thread asks and takes, the bulk reader brings. The monitor is held for a few assignments.
final class PrefetchedChunks {
    /// Files that are on their way, or here before their turn: 4 MiB a transfer with [#FILE_BYTES_MAX].
    static final int FILES_MAX = 128;
    /// Larger ones fill the wire for a round trip by themselves.
    static final int FILE_BYTES_MAX = 32 * 1024;
    private static final int NONE = -1;

    private final TransferId transfer;
    private final BulkConnection bulk;
    /// Sorted, so that what lies before a chunk is found at once.
    private final TreeMap<Integer, Integer> onTheWay = new TreeMap<>();
    private final TreeMap<Integer, byte[]> here = new TreeMap<>();
    private int waitedFor = NONE;
    /// Behind the last file that was looked at.
    private long nextFile;

    PrefetchedChunks(TransferId transfer, BulkConnection bulk) {
        this.transfer = transfer;
        this.bulk = bulk;
    }

    /// Asks for the small files that follow each other from the next one on, as far as there is room. What was
    /// asked for before that one and not taken is forgotten.
    ///
    /// @param files of the offer, some that follow each other
    /// @param at which of them it is
    /// @param first number of its first chunk in the offer
    /// @return what was asked for now
    List<ChunkSpan> ask(List<StoredFile> files, int at, int first, int chunkBytes) throws StoppedException {
        List<ChunkSpan> runs = choose(files, at, first, chunkBytes);
        if (runs.isEmpty()) return runs;
        try {
            bulk.send(FrameType.RANGE_REQUEST, new RangeFrame(transfer, runs).body(), ByteBuffer.allocate(0));
            return runs;
        } catch (IOException e) {
            throw new StoppedException(); // the connection: it is dialled again, and the transfer goes on
        }
    }

    private synchronized List<ChunkSpan> choose(List<StoredFile> files, int at, int first, int chunkBytes) {
        onTheWay.headMap(first).clear();
        here.headMap(first).clear();
        int space = FILES_MAX - onTheWay.size() - here.size();
        var runs = new ArrayList<ChunkSpan>();
        if (space < FILES_MAX / 2) return runs; // in portions, so that requests are few
        int chunk = first;
        for (StoredFile file : files.subList(at, files.size())) {
            boolean isNew = file.number() >= nextFile;
            boolean asked = isNew && !file.complete() && file.bytes() > 0;
            if (asked && (!isSmall(file, chunkBytes) || space == 0 || !add(runs, chunk))) break;
            if (asked) {
                onTheWay.put(chunk, (int) file.bytes());
                space--;
            }
            if (isNew) nextFile = file.number() + 1;
            chunk += new ChunkLayout(file.bytes(), chunkBytes).count();
        }
        return runs;
    }

    private static boolean isSmall(StoredFile file, int chunkBytes) {
        return file.keptChunks() == 0 && file.bytes() <= Math.min(chunkBytes, FILE_BYTES_MAX);
    }

    /// False where the request has no room for another run.
    private static boolean add(List<ChunkSpan> runs, int chunk) {
        if (!runs.isEmpty() && runs.getLast().end() == chunk) {
            ChunkSpan last = runs.removeLast();
            return runs.add(new ChunkSpan(last.first(), last.count() + 1));
        }
        return runs.size() < RangeFrame.RUNS_MAX && runs.add(new ChunkSpan(chunk, 1));
    }

    /// Whether this chunk was asked for here, and not taken yet.
    synchronized boolean holds(int chunk) {
        return onTheWay.containsKey(chunk) || here.containsKey(chunk);
    }

    /// A chunk, on the bulk connection's thread. False where it was not asked for here.
    ///
    /// @param awaited run where the writer waits for this one
    boolean arriving(int chunk, ByteBuffer body, Runnable awaited) throws MalformedFrameException {
        synchronized (this) {
            Integer length = onTheWay.get(chunk);
            if (length == null) return false;
            if (length != body.remaining()) {
                throw new MalformedFrameException("chunk of " + body.remaining() + " bytes");
            }
            var bytes = new byte[length];
            body.get(bytes);
            onTheWay.remove(chunk);
            here.put(chunk, bytes);
            if (waitedFor != chunk) return true;
        }
        awaited.run();
        return true;
    }

    /// The bytes of a chunk that came early, once; null where it is not here. Then the writer is told when it comes.
    synchronized byte @Nullable [] take(int chunk) {
        byte[] bytes = here.remove(chunk);
        waitedFor = bytes == null ? chunk : NONE;
        return bytes;
    }
}
