package io.landline.settings;

import io.landline.peer.PeerName;

/// The display name that is suggested to a new user.
public final class DefaultName {
    private DefaultName() {}

    /// A name made of what the system calls its user, or, where that says nothing of a person (`root`, `pi`), its host.
    public static PeerName suggest(String userName, String hostName) {
        throw new UnsupportedOperationException();
    }

    /// The suggestion for the user of this process.
    public static PeerName suggest() {
        throw new UnsupportedOperationException();
    }
}
