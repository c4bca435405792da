package io.landline.node.file;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.peer.Direction;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How many bytes must be freed on a full disk before a stopped transfer can go on. Looks at the disk.
///
/// @param space of the transfers that run here; where none run, one of its own
record MissingSpace(DiskSpace space) {
    /// As [DiskSpace#missingTold]; of an own offer, on the receiver's disk as far as it told. 0 where enough is free by
    /// now, where the transfer stopped for another reason, and where that cannot be told.
    ///
    /// @param live null where it does not run here
    /// @param left bytes that are yet to be written
    long of(StoredTransfer transfer, @Nullable TransferView live, @Nullable FailureReason reason, long left) {
        if (transfer.direction() == Direction.OUT) return live == null ? 0 : live.status().missingThere();
        Path folder = transfer.acceptance().place();
        return reason != FailureReason.DISK_FULL || folder == null ? 0 : space.missingTold(folder, left);
    }
}
