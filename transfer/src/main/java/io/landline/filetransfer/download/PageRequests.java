package io.landline.filetransfer.download;

import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.PageRequest;
import io.landline.filetransfer.download.FileReception.StoppedException;
import io.landline.frame.FrameType;
import io.landline.session.BulkConnection;
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
    private final BulkConnection line;
    private final KnownPages known;
    /// Pages that are needed, and were not asked for.
    private final BitSet wanted = new BitSet();
    private final BitSet requested = new BitSet();
    private volatile long heardAtNanos = System.nanoTime();
    private volatile boolean heard;
    private Duration patience = PATIENCE;

    /// @param line carries what is asked for
    PageRequests(TransferId transfer, BulkConnection line, KnownPages known) {
        this.transfer = transfer;
        this.line = line;
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

    /// All chunks before this one that are wanted were asked for; so are now the pages that end there.
    void reached(int chunk) throws StoppedException {
        var due = new BitSet();
        for (int page = wanted.nextSetBit(0); page >= 0; page = wanted.nextSetBit(page + 1)) {
            if (HashPage.end(page, known.chunks()) > chunk) break;
            due.set(page);
        }
        if (due.isEmpty()) return;
        wanted.andNot(due);
        requested.or(due);
        request(due);
    }

    /// Asks for those of these pages that are not here.
    private void request(BitSet numbers) throws StoppedException {
        List<Integer> missing = numbers.stream().filter(page -> known.find(page) == null).boxed().toList();
        for (int at = 0; at < missing.size(); at += PageRequest.PAGES_MAX) {
            List<Integer> part = missing.subList(at, Math.min(missing.size(), at + PageRequest.PAGES_MAX));
            try {
                line.send(FrameType.HASH_REQUEST, new PageRequest(transfer, part).body(), ByteBuffer.allocate(0));
            } catch (IOException e) {
                throw new StoppedException(); // the connection: it is dialled again, and the transfer goes on
            }
        }
    }

    /// Something came: a chunk, or a page. Any thread.
    void heard() {
        heardAtNanos = System.nanoTime();
        heard = true;
    }

    /// Asks for missing pages again where nothing came for a while.
    void askAgain() throws StoppedException {
        if (System.nanoTime() - heardAtNanos < patience.toNanos()) return;
        heardAtNanos = System.nanoTime();
        patience = heard ? PATIENCE : patience.multipliedBy(2);
        heard = false;
        request(requested);
    }
}
