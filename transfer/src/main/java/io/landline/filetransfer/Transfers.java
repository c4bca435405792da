package io.landline.filetransfer;

import io.landline.peer.Fingerprint;
import io.landline.session.SessionListener;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/// The door of file transfer. Any thread.
public final class Transfers implements SessionListener, Closeable {
    /// design.md §7: an offer stands until it is withdrawn, or so long.
    public static final Duration OFFER_STANDS = Duration.ofDays(7);
    /// Over so long a rate is the average.
    public static final Duration RATE_WINDOW = Duration.ofSeconds(3);

    /// What transfers need to know from outside.
    ///
    /// @param self our own fingerprint
    /// @param downloads the folder into which accepted files go; made where it is missing
    /// @param verified who is verified by safety number
    /// @param clock wall clock, for what outlives the program
    public record Settings(Fingerprint self, Path downloads, AcceptRule rule, Predicate<Fingerprint> verified, Clock clock) {}

    public Transfers(Settings settings, TransferStore store, OfferLog log, TransferListener listener) {
        throw new UnsupportedOperationException();
    }

    /// Proposes files to a conversation.
    public OfferId offer(OfferConversation conversation, List<Path> files) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// Somebody's OFFER entry; any number of times for one offer.
    public void offerArrived(OfferId offer, OfferConversation conversation, Fingerprint author, byte[] body, Instant written,
            boolean keyedRoom) {
        throw new UnsupportedOperationException();
    }

    /// The author no longer proposes it.
    public void offerWithdrawn(OfferId offer, Fingerprint author) {
        throw new UnsupportedOperationException();
    }

    /// What the author told of his files' identity.
    public void identityArrived(OfferId offer, Fingerprint author, byte[] sha256) {
        throw new UnsupportedOperationException();
    }

    public void accept(TransferId transfer) throws NoSuchTransferException {
        throw new UnsupportedOperationException();
    }

    public void decline(TransferId transfer) throws NoSuchTransferException {
        throw new UnsupportedOperationException();
    }

    public void pause(TransferId transfer) throws NoSuchTransferException {
        throw new UnsupportedOperationException();
    }

    public void resume(TransferId transfer) throws NoSuchTransferException {
        throw new UnsupportedOperationException();
    }

    public void cancel(TransferId transfer) throws NoSuchTransferException {
        throw new UnsupportedOperationException();
    }

    /// Withdraws an own offer: every transfer of it that is open ends.
    public void cancel(OfferId offer) throws NoSuchTransferException {
        throw new UnsupportedOperationException();
    }

    public List<TransferView> open() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
