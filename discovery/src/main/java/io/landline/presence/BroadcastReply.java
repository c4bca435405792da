package io.landline.presence;

import java.time.Duration;

/// When newcomers come too fast to be answered one by one, one reply to everybody answers them all. So the packets of a
/// crowd that starts at once grow with its size, not with the square of it. Confined to the presence thread.
final class BroadcastReply {
    /// When this many answers wait, or this many newcomers came within a second, the others are answered together.
    static final int APART_MAX = 16;
    /// Answers apart a second of all nodes of a segment together; but one a second is always allowed to each node.
    static final int SEGMENT_APART_PER_SECOND_MAX = 1_600;
    /// Answers to everybody of all nodes together: the larger the crowd, the longer between two of one node.
    static final int SEGMENT_PER_SECOND_MAX = 100;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Duration countedSince = SECOND.negated();
    private int counted;
    private Duration dueAt = ReplyQueue.NEVER;
    private Duration lastAt = ReplyQueue.SAME_PEER_MIN.negated();

    /// Whether this newcomer is answered apart; `waiting` newcomers wait for their answers already.
    boolean isApart(int waiting, int peersInReach, Duration uptime) {
        if (uptime.minus(countedSince).compareTo(SECOND) >= 0) {
            countedSince = uptime;
            counted = 0;
        }
        int share = Math.clamp(SEGMENT_APART_PER_SECOND_MAX / Math.max(1, peersInReach), 1, APART_MAX);
        return waiting < APART_MAX && ++counted <= share;
    }

    /// Plans an answer to everybody after this spread, but not too soon after the last one.
    void plan(Duration spread, int peersInReach, Duration uptime) {
        Duration share = Duration.ofSeconds(peersInReach).dividedBy(SEGMENT_PER_SECOND_MAX);
        Duration earliest = lastAt.plus(
                share.compareTo(ReplyQueue.SAME_PEER_MIN) > 0 ? share : ReplyQueue.SAME_PEER_MIN);
        Duration at = earliest.compareTo(uptime) > 0 ? earliest : uptime.plus(spread);
        if (at.compareTo(dueAt) < 0) dueAt = at;
    }

    /// Claims what is due now, once.
    boolean claim(Duration uptime) {
        if (dueAt.compareTo(uptime) > 0) return false;
        dueAt = ReplyQueue.NEVER;
        lastAt = uptime;
        return true;
    }

    Duration dueAt() {
        return dueAt;
    }
}
