package io.landline.filetransfer.download;

import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.StoredPages;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.BoundedMap;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The hash pages of somebody's offer, as far as we have them: all in the store, those used last in memory. Any thread;
/// the monitor is held for a few assignments, never while the store is asked.
final class KnownPages {
    /// In memory, 2 KiB each: more than a download of one file uses at a time.
    static final int HELD_MAX = 32;

    /// The author signed two different pages of one number, so a file of the offer is not what it was.
    static final class TwoPagesException extends Exception {
        private static final long serialVersionUID = 1;
    }

    private final StoredOffer offer;
    private final TransferStore store;
    private final StoredPages stored;
    private final int chunks;
    private final Map<Integer, HashPage> held = BoundedMap.leastRecentlyUsed(HELD_MAX);
    /// On the way into the store: at most one of each session.
    private final Map<Integer, HashPage> coming = new HashMap<>();
    private final AtomicInteger added = new AtomicInteger();
    /// Looked for in the store in vain.
    private final BitSet absent = new BitSet();

    /// @param chunks of the whole offer
    KnownPages(StoredOffer offer, TransferStore store, int chunks) {
        this.offer = offer;
        this.store = store;
        stored = new StoredPages(offer.id(), store);
        this.chunks = chunks;
    }

    int chunks() {
        return chunks;
    }

    /// Takes a page that came, from whomever. Its author must be the offer's.
    void add(HashPage page) throws MalformedFrameException, TwoPagesException {
        int number = page.number();
        if (!page.offer().equals(offer.id()) || number >= HashPage.pages(chunks)
                || page.count() != HashPage.end(number, chunks) - HashPage.first(number)) {
            throw new MalformedFrameException("a hash page that the offer has no place for");
        }
        HashPage before = find(number);
        // its signature is not looked at again: an author could send one page without end, signed anew each time
        if (before != null && before.tellsTheSameAs(page)) return;
        if (!page.isBy(offer.author())) throw new MalformedFrameException("a hash page that its author did not sign");
        if (before != null) throw new TwoPagesException();
        HashPage other = begin(page);
        if (other == null) {
            keep(page);
        } else if (!other.tellsTheSameAs(page)) {
            throw new TwoPagesException();
        }
    }

    /// Notes that this page is being kept. If another session brings one of that number at this moment, that one.
    private synchronized @Nullable HashPage begin(HashPage page) {
        return coming.putIfAbsent(page.number(), page);
    }

    private void keep(HashPage page) throws TwoPagesException {
        try {
            HashPage before = find(page.number()); // one that was kept after the last look
            if (before == null) {
                store.saveHashPage(offer.id(), page.number(), page.bytes());
                hold(page);
                added.incrementAndGet();
            } else if (!before.tellsTheSameAs(page)) {
                throw new TwoPagesException();
            }
        } finally {
            synchronized (this) {
                coming.remove(page.number());
            }
        }
    }

    /// How many pages came: who waits for one sees whether there is news.
    int added() {
        return added.get();
    }

    private synchronized void hold(HashPage page) {
        held.put(page.number(), page);
        absent.clear(page.number());
    }

    @Nullable
    HashPage find(int number) {
        synchronized (this) {
            HashPage known = held.get(number);
            if (known != null || absent.get(number)) return known;
        }
        HashPage stored = this.stored.page(number);
        if (stored != null) {
            hold(stored);
        } else {
            synchronized (this) {
                if (!held.containsKey(number)) absent.set(number);
            }
        }
        return stored;
    }

    /// The origin's word on a chunk of the offer; null while its page is missing.
    byte @Nullable [] hash(int chunk) {
        HashPage page = find(HashPage.of(chunk));
        return page == null ? null : page.hash(chunk);
    }

    /// SHA-256 over all chunk hashes of the offer, in order; null while a page is missing.
    byte @Nullable [] root() {
        return stored.root(chunks);
    }
}
