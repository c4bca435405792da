package io.landline.filetransfer.source;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import io.landline.filetransfer.SpeedLimits;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.chunk.ChunkBuffer;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.chunk.DataFrame;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.PageRequest;
import io.landline.filetransfer.chunk.RangeFrame;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Direction;
import io.landline.session.BulkConnection;
import io.landline.session.BulkThread;
import io.landline.session.Lane;
import io.landline.swarm.ChunkSpan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Serves what a receiver asks for on one bulk connection, one chunk of each transfer in turn. Two platform threads
/// (hashing and ciphers never yield), so that the disk and the hash are ahead of the wire:
///
///     bulk reader ──► what was asked for ──► reader: read, hash ───(buffers)───► sender: encrypt, write
///                                              └──► pages of hashes, on the control connection
///
/// Chunks go first. A hash page goes as soon as all its chunks were read. What it lacks is read for it alone only
/// while all buffers wait for the wire, or nothing else is to be done. A chunk that is asked for is never read for its
/// page alone.
///
/// The monitor guards what was asked for; it is never held while reading or sending.
public final class ChunkServer {
    /// Read ahead of the wire, 4 MiB a connection.
    private static final int BUFFERS = 4;
    /// Of small files more are read ahead, 1 MiB a connection: they go out together.
    private static final int SMALL_BUFFERS = 32;
    private static final int SMALL_BYTES = 32 * 1024;
    /// So many of these are handed to the sender together, while the other half is read: a file of 4 KiB is read in
    /// less time than it takes to wake a thread here and one at the receiver.
    private static final int SMALL_TOGETHER = SMALL_BUFFERS / 2;
    private static final Duration LOOK = Duration.ofMillis(200);
    /// Asked for nothing for this long, the buffers are given back. A receiver at work asks several times a second.
    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final System.Logger LOG = System.getLogger(ChunkServer.class.getName());

    /// What the reader does next: sends a chunk, or looks after the first page that was asked for.
    private sealed interface Task {
        record Chunk(Upload upload, int chunk) implements Task {}

        /// @param mayRead whether a chunk may be read for the page alone
        record Page(Upload upload, int page, boolean mayRead) implements Task {}
    }

    private record Ready(Upload upload, DataFrame head, ChunkBuffer buffer) {}

    /// What was asked for of one transfer, and not served yet.
    private static final class Asked {
        private final ArrayDeque<ChunkSpan> runs = new ArrayDeque<>();
        private final ArrayDeque<Integer> pages = new ArrayDeque<>();
        private int chunks;
        /// Whether the first page has not been looked at since something was read.
        private boolean pageIsNews;
        /// Whether all that the first page lacks is asked for anyway, as far as is known since the last chunk.
        private boolean pageComesBySelf;

        private boolean isEmpty() {
            return runs.isEmpty() && pages.isEmpty();
        }

        private boolean holds(int chunk) {
            return runs.stream().anyMatch(run -> run.first() <= chunk && chunk < run.end());
        }

        /// The page is worth another look.
        private void pageNews() {
            pageIsNews = true;
            pageComesBySelf = false;
        }
    }

    private final BulkConnection bulk;
    private final SpeedLimits limits;
    private final LostFiles lost;
    private final Map<Upload, Asked> asked = new LinkedHashMap<>();
    private final ReadAhead large;
    private final ReadAhead small;
    private final ReadAhead forHashes;
    /// Chunks that go out together. It has room for all buffers, so handing over never waits.
    private final BlockingQueue<List<Ready>> ready = new ArrayBlockingQueue<>(BUFFERS + SMALL_BUFFERS);
    /// Small chunks that were read, and not handed over yet. The reader's own.
    private List<Ready> read = new ArrayList<>();
    private boolean closed;
    private boolean started;
    /// Whether the sender runs: from the first chunk on. The reader's own.
    private boolean sends;

    /// `lost` is told, on the reader's thread, when a source is not what it was.
    public ChunkServer(BulkConnection bulk, SpeedLimits limits, LostFiles lost) {
        this.bulk = bulk;
        this.limits = limits;
        this.lost = lost;
        large = new ReadAhead(bulk, ChunkLayout.BYTES_MAX, BUFFERS);
        small = new ReadAhead(bulk, SMALL_BYTES, SMALL_BUFFERS);
        forHashes = new ReadAhead(bulk, ChunkLayout.BYTES_MAX, 1);
    }

