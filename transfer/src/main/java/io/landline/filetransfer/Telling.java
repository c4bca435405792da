package io.landline.filetransfer;

import io.landline.filetransfer.TransferListener.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the listener is told, after the job in which it happened. Confined to the desk.
record Telling(Desk desk, TransferListener listener) {
    /// Two to five times a second (design.md §8).
    static final Duration PROGRESS_INTERVAL = Duration.ofMillis(300);

    Duration uptime() {
        return desk.uptime();
    }

    void offered(TransferView view, List<String> names) {
        desk.announce(() -> listener.offered(view, names));
    }

    void progress(TransferView view, long rate) {
        desk.announce(() -> listener.progress(view, rate));
    }

    void transferred(TransferView view, Duration took, List<Path> paths, byte @Nullable [] sha256) {
        desk.announce(() -> listener.transferred(view, took, paths, sha256));
    }

    void failed(TransferView view, FailureReason reason, boolean resumable) {
        desk.announce(() -> listener.failed(view, reason, resumable));
    }

    void paused(TransferView view, Side by) {
        desk.announce(() -> listener.paused(view, by));
    }

    void resumed(TransferView view, Side by) {
        desk.announce(() -> listener.resumed(view, by));
    }
}
