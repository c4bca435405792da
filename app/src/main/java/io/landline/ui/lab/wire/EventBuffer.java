package io.landline.ui.lab.wire;

import io.landline.lab.LabEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/// Takes the events of running programs and keeps them until somebody has time to look at them. Programs never wait for
/// the window: when too much is on the tape the oldest messages go, and are counted. Thread-safe.
public final class EventBuffer {
    /// Two seconds of the most that a server takes; the window looks ten times a second.
    static final int MESSAGES_MAX = 4_096;
    /// Starts, ends, connections, results and samples: hundreds a second at most, and none of them may be missing.
    static final int FACTS_MAX = 65_536;

    private record Numbered(long number, ProgramEvent told) {}

    private final Deque<Numbered> messages = new ArrayDeque<>();
    private final Deque<Numbered> facts = new ArrayDeque<>();
    private long number;
    private long dropped;

    /// What was on the tape, in the order of happening: each program tells of its own on a thread of its own, sooner or
    /// later.
    ///
    /// @param dropped this many were not kept since the last look
    public record Piece(List<ProgramEvent> events, long dropped) {
        public Piece {
            events = List.copyOf(events);
        }
    }

    public synchronized void add(ProgramEvent told) {
        boolean message = isMessage(told.event());
        Deque<Numbered> tape = message ? messages : facts;
        if (tape.size() == (message ? MESSAGES_MAX : FACTS_MAX)) {
            tape.removeFirst();
            dropped++;
        }
        tape.addLast(new Numbered(++number, told));
    }

    public synchronized Piece take() {
        var all = new ArrayList<Numbered>(messages.size() + facts.size());
        all.addAll(messages);
        all.addAll(facts);
        all.sort(Comparator.<Numbered, Instant>comparing(each -> each.told().event().at())
                .thenComparingLong(Numbered::number));
        var piece = new Piece(all.stream().map(Numbered::told).toList(), dropped);
        messages.clear();
        facts.clear();
        dropped = 0;
        return piece;
    }

    private static boolean isMessage(LabEvent event) {
        return switch (event) {
            case LabEvent.In _, LabEvent.Out _, LabEvent.Unanswered _, LabEvent.Refused _, LabEvent.Remark _ -> true;
            case LabEvent.Started _, LabEvent.Connection _, LabEvent.Sample _, LabEvent.Rate _,
                    LabEvent.Progress _, LabEvent.SoFar _, LabEvent.Opened _, LabEvent.Result _,
                    LabEvent.Stopped _ -> false;
        };
    }
}
