package io.landline.ui.lab;

import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.LabResult;
import io.landline.lab.SocketCard;
import io.landline.lab.ping.RampClient;
import io.landline.labprograms.ChartKind;
import io.landline.labprograms.LabMessageFormatter;
import io.landline.labprograms.LabSystem;
import io.landline.language.Texts;
import io.landline.ui.lab.card.BenchViewModel;
import io.landline.ui.lab.card.CardFormatter;
import io.landline.ui.lab.card.CardViewModel;
import io.landline.ui.lab.report.LabReport;
import io.landline.ui.lab.report.LabReport.Listing;
import io.landline.ui.lab.report.LabReport.Part;
import io.landline.ui.lab.report.LabReport.Picture;
import io.landline.ui.lab.report.LabReport.Table;
import io.landline.ui.lab.report.LabReport.Words;
import io.landline.ui.lab.wire.Measurements;
import io.landline.ui.lab.wire.ProgramLog;
import io.landline.ui.lab.wire.TraceRow;
import io.landline.ui.text.TimeFormatter;
import io.landline.ui.text.TimeOfDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is exported of one system, as it stands when this is made, on the JavaFX thread: tables of the trace and of the
/// samples, and the whole report. Long ones take their time: they are put together on any other thread. Immutable.
final class ReportContent {
    private static final double NANOS_PER_MILLI = 1e6;

    /// Of the trace, as programs read them.
    private static final List<String> COLUMNS = List.of("number", "time", "program", "what", "local", "peer", "bytes",
            "text", "hex", "note");

    private final Texts texts;
    private final LabMessageFormatter wording;
    private final LabSystem system;
    private final ProgramLog.Seen seen;
    private final List<Card> cards;
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<LabResult, String> results = new HashMap<>();

    /// As words, in the window's language.
    private record Card(String name, String command, String settings, String state, String result, String socket) {}

    ReportContent(BenchViewModel bench, CardFormatter formatter, Texts texts) {
        this.texts = texts;
        wording = formatter.wording();
        system = bench.system();
        seen = bench.seen();
        cards = bench.cards().stream().map(each -> card(each, formatter, texts)).toList();
        for (CardViewModel each : bench.cards()) names.put(each.id(), formatter.name(each));
        for (TraceRow each : seen.rows()) {
            LabResult result = each.result();
            if (result != null) results.computeIfAbsent(result, formatter::result);
        }
    }

    private static Card card(CardViewModel card, CardFormatter formatter, Texts texts) {
        String settings = card.settings()
                .all()
                .stream()
                .map(each -> texts.format("report.setting", texts.get("setting." + each.setting().name()),
                        each.chosen()))
                .collect(Collectors.joining("; "));
        LabResult result = card.result().get();
        SocketCard socket = card.socket().get();
        return new Card(formatter.name(card), card.settings().command().get(), settings,
                formatter.state(card.state().get()).sentence(),
                result == null ? "" : formatter.result(result), socket == null ? "" : formatter.result(socket));
    }

    private String name(int card) {
        String name = names.get(card);
        return name == null ? texts.get("card.gone") : name;
    }

    /// @param pictures of diagram and charts, with their headings
    /// @param interfaces as [Interfaces#rows] has them
    LabReport report(Instant made, List<Picture> pictures, List<List<String>> interfaces) {
        String key = system.key();
        var parts = new ArrayList<Part>();
        parts.add(new Words(texts.get("report.about"), List.of(texts.get("system." + key + ".meaning"))));
        parts.add(setUp());
        parts.add(new Table(texts.get("report.interfaces"),
                List.of(texts.get("report.interface"), texts.get("report.called"), texts.get("report.addresses")),
                interfaces));
        for (Card each : cards) {
            if (!each.result().isEmpty()) {
                parts.add(new Listing(texts.format("report.result", each.name()), each.result()));
            }
            if (!each.socket().isEmpty()) {
                parts.add(new Listing(texts.format("report.socket", each.name()), each.socket()));
            }
        }
        parts.addAll(pictures);
        if (!seen.measures().samples().isEmpty()) parts.add(samples());
        if (!seen.measures().rates().isEmpty()) parts.add(rates());
        if (!seen.measures().transfers().isEmpty()) parts.add(transfers());
        if (!seen.measures().clients().isEmpty()) parts.add(clients());
        if (seen.left() > 0) {
            parts.add(new Words(texts.get("report.left-out"), List.of(texts.format("trace.left", seen.left()))));
        }
        parts.add(traceForPeople());
        TimeOfDay timeOfDay = TimeOfDay.ofSystem();
        String day = TimeFormatter.date(LocalDate.ofInstant(made, timeOfDay.zone()), texts.locale());
        String when = day + " " + timeOfDay.seconds(made);
        return new LabReport(texts.locale().getLanguage(),
                texts.format("report.title", texts.get("system." + key + ".name")), texts.format("report.made", when),
                parts);
    }

