package io.landline.node.shelf;

import io.landline.chat.EntryStoreException;
import io.landline.chat.sync.Conversations;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.NoSuchTransferException;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.core.Transfers;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.shelf.ShelfRules;
import io.landline.shelf.ShelfRules.Given;
import io.landline.shelf.ShelfSettings;
import io.landline.shelf.TakeField;
import io.landline.shelf.TakeId;
import io.landline.storage.choices.SqliteShelves;
import io.landline.storage.choices.SqliteShelves.GivenSince;
import io.landline.storage.database.StorageException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Makes offers of what members take from our shelves, and keeps their account. On the thread `shelf-takes`; waits for
/// the disk.
public record ShelfGiving(Conversations conversations, Transfers transfers, TransferStore offers, SqliteShelves store,
        InstantSource clock) implements ShelfSettings.Giving {
    /// The bound on takes is one for a day.
    private static final Duration DAY = Duration.ofDays(1);
    private static final System.Logger LOG = System.getLogger(ShelfGiving.class.getName());

    @Override
    public boolean mayTake(Fingerprint member) throws IOException {
        try {
            return ShelfRules.mayTake(given(member));
        } catch (StorageException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Given given(Fingerprint member) {
        Instant now = clock.instant();
        GivenSince day = store.givenSince(member, now.minus(DAY));
        GivenSince standing = store.givenSince(member, now.minus(OfferBody.STANDS));
        int open = (int) transfers.open()
                .stream()
                .filter(each -> each.direction() == Direction.OUT && each.peer().equals(member)
                        && standing.offers().contains(each.offer()))
                .count();
        return new Given(open, day.offers().size(), day.files());
    }

    /// An offer that cannot be counted is withdrawn: it would get past the bound.
    @Override
    public EntryId give(Fingerprint to, TakeId take, FilesToSend what) throws IOException {
        try {
            EntryId offer = transfers.offer(conversations.direct(to), what, body -> TakeField.with(body, take)).id();
            try {
                count(offer, to);
            } catch (RuntimeException e) {
                withdraw(offer);
                throw e;
            }
            return offer;
        } catch (EntryStoreException | TransferStoreException | StorageException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void count(EntryId offer, Fingerprint to) {
        StoredOffer kept = offers.offer(offer);
        store.given(offer, to, kept == null ? 0 : kept.body().files() + kept.body().folders(), clock.instant());
    }

    private void withdraw(EntryId offer) {
        try {
            transfers.cancel(offer);
        } catch (NoSuchTransferException | TransferStoreException | EntryStoreException e) {
            LOG.log(System.Logger.Level.WARNING, "an offer of a shelf that is not counted cannot be withdrawn", e);
        }
    }
}
