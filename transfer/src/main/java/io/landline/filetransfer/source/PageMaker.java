package io.landline.filetransfer.source;

import static java.lang.System.Logger.Level.WARNING;

import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.chunk.HashPage;
import java.io.Closeable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes pages of hashes for the receivers of a swarm, who ask for chunks of a page in any order: what nobody has read
/// yet is read for the page. One thread for all offers, which begins with the first page. The monitor is held for a few
/// assignments.
public final class PageMaker implements Closeable {
    /// Pages that wait to be made; who asks for more asks again later.
    static final int WAITING_MAX = 1_024;
    /// Pages that wait for one receiver, so that nobody keeps the others waiting for long.
    static final int WAITING_AN_UPLOAD_MAX = 64;
    private static final System.Logger LOG = System.getLogger(PageMaker.class.getName());

    private record Wanted(OwnPages pages, int number) {}

    /// The chunks of a page, and the uploads that wait for it. An upload that asks twice gets it once.
    private record Order(OwnChunks chunks, Map<Upload, Consumer<HashPage>> receivers) {}

    private final Map<Wanted, Order> waiting = new LinkedHashMap<>();
    private @Nullable Thread thread;
    private boolean closed;

    /// Tells a page of an own offer to `receiver`, on the thread of this object, once it is made. Never where the
    /// upload ends before.
    public synchronized void make(Upload upload, OwnChunks chunks, int number, Consumer<HashPage> receiver) {
        if (closed) return;
        var wanted = new Wanted(upload.pages(), number);
        Order order = waiting.get(wanted);
        if (order == null && (waiting.size() >= WAITING_MAX || waitingFor(upload) >= WAITING_AN_UPLOAD_MAX)) return;
        if (order == null) {
            order = new Order(chunks, new LinkedHashMap<>());
            waiting.put(wanted, order);
        }
        order.receivers.put(upload, receiver);
        if (thread == null) {
            thread = Thread.ofPlatform().name("files-pages").daemon().start(this::run);
        }
        notifyAll();
    }

    private long waitingFor(Upload upload) {
        return waiting.values().stream().filter(order -> order.receivers.containsKey(upload)).count();
    }

    private synchronized @Nullable Wanted next() throws InterruptedException {
        while (waiting.isEmpty() && !closed) wait();
        return closed ? null : waiting.keySet().iterator().next();
    }

    private void run() {
        var buffer = new byte[ChunkLayout.BYTES_MAX];
        try {
            for (Wanted wanted; (wanted = next()) != null;) serve(wanted, buffer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does; the thread ends
        }
    }

    private void serve(Wanted wanted, byte[] buffer) {
        HashPage page = null;
        try {
            page = page(wanted, buffer);
        } catch (TransferStoreException e) {
            LOG.log(WARNING, "a page of hashes could not be kept; the receiver tries again", e);
        }
        Order order;
        synchronized (this) {
            order = waiting.remove(wanted);
        }
        if (page == null || order == null) return;
        for (Consumer<HashPage> receiver : order.receivers.values()) receiver.accept(page);
    }

    private @Nullable HashPage page(Wanted wanted, byte[] buffer) {
        OwnPages pages = wanted.pages;
        if (!pages.holds(wanted.number)) return null;
        HashPage page = pages.page(wanted.number);
        while (page == null) {
            OwnChunks chunks = chunksFor(wanted);
            int[] missing = pages.missing(wanted.number);
            if (chunks == null) return null;
            for (int chunk : missing) {
                if (chunks.read(chunk, buffer) == OwnChunks.NO_CHUNK && !pages.isLost(chunk)) return null;
            }
            page = pages.page(wanted.number);
        }
        return page;
    }

    private synchronized @Nullable OwnChunks chunksFor(Wanted wanted) {
        Order order = waiting.get(wanted);
        return order == null || closed ? null : order.chunks;
    }

    @Override
    public synchronized void close() {
        closed = true;
        waiting.clear();
        notifyAll();
    }
}
