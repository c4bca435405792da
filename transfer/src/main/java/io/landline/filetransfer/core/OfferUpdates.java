package io.landline.filetransfer.core;

import static java.lang.System.Logger.Level.WARNING;

import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.incoming.IncomingTransfers;
import io.landline.filetransfer.swarm.Swarms;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.security.MessageDigest;

/// What authors say of their offers afterwards, or before these came. On the files' queue.
record OfferUpdates(Fingerprint self, TransferStore store, IncomingTransfers incoming, Swarms swarms) {
    /// The author no longer proposes it.
    void withdrawn(EntryId offer, Fingerprint author) {
        TransferId toUs = TransferId.of(offer, self);
        StoredOffer open = incoming.offer(toUs);
        StoredOffer known = open == null ? store.offer(offer) : open;
        if (known == null) incoming.arrived().takenBackEarly(offer, author);
        if (known == null || !known.author().equals(author)) return;
        if (known.withdrawn() && !incoming.isOpen(toUs)) return; // told again
        store.withdrawnByAuthor(offer);
        incoming.withdrawn(toUs, author);
        swarms.drop(offer);
    }

    /// What the author said is its files' identity; the first word of it holds.
    void identityArrived(EntryId offer, Fingerprint author, byte[] sha256) {
        StoredOffer known = store.offer(offer);
        if (known == null || !known.author().equals(author)) return;
        byte[] before = store.identity(offer);
        if (before == null) {
            store.saveIdentity(offer, sha256);
        } else if (!MessageDigest.isEqual(before, sha256)) {
            System.getLogger(OfferUpdates.class.getName())
                    .log(WARNING, "{0} tells two identities of one offer", author.brief());
        }
    }
}
