package io.landline.session.core;

import java.time.Duration;

/// Whether the peer at the other end of one control connection is still there (docs/protocol/session.md, "Alive"). No
/// clock and no socket: the caller brings the uptime, so an hour takes a microsecond. Any thread; the lock is held for
/// a few assignments.
///
/// Anything heard on the connection counts. Presence counts too, but it can be forged. So it counts only while nothing
/// that we sent waits for an answer, and for at most [#PRESENCE_COUNTS_MAX] after the connection itself was heard.
final class Liveness {
    /// See docs/protocol/session.md, "Alive". Longer, and a forger of presence keeps a dead session open for longer.
    static final Duration PRESENCE_COUNTS_MAX = Duration.ofSeconds(60);

    enum Due {
        NOTHING,
        PING,
        /// A probe got no answer in time: this connection is given up, and the peer may well be there.
        UNANSWERED,
        /// Nothing was heard for as long as a session may be silent.
        GONE
    }

    private final Duration pingAfter;
    private final Duration goneAfter;
    private Duration heardOnConnection;
    private Duration alive;
    private boolean unanswered;
    private boolean pinged;
    private Duration probedUntil = Duration.ofDays(Short.MAX_VALUE);

    Liveness(Duration uptime, Duration pingAfter, Duration goneAfter) {
        this.pingAfter = pingAfter;
        this.goneAfter = goneAfter;
        heardOnConnection = uptime;
        alive = uptime;
    }

    /// Bytes came from the peer.
    synchronized void heard(Duration uptime) {
        heardOnConnection = uptime;
        alive = uptime;
        unanswered = false;
        pinged = false;
        probedUntil = Duration.ofDays(Short.MAX_VALUE);
    }

    /// Presence of this peer was heard.
    synchronized void presenceHeard(Duration uptime) {
        if (unanswered || uptime.minus(heardOnConnection).compareTo(PRESENCE_COUNTS_MAX) > 0) return;
        alive = uptime;
    }

    /// A frame is on its way to the peer: from now on only an answer counts.
    synchronized void sent() {
        unanswered = true;
    }

    /// Gives the peer this long to be heard; the caller sends the ping.
    synchronized void probe(Duration uptime, Duration patience) {
        unanswered = true;
        pinged = true;
        Duration until = uptime.plus(patience);
        if (until.compareTo(probedUntil) < 0) probedUntil = until;
    }

    /// When [#due] has something next, if nothing is heard.
    synchronized Duration dueAt() {
        Duration silent = alive.plus(pinged ? goneAfter : pingAfter);
        return probedUntil.compareTo(silent) < 0 ? probedUntil : silent;
    }

    /// What is due now; a ping is due once until something is heard.
    synchronized Due due(Duration uptime) {
        Duration silence = uptime.minus(alive);
        if (silence.compareTo(goneAfter) >= 0) return Due.GONE;
        if (uptime.compareTo(probedUntil) >= 0) return Due.UNANSWERED;
        if (pinged || silence.compareTo(pingAfter) < 0) return Due.NOTHING;
        pinged = true;
        return Due.PING;
    }
}
