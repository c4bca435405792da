package io.landline.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One profile, one node: a lock of the operating system, held for life, so that a crash frees it. Any thread.
public final class ProfileLock implements AutoCloseable {
    /// The node that holds a profile.
    ///
    /// @param boot what tells one start of the system from another; empty where the system has no such thing
    /// @param started when the process began, so that a process id that was given again is not taken for it; null where unknown
    /// @param socket where it listens for other subcommands; null until it does
    public record Owner(String host, String boot, long pid, @Nullable Instant started, @Nullable Path socket) {}

    private ProfileLock() {}

    /// Takes the lock, or throws a [ProfileInUseException] that names who has it.
    public static ProfileLock acquire(Profile profile) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// Who holds the profile now; null where nobody does.
    public static @Nullable Owner owner(Profile profile) throws IOException {
        throw new UnsupportedOperationException();
    }

    public Profile profile() {
        throw new UnsupportedOperationException();
    }

    /// Writes beside the lock where this node's socket is.
    public void announceSocket(Path socket) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