    /// Notes which chunks a receiver asks for; asking for too much at once breaks the protocol.
    public synchronized void ask(Upload upload, List<ChunkSpan> runs) throws MalformedFrameException {
        if (closed || upload.isEnded()) return;
        Asked of = asked.computeIfAbsent(upload, _ -> new Asked());
        for (ChunkSpan run : runs) {
            if (run.count() > RangeFrame.CHUNKS_MAX - of.chunks) {
                throw new MalformedFrameException("more chunks asked for than may be");
            }
            of.chunks += run.count();
            of.runs.addLast(run);
        }
        wake();
    }

    /// Notes which hash pages a receiver asks for. One that was asked for already is not sent twice.
    public synchronized void askForPages(Upload upload, List<Integer> pages) throws MalformedFrameException {
        if (closed || upload.isEnded()) return;
        Asked of = asked.computeIfAbsent(upload, _ -> new Asked());
        for (int page : pages) {
            if (of.pages.contains(page)) continue;
            if (of.pages.size() == PageRequest.PAGES_MAX) {
                throw new MalformedFrameException("more pages asked for than may be");
            }
            of.pages.addLast(page);
        }
        of.pageNews();
        wake();
    }

    private void wake() {
        if (!started) start();
        notifyAll();
    }

    private void start() {
        started = true;
        thread("files-read-", this::readAll);
    }

    private void thread(String name, Runnable work) {
        BulkThread.start(name + bulk.session().peer().brief(), work);
    }

    /// Something changed about a transfer: it may run now, or is over.
    public synchronized void runnableChanged() {
        notifyAll();
    }

    public synchronized void close() {
        closed = true;
        asked.clear();
        notifyAll();
    }

    /// What to do next of a transfer that may run, of each transfer in turn; waits for something. Null when closed.
    private synchronized @Nullable Task next() throws InterruptedException {
        while (!closed) {
            asked.entrySet().removeIf(entry -> entry.getKey().isEnded() || entry.getValue().isEmpty());
            for (Map.Entry<Upload, Asked> entry : asked.entrySet()) {
                if (!entry.getKey().isGranted()) continue;
                Asked of = entry.getValue();
                Task task = take(entry.getKey(), of);
                asked.remove(entry.getKey());
                asked.put(entry.getKey(), of); // to the end: one chunk a turn
                return task;
            }
            handOver();
            long asleep = System.nanoTime();
            wait(IDLE.toMillis());
            if (System.nanoTime() - asleep >= IDLE.toNanos()) giveBack();
        }
        return null;
    }

    private void giveBack() {
        large.giveBack();
        small.giveBack();
        forHashes.giveBack();
    }

    private Task take(Upload upload, Asked of) {
        boolean wireIsBusy = large.isUsedUp() || small.isUsedUp();
        boolean idle = of.runs.isEmpty() || wireIsBusy && !of.pageComesBySelf;
        if (!of.pages.isEmpty() && (of.pageIsNews || idle)) {
            of.pageIsNews = false;
            return new Task.Page(upload, of.pages.getFirst(), idle);
        }
        ChunkSpan run = of.runs.removeFirst();
        if (run.count() > 1) of.runs.addFirst(new ChunkSpan(run.first() + 1, run.count() - 1));
        of.chunks--;
        of.pageNews();
        return new Task.Chunk(upload, run.first());
    }

    private synchronized void pageIsServed(Upload upload, int page) {
        Asked of = asked.get(upload);
        if (of == null) return;
        of.pages.remove((Integer) page);
        of.pageNews();
    }

    /// The first of these chunks that nobody asked for on this connection; [Upload#NO_CHUNK] where all were.
    private synchronized int unasked(Upload upload, int... missing) {
        Asked of = asked.get(upload);
        if (of == null) return Upload.NO_CHUNK;
        for (int chunk : missing) if (!of.holds(chunk)) return chunk;
        of.pageComesBySelf = true;
        return Upload.NO_CHUNK;
    }

