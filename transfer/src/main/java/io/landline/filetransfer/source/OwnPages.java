package io.landline.filetransfer.source;

import static java.lang.System.Logger.Level.DEBUG;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.StoredPages;
import io.landline.filetransfer.source.SourceFile.SourceException;
import io.landline.identity.Identity;
import io.landline.peer.BoundedMap;
import io.landline.peer.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The hash pages of one own offer, shared by all its uploads. A page is made from the hashes of its chunks as they are
/// read, signed once, and kept for ever: there is never a second one. From then on a chunk that reads otherwise shows
/// that its file has changed.
///
/// Any thread that reads sources. The monitor is held while a page is looked up or kept in the store.
public final class OwnPages {
    /// Pages in memory, signed or in the making, 2 KiB each: enough for eight receivers at different places. One that
    /// was forgotten half-made is made again from its first chunk.
    static final int HELD_MAX = 32;

    /// A page in memory: signed, or its hashes so far.
    private static final class HeldPage {
        private final byte[][] hashes;
        private int missing;
        private @Nullable HashPage signed;

        private HeldPage(int count) {
            hashes = new byte[count][];
            missing = count;
        }
    }

    private final Identity identity;
    private final StoredOffer offer;
    private final TransferStore store;
    private final StoredPages stored;
    private final Map<Integer, HeldPage> held = BoundedMap.leastRecentlyUsed(HELD_MAX);
    /// Chunks of files that are not what was offered, and these files by their numbers.
    private final BitSet lostChunks = new BitSet();
    private final BitSet goneChunks = new BitSet();
    private final Map<FailureReason, BitSet> lostFiles = new EnumMap<>(FailureReason.class);
    private final AtomicLong readBytes = new AtomicLong();
    private final AtomicLong lostBytes = new AtomicLong();
    private @Nullable SourceIndex index;

    public OwnPages(Identity identity, StoredOffer offer, TransferStore store) {
        this.identity = identity;
        this.offer = offer;
        this.store = store;
        stored = new StoredPages(offer.id(), store);
    }

    /// The offer that these pages belong to.
    public StoredOffer offer() {
        return offer;
    }

    /// Where the chunks are; read from the store at the first call.
    synchronized SourceIndex index() {
        SourceIndex known = index;
        if (known == null) index = known = SourceIndex.of(store, offer);
        return known;
    }

    void read(int bytes) {
        readBytes.addAndGet(bytes);
    }

    /// What was read of the files for all receivers, and for hashes alone. Any thread.
    public long readBytes() {
        return readBytes.get();
    }

    /// Bytes of the files that are not given any more, as far as this run of the program knows. Any thread.
    public long lostBytes() {
        return lostBytes.get();
    }

    /// Whether the offer has a page of this number.
    boolean holds(int page) {
        return page < HashPage.pages(index().chunks());
    }

    /// A file is not what was offered, so none of it is given any more. What of it is in no page yet stands there as
    /// [HashPage#lost]: so the pages that it shares with other files can be signed.
    synchronized void lose(LostFile file) {
        int first = file.chunks().first();
        int end = file.chunks().end();
        if (lostChunks.get(first)) return;
        lostBytes.addAndGet(file.bytes());
        lostChunks.set(first, end);
        if (file.reason() == FailureReason.SOURCE_GONE) goneChunks.set(first, end);
        lostFiles.computeIfAbsent(file.reason(), _ -> new BitSet()).set((int) file.number());
        List.copyOf(held.entrySet()).forEach(page -> fillLost(page.getKey(), page.getValue()));
    }

    private void fillLost(int number, HeldPage page) {
        if (page.signed != null) return;
        for (int at = 0; at < page.hashes.length; at++) {
            if (page.hashes[at] != null || !lostChunks.get(HashPage.first(number) + at)) continue;
            page.hashes[at] = HashPage.lost(lostReason(HashPage.first(number) + at));
            page.missing--;
        }
        signIfWhole(number, page);
    }

    private FailureReason lostReason(int chunk) {
        return goneChunks.get(chunk) ? FailureReason.SOURCE_GONE : FailureReason.SOURCE_CHANGED;
    }

    synchronized boolean isLost(int chunk) {
        return lostChunks.get(chunk);
    }

    /// The numbers of the files that are not given any more for this reason, as far as this run of the program knows.
    public synchronized BitSet lostFiles(FailureReason reason) {
        return (BitSet) lostFiles.getOrDefault(reason, new BitSet()).clone();
    }

    /// A chunk was read. Throws where it is not what its page says, or what was read before.
    synchronized void hashed(int chunk, byte[] hash) throws SourceException {
        int number = HashPage.of(chunk);
        HeldPage page = held(number);
        HashPage signed = page.signed;
        int at = chunk - HashPage.first(number);
        byte[] before = signed == null ? page.hashes[at] : signed.hash(chunk);
        if (before != null) {
            if (!MessageDigest.isEqual(before, hash)) {
                throw new SourceException(FailureReason.SOURCE_CHANGED, "changed, and kept its size and time");
            }
            return;
        }
        page.hashes[at] = hash.clone();
        page.missing--;
        signIfWhole(number, page);
    }

    /// Where the store refuses it, the chunk that was read is right all the same: it is tried again when the page is
    /// asked for.
    private void signIfWhole(int number, HeldPage page) {
        if (page.missing > 0) return;
        try {
            sign(number, page);
        } catch (TransferStoreException e) {
            System.getLogger(OwnPages.class.getName()).log(DEBUG, "a page of hashes is not kept yet", e);
        }
    }

    private void sign(int number, HeldPage page) {
        ByteBuffer hashes = ByteBuffer.allocate(page.hashes.length * Sha256.BYTES);
        for (byte[] hash : page.hashes) hashes.put(hash);
        HashPage signed = HashPage.signed(identity, offer.id(), number, hashes.array());
        store.saveHashPage(offer.id(), number, signed.bytes());
        page.signed = signed;
    }

    /// The page of this number; null while hashes of it are missing.
    synchronized @Nullable HashPage page(int number) {
        HeldPage page = held(number);
        if (page.signed == null && page.missing == 0) sign(number, page);
        return page.signed;
    }

    /// The chunks without a hash of a page that is not signed.
    synchronized int[] missing(int number) {
        HeldPage page = held(number);
        return IntStream.range(0, page.hashes.length)
                .filter(at -> page.hashes[at] == null)
                .map(at -> HashPage.first(number) + at)
                .toArray();
    }

    private HeldPage held(int number) {
        HeldPage known = held.get(number);
        if (known != null) return known;
        int chunks = index().chunks();
        var page = new HeldPage(HashPage.end(number, chunks) - HashPage.first(number));
        page.signed = stored.page(number);
        held.put(number, page);
        fillLost(number, page);
        return page;
    }

    /// SHA-256 over all chunk hashes of the offer, in order; null while a page is missing, or a file is lost.
    public synchronized byte @Nullable [] root() {
        return stored.root(index().chunks());
    }

    /// The hash of the one chunk of an offer of one file of one chunk, which is also the file's; null for other offers.
    public synchronized byte @Nullable [] onlyHash() {
        if (offer.body().files() != 1 || index().chunks() != 1) return null;
        HashPage page = page(0);
        return page == null ? null : page.hash(0);
    }
}
