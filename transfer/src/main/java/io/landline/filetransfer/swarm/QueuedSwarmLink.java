package io.landline.filetransfer.swarm;

import io.landline.filetransfer.chunk.OfferChunks;
import io.landline.filetransfer.download.SwarmLink;
import io.landline.peer.Fingerprint;
import io.landline.queue.SerialQueue;
import io.landline.swarm.ChunkSet;
import io.landline.swarm.ChunkSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Brings what a download tells to the files' queue. Any thread.
record QueuedSwarmLink(Swarms swarms, SerialQueue queue, ReceiverPart part, Path folder) implements SwarmLink {
    @Override
    public void start(OfferChunks chunks, ChunkSet held, ChunkSet unwanted, ChunkSet unread) {
        queue.post(() -> swarms.start(part, new ReceiverPart.Start(chunks, held, unwanted, unread, folder)));
    }

    @Override
    public void found(ChunkSpan chunks) {
        queue.post(() -> swarms.tell(part, () -> part.started().found(chunks, queue.uptime())));
    }

    @Override
    public boolean arriving(Fingerprint from, int chunk) {
        return part.asked.arriving(from, chunk);
    }

    @Override
    public void verified(Fingerprint from, int chunk) {
        queue.post(() -> swarms.tell(part, () -> part.started().arrived(from, chunk, queue.uptime())));
    }

    @Override
    public void lost(int chunk) {
        queue.post(() -> swarms.tell(part, () -> part.started().lost(chunk, queue.uptime())));
    }

    @Override
    public void givenUp(ChunkSpan chunks) {
        queue.post(() -> swarms.tell(part, () -> part.started().givenUp(chunks, queue.uptime())));
    }

    @Override
    public void whileNobodyReads(Move move) throws IOException {
        part.reading.lock();
        try {
            move.run();
        } finally {
            part.reading.unlock();
        }
    }

    @Override
    public void wrong(Fingerprint from, int chunk) {
        queue.post(() -> swarms.tell(part, () -> part.started().wrong(from, chunk, queue.uptime())));
    }

    @Override
    public void wantPages(List<Integer> pages) {
        queue.post(() -> swarms.wantPages(part, pages));
    }

    @Override
    public Fingerprint author() {
        return part.offer.author();
    }
}
