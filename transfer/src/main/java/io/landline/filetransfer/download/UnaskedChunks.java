package io.landline.filetransfer.download;

import io.landline.frame.MalformedFrameException;
import io.landline.peer.BoundedMap;
import io.landline.peer.Fingerprint;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// How many chunks each peer brought to one download that did not ask for them. Some are on the way when a transfer
/// stops or loses a file; a peer that brings ever more is at fault. Any thread.
final class UnaskedChunks {
    /// Of one peer, before the connection that brings them ends. A stopped transfer leaves up to
    /// [io.landline.filetransfer.chunk.ChunkLedger#ASKED_MAX] of them on the way.
    static final int UNASKED_MAX = 1_024;
    /// Peers that are counted; the one that brought some longest ago is forgotten.
    private static final int UNASKED_OF_MAX = 256;

    private final Map<Fingerprint, AtomicInteger> unasked = Collections
            .synchronizedMap(BoundedMap.leastRecentlyUsed(UNASKED_OF_MAX));

    /// This peer brought one.
    void came(Fingerprint from) throws MalformedFrameException {
        if (of(from).incrementAndGet() > UNASKED_MAX) {
            throw new MalformedFrameException("chunks that nobody asked for");
        }
    }

    /// This peer was asked for chunks that are not wanted any more; they may still come.
    void mayCome(Fingerprint from, int chunks) {
        of(from).addAndGet(-chunks);
    }

    private AtomicInteger of(Fingerprint peer) {
        return unasked.computeIfAbsent(peer, _ -> new AtomicInteger());
    }
}
