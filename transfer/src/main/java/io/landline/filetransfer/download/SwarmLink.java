package io.landline.filetransfer.download;

import io.landline.filetransfer.chunk.OfferChunks;
import io.landline.peer.Fingerprint;
import io.landline.swarm.ChunkSet;
import io.landline.swarm.ChunkSpan;
import java.io.IOException;
import java.util.List;

/// What a download in a swarm tells the part that decides which partner is asked for which chunk. Any thread; a call
/// does not wait, but [#whileNobodyReads].
public interface SwarmLink {
    /// What is done to files that others may be given chunks of.
    interface Move {
        void run() throws IOException;
    }

    /// It takes part from now on. The sets belong to the receiver of the call.
    ///
    /// @param held verified
    /// @param unwanted what nobody is to be asked for, whether here or not
    /// @param unread kept by an earlier run: each is [#found] or [#lost] later, and nobody is asked for it before
    void start(OfferChunks chunks, ChunkSet held, ChunkSet unwanted, ChunkSet unread);

    /// These chunks, which an earlier run kept, were read again and are verified.
    void found(ChunkSpan chunks);

    /// Whether this peer was asked for this chunk and has not brought it; it counts as brought from now on.
    boolean arriving(Fingerprint from, int chunk);

    /// A chunk that came is verified and on the disk.
    void verified(Fingerprint from, int chunk);

    /// A chunk that was verified, or kept by an earlier run, is not on the disk any more.
    void lost(int chunk);

    /// These chunks cannot be had any more, and nothing of them is here.
    void givenUp(ChunkSpan chunks);

    /// Does something while no chunk is read for others; waits for what is being read.
    void whileNobodyReads(Move move) throws IOException;

    /// A chunk that came is not what its author signed.
    void wrong(Fingerprint from, int chunk);

    /// These pages of hashes are missing; those that have them are asked.
    void wantPages(List<Integer> pages);

    /// Who offered it.
    Fingerprint author();
}
