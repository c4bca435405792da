package io.landline.node.file;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.peer.Direction;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How many bytes must be freed on a full disk before a stopped transfer can go on. Looks at the disk.
///
/// @param space of the transfers that run here; where none run, one of its own
record MissingSpace(DiskSpace space) {
    /// As [DiskSpace#roundedUp]. 0 where enough is free by now, where the transfer stopped for another reason, and
    /// where that cannot be told.
    ///
    /// @param left bytes that are yet to be written
    long of(StoredTransfer transfer, @Nullable FailureReason reason, long left) {
        Path folder = transfer.acceptance().place();
        if (reason != FailureReason.DISK_FULL || transfer.direction() != Direction.IN || folder == null) return 0;
        try {
            return DiskSpace.roundedUp(space.missing(folder, left));
        } catch (IOException e) {
            return 0;
        }
    }
}
