package io.landline.filetransfer;

import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where transfers outlive the program. Every call is committed when it returns (a kill −9 takes nothing back); calls
/// that write several rows write all or none. A loss of power may take back what the history tells again at the next
/// start: offers of others that nobody here decided about. So a flood of offers does not make the disk the bottleneck
/// of all. Where the disk fails they throw a [TransferStoreException]. Called from
/// the thread of [io.landline.filetransfer.core.Transfers] and from its writers; any thread may call.
public interface TransferStore {
    /// A choice: some ten kilobytes of names.
    int FILES_A_STEP = 256;

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

    /// The offer does not stand any more, or is not to be given on.
    void forgetHashPages(EntryId offer);

    /// Keeps pages of an offer's manifest, as they travel, `first` being the number of the first of them.
    void saveManifestPages(EntryId offer, int first, List<byte[]> pages);

    byte @Nullable [] manifestPage(EntryId offer, int number);

    /// The kept page with the highest number.
    byte @Nullable [] lastManifestPage(EntryId offer);

    /// Keeps the files of an own offer, `first` being the number of the first of them.
    void saveSources(EntryId offer, long first, List<StoredSource> sources);

    /// What was kept under the id of a draft, sources and manifest, is this offer's from now on.
    void adopt(EntryId draft, EntryId offer);

    /// An id for an own offer that is being made, before it has its own. At the next start what is kept under it goes.
    EntryId newDraft();

    /// Nothing comes of the drafts of earlier runs.
    void dropDrafts();

    /// Nothing comes of this draft.
    void dropDraft(EntryId draft);

    /// Keeps what a person named to make an own offer of: absolute paths of files and folders.
    void saveItems(EntryId offer, List<String> items);

    /// As they were kept, the first of them; none of an offer of an earlier version.
    List<String> items(EntryId offer, int max);

    /// Keeps what of these items an own offer leaves out, as [FilesToSend#excludes] tells it.
    void saveExcludes(EntryId offer, List<String> patterns);

    /// Files of an own offer by their numbers, in order; fewer where there are no more.
    List<StoredSource> sources(EntryId offer, long first, int max);

    /// Keeps a transfer, or its new state.
    void saveTransfer(StoredTransfer transfer);

    @Nullable
    StoredTransfer transfer(TransferId id);

    /// All transfers in an open state, oldest offer first.
    List<StoredTransfer> openTransfers();

    /// Keeps the files of an incoming transfer, or their new state. A loss of power may take back the newest of it.
    void saveFiles(TransferId transfer, List<StoredFile> files);

    /// As [#saveFiles], and it is on the disk when this returns, with all that was kept before: for a name that is
    /// given next. Names on the disk would else be ahead of what is known of them, and the file would come once more.
    void forceFile(TransferId transfer, StoredFile file);

    /// Files of an incoming transfer by their numbers, in order; fewer where there are no more.
    List<StoredFile> files(TransferId transfer, long first, int max);

    /// How many bytes of an incoming transfer are here, as far as its files tell. What a run of the program notes with
    /// the transfer itself, it notes when it ends: one that was killed did not.
    default long keptBytes(TransferId transfer, int chunkBytes) {
        long sum = 0;
        List<StoredFile> step;
        for (long n = 0; !(step = files(transfer, n, FILES_A_STEP)).isEmpty(); n += step.size()) {
            for (StoredFile file : step) sum += file.keptBytes(chunkBytes);
        }
        return sum;
    }

    /// Keeps which files of a transfer that is done its sender could not give.
    void saveFailures(TransferId transfer, FailedFiles failures);

    /// As they were kept; none for all other transfers.
    FailedFiles failures(TransferId transfer);

    /// Keeps an incoming transfer with what a person chose of it, as [Choice#patterns] tells that: both or none.
    /// Forgets its files, since they say what an earlier choice left out: nothing of them is on the disk yet, or it is
    /// done with.
    void saveChoice(StoredTransfer transfer, List<String> patterns);

