package io.landline.filetransfer.source;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.chunk.ChunkSource;
import io.landline.filetransfer.source.SourceFile.SourceException;

/// The chunks of an own offer, read for one receiver. Any thread; one at a time reads.
public final class OwnChunks implements ChunkSource {
    private static final System.Logger LOG = System.getLogger(OwnChunks.class.getName());

    private final Upload upload;
    private final LostFiles lost;

    /// `lost` is told, on the reading thread, when a source is not what it was.
    public OwnChunks(Upload upload, LostFiles lost) {
        this.upload = upload;
        this.lost = lost;
    }

    @Override
    public synchronized int read(int chunk, byte[] into) {
        try {
            int length = upload.read(chunk, into);
            return length < 0 ? NO_CHUNK : length;
        } catch (SourceException e) {
            LOG.log(INFO, "Transfer {0}: a source {1}; the other files go on", upload.id(), e.getMessage());
            lost.lost(upload, upload.lose(chunk, e.reason));
            return NO_CHUNK;
        } catch (TransferStoreException e) {
            LOG.log(WARNING, "a chunk cannot be looked up; another one may be", e);
            return NO_CHUNK;
        }
    }
}
