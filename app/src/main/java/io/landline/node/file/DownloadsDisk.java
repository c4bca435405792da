package io.landline.node.file;

import io.landline.filetransfer.FreeDisk;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.core.Transfers;
import io.landline.peer.Direction;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/// The disk of the downloads folder, less what is accepted and still to come. For threads that may wait for the disk
/// and for the files.
public record DownloadsDisk(Transfers transfers, Supplier<Path> downloads) {
    /// Everything that is accepted, and not here yet.
    public List<TransferView> underWay() {
        return transfers.open()
                .stream()
                .filter(each -> each.direction() == Direction.IN && each.state() != TransferState.OFFERED)
                .toList();
    }

    /// As it is now; makes the folder if it is missing.
    public FreeDisk now() throws IOException {
        return now(underWay());
    }

    /// As above, less what is still to come of these transfers alone.
    public FreeDisk now(Collection<TransferView> underWay) throws IOException {
        Path folder = downloads.get();
        Files.createDirectories(folder);
        File disk = folder.toFile(); // also in a changed root, where Java cannot name the disk
        long promised = underWay.stream().mapToLong(each -> each.amount().total() - each.amount().bytes()).sum();
        return new FreeDisk(disk.getTotalSpace(), disk.getUsableSpace() - promised);
    }
}
