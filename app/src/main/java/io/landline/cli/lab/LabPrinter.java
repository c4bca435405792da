package io.landline.cli.lab;

import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.Terminal;
import io.landline.lab.Addresses;
import io.landline.lab.Escapes;
import io.landline.lab.Experiment;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.Peer;
import io.landline.labprograms.MessageStyle;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Prints the events of one experiment: a line per message at a server, what was sent and received at a client, JSON
/// where that was asked for. Thread-safe, because connections tell of themselves on threads of their own.
final class LabPrinter implements Consumer<LabEvent> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final String LINE_FEED = Escapes.line("\n");
    /// Some lines of a terminal.
    private static final int SHOWN_CHARS_MAX = 300;

    private final Experiment lab;
    private final boolean server;
    private final boolean trace;
    private final MessageStyle style;
    private final Terminal terminal;

    LabPrinter(Experiment lab, boolean server, boolean trace, MessageStyle style, Terminal terminal) {
        this.lab = lab;
        this.server = server;
        this.trace = trace;
        this.style = style;
        this.terminal = terminal;
        // Loads what Java needs to print a sample: else the first packets of a measurement would wait for that as well.
        sample(1, 1, Duration.ZERO, Duration.ZERO);
    }

    @Override
    public synchronized void accept(LabEvent event) {
        if (terminal.isJson()) {
            var line = LabJson.of(lab, event);
            if (line != null) terminal.event(line);
            return;
        }
        if (trace) trace(event);
        String line = line(event);
        if (line != null) terminal.say(line);
    }

    /// The line for a person; null where the event has none.
    @Nullable
    String line(LabEvent event) {
        String line = server ? atServer(event) : atClient(event);
        return line == null ? null : line.stripTrailing();
    }

    private @Nullable String atServer(LabEvent event) {
        return switch (event) {
            case LabEvent.Started started -> CommandTexts.of("lab {0}: listening on {1} ({2}, {3}) — clear text",
                    lab.title(),
                    Addresses.text(started.local()), started.transport(), started.family());
            case LabEvent.In _ -> null; // told with its answer, or with the reason for none
            case LabEvent.Out(var at, var peer, var payload, var answers, var note) -> time(at) + peer.full() + "  "
                    + (answers == null ? "" : length(answers.payload()) + note(answers.note())) + "→ " + brief(payload)
                    + note(note);
            case LabEvent.Unanswered(var at, var message, var why) -> time(at) + message.peer().full() + "  "
                    + length(message.payload()) + note(message.note()) + "(" + Escapes.line(LabWords.of(why)) + ")";
            case LabEvent.Connection(var at, var peer, var state) -> time(at) + peer.full() + "  "
                    + state.name().toLowerCase(Locale.ROOT);
            case LabEvent.Refused(var at, var peer, var reason) -> time(at) + peer.full() + "  "
                    + CommandTexts.of("refused: {0}", Escapes.line(LabWords.of(reason)));
            case LabEvent.Remark(var at, var sentence) -> time(at) + Escapes.line(LabWords.of(sentence));
            case LabEvent.Sample _, LabEvent.Rate _, LabEvent.Progress _, LabEvent.SoFar _, LabEvent.Opened _ -> null;
            case LabEvent.Result(_, var result) -> Escapes.lines(result.summary());
            case LabEvent.Stopped(_, var reason) -> CommandTexts.of("lab {0}: ended ({1})", lab.title(),
                    Escapes.line(LabWords.of(reason)));
        };
    }

    private @Nullable String atClient(LabEvent event) {
        return switch (event) {
            case LabEvent.In(_, _, var payload, _) when style.hidden().test(payload) -> null;
            case LabEvent.Out(_, _, var payload, _, _) when style.hidden().test(payload) -> null;
            case LabEvent.In(_, _, var payload, var note) -> "< " + text(payload) + note(note);
            case LabEvent.Out(_, _, var payload, _, var note) -> "> " + withoutEnd(payload) + note(note);
            case LabEvent.Remark(_, var sentence) -> Escapes.line(LabWords.of(sentence));
            case LabEvent.Sample(_, var number, var bytes, var interval, _, var rtt) -> sample(number, bytes, interval,
                    rtt);
            case LabEvent.Result(_, var result) -> Escapes.lines(result.summary());
            case LabEvent.Stopped(_, var reason) -> reason.isEmpty() ? null : Escapes.line(LabWords.of(reason));
            case LabEvent.Refused(_, var peer, var reason) -> peer.full() + " "
                    + CommandTexts.of("refused: {0}", Escapes.line(LabWords.of(reason)));
            case LabEvent.Started _, LabEvent.Unanswered _, LabEvent.Connection _, LabEvent.Rate _,
                    LabEvent.Progress _, LabEvent.SoFar _, LabEvent.Opened _ -> null;
        };
    }

    private static String sample(int number, int bytes, Duration interval, @Nullable Duration rtt) {
        return CommandTexts.of("packet {0}", number) + "  " + bytes + " B  " + (rtt == null
                ? CommandTexts.of("lost (no ack within {0} ms)", millis("%.0f", interval))
                : CommandTexts.of("ack in {0} ms", millis("%.1f", rtt)));
    }

    private static String millis(String format, Duration time) {
        return String.format(Locale.ROOT, format, time.toNanos() / NANOS_PER_MILLI);
    }

    /// The line feed that ends each message of a line protocol is not shown with each.
    private String withoutEnd(Payload payload) {
        String shown = text(payload);
        String text = payload.text();
        boolean showsEnd = !style.keepsLines() && text != null && text.endsWith("\n");
        return showsEnd ? shown.substring(0, shown.length() - LINE_FEED.length()) : shown;
    }

    private String text(Payload payload) {
        String text = payload.text();
        return style.keepsLines() && text != null
                ? Escapes.lines(text.replace("\r\n", "\n")).stripTrailing()
                : payload.shown();
    }

    private void trace(LabEvent event) {
        if (event instanceof LabEvent.In in) terminal.aside(traced(in.at(), "<-", in.peer(), in.payload()));
        if (event instanceof LabEvent.Out out) terminal.aside(traced(out.at(), "->", out.peer(), out.payload()));
    }

    private static String traced(Instant at, String arrow, Peer peer, Payload payload) {
        return "  " + time(at) + arrow + " " + peer.name() + "  " + payload.length() + " B  " + payload.hex() + "  "
                + payload.quoted();
    }

    private static String length(Payload payload) {
        return payload.length() + " B  " + brief(payload) + " ";
    }

    /// A server's line shows the beginning of a long message; `--trace` shows all of it.
    private static String brief(Payload payload) {
        String shown = payload.shown();
        return shown.length() <= SHOWN_CHARS_MAX ? "'" + shown + "'" : "'" + shown.substring(0, SHOWN_CHARS_MAX) + "'…";
    }

    private static String note(LabMessage note) {
        return note.isEmpty() ? "" : "  (" + Escapes.line(LabWords.of(note)) + ") ";
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault())) + " ";
    }
}
