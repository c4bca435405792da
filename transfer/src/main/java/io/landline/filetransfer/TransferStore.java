package io.landline.filetransfer;

import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where transfers outlive the program. Every call is committed when it returns (a kill −9 takes nothing back); calls
/// that write several rows write all or none. A loss of power may take back what the history tells again at the next
/// start: offers of others that nobody here decided about. So a flood of offers does not make the disk the bottleneck
/// of all. Where the disk fails they throw a [TransferStoreException]. Called from
/// the thread of [Transfers] and from its writers; any thread may call.
public interface TransferStore {
    /// Keeps an offer with its files, ours or somebody's. What is there already stays as it is.
    void saveOffer(StoredOffer offer);

    /// Keeps an offer of somebody as [#saveOffer], with its transfer to us: both or none.
    void saveOffered(StoredOffer offer, StoredTransfer transfer);

    @Nullable
    StoredOffer offer(EntryId id);

    /// Our own offer no longer stands.
    void withdraw(EntryId id);

    /// The author of an offer took it back.
    void withdrawnByAuthor(EntryId id);

    /// Keeps what an offer's files are: SHA-256 over their chunk hashes.
    void saveIdentity(EntryId offer, byte[] sha256);

    byte @Nullable [] identity(EntryId offer);

    /// Keeps a page of an offer's chunk hashes, as it travels; the first of a number stays.
    void saveHashPage(EntryId offer, int number, byte[] page);

    byte @Nullable [] hashPage(EntryId offer, int number);

    /// The offer stands no more, or is not to be given on.
    void forgetHashPages(EntryId offer);

    /// Keeps pages of an offer's manifest, as they travel, `first` being the number of the first of them.
    void saveManifestPages(EntryId offer, int first, List<byte[]> pages);

    byte @Nullable [] manifestPage(EntryId offer, int number);

    /// Keeps the files of an own offer, `first` being the number of the first of them.
    void saveSources(EntryId offer, long first, List<StoredSource> sources);

    /// Files of an own offer by their numbers, in order; fewer where there are no more.
    List<StoredSource> sources(EntryId offer, long first, int max);

    /// Keeps a transfer, or its new state.
    void saveTransfer(StoredTransfer transfer);

    @Nullable
    StoredTransfer transfer(TransferId id);

    /// All transfers in an open state, oldest offer first.
    List<StoredTransfer> openTransfers();

    /// All transfers of this offer.
    List<StoredTransfer> transfers(EntryId offer);

    /// Keeps the files of an incoming transfer, or their new state.
    void saveFiles(TransferId transfer, List<StoredFile> files);

    /// Files of an incoming transfer by their numbers, in order; fewer where there are no more.
    List<StoredFile> files(TransferId transfer, long first, int max);

    /// Partial files that a transfer which is no longer open may have left.
    List<StoredPartial> orphans();

    /// The partial of this file is gone.
    void forgetPartial(TransferId transfer, long file);

    /// Whether the user ever accepted something of this author by hand.
    boolean acceptedByHand(Fingerprint author);

    /// Forgets all offers written before this moment that have no open transfer.
    void forgetBefore(Instant written);

    /// An offer as its author wrote it.
    ///
    /// @param written the author's clock, or ours where it is in the future
    record StoredOffer(EntryId id, ConversationId conversation, Fingerprint author, Instant written,
            boolean keyedRoom, boolean withdrawn, OfferBody body) {}

    /// One file of an own offer: where it is, and what it was like when offered.
    ///
    /// @param path as the manifest has it: segments with `/` between
    /// @param source absolute
    /// @param modifiedMillis since 1970
    /// @param fileKey what the file system tells of its identity, "" where it tells nothing
    record StoredSource(String path, String source, long bytes, long modifiedMillis, String fileKey) {}

    /// How a transfer was accepted.
    ///
    /// @param folder incoming: the downloads folder it was accepted into, "" before
    /// @param at null before it was accepted
    /// @param byHand whether a person accepted it
    record Acceptance(String folder, @Nullable Instant at, boolean byHand) {
        public static final Acceptance NOT_YET = new Acceptance("", null, false);
    }

    /// @param peer the receiver of an outgoing, the author of an incoming one
    /// @param bytes verified, or sent, so far
    record StoredTransfer(TransferId id, EntryId offer, Direction direction, Fingerprint peer,
            TransferPhase phase, Acceptance acceptance, long bytes) {
        public TransferState state() {
            return phase.state();
        }

        /// Why it failed or is stopped; null for all others.
        public @Nullable FailureReason reason() {
            return phase.reason();
        }

        /// Whether the person here has paused it, and no failure has.
        public boolean isPausedByUs() {
            return phase instanceof TransferPhase.Paused;
        }

        /// Whether the history tells it again: it came as an offer, and nobody here has decided about it.
        public boolean isToldAgain() {
            boolean decided = acceptance.at() != null || reason() != null && reason() != FailureReason.CANCELLED;
            return direction == Direction.IN && !decided;
        }

        /// Accepted now, and waiting for its turn.
        public StoredTransfer accepted(String folder, Instant at, boolean byHand) {
            return new StoredTransfer(id, offer, direction, peer, phase.accepted(), new Acceptance(folder, at, byHand),
                    bytes);
        }

        public StoredTransfer withPhase(TransferPhase next) {
            return new StoredTransfer(id, offer, direction, peer, next, acceptance, bytes);
        }

        public StoredTransfer withBytes(long bytes) {
            return new StoredTransfer(id, offer, direction, peer, phase, acceptance, bytes);
        }
    }

    /// One file of an incoming transfer.
    ///
    /// @param path as its author wrote it: data, never used as a path
    /// @param keptChunks this many from the first on were forced to the disk; in the next run each is proven again
    /// @param partial name of the partial file in the folder, "" where there is none
    /// @param saved name under which it stands, or is about to stand, in the folder, "" before
    record StoredFile(long number, String path, long bytes, long modifiedMillis, int keptChunks, String partial,
            String saved, boolean complete) {}

    record StoredPartial(TransferId transfer, long file, String folder, String partial) {}
}
