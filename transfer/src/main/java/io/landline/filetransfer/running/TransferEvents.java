package io.landline.filetransfer.running;

import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferListener;
import io.landline.filetransfer.TransferListener.Hashes;
import io.landline.filetransfer.TransferListener.Side;
import io.landline.filetransfer.TransferView;
import io.landline.queue.SerialQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What the listener is told, after the step in which it happened. Confined to the files' queue.
public record TransferEvents(SerialQueue queue, TransferListener listener) {
    /// Two to five times a second (docs/command-line.md, "Events").
    static final Duration PROGRESS_INTERVAL = Duration.ofMillis(300);

    public Duration uptime() {
        return queue.uptime();
    }

    public void offered(TransferView view, List<String> names, long folders) {
        queue.afterStep(() -> listener.offered(view, names, folders));
    }

    public void progress(TransferView view, long rate) {
        queue.afterStep(() -> listener.progress(view, rate));
    }

    public void transferred(TransferView view, TransferListener.Run run, List<Path> paths, Hashes hashes,
            FailedFiles failures) {
        queue.afterStep(() -> listener.transferred(view, run, paths, hashes, failures));
    }

    public void unmatched(TransferView view, Path folder) {
        queue.afterStep(() -> listener.unmatched(view, folder));
    }

    /// Any thread.
    public void cleared(TransferId transfer) {
        queue.post(() -> queue.afterStep(() -> listener.cleared(transfer)));
    }

    public void failed(TransferView view, FailureReason reason, boolean resumable) {
        queue.afterStep(() -> listener.failed(view, reason, resumable));
    }

    public void storeFailed(String message) {
        queue.afterStep(() -> listener.storeFailed(message));
    }

    public void passedOver() {
        queue.afterStep(listener::passedOver);
    }

    public void paused(TransferView view, Side by) {
        queue.afterStep(() -> listener.paused(view, by));
    }

    public void resumed(TransferView view, Side by) {
        queue.afterStep(() -> listener.resumed(view, by));
    }
}
