package io.landline.node;

import io.landline.filetransfer.TransferState;
import io.landline.node.NodeEvent.Direction;
import io.landline.peer.Fingerprint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Files on their way, and those that arrived in the last days, as a window shows them. Ids are in hex. Any thread, but
/// not one that must not wait for the disk.
public interface FileTransfers {
    /// A movement of an offer to one receiver.
    ///
    /// @param conversation as events name it
    /// @param peer the receiver of an outgoing one, the author of an incoming one
    /// @param state of an open one as it is this moment: [TransferState#PAUSED] also where the other side paused it
    /// @param name the peer's: somebody's text
    /// @param names the first ten files: somebody's text
    /// @param bytes verified or sent so far
    /// @param reason as the event `transfer-failed` spells it; null where nothing failed
    /// @param pausedByPeer of an open one: the other side holds it up
    /// @param paths incoming and done: where the files stand; outgoing: the sources; else empty. At most [#PATHS_MAX]
    record Transfer(String offer, String transfer, String conversation, Fingerprint peer, String name,
            Direction direction, TransferState state, List<String> names, long files, long bytes, long total,
            @Nullable String reason, boolean pausedByPeer, Instant offered, List<Path> paths) {
        /// The same with more bytes.
        public Transfer withBytes(long bytes) {
            return new Transfer(offer, transfer, conversation, peer, name, direction, state, names, files, bytes, total,
                    reason, pausedByPeer, offered, paths);
        }
    }

    /// A window shows the first of them and the folder.
    int PATHS_MAX = 10;
    /// Those that are over: the newest of them.
    int RECENT_MAX = 200;

    /// All that are open, and of the others the newest [#RECENT_MAX]; newest offer first.
    List<Transfer> recent();

    /// All that are open, incoming first.
    List<Transfer> open();

    /// The movements of these offers, in no order: what a timeline shows of them.
    List<Transfer> ofOffers(List<String> offers);

    void accept(String transfer) throws CommandException;

    void decline(String transfer) throws CommandException;

    void pause(String transfer) throws CommandException;

    void resume(String transfer) throws CommandException;

    void cancel(String transfer) throws CommandException;

    /// Withdraws an own offer: every movement of it that is open ends.
    void withdraw(String offer) throws CommandException;
}
