package io.landline.filetransfer.desk;

import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.source.Upload;
import io.landline.room.EntryId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which of the accepted transfers to others are served: some have a place, the rest waits for one. Confined to the
/// desk, but [#uploads].
final class UploadPlaces {
    /// Offers served at once, the others in turn (docs/protocol/files.md, "Control frames in JSON"). The receivers of
    /// one offer share a place.
    static final int RUNNING_MAX = 8;

    private final Map<TransferId, Upload> uploads = new ConcurrentHashMap<>();
    /// Wakes the servers of chunks.
    private Runnable look = () -> {};

    /// `runnable` is called when a transfer may run, or is over.
    void onRunnable(Runnable runnable) {
        look = runnable;
    }

    /// Accepted transfers by id. Any thread.
    Map<TransferId, Upload> uploads() {
        return uploads;
    }

    void add(Upload upload) {
        uploads.put(upload.id(), upload);
    }

    void remove(Upload upload) {
        uploads.remove(upload.id(), upload);
    }

    /// Gives free places to those that have waited longest: the first of `open`. These have one now.
    List<OutgoingTransfer> grant(Collection<OutgoingTransfer> open) {
        var granted = new ArrayList<OutgoingTransfer>();
        var running = new HashSet<EntryId>();
        for (OutgoingTransfer outgoing : open) if (outgoing.holdsPlace()) running.add(outgoing.offer.id());
        for (OutgoingTransfer outgoing : open) {
            Upload upload = outgoing.upload;
            if (upload == null || upload.isGranted() || upload.isEnded()) continue;
            if (running.size() >= RUNNING_MAX && !running.contains(outgoing.offer.id())) continue;
            upload.grant();
            granted.add(outgoing);
            running.add(outgoing.offer.id());
        }
        return granted;
    }

    /// To be called after each change of who has a place.
    void wake() {
        look.run();
    }
}
