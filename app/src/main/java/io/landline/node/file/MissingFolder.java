package io.landline.node.file;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.peer.Direction;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The folder that was to take a transfer, where that is gone: deleted, or on a disk that is not connected. Or this
/// system cannot spell it. Looks at the disk.
final class MissingFolder {
    private MissingFolder() {}

    /// Null where the folder is there, or the transfer stopped for another reason.
    static @Nullable String of(StoredTransfer transfer, @Nullable FailureReason reason) {
        if (reason != FailureReason.NO_PERMISSION || transfer.direction() != Direction.IN) return null;
        String folder = transfer.acceptance().folder();
        if (folder.isEmpty()) return null;
        Path place = transfer.acceptance().place();
        return place != null && Files.isDirectory(place) ? null : folder;
    }
}
