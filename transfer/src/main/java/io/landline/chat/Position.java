package io.landline.chat;

import io.landline.peer.Fingerprint;
import java.util.Comparator;

/// A place in the timeline of a conversation, the same on every node: Lamport time, then author, then number (design.md
/// §6). Two logs of one author may agree in all three, so the log's id, as an unsigned number, comes last.
public record Position(long lamport, Fingerprint author, long number, long log) implements Comparable<Position> {
    private static final Comparator<Position> ORDER = Comparator.comparingLong(Position::lamport)
            .thenComparing(Position::author)
            .thenComparingLong(Position::number)
            .thenComparing(Position::log, Long::compareUnsigned);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
