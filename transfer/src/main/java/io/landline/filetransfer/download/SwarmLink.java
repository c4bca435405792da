package io.landline.filetransfer.download;

import io.landline.filetransfer.chunk.OfferChunks;
import io.landline.peer.Fingerprint;
import io.landline.swarm.ChunkSet;
import java.util.List;

/// What a download in a swarm tells to who decides whom to ask for which chunk. Any thread; a call does not wait.
public interface SwarmLink {
    /// It takes part from now on; `held` is verified, and belongs to the receiver of the call.
    void start(OfferChunks chunks, ChunkSet held);

    /// Whether this chunk was asked of anybody and has not come; it counts as come from now on.
    boolean arriving(int chunk);

    /// A chunk that came is verified and on the disk.
    void verified(Fingerprint from, int chunk);

    /// A chunk that was verified is not on the disk any more.
    void lost(int chunk);

    /// A chunk that came is not what its author signed.
    void wrong(Fingerprint from, int chunk);

    /// These pages of hashes are missing; whoever has them is asked.
    void wantPages(List<Integer> pages);

    /// Who offered it.
    Fingerprint author();
}
