package io.landline.ui.lab.wire;

import io.landline.lab.LabMessage;
import java.time.Instant;
import java.util.List;

/// A sequence diagram: sockets as vertical lines, and what passed between them as rungs, from top to bottom in the
/// order of telling. Immutable; any thread.
///
/// @param left how many older rungs are not kept
public record Ladder(List<Lifeline> lanes, List<Rung> rungs, long left) {
    public static final Ladder EMPTY = new Ladder(List.of(), List.of(), 0);

    public Ladder {
        lanes = List.copyOf(lanes);
        rungs = List.copyOf(rungs);
    }

    /// A socket.
    ///
    /// @param card the card that it belongs to; [#ELSEWHERE] for another program's
    public record Lifeline(int id, int card, String address) {
        public static final int ELSEWHERE = -1;

        public boolean isElsewhere() {
            return card == ELSEWHERE;
        }
    }

    /// Something at one time, between two sockets or at one.
    public sealed interface Rung {
        long number();

        Instant at();

        /// Lanes by their ids.
        int from();

        int to();
    }

    /// A message that a program here sent or received.
    ///
    /// @param bothEnds both programs run here, and both have told of all of it
    /// @param pieces in which it was written and read, where TCP cut or joined it
    public record Message(long number, Instant at, int from, int to, Excerpt payload, boolean bothEnds,
            LabMessage note, Pieces pieces) implements Rung {
        /// One that is no part of a stream, or that one read returned as one write sent it.
        public Message(long number, Instant at, int from, int to, Excerpt payload, boolean bothEnds, LabMessage note) {
            this(number, at, from, to, payload, bothEnds, note, Pieces.NONE);
        }
    }

    /// How long each write and each read of one stretch of a TCP stream was, in bytes. Empty where both were one and
    /// the same, and where only one end has told of it.
    public record Pieces(List<Integer> written, List<Integer> read) {
        public static final Pieces NONE = new Pieces(List.of(), List.of());

        public Pieces {
            written = List.copyOf(written);
            read = List.copyOf(read);
        }

        public boolean isEmpty() {
            return written.isEmpty() && read.isEmpty();
        }
    }

    /// What the two systems do by themselves around a TCP connection. Packets of it are not seen here, so none are
    /// drawn.
    public record BySystem(long number, Instant at, int from, int to, Doing doing) implements Rung {
        public enum Doing { CONNECTED, WAITING, CLOSED }
    }

    /// A message got no reply on purpose, and why.
    public record Silence(long number, Instant at, int from, int to, LabMessage why) implements Rung {}
}
