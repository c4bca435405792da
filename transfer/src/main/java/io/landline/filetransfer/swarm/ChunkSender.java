package io.landline.filetransfer.swarm;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;

import io.landline.filetransfer.SpeedLimits;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.chunk.ChunkSource;
import io.landline.filetransfer.chunk.DataFrame;
import io.landline.frame.FrameType;
import io.landline.peer.Direction;
import io.landline.room.EntryId;
import io.landline.session.BulkConnection;
import io.landline.session.BulkThread;
import io.landline.session.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Sends chunks to one partner of a swarm: reads, proves and writes them, one after the other. Uses the bulk connection
/// that is there, or opens one. A platform thread, which begins with the first chunk and ends when there is none for a
/// while. Any thread.
final class ChunkSender {
    /// Chunks that wait for it, with the one that is being sent.
    static final int JOBS_MAX = 2;
    /// Without work for this long it ends, and closes the connection that it opened.
    static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int TRIES = 2;
    private static final System.Logger LOG = System.getLogger(ChunkSender.class.getName());

    /// A chunk that its receiver asked for.
    record Job(EntryId offer, TransferId transfer, int chunk, ChunkSource source) {}

    /// What became of it.
    enum Outcome {
        SENT,
        /// The chunk cannot be had here.
        NOT_HERE,
        /// The connection broke, or there is none.
        LOST
    }

    private final Session session;
    private final SpeedLimits limits;
    private final Supplier<@Nullable BulkConnection> open;
    private final BiConsumer<Job, Outcome> done;
    private final BlockingQueue<Job> jobs = new ArrayBlockingQueue<>(JOBS_MAX);
    private int underWay;
    private boolean running;
    private volatile boolean closed;
    private @Nullable BulkConnection opened;
    /// What is sent is read into it; it counts in the memory of the connection that it was made for. The sender's own.
    private byte @Nullable [] buffer;
    private @Nullable BulkConnection holder;

    /// @param limits that hold for all bytes of files that leave this node
    /// @param open a bulk connection of the session that is there, null for none
    /// @param done told of each job, on the sending thread
    ChunkSender(Session session, SpeedLimits limits, Supplier<@Nullable BulkConnection> open,
            BiConsumer<Job, Outcome> done) {
        this.session = session;
        this.limits = limits;
        this.open = open;
        this.done = done;
    }

    synchronized boolean hasSpace() {
        return !closed && underWay < JOBS_MAX;
    }

    /// The caller has asked [#hasSpace].
    synchronized void give(Job job) {
        underWay++;
        jobs.add(job);
        if (running) return;
        running = true;
        BulkThread.start("files-give-" + session.peer().brief(), this::run);
    }

    void close() {
        closed = true;
    }

    private void run() {
        try {
            for (Job job; (job = next()) != null;) {
                Outcome outcome = Outcome.NOT_HERE;
                try {
                    outcome = send(job);
                } catch (RuntimeException e) { // a fault of ours costs this chunk, not all that come after it
                    LOG.log(ERROR, "a chunk could not be sent", e);
                }
                synchronized (this) {
                    underWay--;
                }
                done.accept(job, outcome);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does; the thread ends
        }
    }

    /// The buffer, once this connection has the memory for it; null where it ended meanwhile.
    private byte @Nullable [] bufferFor(BulkConnection bulk) throws InterruptedException {
        if (bulk == holder && buffer != null) return buffer;
        giveBack();
        while (!bulk.more(ChunkLayout.BYTES_MAX)) {
            if (closed || !bulk.isOpen()) return null;
            Thread.sleep(LOOK);
        }
        holder = bulk;
        return buffer = new byte[ChunkLayout.BYTES_MAX];
    }

    private void giveBack() {
        if (holder != null) holder.giveBack(ChunkLayout.BYTES_MAX);
        holder = null;
        buffer = null;
    }

    /// The next one; null when there was none for a while, or nothing is to be sent any more.
    private @Nullable Job next() throws InterruptedException {
        long began = System.nanoTime();
        while (!closed && System.nanoTime() - began < IDLE.toNanos()) {
            Job job = jobs.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            if (job != null) return job;
        }
        synchronized (this) {
            Job late = closed ? null : jobs.poll();
            if (late != null) return late;
            giveBack();
            running = false;
            if (opened != null) opened.close();
            opened = null;
            return null;
        }
    }

    private Outcome send(Job job) throws InterruptedException {
        byte[] head = new DataFrame(job.transfer, job.chunk).header();
        boolean waited = false;
        for (int attempt = 0; attempt < TRIES && session.isOpen() && !closed; attempt++) {
            try {
                BulkConnection bulk = bulk();
                byte[] into = bufferFor(bulk);
                if (into == null) continue;
                int length = job.source.read(job.chunk, into);
                if (length == ChunkSource.NO_CHUNK) return Outcome.NOT_HERE;
                if (!waited) limits.await(Direction.OUT, length, () -> session.isOpen() && !closed);
                waited = true; // once for a chunk
                bulk.send(FrameType.DATA, head, ByteBuffer.wrap(into, 0, length));
                return Outcome.SENT;
            } catch (IOException e) {
                // it may have been another's, who has done with it
                LOG.log(DEBUG, "a bulk connection ended while a chunk was sent", e);
            }
        }
        return Outcome.LOST;
    }

    private BulkConnection bulk() throws IOException, InterruptedException {
        BulkConnection there = open.get();
        if (there != null) return there;
        BulkConnection made = session.openBulk();
        synchronized (this) {
            opened = made;
        }
        return made;
    }
}
