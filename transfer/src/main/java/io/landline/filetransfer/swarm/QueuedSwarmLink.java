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
record QueuedSwarmLink(Swarms swarms, SerialQueue queue, ReceiverRole role, Path folder) implements SwarmLink {
    @Override
    public void start(OfferChunks chunks, ChunkSet held, ChunkSet unwanted, ChunkSet unread) {
        queue.post(() -> swarms.start(role, new ReceiverRole.Start(chunks, held, unwanted, unread, folder)));
    }

    @Override
    public void found(ChunkSpan chunks) {
        queue.post(() -> swarms.tell(role, () -> role.started().found(chunks, queue.uptime())));
    }

    @Override
    public boolean arriving(Fingerprint from, int chunk) {
        return role.asked.arriving(from, chunk);
    }

    @Override
    public void verified(Fingerprint from, int chunk) {
        queue.post(() -> swarms.tell(role, () -> role.started().arrived(from, chunk, queue.uptime())));
    }

    @Override
    public void lost(int chunk) {
        queue.post(() -> swarms.tell(role, () -> role.started().lost(chunk, queue.uptime())));
    }

    @Override
    public void givenUp(ChunkSpan chunks) {
        queue.post(() -> swarms.tell(role, () -> role.started().givenUp(chunks, queue.uptime())));
    }

    @Override
    public void whileNobodyReads(Move move) throws IOException {
        role.reading.lock();
        try {
            move.run();
        } finally {
            role.reading.unlock();
        }
    }

    @Override
    public void wrong(Fingerprint from, int chunk) {
        queue.post(() -> swarms.tell(role, () -> role.started().wrong(from, chunk, queue.uptime())));
    }

    @Override
    public void wantPages(List<Integer> pages) {
        queue.post(() -> swarms.wantPages(role, pages));
    }

    @Override
    public Fingerprint author() {
        return role.offer.author();
    }
}
