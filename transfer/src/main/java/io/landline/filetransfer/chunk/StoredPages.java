package io.landline.filetransfer.chunk;

import io.landline.filetransfer.TransferStore;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Sha256;
import io.landline.room.EntryId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// The hash pages of one offer in the store: only those are kept that were checked, or signed here. Any thread; waits
/// for the disk.
public final class StoredPages {
    private final EntryId offer;
    private final TransferStore store;

    public StoredPages(EntryId offer, TransferStore store) {
        this.offer = offer;
        this.store = store;
    }

    /// The page of this number; null while it is missing.
    public @Nullable HashPage page(int number) {
        byte[] bytes = store.hashPage(offer, number);
        if (bytes == null) return null;
        try {
            return HashPage.received(ByteBuffer.wrap(bytes));
        } catch (MalformedFrameException e) {
            throw new IllegalStateException("a page that we kept cannot be read", e);
        }
    }

    /// SHA-256 over all chunk hashes of the offer, in order; null while a page is missing, or where the
    /// author could not give a chunk.
    ///
    /// @param chunks of the whole offer
    public byte @Nullable [] root(int chunks) {
        MessageDigest digest = Sha256.digest();
        for (int number = 0; number < HashPage.pages(chunks); number++) {
            HashPage page = page(number);
            if (page == null || !page.lost().isEmpty()) return null;
            digest.update(page.hashes());
        }
        return digest.digest();
    }
}