    private Table setUp() {
        return new Table(texts.get("report.set-up"),
                List.of(texts.get("report.program"), texts.get("command"), texts.get("report.settings"),
                        texts.get("report.state")),
                cards.stream()
                        .map(each -> List.of(each.name(), each.command(), each.settings(), each.state()))
                        .toList());
    }

    /// All of the trace that is kept, of all cards, for programs: in the lab's own words.
    Table trace() {
        return trace(COLUMNS, ReportContent::word, LabMessage::english);
    }

    private Table traceForPeople() {
        return trace(COLUMNS.stream().map(each -> texts.get("report.column." + each)).toList(),
                kind -> texts.get("report.what." + word(kind)), wording::format);
    }

    private Table trace(List<String> columns, Function<TraceRow.Kind, String> what, Function<LabMessage, String> told) {
        var rows = new ArrayList<List<String>>();
        for (TraceRow each : seen.rows()) {
            boolean message = each.payload().bytes() > 0 || each.kind().isMessage();
            rows.add(List.of(String.valueOf(each.number()), each.at().toString(), name(each.card()),
                    what.apply(each.kind()), each.local(), told.apply(each.peer()),
                    message ? String.valueOf(each.payload().bytes()) : "",
                    message ? each.payload().start().shown() : "", message ? each.payload().start().hex() : "",
                    note(each, told)));
        }
        return new Table(texts.get("trace"), columns, rows);
    }

    private static String word(TraceRow.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private String note(TraceRow row, Function<LabMessage, String> told) {
        LabResult result = row.result();
        return result == null ? told.apply(row.note()) : results.getOrDefault(result, "");
    }

    boolean isMeasured() {
        Measurements measures = seen.measures();
        return !(measures.samples().isEmpty() && measures.rates().isEmpty() && measures.transfers().isEmpty()
                && measures.clients().isEmpty());
    }

    /// What was measured; only where something was.
    Table measured() {
        Measurements measures = seen.measures();
        if (!measures.samples().isEmpty()) return samples();
        if (!measures.rates().isEmpty()) return rates();
        if (!measures.transfers().isEmpty()) return transfers();
        return clients();
    }

    private Table samples() {
        if (system.chart() == ChartKind.RAMP) {
            return new Table(texts.get("report.samples"), RampClient.COLUMNS,
                    seen.measures().samples().stream().map(each -> RampClient.row(each.packet())).toList());
        }
        var rows = new ArrayList<List<String>>();
        for (Measurements.Sample each : seen.measures().samples()) {
            LabEvent.Sample packet = each.packet();
            rows.add(List.of(each.second() ? "2" : "1", String.valueOf(packet.number()), String.valueOf(packet.bytes()),
                    millis(packet.interval()), millis(packet.sentAfter()), millis(packet.rtt())));
        }
        return new Table(texts.get("report.samples"),
                List.of("run", "packet", "bytes", "interval_ms", "sent_ms", "rtt_ms"), rows);
    }

    private Table rates() {
        var rows = new ArrayList<List<String>>();
        for (LabEvent.Rate each : seen.measures().rates()) {
            rows.add(List.of(millis(each.after()), String.valueOf(each.bytes()), millis(each.within())));
        }
        return new Table(texts.get("report.rates"), List.of("after_ms", "bytes", "within_ms"), rows);
    }

    private Table transfers() {
        var rows = new ArrayList<List<String>>();
        for (Measurements.Transfer each : seen.measures().transfers()) {
            for (LabEvent.Progress step : each.steps()) {
                rows.add(List.of(name(each.card()), each.peer(), millis(step.after()), String.valueOf(step.bytes()),
                        step.whole() == null ? "" : String.valueOf(step.whole())));
            }
        }
        return new Table(texts.get("report.transfers"), List.of("program", "peer", "after_ms", "bytes", "of"), rows);
    }

    private Table clients() {
        var rows = new ArrayList<List<String>>();
        for (Measurements.ServedClient each : seen.measures().clients()) {
            rows.add(List.of(each.name(), number(each.came()), number(each.served()), number(each.gone())));
        }
        return new Table(texts.get("report.clients"), List.of("client", "came_ms", "served_ms", "gone_ms"), rows);
    }

    /// Empty for a packet that was lost.
    private static String millis(@Nullable Duration time) {
        return time == null ? "" : number(time.toNanos() / NANOS_PER_MILLI);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.3f", value);
    }
}
