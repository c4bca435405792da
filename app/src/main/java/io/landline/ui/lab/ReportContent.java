package io.landline.ui.lab;

import io.landline.lab.LabEvent;
import io.landline.lab.LabResult;
import io.landline.lab.ping.RampClient;
import io.landline.ui.lab.run.ChartKind;
import io.landline.lab.SocketCard;
import io.landline.ui.lab.report.LabReport;
import io.landline.ui.lab.report.LabReport.Listing;
import io.landline.ui.lab.report.LabReport.Part;
import io.landline.ui.lab.report.LabReport.Picture;
import io.landline.ui.lab.report.LabReport.Table;
import io.landline.ui.lab.report.LabReport.Words;
import io.landline.ui.lab.wire.Measures;
import io.landline.ui.lab.wire.TraceRow;
import io.landline.ui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Puts together what is exported of one system: tables of the trace and of the samples, and the whole report. JavaFX thread; what it gives
/// is immutable.
final class ReportContent {
    private static final double NANOS_PER_MILLI = 1e6;

    private final BenchViewModel bench;
    private final CardWords words;
    private final Texts texts;

    ReportContent(BenchViewModel bench, CardWords words, Texts texts) {
        this.bench = bench;
        this.words = words;
        this.texts = texts;
    }

    /// @param pictures of diagram and charts, with their headings
    /// @param interfaces as [Interfaces#rows] has them
    LabReport report(Instant made, List<Picture> pictures, List<List<String>> interfaces) {
        String key = bench.system().key();
        var parts = new ArrayList<Part>();
        parts.add(new Words(texts.get("report.about"), List.of(texts.get("system." + key + ".meaning"))));
        parts.add(setUp());
        parts.add(new Table(texts.get("report.interfaces"),
                List.of(texts.get("report.interface"), texts.get("report.called"), texts.get("report.addresses")), interfaces));
        for (CardViewModel each : bench.cards()) results(each, parts);
        parts.addAll(pictures);
        if (!bench.seen().measures().samples().isEmpty()) parts.add(samples());
        if (!bench.seen().measures().rates().isEmpty()) parts.add(rates());
        if (!bench.seen().measures().transfers().isEmpty()) parts.add(transfers());
        if (!bench.seen().measures().clients().isEmpty()) parts.add(clients());
        if (bench.seen().left() > 0)
            parts.add(new Words(texts.get("report.left-out"), List.of(texts.format("trace.left", bench.seen().left()))));
        parts.add(trace());
        String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM).withLocale(texts.locale())
                .withZone(ZoneId.systemDefault()).format(made);
        return new LabReport(texts.locale().getLanguage(), texts.format("report.title", texts.get("system." + key + ".name")),
                texts.format("report.made", when), parts);
    }

    private Table setUp() {
        var rows = new ArrayList<List<String>>();
        for (CardViewModel each : bench.cards()) {
            var settings = new ArrayList<String>();
            for (SettingViewModel setting : each.settings()) {
                settings.add(texts.format("report.setting", texts.get("setting." + setting.setting().name()), setting.value().get()));
            }
            rows.add(List.of(words.name(each), each.command().get(), String.join("; ", settings),
                    words.state(each.state().get()).sentence()));
        }
        return new Table(texts.get("report.set-up"),
                List.of(texts.get("report.program"), texts.get("command"), texts.get("report.settings"),
                        texts.get("report.state")),
                rows);
    }

    private void results(CardViewModel card, List<Part> parts) {
        LabResult result = card.result().get();
        if (result != null) parts.add(new Listing(texts.format("report.result", words.name(card)), result.summary()));
        SocketCard socket = card.socket().get();
        if (socket != null) parts.add(new Listing(texts.format("report.socket", words.name(card)), socket.summary()));
    }

    /// All of the trace that is kept, of all cards.
    Table trace() {
        var rows = new ArrayList<List<String>>();
        for (TraceRow each : bench.seen().rows()) {
            boolean message = each.payload().bytes() > 0 || each.kind().isMessage();
            rows.add(List.of(String.valueOf(each.number()), each.at().toString(), words.name(bench, each.card()),
                    each.kind().name().toLowerCase(Locale.ROOT), each.local(), each.peer(),
                    message ? String.valueOf(each.payload().bytes()) : "", message ? each.payload().start().shown() : "",
                    message ? each.payload().start().hex() : "", each.note()));
        }
        return new Table(texts.get("trace"), List.of("number", "time", "program", "what", "local", "peer", "bytes", "text", "hex", "note"),
                rows);
    }

    /// What was measured, or nothing where the system measures nothing.
    @Nullable
    Table measured() {
        Measures measures = bench.seen().measures();
        if (!measures.samples().isEmpty()) return samples();
        if (!measures.rates().isEmpty()) return rates();
        if (!measures.transfers().isEmpty()) return transfers();
        return measures.clients().isEmpty() ? null : clients();
    }

    private Table samples() {
        if (bench.system().chart() == ChartKind.RAMP) {
            return new Table(texts.get("report.samples"), RampClient.COLUMNS,
                    bench.seen().measures().samples().stream().map(each -> RampClient.row(each.packet())).toList());
        }
        var rows = new ArrayList<List<String>>();
        for (Measures.Sample each : bench.seen().measures().samples()) {
            LabEvent.Sample packet = each.packet();
            rows.add(List.of(each.second() ? "2" : "1", String.valueOf(packet.number()), String.valueOf(packet.bytes()),
                    millis(packet.interval()), millis(packet.sentAfter()), millis(packet.rtt())));
        }
        return new Table(texts.get("report.samples"), List.of("run", "packet", "bytes", "interval_ms", "sent_ms", "rtt_ms"), rows);
    }

    private Table rates() {
        var rows = new ArrayList<List<String>>();
        for (LabEvent.Rate each : bench.seen().measures().rates()) {
            rows.add(List.of(millis(each.after()), String.valueOf(each.bytes()), millis(each.within())));
        }
        return new Table(texts.get("report.rates"), List.of("after_ms", "bytes", "within_ms"), rows);
    }

    private Table transfers() {
        var rows = new ArrayList<List<String>>();
        for (Measures.Transfer each : bench.seen().measures().transfers()) {
            for (LabEvent.Progress step : each.steps()) {
                rows.add(List.of(words.name(bench, each.card()), each.peer(), millis(step.after()), String.valueOf(step.bytes()),
                        step.whole() == null ? "" : String.valueOf(step.whole())));
            }
        }
        return new Table(texts.get("report.transfers"), List.of("program", "peer", "after_ms", "bytes", "of"), rows);
    }

    private Table clients() {
        var rows = new ArrayList<List<String>>();
        for (Measures.ServedClient each : bench.seen().measures().clients()) {
            rows.add(List.of(each.name(), number(each.came()), number(each.served()), number(each.gone())));
        }
        return new Table(texts.get("report.clients"), List.of("client", "came_ms", "served_ms", "gone_ms"), rows);
    }

    /// Empty where there is none: a packet that was lost.
    private static String millis(@Nullable Duration time) {
        return time == null ? "" : number(time.toNanos() / NANOS_PER_MILLI);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.3f", value);
    }
}
