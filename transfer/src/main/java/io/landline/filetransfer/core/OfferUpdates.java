package io.landline.filetransfer.core;

import static java.lang.System.Logger.Level.WARNING;

import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.swarm.Swarms;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import java.security.MessageDigest;
import java.time.Instant;

/// Offers of others, and what their authors say of them, in whatever order it comes. On the files' queue.
record OfferUpdates(TransferStore store, IncomingTransfers incoming, Swarms swarms, OfferExpiry term,
        EarlyWithdrawals early, Fingerprint self) {
    /// As [Transfers#offerArrived]. What was taken back before is kept as such, for the conversation that shows it.
    void arrived(EntryId id, ConversationId conversation, Fingerprint author, byte[] body, Instant written,
            boolean keyedRoom) {
        Instant at = term.standsFrom(written);
        if (!early.has(id, author) || term.seemsOver(at)) {
            incoming.arrived().take(id, conversation, author, body, written, keyedRoom);
            return;
        }
        try {
            OfferBody content = OfferBody.received(body);
            store.saveOffer(new StoredOffer(id, conversation, author, at, keyedRoom, true, content));
        } catch (MalformedFrameException _) {
            return; // nothing is shown of it
        }
        early.remove(id, author);
    }

    /// The author no longer proposes it.
    void withdrawn(EntryId offer, Fingerprint author) {
        TransferId toUs = TransferId.of(offer, self);
        StoredOffer open = incoming.offer(toUs);
        StoredOffer known = open == null ? store.offer(offer) : open;
        if (known == null) early.add(offer, author);
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
