package io.landline.filetransfer.core;

import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.chunk.StoredPages;
import io.landline.room.EntryId;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of an offer is here, as the store has it. Any thread; waits for the disk.
///
/// @param root SHA-256 over all chunk hashes of the offer, in hex; null where a part of it was taken
public record ReceivedFiles(long bytes, @Nullable String root) {
    private static final int FILES_A_STEP = 256;

    /// @param body of the offer that the transfer is of
    public static ReceivedFiles of(TransferStore store, TransferId transfer, EntryId offer, OfferBody body) {
        long bytes = 0;
        long chunks = 0;
        long number = 0;
        boolean isWhole = true;
        while (true) {
            List<StoredFile> step = store.files(transfer, number, FILES_A_STEP);
            for (StoredFile file : step) {
                chunks += new ChunkLayout(file.bytes(), body.chunkBytes()).count();
                if (file.taken().isWanted()) {
                    bytes += file.bytes();
                } else {
                    isWhole = false;
                }
            }
            number += step.size();
            if (step.size() < FILES_A_STEP) break;
        }
        byte[] root = isWhole && number > 0 ? new StoredPages(offer, store).root(Math.toIntExact(chunks)) : null;
        return new ReceivedFiles(bytes, root == null ? null : HexFormat.of().formatHex(root));
    }
}
