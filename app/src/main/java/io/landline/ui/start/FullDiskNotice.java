package io.landline.ui.start;

import io.landline.filetransfer.FailureReason;
import io.landline.language.Texts;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.TransferFailed;
import io.landline.node.port.NodeEvent.TransferId;
import io.landline.node.port.NodeEvent.TransferResumed;
import io.landline.node.port.NodeEvent.Transferred;
import io.landline.peer.Direction;
import io.landline.ui.page.Navigation;
import io.landline.ui.page.Notices;
import io.landline.ui.page.Notices.Remedy;
import java.util.HashSet;
import java.util.Set;

/// Tells once for all that a full disk stopped what this user receives, and how much of it. Each card says so of
/// itself, on a page that may not be shown. Called on the node's threads.
final class FullDiskNotice {
    private final Texts texts;
    private final Notices notices;
    private final Navigation navigation;
    /// Transfers that have not gone on since. Guarded by itself.
    private final Set<String> stopped = new HashSet<>();

    FullDiskNotice(Texts texts, Notices notices, Navigation navigation) {
        this.texts = texts;
        this.notices = notices;
        this.navigation = navigation;
    }

    void take(NodeEvent event) {
        switch (event) {
            case TransferFailed failed when isOfTheDisk(failed) -> stopped(failed.id());
            case TransferFailed failed -> over(failed.id());
            case TransferResumed resumed when !resumed.byPeer() -> over(resumed.id()); // else the disk is as full
            case Transferred transferred -> over(transferred.id());
            case NodeEvent _ -> {
            }
        }
    }

    private static boolean isOfTheDisk(TransferFailed failed) {
        return failed.reason() == FailureReason.DISK_FULL && failed.resumable()
                && failed.id().direction() == Direction.IN;
    }

    private void stopped(TransferId id) {
        int number;
        synchronized (stopped) {
            if (!stopped.add(id.transfer())) return;
            number = stopped.size();
        }
        notices.problem(this, texts.format("disk-full", number),
                new Remedy(texts.get("remedy.files"), navigation::transfers));
    }

    /// The user has done something about it, or it ended: what was told is old.
    private void over(TransferId id) {
        synchronized (stopped) {
            if (!stopped.remove(id.transfer())) return;
        }
        notices.over(this);
    }
}
