package io.landline.filetransfer.source;

import io.landline.filetransfer.chunk.ChunkBuffer;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.chunk.ChunkRun;
import io.landline.filetransfer.chunk.DataFrame;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.chunk.HashFrame;
import io.landline.filetransfer.chunk.RangeFrame;
import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;

import io.landline.filetransfer.source.SourceFile.SourceException;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Sha256;
import io.landline.session.BulkConnection;
import io.landline.session.Lane;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Serves the chunks that a receiver asks for on one bulk connection, one of each transfer in turn. Two platform
/// threads (hashing and ciphers never yield), so that the disk and the hash are ahead of the wire:
///
///     bulk reader ──► what was asked for ──► reader: read, hash, tell the hash ──(4 buffers)──► sender: encrypt, write
///
/// Chunks go first. Those of which only the hash was asked are read while all buffers wait for the wire, or nothing
/// else is to be done.
///
/// The monitor guards what was asked for; it is never held while reading or sending.
public final class ChunkServer {
    /// Read ahead of the wire, 4 MiB a connection; with one more for hashes.
    private static final int BUFFERS = 4;
    /// Hashes are told together, but none waits longer: what is verified at the receiver is what a person sees.
    private static final int HASHES_TOGETHER_MAX = 16;
    private static final Duration HASH_WAIT_MAX = Duration.ofMillis(100);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final System.Logger LOG = System.getLogger(ChunkServer.class.getName());

    private record Task(Upload upload, int file, int chunk, boolean hashOnly) {}

    private record Ready(Upload upload, DataFrame head, ChunkBuffer buffer) {}

    /// Chunks of one transfer that were asked for and not served yet.
    private static final class Asked {
        private final ArrayDeque<ChunkRun> runs = new ArrayDeque<>();
        private final ArrayDeque<ChunkRun> hashRuns = new ArrayDeque<>();
        private int chunks;
    }

    private final BulkConnection bulk;
    private final BiConsumer<Upload, FailureReason> failed;
    private final Map<Upload, Asked> asked = new LinkedHashMap<>();
    private final BlockingQueue<ChunkBuffer> free = new ArrayBlockingQueue<>(BUFFERS);
    private final BlockingQueue<Ready> ready = new ArrayBlockingQueue<>(BUFFERS);
    private final ChunkBuffer forHashes = new ChunkBuffer(ChunkLayout.BYTES_MAX);
    private final MessageDigest digest = Sha256.digest();
    private final List<HashFrame.Run> hashes = new ArrayList<>();
    private @Nullable Upload hashesOf;
    private int hashCount;
    private long hashesSinceNanos;
    private boolean closed;
    private boolean started;

    /// `failed` is told, on the reader's thread, when a source is not what it was.
    public ChunkServer(BulkConnection bulk, BiConsumer<Upload, FailureReason> failed) {
        this.bulk = bulk;
        this.failed = failed;
    }

    /// Notes what a receiver asks for; asking for too much at once breaks the protocol.
    public synchronized void ask(Upload upload, List<ChunkRun> runs, boolean hashOnly) throws MalformedFrameException {
        if (closed || upload.isEnded()) return;
        Asked of = asked.computeIfAbsent(upload, _ -> new Asked());
        for (ChunkRun run : runs) {
            if (run.count() > RangeFrame.CHUNKS_MAX - of.chunks) {
                throw new MalformedFrameException("more chunks asked for than may be");
            }
            of.chunks += run.count();
            (hashOnly ? of.hashRuns : of.runs).addLast(run);
        }
        if (!started) start();
        notifyAll();
    }

