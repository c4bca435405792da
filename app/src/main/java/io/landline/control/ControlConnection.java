package io.landline.control;

import io.landline.settings.Profile;
import io.landline.settings.ProfileLock;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The other subcommands' side of the local socket. Sending and receiving may be two threads.
public final class ControlConnection implements AutoCloseable {
    private ControlConnection() {}

    /// Connects to the node that runs on this profile, and waits a few seconds for one that is still starting. Null where none runs.
    public static @Nullable ControlConnection toNodeOf(Profile profile) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// Connects to this node. An [IOException]'s message is a sentence for the user.
    public static ControlConnection connect(ProfileLock.Owner owner) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void send(String line) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// The next line; null where none came within this time. An [java.io.EOFException] once the node has hung up.
    public @Nullable String next(Duration patience) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
