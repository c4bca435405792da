package io.landline.filetransfer.download;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.chunk.OfferChunks;
import io.landline.filetransfer.partial.PartialFile;
import io.landline.filetransfer.partial.ReceivedFolders;
import io.landline.filetransfer.partial.VerifiedChunks;
import io.landline.frame.MalformedFrameException;
import io.landline.swarm.ChunkSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The partial files of one offer, of which chunks come in any order: those used last are open. Confined to the
/// download's writer thread.
final class OfferPartials {
    /// Files that are open at once.
    static final int OPEN_MAX = 64;

    /// Where the files are, and what is known of them.
    ///
    /// @param bytes of all files that are wanted
    /// @param held the chunks of the offer that are verified; the writer changes it
    record Place(TransferId transfer, TransferStore store, ReceivedFolders folders, OfferChunks chunks, int chunkBytes,
            long bytes, VerifiedChunks verified, ChunkSet held) {}

    /// Told of a file that was opened, before it is used: what is in it may be another's work.
    interface Look {
        void opened(int number, PartialFile file) throws IOException;
    }

    private final Place place;
    private final Look look;
    private final Map<Integer, PartialFile> open = new LinkedHashMap<>(OPEN_MAX, 0.75f, true);

    OfferPartials(Place place, Look look) {
        this.place = place;
        this.look = look;
    }

    /// The file of this number, open for writing; null where it is whole and has its name.
    @Nullable
    PartialFile open(int number) throws IOException {
        PartialFile known = open.get(number);
        if (known != null) return known;
        if (open.size() >= OPEN_MAX) leaveOldest();
        PartialFile partial = closed(number);
        if (partial.stored().complete() || !partial.open()) return null;
        open.put(number, partial);
        look.opened(number, partial);
        return partial;
    }

    private PartialFile closed(int number) throws IOException {
        List<StoredFile> stored = place.store.files(place.transfer, number, 1);
        if (stored.isEmpty()) throw new IOException("file " + number + " of the offer is not in the store");
        return place.folders.file(place.folders.latest(stored.getFirst()));
    }

    /// Takes away what is here of a file that cannot be had.
    void abandon(int number, FailureReason reason) throws IOException {
        PartialFile opened = open.remove(number);
        PartialFile file = opened == null ? closed(number) : opened;
        if (!file.stored().complete()) file.abandon(reason);
    }

    /// Gives a file of which every chunk is verified its name.
    void finish(int number) throws IOException, MalformedFrameException {
        PartialFile file = open(number);
        if (file == null) return;
        file.finish();
        open.remove(number);
    }

    /// Those that are open now, to be forced to the disk.
    List<PartialFile> opened() {
        return new ArrayList<>(open.values());
    }

    private void leaveOldest() throws IOException {
        Iterator<Map.Entry<Integer, PartialFile>> oldest = open.entrySet().iterator();
        Map.Entry<Integer, PartialFile> file = oldest.next();
        oldest.remove();
        leave(file.getKey(), file.getValue());
    }

    /// Closes all; what is verified is remembered. Where one fails, the others are closed all the same.
    void leaveAll() throws IOException {
        Exception failure = null;
        while (!open.isEmpty()) {
            try {
                leaveOldest();
            } catch (IOException | RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure instanceof IOException e) throw e;
        if (failure instanceof RuntimeException e) throw e;
    }

    private void leave(int number, PartialFile file) throws IOException {
        int first = place.chunks.first(number);
        var verified = new BitSet();
        for (int chunk = first; chunk < place.chunks.end(number); chunk++) {
            if (place.held.has(chunk)) verified.set(chunk - first);
        }
        try {
            file.noteAnywhere();
        } finally {
            file.leave(verified);
        }
    }
}
