package io.landline.filetransfer.download;

import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.PageRequest;
import io.landline.filetransfer.download.FileReception.StoppedException;
import io.landline.frame.FrameType;
import io.landline.session.BulkConnection;
import io.landline.swarm.ChunkSpan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;

/// Which hash pages a download asks for, and when. A page may span files. It is asked for once all its chunks that are
/// wanted were asked for: then its sender has read them anyhow. Confined to the writer's thread, but [#heard].
final class PageRequests {
    /// A page that is missing for this long is asked for again: it was lost with an earlier connection. Each time in
    /// vain doubles the wait, because a sender that lets us wait for our turn keeps every request, and bounds them.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TransferId transfer;
    private final BulkConnection bulk;
    private final KnownPages known;
    /// Pages that are needed; not all their chunks were asked for.
    private final BitSet wanted = new BitSet();
    private final BitSet requested = new BitSet();
    /// Of those requested: to be asked for when there is room, and asked for. Those that came are dropped now and then.
    private final BitSet due = new BitSet();
    private final BitSet underWay = new BitSet();
    private volatile long heardAtNanos = System.nanoTime();
    private volatile boolean heard;
    private Duration patience = PATIENCE;

    /// @param bulk carries what is asked for
    PageRequests(TransferId transfer, BulkConnection bulk, KnownPages known) {
        this.transfer = transfer;
        this.bulk = bulk;
        this.known = known;
    }

    KnownPages known() {
        return known;
    }

    /// These chunks of the offer are to be proven.
    void want(int first, int end) {
        if (first >= end) return;
        int last = HashPage.of(end - 1);
        for (int page = HashPage.of(first); page <= last; page++) if (!requested.get(page)) wanted.set(page);
    }

    /// These chunks were asked for, before their turn; so was what is wanted before them.
    void ahead(List<ChunkSpan> runs) throws StoppedException {
        if (runs.isEmpty()) return;
        for (ChunkSpan run : runs) want(run.first(), run.end());
        reached(runs.getLast().end());
    }

    /// All chunks before this one that are wanted were asked for; so are now the pages that end there, as far as so
    /// many may be asked for at once.
    void reached(int chunk) throws StoppedException {
        for (int page = wanted.nextSetBit(0); page >= 0; page = wanted.nextSetBit(page + 1)) {
            if (HashPage.end(page, known.chunks()) > chunk) break;
            wanted.clear(page);
            requested.set(page);
            due.set(page);
        }
        requestDue();
    }

    private void requestDue() throws StoppedException {
        if (due.isEmpty()) return;
        dropKnown(underWay);
        dropKnown(due);
        var now = new BitSet();
        for (int page = due.nextSetBit(0); page >= 0; page = due.nextSetBit(page + 1)) {
            if (underWay.cardinality() == PageRequest.PAGES_MAX) break;
            due.clear(page);
            underWay.set(page);
            now.set(page);
        }
        request(now);
    }

    private void dropKnown(BitSet pages) {
        for (int page = pages.nextSetBit(0); page >= 0; page = pages.nextSetBit(page + 1)) {
            if (known.find(page) != null) pages.clear(page);
        }
    }

    /// Asks for these pages, at most as many as one frame holds.
    private void request(BitSet pages) throws StoppedException {
        if (pages.isEmpty()) return;
        try {
            var frame = new PageRequest(transfer, pages.stream().boxed().toList());
            bulk.send(FrameType.HASH_REQUEST, frame.body(), ByteBuffer.allocate(0));
        } catch (IOException e) {
            throw new StoppedException(); // the connection: it is dialled again, and the transfer goes on
        }
    }

    /// Something came: a chunk, or a page. Any thread.
    void heard() {
        heardAtNanos = System.nanoTime();
        heard = true;
    }

    /// Asks for missing pages again where nothing came for a while.
    void askAgain() throws StoppedException {
        requestDue(); // there may be room, since a page came
        if (System.nanoTime() - heardAtNanos < patience.toNanos()) return;
        heardAtNanos = System.nanoTime();
        patience = heard ? PATIENCE : patience.multipliedBy(2);
        heard = false;
        dropKnown(underWay);
        request(underWay);
    }
}
