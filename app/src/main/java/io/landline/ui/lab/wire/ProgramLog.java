package io.landline.ui.lab.wire;

import io.landline.lab.Addresses;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.Peer;
import io.landline.lab.SocketCard;
import io.landline.ui.lab.wire.TraceRow.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// All that one system's programs have told, bounded: trace, ladder, measures. Thread-safe.
public final class ProgramLog {
    /// At a glance a person reads ten rows; this is some minutes of an exchange by hand and two seconds of a flood.
    public static final int ROWS_MAX = 2_000;
    /// What is there now.
    ///
    /// @param left this many older rows are not kept
    public record Seen(List<TraceRow> rows, long left, Ladder ladder, Measurements measures) {
        public static final Seen NOTHING = new Seen(List.of(), 0, Ladder.EMPTY, Measurements.NONE);
    }

    private final NewestItems<TraceRow> rows = new NewestItems<>(ROWS_MAX);
    private final LadderBuilder ladder;
    private final MeasurementsBuilder measures = new MeasurementsBuilder();
    private final Map<Integer, String> locals = new HashMap<>();
    private long number;

    public ProgramLog() { this(ProgramLog::isOfThisComputer); }

    ProgramLog(Predicate<InetAddress> isOfThisComputer) { ladder = new LadderBuilder(isOfThisComputer); }

    public synchronized void apply(EventBuffer.Piece piece) {
        rows.leftOut(piece.dropped());
        ladder.begin(piece.dropped() > 0);
        for (ProgramEvent each : piece.events()) {
            row(each);
            ladder.apply(each);
            measures.apply(each);
        }
    }

    public synchronized Seen seen() {
        return new Seen(rows.all(), rows.left(), ladder.ladder(), measures.measures());
    }

    /// Forgets all of it; what runs goes on.
    public synchronized void clear() {
        rows.clear();
        ladder.clear();
        measures.clear();
    }

    /// Forgets what is only known of this card, which is gone.
    public synchronized void forget(int card) {
        locals.remove(card);
        measures.forget(card);
    }

    private void row(ProgramEvent told) {
        int card = told.card();
        LabEvent event = told.event();
        switch (event) {
            case LabEvent.Started started -> {
                locals.put(card, Addresses.text(started.local()));
                add(card, event, Kind.OPENED, LabMessage.NOTHING, Excerpt.NONE, kind(started));
            }
            case LabEvent.In(_, var peer, var payload, var note) -> message(card, event, Kind.IN, peer, payload, note);
            case LabEvent.Out(_, var peer, var payload, _, var note) -> message(card, event, Kind.OUT, peer, payload,
                    note);
            case LabEvent.Unanswered(_, var message, var why) -> message(card, event, Kind.UNANSWERED, message.peer(),
                    message.payload(), why);
            case LabEvent.Connection(_, var peer, var state) -> add(card, event, switch (state) {
                case CONNECTED -> Kind.CONNECTED;
                case WAITING -> Kind.WAITING;
                case CLOSED -> Kind.CLOSED;
            }, LabMessage.asIs(peer.name()), Excerpt.NONE, LabMessage.NOTHING);
            case LabEvent.Refused(_, var peer, var reason) -> add(card, event, Kind.REFUSED,
                    LabMessage.asIs(peer.name()),
                    Excerpt.NONE, reason);
            case LabEvent.Remark(_, var sentence) -> add(card, event, Kind.REMARK, LabMessage.NOTHING, Excerpt.NONE,
                    sentence);
            case LabEvent.Result(_, var result) -> rows.add(new TraceRow(++number, event.at(), card, Kind.RESULT,
                    local(card), LabMessage.NOTHING, Excerpt.NONE, LabMessage.NOTHING, result));
            case LabEvent.Stopped(_, var reason) -> add(card, event, Kind.ENDED, LabMessage.NOTHING, Excerpt.NONE,
                    reason);
            case LabEvent.Sample _, LabEvent.Rate _, LabEvent.Progress _, LabEvent.SoFar _, LabEvent.Opened _ -> {
            }
        }
    }

    private void message(int card, LabEvent event, Kind kind, Peer peer, Payload payload, LabMessage note) {
        add(card, event, kind, peer.said(), Excerpt.of(payload), note);
    }

    private void add(int card, LabEvent event, Kind kind, LabMessage peer, Excerpt payload, LabMessage note) {
        rows.add(new TraceRow(++number, event.at(), card, kind, local(card), peer, payload, note, null));
    }

    private static LabMessage kind(LabEvent.Started started) {
        return LabMessage.of("{0}, {1}", started.transport().name(), SocketCard.family(started.family()));
    }

    private String local(int card) {
        return locals.getOrDefault(card, "");
    }

    private static boolean isOfThisComputer(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException _) {
            return false; // an interface that is just going; the socket is then drawn as another computer's
        }
    }
}