    /// A transfer that failed is taken again: of its files only those that stand count as here. Partial files that are
    /// not removed yet keep their names. Where a file was lost, all are forgotten: their list alone tells how each is
    /// taken.
    ///
    /// @param standing numbers of files in no folder that are whole, and under their names
    void beginAnew(TransferId transfer, Set<Long> standing);

    /// As it was kept; nothing where all is taken.
    List<String> choice(TransferId transfer);

    /// Keeps the hidden folder of an incoming transfer, or its new state; on the disk when this returns.
    void saveHidden(TransferId transfer, StoredHidden hidden);

    @Nullable
    StoredHidden hidden(TransferId transfer);

    /// The hidden folder of this transfer is gone.
    void forgetHidden(TransferId transfer);

    /// Hidden folders that a transfer which is no longer open has left.
    List<StoredPartial> orphanedFolders();

    /// Keeps top folders of an incoming transfer, or their new state. A loss of power may take back the newest of it.
    void saveTops(TransferId transfer, List<StoredTop> tops);

    /// As [#saveTops], and it is on the disk when this returns, with all that was kept before: for a name that is given
    /// next.
    void forceTop(TransferId transfer, StoredTop top);

    /// Top folders of an incoming transfer by their numbers, in order; fewer where there are no more.
    List<StoredTop> tops(TransferId transfer, int first, int max);

    /// Partial files that a transfer which is no longer open may have left.
    List<StoredPartial> orphans();

    /// The partial of this file is gone.
    void forgetPartial(TransferId transfer, long file);

    /// Whether the user ever accepted something of this author by hand.
    boolean acceptedByHand(Fingerprint author);

    /// An offer was written at another time than its author's clock said.
    void date(EntryId offer, Instant written);

    /// No offer was written later than this.
    void datesUpTo(Instant now);

    /// Forgets all offers written before this moment that have no open transfer.
    void forgetBefore(Instant written);

    /// An offer as its author wrote it.
    ///
    /// @param written the author's clock, or ours where it is in the future
    record StoredOffer(EntryId id, ConversationId conversation, Fingerprint author, Instant written,
            boolean keyedRoom, boolean withdrawn, OfferBody body) {
        /// The same offer, with another date.
        public StoredOffer dated(Instant at) {
            return new StoredOffer(id, conversation, author, at, keyedRoom, withdrawn, body);
        }
    }

    /// One file of an own offer: where it is, and what it was like when offered.
    ///
    /// @param path as the manifest has it: segments with `/` between
    /// @param source absolute
    /// @param modifiedMillis since 1970
    /// @param fileKey what the file system tells of its identity, "" where it tells nothing
    record StoredSource(String path, String source, long bytes, long modifiedMillis, String fileKey) {}

    /// How a transfer was accepted.
    ///
    /// @param folder incoming: the folder it was accepted into, or resumed into when that one was gone, as
    ///        [PathText#stored]; "" before
    /// @param at null before it was accepted
    /// @param byHand whether a person accepted it
    record Acceptance(String folder, @Nullable Instant at, boolean byHand) {
        public static final Acceptance NOT_YET = new Acceptance("", null, false);

        /// The folder; null before, and where this system cannot spell it: as one of Linux under Windows, or one with
        /// letters where the system was started without any.
        public @Nullable Path place() {
            return folder.isEmpty() ? null : PathText.readOrNull(folder);
        }
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

        /// The same, into another folder than it was accepted into.
        public StoredTransfer into(String folder) {
            return new StoredTransfer(id, offer, direction, peer, phase,
                    new Acceptance(folder, acceptance.at(), acceptance.byHand()), bytes);
        }

        /// Nothing of it is what was chosen: as if it had not been accepted.
        public StoredTransfer unmatched() {
            return new StoredTransfer(id, offer, direction, peer, phase.unmatched(), Acceptance.NOT_YET, 0);
        }

        public StoredTransfer withPhase(TransferPhase next) {
            return new StoredTransfer(id, offer, direction, peer, next, acceptance, bytes);
        }

