package io.landline.filetransfer.outgoing;

import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.source.OwnPages;
import io.landline.filetransfer.source.Upload;
import io.landline.identity.Identity;
import io.landline.peer.BoundedMap;
import io.landline.room.EntryId;
import java.util.Collections;
import java.util.Map;

/// The hash pages of our offers. The uploads of one offer share them. A page that is half-made stays when they end, so
/// that a receiver that comes back, or another one, does not make us read its chunks again. Confined to the files'
/// queue, but [#readBytes].
public final class OfferPages {
    /// Offers without an upload that keep their pages in memory, about 80 KiB each; those used last.
    static final int OFFERS_MAX = 16;

    private final Identity identity;
    private final TransferStore store;
    private final UploadSlots slots;
    private final Map<EntryId, OwnPages> kept = Collections
            .synchronizedMap(BoundedMap.leastRecentlyUsed(OFFERS_MAX));

    OfferPages(Identity identity, TransferStore store, UploadSlots slots) {
        this.identity = identity;
        this.store = store;
        this.slots = slots;
    }

    /// Those of this offer. Never two of one offer at a time: they might sign two different pages.
    OwnPages of(StoredOffer offer) {
        OwnPages pages = slots.uploads()
                .values()
                .stream()
                .map(Upload::pages)
                .filter(shared -> shared.offer().id().equals(offer.id()))
                .findFirst()
                .orElseGet(() -> kept.getOrDefault(offer.id(), new OwnPages(identity, offer, store)));
        kept.put(offer.id(), pages);
        return pages;
    }

    /// What was read of an offer's files since its pages are in memory. Any thread.
    long readBytes(EntryId offer) {
        OwnPages pages = kept.get(offer);
        return pages == null ? 0 : pages.readBytes();
    }

    /// The offer does not stand any more.
    void forget(EntryId offer) {
        kept.remove(offer);
    }
}
