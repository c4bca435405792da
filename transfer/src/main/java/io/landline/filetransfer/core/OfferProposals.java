package io.landline.filetransfer.core;

import static java.lang.System.Logger.Level.WARNING;

import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.OfferPublisher;
import io.landline.filetransfer.TransferSettings;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.outgoing.OutgoingTransfers;
import io.landline.filetransfer.source.NewOffer;
import io.landline.queue.SerialQueue;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Brings offers of this user into conversations: what is proposed, and that it no longer stands. An entry waits for
/// the disk, so any thread but the files' queue.
record OfferProposals(TransferSettings settings, TransferStore store, OfferPublisher publisher, SerialQueue queue,
        OutgoingTransfers outgoing) {
    /// Returns when the offer is committed. What was noted of one that is not goes again.
    ///
    /// @param entry makes the entry's body of the offer's
    Transfers.Offered offer(ConversationId conversation, FilesToSend what, UnaryOperator<byte[]> entry)
            throws IOException {
        NewOffer newOffer = NewOffer.of(what, settings.privateFiles().get(), store);
        boolean published = false;
        try {
            EntryId id = publish(conversation, newOffer, entry);
            published = true;
            return new Transfers.Offered(id, newOffer.leftOut());
        } finally {
            if (!published) store.dropDraft(newOffer.draft());
        }
    }

    /// The entry is written on the caller's thread. The offer is posted here before anybody else hears of it, so a
    /// receiver's request always comes after it.
    private EntryId publish(ConversationId conversation, NewOffer newOffer, UnaryOperator<byte[]> entry)
            throws IOException {
        var published = new AtomicReference<@Nullable EntryId>();
        var failure = new AtomicReference<@Nullable RuntimeException>();
        publisher.publish(conversation, entry.apply(newOffer.body().toJson()), id -> queue.post(() -> {
            try {
                outgoing.offered(id, conversation, newOffer);
                published.set(id);
            } catch (RuntimeException e) {
                failure.set(e);
            }
        }));
        return queue.call(() -> { // the step above was posted before this one
            RuntimeException failed = failure.get();
            if (failed != null) throw failed;
            return Objects.requireNonNull(published.get(), "what publishes says so");
        });
    }

    /// An own offer was withdrawn, and its transfers are over.
    void withdrawn(ConversationId conversation, EntryId offer) {
        try {
            publisher.withdraw(conversation, offer);
        } catch (IOException e) {
            System.getLogger(OfferProposals.class.getName()) // the receiver is told on accepting
                    .log(WARNING, "A withdrawal was not told to the conversation", e);
        }
    }
}
