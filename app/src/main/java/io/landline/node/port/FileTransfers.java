package io.landline.node.port;

import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferListing;
import io.landline.filetransfer.TransferState;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Files on their way, and those that arrived in the last days, as a window shows them. Ids are in hex. Any thread, but
/// not one that must not wait for the disk.
public interface FileTransfers {
    /// A movement of an offer to one receiver.
    ///
    /// @param taken what of the content is taken: less than all of it where the person here chose
    /// @param paths incoming and done: where the files stand; outgoing: the sources; else empty. At most [#PATHS_MAX]
    record Transfer(Ids ids, Direction direction, Other other, Content content, Part taken, Progress progress,
            Instant offered, List<Path> paths) {
        /// The same with more bytes.
        public Transfer withBytes(long bytes) {
            var more = new Progress(progress.state(), bytes, progress.reason(), progress.pausedByPeer(),
                    progress.pausedHere(), progress.failures(), progress.missingFolder(), progress.missingBytes());
            return new Transfer(ids, direction, other, content, taken, more, offered, paths);
        }

        public TransferState state() {
            return progress.state();
        }
    }

    /// @param conversation as events name it
    record Ids(String offer, String transfer, String conversation) {}

    /// The other side: the receiver of an outgoing transfer, the author of an incoming one.
    ///
    /// @param name somebody's text
    record Other(Fingerprint peer, String name) {}

    /// What is offered.
    ///
    /// @param names the first ten files: somebody's text
    /// @param files how many there are
    /// @param bytes of all of them
    /// @param folders how many travel; where there are any, the names are those of the topmost files and folders
    record Content(List<String> names, long files, long bytes, long folders) {
        /// Of files alone.
        public Content(List<String> names, long files, long bytes) { this(names, files, bytes, 0); }

        public Part whole() {
            return new Part(files, bytes);
        }
    }

    /// How much of an offer.
    ///
    /// @param isLast whether nothing more of it can be taken: it is the rest of what the person here took before, or
    ///        its author took the offer back
    record Part(long files, long bytes, boolean isLast) {
        public Part(long files, long bytes) { this(files, bytes, false); }
    }

    /// How far it is.
    ///
    /// @param state of an open one as it is this moment: [TransferState#PAUSED] also where the other side paused it
    /// @param bytes verified or sent so far
    /// @param reason null where nothing failed; of one that is done in part, why its rest failed by itself
    /// @param pausedByPeer of an open one: the other side holds it up
    /// @param pausedHere of an open one: this side holds it up, the other one too or not
    /// @param failures of one that is done: files that their sender could not give any more
    /// @param missingFolder of a paused one: the folder on this computer that was to take it, where that is gone
    /// @param missingBytes of one that a full disk paused: how many must be freed there, rounded up; 0 where that is
    ///        not known
    record Progress(TransferState state, long bytes, @Nullable FailureReason reason, boolean pausedByPeer,
            boolean pausedHere, FailedFiles failures, @Nullable String missingFolder,
            long missingBytes) {
        /// One that not both sides hold up, and of which nothing failed.
        public Progress(TransferState state, long bytes, @Nullable FailureReason reason, boolean pausedByPeer) {
            this(state, bytes, reason, pausedByPeer, state == TransferState.PAUSED && !pausedByPeer, FailedFiles.NONE,
                    null, 0);
        }
    }

    /// A window shows the first of them and the folder.
    int PATHS_MAX = 10;
    /// Those that are over: the newest of them.
    int RECENT_MAX = 200;

    /// All that are open, and of the others the newest [#RECENT_MAX]; newest offer first.
    List<Transfer> recent();

    /// Own offers to rooms of which no transfer has begun, newest first; at most [#RECENT_MAX].
    List<UnreachedOffer> unreached();

    /// All that are open, incoming first.
    List<Transfer> open();

    /// Which of these offers their author has taken back.
    Set<String> withdrawn(List<String> offers);

    /// Which of these own offers were made again later, with all of theirs that did not arrive and is still here.
    Set<String> offeredAgain(List<String> offers);

    /// The movements of these offers, in no order: what a timeline shows of them.
    List<Transfer> ofOffers(List<String> offers);

    /// The files of an offer, and folders as one, where all of it is complete on this computer: received, or this
    /// node's own; else nothing. Looks at the disk.
    List<Path> held(String offer);

    void accept(String transfer) throws CommandException;

    /// As [#accept(String)], and takes these paths and patterns alone; nothing given means everything.
    void accept(String transfer, List<String> only) throws CommandException;

    /// Fetches the list of what somebody offers, before or after accepting, and waits for it: a long one takes seconds.
    /// False where its author is away or does not answer.
    boolean look(String transfer) throws CommandException;

    /// What stands in a folder of an offer, once [#look] said that it is here. A long one takes a second or two.
    ///
    /// @param folder the names of items from the top of the offer; none for the top itself
    OfferListing listing(String offer, List<String> folder) throws CommandException;

    void decline(String transfer) throws CommandException;

    void pause(String transfer) throws CommandException;

    void resume(String transfer) throws CommandException;

    void cancel(String transfer) throws CommandException;

    /// Tries again what stopped or failed. What stopped goes on; what failed on its way here is taken again, as long as
    /// its offer stands; of what was taken in part the rest is taken; what did not arrive at others is offered again.
    Retried retry(String transfer) throws CommandException;

    /// As [#retry], everything that failed in the last days, but what somebody declined or cancelled, and what its
    /// sender could not give or what came wrong. What cannot be tried again keeps nothing else back.
    Retried retryFailed();

    /// What came of trying again.
    ///
    /// @param tried how many transfers
    /// @param offer the new offer's id, where one transfer was to be tried again and was offered again; else null
    /// @param problems what was not tried again, or not all of it
    record Retried(int tried, @Nullable String offer, List<NotRetried> problems) {
        public Retried {
            problems = List.copyOf(problems);
        }
    }

    /// A transfer that was not tried again, or a file of one that was not offered again.
    ///
    /// @param why a sentence for the user
    record NotRetried(String transfer, CommandException.Code code, String why) {}

    /// Limits how fast the bytes of all files go or come, until the answer is closed. Of several limits the lowest
    /// holds.
    ///
    /// @param bytesPerSecond at least [io.landline.filetransfer.SpeedLimits#BYTES_PER_SECOND_MIN]
    Subscription limit(Direction direction, long bytesPerSecond);

    /// The lowest limit that is set, also by other programs, in bytes a second; 0 if none is set.
    long limit(Direction direction);

    /// Withdraws an own offer: every movement of it that is open ends.
    void withdraw(String offer) throws CommandException;

    /// Boxes into which members of a room hand in files.
    HandIns handIns();

    /// Folders that members of a room opened to it.
    ShelfCommands shelves();
}
