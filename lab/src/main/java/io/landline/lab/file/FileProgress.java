package io.landline.lab.file;

import io.landline.lab.net.Connection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Counts the bytes of a file on its way, and tells of them: at the beginning, ten times a second, and at the end.
/// Confined to one thread.
final class FileProgress {
    private static final Duration STEP = Duration.ofMillis(100);

    private final Connection connection;
    private final @Nullable Long whole;
    private final long beganAt = System.nanoTime();
    private long toldAt = beganAt;
    private long bytes;

    /// @param whole the file's length, null where it is not known
    FileProgress(Connection connection, @Nullable Long whole) {
        this.connection = connection;
        this.whole = whole;
        connection.progress(Duration.ZERO, 0, whole);
    }

    void add(int more) {
        bytes += more;
        if (System.nanoTime() - toldAt >= STEP.toNanos()) tell();
    }

    void end() {
        tell();
    }

    long bytes() {
        return bytes;
    }

    Duration lasting() {
        return Duration.ofNanos(System.nanoTime() - beganAt);
    }

    private void tell() {
        toldAt = System.nanoTime();
        connection.progress(lasting(), bytes, whole);
    }
}
