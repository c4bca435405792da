package io.landline.chat.sync;

import java.lang.System.Logger.Level;

/// Why entries of a peer are not taken though its session goes on. The log says each reason once a session. Otherwise
/// somebody who writes a peer of their own sees nothing at all. Confined to the conversations' thread.
enum NotTaken {
    AUTHOR("nobody here vouches for their author"),
    LEAP("a Lamport time is more than " + LamportClock.LEAP_MAX + " above the clock"),
    ORDER("a Lamport time is not above that of the entry before"),
    FORK("one has another hash than the one that is held, or names another one before it");

    private static final System.Logger LOG = System.getLogger(NotTaken.class.getName());

    private final String why;

    NotTaken(String why) { this.why = why; }

    void note(PeerLink link) {
        if (link.notTaken.add(this)) {
            LOG.log(Level.INFO, () -> "entries that " + link.peer + " sent are not taken: " + why);
        }
    }
}
