package io.landline.filetransfer.incoming;

import io.landline.filetransfer.PathText;
import io.landline.filetransfer.TransferSettings;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.Acceptance;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.partial.DiskFailure;
import java.nio.file.Path;

/// Into which folder an offer is taken. Confined to the files' queue.
record AcceptedFolders(TransferSettings settings, TransferStore store) {
    /// Accepted now, into the folder that is chosen now.
    StoredTransfer accepted(StoredTransfer undecided, boolean byHand) {
        return undecided.accepted(chosen(), settings.clock().instant(), byHand);
    }

    /// Where its folder is gone or takes nothing, and nothing of it is there: into the one that is chosen now. What has
    /// begun waits for its folder, which may be on a disk that comes back.
    StoredTransfer placed(IncomingTransfer incoming) {
        Acceptance acceptance = incoming.stored.acceptance();
        Path folder = acceptance.place();
        boolean takesFiles = folder != null && DiskFailure.takesFiles(folder);
        if (acceptance.folder().isEmpty() || takesFiles || !incoming.isNothingBegun(store)) return incoming.stored;
        return incoming.stored.into(chosen());
    }

    private String chosen() {
        return PathText.stored(settings.downloads().get().toAbsolutePath());
    }
}
