package io.landline.filetransfer.download;

import static java.lang.System.Logger.Level.INFO;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.chunk.ChunkBuffer;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.download.FileReception.StoppedException;
import io.landline.filetransfer.download.WaitingFiles.Again;
import io.landline.filetransfer.partial.PartialFile;
import io.landline.filetransfer.partial.ReceivedFolders;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.session.BulkConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All files of an offer while its author gives them, one after the other; small ones are asked for ahead. A file that
/// the author cannot give any more is passed over. Confined to the download's writer thread, but [#data] and [#paged].
final class AuthorReception {
    private static final System.Logger LOG = System.getLogger(AuthorReception.class.getName());

    /// @param sums of the whole transfer
    record AuthorContext(DownloadContext download, ReceivedSums sums, UnaskedChunks unasked) {}

    private final DownloadContext around;
    private final UnaskedChunks unasked;
    private final ReceivedSums sums;
    private final ReceivedFolders folders;
    private final BulkConnection bulk;
    private final long files;
    private final PageRequests requests;
    private final PrefetchedChunks prefetched;
    private final WaitingFiles others;
    private volatile @Nullable FileReception current;

    /// @param files of the offer
    AuthorReception(AuthorContext context, ReceivedFolders folders, BulkConnection bulk, KnownPages known, long files) {
        around = context.download;
        unasked = context.unasked;
        this.folders = folders;
        this.bulk = bulk;
        this.files = files;
        sums = context.sums;
        requests = new PageRequests(sums.transfer(), bulk, known);
        prefetched = new PrefetchedChunks(sums.transfer(), bulk);
        others = new WaitingFiles(known, last -> around.commit().toFinish(isLastStep(last)));
    }

    /// Where there are folders, their names are the last step, not that of a file.
    private boolean isLastStep(boolean lastFile) {
        return lastFile && !folders.any();
    }

    /// A chunk, on the bulk connection's thread. False where it was not asked for.
    boolean data(Fingerprint from, int chunk, ByteBuffer bytes) throws MalformedFrameException, InterruptedException {
        if (prefetched.arriving(chunk, bytes, around.queue()::poke)) return true;
        FileReception now = current;
        if (now == null || !now.arriving(chunk)) return false;
        now.data(from, chunk, bytes);
        return true;
    }

    /// A page of hashes has come and is known, on the session's queue.
    void paged(HashPage page) {
        FileReception now = current;
        if (now != null) now.paged(page);
        others.paged();
    }

    /// Gets all that is missing.
    void receiveAll()
            throws IOException, InterruptedException, MalformedFrameException, StoppedException {
        int first = 0;
        List<StoredFile> page;
        for (long n = 0; !(page = sums.store().files(sums.transfer(), n, Download.FILES_A_READ)).isEmpty(); n += page
                .size()) {
            for (int at = 0; at < page.size(); at++) {
                StoredFile file = page.get(at);
                if (around.stopped().getAsBoolean()) throw new StoppedException();
                requests.ahead(prefetched.ask(page, at, first, sums.chunkBytes()));
                boolean last = file.number() == files - 1;
                if (!file.complete()) receive(file, first, last);
                first += new ChunkLayout(file.bytes(), sums.chunkBytes()).count();
                requests.reached(first);
                if (last) others.noneFollows();
                receiveAgain();
            }
        }
        while (!others.isEmpty()) awaitPages();
    }

    private void receiveAgain()
            throws IOException, InterruptedException, MalformedFrameException, StoppedException {
        others.finish();
        for (Again again; (again = others.nextAgain()) != null;) {
            receive(again.file(), again.first(), others.isLast());
        }
    }

    /// Every file is written; some wait for their pages.
    private void awaitPages()
            throws IOException, InterruptedException, MalformedFrameException, StoppedException {
        if (around.stopped().getAsBoolean()) throw new StoppedException();
        receiveAgain();
        if (others.isEmpty()) return;
        ChunkBuffer late = around.queue().next();
        if (late != null) late.release();
        requests.askAgain();
    }

    private void receive(StoredFile file, int first, boolean last)
            throws IOException, InterruptedException, MalformedFrameException, StoppedException {
        try (PartialFile partial = folders.file(file)) {
            FailureReason lostBefore = around.lost().reason(file.number());
            if (lostBefore != null) {
                abandon(partial, sums.bytesOf(file, file.keptChunks()), lostBefore);
                return;
            }
            if (!partial.open()) return;
            int keptNow = partial.stored().keptChunks();
            if (keptNow < file.keptChunks()) {
                long again = sums.bytesOf(file, file.keptChunks()) - sums.bytesOf(file, keptNow);
                around.bytesHere().add(-again);
                around.reservation().written(-again);
            }
            var context = new FileReception.ReceptionContext(around, sums.transfer(), bulk, requests,
                    new FileReception.Others(others, prefetched));
            var now = new FileReception(context, partial, first);
            current = now;
            boolean isSettled = false; // it waits, has its name, or is lost
            try {
                if (!now.receive()) {
                    isSettled = true;
                    Map<Integer, byte[]> unhashed = now.takeUnhashed();
                    others.add(partial, first, now.verified(), unhashed);
                } else {
                    around.commit().toFinish(isLastStep(last && others.isEmpty()));
                    partial.finish();
                    isSettled = true;
                }
            } catch (FileReception.LostFileException e) {
                isSettled = true;
                current = null;
                unasked.mayCome(bulk.session().peer(), now.underWay());
                abandon(partial, now.bytesHere(), e.reason);
            } finally {
                if (!isSettled) partial.leave(now.verified());
            }
        }
    }

    private void abandon(PartialFile partial, long here, FailureReason reason)
            throws IOException {
        LOG.log(INFO, "Transfer {0}: file {1} cannot be had ({2}); the others go on", sums.transfer(),
                partial.stored().number(), reason.text());
        around.bytesHere().add(-here);
        around.bytesHere().lost(partial.stored().bytes());
        around.reservation().written(partial.stored().bytes() - here);
        partial.abandon(reason);
    }
}
