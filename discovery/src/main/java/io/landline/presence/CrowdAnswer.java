package io.landline.presence;

import java.time.Duration;

/// When newcomers come faster than each can be answered apart, one announce to everybody answers them all: a crowd that starts at once
/// sends a number of packets that grows with its size, not with the square. Confined to the presence thread.
final class CrowdAnswer {
    /// When so many answers wait, or so many went out within a second, the others are answered together.
    static final int APART_MAX = 16;
    /// All nodes of a segment together: the larger the crowd, the longer between two of one node.
    static final int SEGMENT_PER_SECOND_MAX = 100;

    private final RateWindow apart = new RateWindow(APART_MAX);
    private Duration dueAt = UnicastTurns.NEVER;
    private Duration lastAt = UnicastTurns.SAME_PEER_MIN.negated();

    /// Whether the newcomer of this moment is answered apart, of whom that many wait for their answer already.
    boolean isApart(int waiting, Duration uptime) {
        return waiting < APART_MAX && apart.claim(uptime);
    }

    /// Plans an answer to everybody, so much later, but not too soon after the last.
    void plan(Duration spread, int peersInReach, Duration uptime) {
        Duration share = Duration.ofSeconds(peersInReach).dividedBy(SEGMENT_PER_SECOND_MAX);
        Duration earliest = lastAt.plus(share.compareTo(UnicastTurns.SAME_PEER_MIN) > 0 ? share : UnicastTurns.SAME_PEER_MIN);
        Duration at = earliest.compareTo(uptime) > 0 ? earliest : uptime.plus(spread);
        if (at.compareTo(dueAt) < 0) dueAt = at;
    }

    /// Claims what is due now, once.
    boolean claim(Duration uptime) {
        if (dueAt.compareTo(uptime) > 0) return false;
        dueAt = UnicastTurns.NEVER;
        lastAt = uptime;
        return true;
    }

    Duration dueAt() {
        return dueAt;
    }
}
