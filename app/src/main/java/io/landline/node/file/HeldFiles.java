package io.landline.node.file;

import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.TransferState;
import io.landline.peer.Direction;
import io.landline.room.EntryId;
import io.landline.storage.transfers.TransferHistory;
import io.landline.storage.transfers.TransferHistory.Past;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Which offers are complete on this computer, so that they can be offered again. Any thread; reads the database and
/// the disk.
public final class HeldFiles {
    /// Of an offer that goes on: more are not looked for.
    static final int FILES_MAX = 1_000;

    private final TransferHistory history;

    public HeldFiles(TransferHistory history) { this.history = history; }

    /// As [#of], with what the offer leaves out of its folders on purpose.
    public FilesToSend again(EntryId offer) {
        return new FilesToSend(of(offer), history.excludes(offer));
    }

    /// The files of an offer, and folders as one; nothing where any of them is not here.
    List<Path> of(EntryId offer) {
        for (Past past : history.ofOffers(List.of(offer), FILES_MAX + 1)) {
            boolean isWhole = past.transfer().direction() == Direction.OUT
                    || past.transfer().state() == TransferState.DONE && past.failures().none() && past.part() == null;
            List<Path> paths = past.paths();
            if (!isWhole || paths.isEmpty() || past.offer().body().files() > FILES_MAX) continue;
            if (paths.stream().allMatch(Files::isReadable)) return paths;
        }
        return List.of();
    }
}
