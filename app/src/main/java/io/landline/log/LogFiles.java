package io.landline.log;

import java.nio.file.Path;

/// Sends what is said through [System.Logger] to the profile's log files. Any thread.
public final class LogFiles implements AutoCloseable {
    private LogFiles() {}

    /// Replaces whatever handled log records so far. Never fails: where the folder cannot be written, there is no log, and stderr says so.
    public static LogFiles open(Path folder, Verbosity verbosity) {
        throw new UnsupportedOperationException();
    }

    /// [#VERBOSE] also keeps debug records, and prints all of them on stderr.
    public enum Verbosity { QUIET, VERBOSE }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