        public StoredTransfer withBytes(long bytes) {
            return new StoredTransfer(id, offer, direction, peer, phase, acceptance, bytes);
        }
    }

    /// How a file of an incoming transfer is taken.
    enum Taken {
        PLAIN,
        /// Its owner may run it, where its author is a member of a keyed room.
        EXECUTABLE,
        /// The person here did not choose it: it is neither asked for nor made.
        LEFT_OUT,
        /// It is not what was offered any more; none of it is here.
        CHANGED,
        /// Its sender cannot read it any more; none of it is here.
        GONE;

        /// Whether it is to be here in the end.
        public boolean isWanted() {
            return this == PLAIN || this == EXECUTABLE;
        }

        /// Why the sender cannot give this file; null where it can.
        public @Nullable FailureReason lost() {
            return switch (this) {
                case CHANGED -> FailureReason.SOURCE_CHANGED;
                case GONE -> FailureReason.SOURCE_GONE;
                case PLAIN, EXECUTABLE, LEFT_OUT -> null;
            };
        }
    }

    /// One file of an incoming transfer.
    ///
    /// @param path as its author wrote it: data, never used as a path
    /// @param keptChunks this many from the first on are here; in the next run each is proven again
    /// @param partial name of the partial file in the folder, "" where there is none; of a file in a folder always ""
    /// @param saved name under which it stands, or is about to stand, in the folder, "" before. Of a file in a folder
    ///        the names from its top folder on, with `/` between
    record StoredFile(long number, String path, long bytes, long modifiedMillis, int keptChunks, String partial,
            String saved, boolean complete, Taken taken) {
        public StoredFile withKept(int chunks) {
            return new StoredFile(number, path, bytes, modifiedMillis, chunks, partial, saved, complete, taken);
        }

        public StoredFile withPartial(String name) {
            return new StoredFile(number, path, bytes, modifiedMillis, keptChunks, name, saved, complete, taken);
        }

        public StoredFile withSaved(String name) {
            return new StoredFile(number, path, bytes, modifiedMillis, keptChunks, partial, name, complete, taken);
        }

        /// The person here did not choose it.
        public StoredFile leftOut() {
            return new StoredFile(number, path, bytes, modifiedMillis, 0, "", "", true, Taken.LEFT_OUT);
        }

        /// Its sender cannot give it any more.
        public StoredFile lost(FailureReason reason) {
            return new StoredFile(number, path, bytes, modifiedMillis, 0, "", "", true,
                    reason == FailureReason.SOURCE_CHANGED ? Taken.CHANGED : Taken.GONE);
        }

        /// Nothing of it is here, but perhaps its partial file, which is not to be used.
        public StoredFile anew() {
            return new StoredFile(number, path, bytes, modifiedMillis, 0, partial, "", false, taken);
        }

        /// How many bytes of it are here, verified or not.
        public long keptBytes(int chunkBytes) {
            if (complete) return taken.isWanted() ? bytes : 0;
            return Math.min(bytes, (long) keptChunks * chunkBytes);
        }

        /// Whether something of it may be on the disk.
        public boolean isBegun() {
            return keptChunks > 0 || !partial.isEmpty() || !saved.isEmpty();
        }

        public StoredFile completed() {
            return new StoredFile(number, path, bytes, modifiedMillis, keptChunks, partial, saved, true, taken);
        }
    }

    /// The folder in which the folders of an incoming transfer grow, beside where they will stand.
    ///
    /// @param name in the downloads folder
    record StoredHidden(String name, Stage stage) {
        public enum Stage {
            /// Files get their names, and folders are made.
            MADE,
            /// Files come.
            READY,
            /// Everything is verified and on the disk; folders get their names.
            WHOLE
        }
    }

    /// A top folder of an incoming transfer.
    ///
    /// @param name in the hidden folder
    /// @param saved name under which it stands, or is about to stand, in the downloads folder, "" before
    record StoredTop(int number, String name, String saved, boolean complete) {}

    /// @param file number of the file; 0 for a hidden folder
    record StoredPartial(TransferId transfer, long file, String folder, String partial) {}
}