    private void start() {
        started = true;
        String peer = bulk.session().peer().brief();
        Thread.ofPlatform().name("files-read-" + peer).daemon().start(this::readAll);
        Thread.ofPlatform().name("files-send-" + peer).daemon().start(this::sendAll);
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

    /// The next chunk of a transfer that may run, of each transfer in turn; waits for one. Null when closed.
    private synchronized @Nullable Task next() throws InterruptedException {
        while (!closed) {
            asked.keySet().removeIf(Upload::isEnded);
            for (Map.Entry<Upload, Asked> entry : asked.entrySet()) {
                if (!entry.getKey().isGranted()) continue;
                Task task = take(entry.getKey(), entry.getValue());
                asked.remove(entry.getKey());
                // to the end: one chunk a turn
                if (entry.getValue().chunks > 0) asked.put(entry.getKey(), entry.getValue());
                return task;
            }
            wait();
        }
        return null;
    }

    private Task take(Upload upload, Asked of) {
        boolean hashOnly = of.runs.isEmpty() || !of.hashRuns.isEmpty() && free.isEmpty();
        ArrayDeque<ChunkRun> runs = hashOnly ? of.hashRuns : of.runs;
        ChunkRun run = runs.removeFirst();
        if (run.count() > 1) runs.addFirst(new ChunkRun(run.file(), run.first() + 1, run.count() - 1));
        of.chunks--;
        return new Task(upload, run.file(), run.first(), hashOnly);
    }

    private synchronized boolean isIdle() {
        return asked.keySet().stream().noneMatch(Upload::isGranted);
    }

    private void readAll() {
        for (int i = 0; i < BUFFERS; i++) free.add(new ChunkBuffer(ChunkLayout.BYTES_MAX));
        try {
            for (Task task; (task = next()) != null;) serve(task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does; the thread ends
        } catch (IOException e) {
            LOG.log(DEBUG, "a session ended while it was served", e); // the transfer waits for the next one
        } finally {
            close();
            bulk.close();
        }
    }

    private void serve(Task task) throws InterruptedException, IOException {
        ChunkBuffer buffer = task.hashOnly ? forHashes : freeBuffer();
        if (buffer == null) return;
        try {
            int length = task.upload.read(task.file, task.chunk, buffer.bytes());
            if (length == 0) {
                if (!task.hashOnly) free.add(buffer); // outside the manifest: there is no such chunk, so nothing comes
                return;
            }
            digest.update(buffer.bytes(), 0, length);
            byte[] hash = digest.digest();
            tell(task, hash);
            if (task.hashOnly) return;
            buffer.hold(task.chunk, length, 1, free);
            task.upload.hashed(task.file, task.chunk, hash);
            ready.put(new Ready(task.upload, new DataFrame(task.upload.id(), task.file, task.chunk), buffer));
        } catch (SourceException e) {
            if (!task.hashOnly) free.add(buffer);
            LOG.log(INFO, "Transfer {0}: a source {1}", task.upload.id(), e.getMessage());
            task.upload.end();
            failed.accept(task.upload, e.reason);
        }
    }

    private @Nullable ChunkBuffer freeBuffer() throws InterruptedException, IOException {
        ChunkBuffer buffer = free.poll();
        if (buffer == null) tellHashes(); // the wire is behind: what it waits for may be these
        while (buffer == null && bulk.isOpen()) {
            buffer = free.poll(LOOK.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        return buffer;
    }

    /// Adds a hash to those that are told together, and tells them when they are many, old, of another transfer, or the
    /// last for now.
    private void tell(Task task, byte[] hash) throws InterruptedException, IOException {
        if (hashesOf != task.upload) tellHashes();
        if (hashes.isEmpty()) hashesSinceNanos = System.nanoTime();
        hashesOf = task.upload;
        HashFrame.Run last = hashes.isEmpty() ? null : hashes.getLast();
        if (last != null && last.file() == task.file && last.first() + last.count() == task.chunk) {
            var joined = new ByteArrayOutputStream();
            joined.writeBytes(last.hashes());
            joined.writeBytes(hash);
            hashes.set(hashes.size() - 1, new HashFrame.Run(last.file(), last.first(), joined.toByteArray()));
        } else {
            hashes.add(new HashFrame.Run(task.file, task.chunk, hash));
        }
        hashCount++;
        boolean old = System.nanoTime() - hashesSinceNanos > HASH_WAIT_MAX.toNanos();
        if (hashCount >= HASHES_TOGETHER_MAX || old || isIdle()) tellHashes();
    }

    private void tellHashes() throws InterruptedException, IOException {
        Upload of = hashesOf;
        if (of == null || hashes.isEmpty()) return;
        bulk.session()
                .send(Lane.FILES, new Frame(FrameType.HASHES, new HashFrame(of.id(), List.copyOf(hashes)).body()));
        hashes.clear();
        hashCount = 0;
    }

    private void sendAll() {
        try {
            while (bulk.isOpen()) {
                Ready next = ready.poll(LOOK.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
                if (next == null) continue;
                if (!next.upload.isEnded()) {
                    bulk.send(FrameType.DATA, next.head.header(),
                            ByteBuffer.wrap(next.buffer.bytes(), 0, next.buffer.length()));
                    next.upload.sent(next.buffer.length());
                }
                next.buffer.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does; the thread ends
        } catch (IOException e) {
            LOG.log(DEBUG, "a bulk connection ended while it was served", e); // the transfer waits for the next one
        } finally {
            close();
            bulk.close();
        }
    }
}