    private void readAll() {
        try {
            for (Task task; (task = next()) != null;) serve(task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does; the thread ends
        } catch (IOException e) {
            LOG.log(DEBUG, "nothing more can be served here", e); // the transfer waits for the next connection
        } catch (TransferStoreException e) {
            LOG.log(WARNING, "the store does not answer for what is served; the receiver tries again", e);
        } finally {
            close();
            bulk.close();
        }
    }

    private void serve(Task task) throws InterruptedException, IOException {
        switch (task) {
            case Task.Chunk(var upload, var chunk) -> serveChunk(upload, chunk);
            case Task.Page(var upload, var page, var mayRead) -> servePage(upload, page, mayRead);
        }
    }

    private void serveChunk(Upload upload, int chunk) throws InterruptedException, IOException {
        int wanted = upload.length(chunk);
        if (wanted == Upload.NO_CHUNK) return; // nothing travels
        boolean isSmall = wanted <= SMALL_BYTES;
        if (!isSmall) handOver();
        ReadAhead home = isSmall ? small : large;
        ChunkBuffer buffer = home.takeNow();
        if (buffer == null) {
            handOver(); // all that may be had could lie here
            buffer = home.take();
        }
        if (buffer == null) return;
        int length = Upload.NO_CHUNK;
        try {
            length = read(upload, chunk, buffer);
        } finally {
            if (length <= 0) home.free().add(buffer); // one that cannot be had, or without bytes: nothing travels
        }
        if (length < 0) demandKnownReason(upload, chunk);
        if (length <= 0) return;
        buffer.hold(chunk, length, home.free());
        read.add(new Ready(upload, new DataFrame(upload.id(), chunk), buffer));
        if (!isSmall || read.size() == SMALL_TOGETHER) handOver();
    }

    /// What was read goes to the sender.
    private void handOver() {
        if (read.isEmpty()) return;
        ready.add(read);
        read = new ArrayList<>();
        if (!sends) thread("files-send-", this::sendAll);
        sends = true;
    }

    /// The length of the chunk; [Upload#NO_CHUNK] where it cannot be had.
    private int read(Upload upload, int chunk, ChunkBuffer into) {
        return new OwnChunks(upload, lost).read(chunk, into.bytes());
    }

    /// A chunk that was asked for cannot be had: the upload is over, or the receiver is told that the file is lost.
    /// Else the store fails, and the receiver learns it by the end of this connection. Without that it would wait in
    /// vain, or the chunk would be tried again at once, as long as the store fails.
    private static void demandKnownReason(Upload upload, int chunk) throws IOException {
        if (upload.isEnded() || upload.pages().isLost(chunk)) return;
        throw new IOException("chunk " + chunk + " of " + upload.id() + " cannot be looked up");
    }

    private void servePage(Upload upload, int number, boolean mayRead) throws InterruptedException, IOException {
        OwnPages pages = upload.pages();
        if (!pages.holds(number)) {
            pageIsServed(upload, number);
            return;
        }
        HashPage page = pages.page(number);
        if (page != null) {
            pageIsServed(upload, number); // before it is sent: who gets it may ask for another
            bulk.session().send(Lane.FILES, new Frame(FrameType.HASHES, page.bytes()));
        } else if (mayRead) {
            int chunk = unasked(upload, pages.missing(number));
            if (chunk == Upload.NO_CHUNK) return;
            handOver();
            ChunkBuffer buffer = forHashes.take();
            if (buffer == null) return;
            int length = read(upload, chunk, buffer);
            forHashes.free().add(buffer);
            if (length >= 0) return;
            demandKnownReason(upload, chunk);
            if (upload.isEnded()) pageIsServed(upload, number);
        }
    }

    /// None where there are none for a while. What is gathered goes out before this waits.
    private List<Ready> nextReady() throws InterruptedException, IOException {
        List<Ready> next = ready.poll();
        if (next != null) return next;
        bulk.push();
        next = ready.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return next == null ? List.of() : next;
    }

    private void sendAll() {
        try {
            while (bulk.isOpen()) for (Ready each : nextReady()) send(each);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does; the thread ends
        } catch (IOException e) {
            LOG.log(DEBUG, "a bulk connection ended while it was served", e); // the transfer waits for the next one
        } finally {
            close();
            bulk.close();
        }
    }

    private void send(Ready next) throws InterruptedException, IOException {
        if (limits.bytesPerSecond(Direction.OUT) > 0) bulk.push(); // this may wait for long
        limits.await(Direction.OUT, next.buffer.length(), () -> bulk.isOpen() && !next.upload.isEnded());
        if (!next.upload.isEnded()) {
            bulk.gather(FrameType.DATA, next.head.header(),
                    ByteBuffer.wrap(next.buffer.bytes(), 0, next.buffer.length()));
            next.upload.sent(next.head.chunk(), next.buffer.length());
        }
        next.buffer.release();
    }
}
