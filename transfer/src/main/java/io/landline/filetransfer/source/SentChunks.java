package io.landline.filetransfer.source;

import io.landline.swarm.ChunkSpan;
import java.util.BitSet;

/// How many bytes of an offer were handed to the network for one receiver, over all its sessions. A chunk that goes
/// again, because its first journey was cut off, counts once; after a restart that is not known. Any thread.
public final class SentChunks {
    /// At most 2 MiB, for an offer of [io.landline.filetransfer.chunk.ChunkLayout#OFFER_CHUNKS_MAX] chunks.
    private final BitSet chunks = new BitSet();
    private long bytes;

    /// @param before what earlier runs of the program sent
    public SentChunks(long before) { bytes = before; }

    synchronized void sent(int chunk, int length) {
        if (chunks.get(chunk)) return;
        chunks.set(chunk);
        bytes += length;
    }

    public synchronized boolean hasAll(ChunkSpan span) {
        return chunks.nextClearBit(span.first()) >= span.end();
    }

    public synchronized long bytes() {
        return bytes;
    }
}
