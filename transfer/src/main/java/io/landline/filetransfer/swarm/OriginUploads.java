package io.landline.filetransfer.swarm;

import io.landline.cost.Standings;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.frame.ConnectedPeers;
import io.landline.filetransfer.source.LostFiles;
import io.landline.filetransfer.source.OwnChunks;
import io.landline.filetransfer.source.PageMaker;
import io.landline.filetransfer.source.Upload;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.queue.SerialQueue;
import io.landline.session.Session;
import java.io.Closeable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the swarms of our own offers need: uploads, their chunks, and pages of hashes. Confined to the files' queue.
final class OriginUploads implements Closeable {
    private final Map<TransferId, Upload> uploads;
    private final ConnectedPeers peers;
    private final SerialQueue queue;
    private final LostFiles lost;
    private final PageMaker pageMaker;

    /// @param lost told on the files' queue
    OriginUploads(Map<TransferId, Upload> uploads, ConnectedPeers peers, SerialQueue queue, Standings standings,
            LostFiles lost) {
        pageMaker = new PageMaker(standings);
        this.uploads = uploads;
        this.peers = peers;
        this.queue = queue;
        this.lost = lost;
    }

    /// The accepted transfer to this receiver, if it has a place; else null.
    @Nullable
    Upload uploadTo(TransferId transfer) {
        return uploads.get(transfer);
    }

    /// The chunks of an upload, read by the caller.
    OwnChunks chunksOf(Upload upload) {
        return new OwnChunks(upload, (of, file) -> queue.post(() -> lost.lost(of, file)));
    }

    /// Has a page made, and sends it.
    void makePage(Upload upload, OwnChunks chunks, int page, Session to) {
        pageMaker.make(upload, chunks, page,
                made -> queue.post(() -> peers.send(to.peer(), new Frame(FrameType.HASHES, made.bytes()))));
    }

    @Override
    public void close() {
        pageMaker.close();
    }
}
