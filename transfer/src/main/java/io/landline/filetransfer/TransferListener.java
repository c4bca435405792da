package io.landline.filetransfer;

import io.landline.room.EntryId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Told what happens to transfers, always after it was committed. Calls come one at a time, in order, on the thread of
/// [io.landline.filetransfer.core.Transfers]; an implementation does not wait in them, and may call back into
/// [io.landline.filetransfer.core.Transfers].
public interface TransferListener {
    /// A rate is the average over this time.
    Duration RATE_WINDOW = Duration.ofSeconds(3);

    /// An offer became a transfer: one came in, or one of ours reached (or is meant for) this receiver. `names`: the
    /// first [OfferBody#NAMES_MAX] top-level names as their author wrote them, so they are data to be escaped.
    default void offered(TransferView transfer, List<String> names, long folders) {}

    /// Two to five times a second while bytes arrive. Between the chunks of a slow line the same is told again, until
    /// the next one is overdue. `rate`: bytes a second over the last [#RATE_WINDOW] at least.
    default void progress(TransferView transfer, long rate) {}

    /// Everything is there that can be had. `paths`: absolute; at the receiver where the files stand now, at the sender
    /// the source paths. `run`: how it moved in this run of the program. `hashes`: of what was offered. `failures`:
    /// what the sender could not give.
    default void transferred(TransferView transfer, Run run, List<Path> paths, Hashes hashes, FailedFiles failures) {}

    /// The clock is believed now, and before that it ended offers as they arrived: all that are known are to be told
    /// again by [io.landline.filetransfer.core.Transfers#offerArrived].
    default void passedOver() {}

    /// Nothing of an offer is what the person chose of it. Nothing was taken, and it can be accepted again. `folder`:
    /// into which it was accepted.
    default void unmatched(TransferView transfer, Path folder) {}

    /// What an incoming transfer that is over had not brought to its end is removed from its folder.
    default void cleared(TransferId transfer) {}

    /// It stopped. `resumable`: it is only paused, keeps what it has, and goes on by
    /// [io.landline.filetransfer.core.Transfers#resume].
    default void failed(TransferView transfer, FailureReason reason, boolean resumable) {}

    /// How an incoming transfer stands cannot be kept: it has stopped, which [#failed] tells next. What was kept before
    /// stays.
    ///
    /// @param message why, for a person
    default void storeFailed(String message) {}

    /// A person stopped it for now, on this side or on the other; what is verified stays. Of the other side it is told
    /// again when a session with it opens.
    default void paused(TransferView transfer, Side by) {}

    /// That side does not hold it up any more; it goes on unless the other one does.
    default void resumed(TransferView transfer, Side by) {}

    /// In the swarm of an offer that this node has whole: `peers` of those it knows of still lack something. Told when
    /// that changes, at most once a second; 0 when it helps no longer.
    ///
    /// @param sent at the offer's author: how many times the size was sent by us; else null
    /// @param onSharedAir at the offer's author: how many get it, where all of several are wireless; else 0
    default void helping(EntryId offer, int peers, @Nullable Double sent, int onSharedAir) {}

    /// What moved of a transfer in one run of the program, breaks left out: together they are a speed.
    ///
    /// @param bytes less than the whole where an earlier run moved a part
    record Run(Duration took, long bytes) {
        public static final Run NONE = new Run(Duration.ZERO, 0);

        public Run and(Duration more, long moreBytes) {
            return new Run(took.plus(more), bytes + moreBytes);
        }
    }

    /// What files are, as far as it is known.
    ///
    /// @param root SHA-256 over all chunk hashes of the offer, in order; null where a page of them is missing
    /// @param sha256 of the file, where the offer is one file of one chunk; else null
    record Hashes(byte @Nullable [] root, byte @Nullable [] sha256) {}

    /// Which side did something.
    enum Side { HERE, THERE }
}
