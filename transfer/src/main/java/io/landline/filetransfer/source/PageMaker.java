package io.landline.filetransfer.source;

import static java.lang.System.Logger.Level.WARNING;

import io.landline.cost.Standings;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.chunk.HashPage;
import java.io.Closeable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes pages of hashes for the receivers of a swarm, who ask for chunks of a page in any order: what nobody has read
/// yet is read for the page. One thread for all offers, which begins with the first page. The monitor is held for a few
/// assignments.
public final class PageMaker implements Closeable {
    private static final System.Logger LOG = System.getLogger(PageMaker.class.getName());

    private final WantedPages wanted;
    private @Nullable Thread thread;
    private boolean closed;

    /// @param standings of receivers, by which they take turns
    public PageMaker(Standings standings) { this.wanted = new WantedPages(standings); }

    /// Tells a page of an own offer to `receiver`, on the thread of this object, once it is made. Never where the
    /// upload ends before.
    public synchronized void make(Upload upload, OwnChunks chunks, int number, Consumer<HashPage> receiver) {
        if (closed) return;
        wanted.add(upload, chunks, number, receiver);
        if (thread == null) {
            thread = Thread.ofPlatform().name("files-pages").daemon().start(this::run);
        }
        notifyAll();
    }

    private synchronized WantedPages.@Nullable Turn next() throws InterruptedException {
        while (!closed) {
            WantedPages.Turn next = wanted.next();
            if (next != null) return next;
            wait();
        }
        return null;
    }

    private void run() {
        var buffer = new byte[ChunkLayout.BYTES_MAX];
        try {
            for (WantedPages.Turn turn; (turn = next()) != null;) serve(turn, buffer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does; the thread ends
        }
    }

    private void serve(WantedPages.Turn turn, byte[] buffer) {
        long began = System.nanoTime();
        HashPage page = null;
        try {
            page = page(turn.page(), buffer);
        } catch (TransferStoreException e) {
            LOG.log(WARNING, "a page of hashes could not be kept; the receiver tries again", e);
        }
        WantedPages.Order order;
        synchronized (this) {
            order = wanted.made(turn, System.nanoTime() - began);
        }
        if (page == null || order == null) return;
        for (Consumer<HashPage> receiver : order.receivers().values()) receiver.accept(page);
    }

    private @Nullable HashPage page(WantedPages.Wanted wanted, byte[] buffer) {
        OwnPages pages = wanted.pages();
        if (!pages.holds(wanted.number())) return null;
        HashPage page = pages.page(wanted.number());
        while (page == null) {
            OwnChunks chunks = chunksFor(wanted);
            int[] missing = pages.missing(wanted.number());
            if (chunks == null) return null;
            for (int chunk : missing) {
                if (chunks.read(chunk, buffer) == OwnChunks.NO_CHUNK && !pages.isLost(chunk)) return null;
            }
            page = pages.page(wanted.number());
        }
        return page;
    }

    private synchronized @Nullable OwnChunks chunksFor(WantedPages.Wanted page) {
        WantedPages.Order order = wanted.order(page);
        return order == null || closed ? null : order.chunks();
    }

    @Override
    public synchronized void close() {
        closed = true;
        wanted.clear();
        notifyAll();
    }
}
