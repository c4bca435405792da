package io.landline.filetransfer;

import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A transfer as it was at one moment, for screens and events. For an outgoing one `peer` is the receiver, for an
/// incoming one the author. Immutable; any thread.
///
public record TransferView(Direction direction, EntryId offer, TransferId transfer, ConversationId conversation,
        Fingerprint peer, Status status, Amount amount) {

    /// How it stands.
    ///
    /// @param reason why it failed, or why it is paused; null where neither, or where a person paused it
    /// @param pausedByPeer the other side holds it up, as far as it said so in this session
    /// @param missingThere outgoing, with a full disk at its receiver: how many bytes must be freed there, as it said
    ///        in this run; else 0
    public record Status(TransferState state, @Nullable FailureReason reason, boolean pausedByPeer,
            long missingThere) {
        public Status(TransferState state, @Nullable FailureReason reason, boolean pausedByPeer) {
            this(state, reason, pausedByPeer, 0);
        }
    }

    /// How far it is.
    ///
    /// @param files how many the offer has
    /// @param bytes incoming: verified in all, before a restart included; outgoing: handed to the network, or all of
    ///        them once done
    /// @param total of all files together, in bytes
    /// @param from incoming, in a swarm: who gave parts of it in this run, who gave most first; else empty
    public record Amount(long files, long bytes, long total, List<Fingerprint> from) {
        public Amount { from = List.copyOf(from); }
    }

    public TransferState state() {
        return status.state();
    }
}
