package io.landline.filetransfer;

import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import org.jspecify.annotations.Nullable;

/// A transfer as it was at one moment, for screens and events. For an outgoing one `peer` is the receiver, for an
/// incoming one the author. Immutable; any thread.
///
/// @param files how many files the offer has
/// @param bytes incoming: verified in all, before a restart included; outgoing: handed to the network, or all of them
///        once done
/// @param total of all files together, in bytes
/// @param reason why it failed, or why it is paused; null where neither, or where a person paused it
/// @param pausedByPeer the other side holds it up, as far as it said so in this session
public record TransferView(Direction direction, EntryId offer, TransferId transfer, ConversationId conversation,
        Fingerprint peer, TransferState state, long files, long bytes, long total, @Nullable FailureReason reason,
        boolean pausedByPeer) {

    public enum Direction { IN, OUT }
}
