package io.landline.chat;

import io.landline.peer.Fingerprint;
import java.util.Comparator;

/// A place in the timeline of a conversation, the same on every node: Lamport time, then author, then number
/// (docs/protocol/conversations.md, "An entry"). Two logs of one author may agree in all three, so the log's id, as an
/// unsigned number, comes last.
public record TimelinePosition(long lamport, Fingerprint author, long number,
        long log) implements Comparable<TimelinePosition> {
    private static final Comparator<TimelinePosition> ORDER = Comparator.comparingLong(TimelinePosition::lamport)
            .thenComparing(TimelinePosition::author)
            .thenComparingLong(TimelinePosition::number)
            .thenComparing(TimelinePosition::log, Long::compareUnsigned);

    @Override
    public int compareTo(TimelinePosition other) {
        return ORDER.compare(this, other);
    }
}
