package io.landline.chat.sync;

import io.landline.cost.ThrottledLog;
import java.time.Duration;
import java.util.function.Supplier;

/// Why entries of a peer are not taken though its session goes on. The log says each reason once a session. Otherwise
/// somebody who writes a peer of their own sees nothing at all. Over all sessions it says no more than [ThrottledLog]
/// lets it: a member may come again without end. Confined to the conversations' thread.
enum NotTaken {
    AUTHOR("nobody here vouches for their author"),
    LEAP("a Lamport time is more than " + LamportClock.LEAP_MAX + " above the clock"),
    ORDER("a Lamport time is not above that of the entry before"),
    FORK("one has another hash than the one that is held, or names another one before it");

    private static final System.Logger LOG = System.getLogger(NotTaken.class.getName());

    private final String why;

    NotTaken(String why) { this.why = why; }

    /// What says it, for all sessions of a node.
    static ThrottledLog log(Supplier<Duration> uptime) {
        return new ThrottledLog(LOG, uptime);
    }

    void note(PeerLink link, ThrottledLog log) {
        if (link.notTaken.add(this)) log.note("entries that " + link.peer + " sent are not taken: " + why);
    }
}
