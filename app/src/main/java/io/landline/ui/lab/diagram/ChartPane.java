package io.landline.ui.lab.diagram;

import atlantafx.base.theme.Styles;
import io.landline.lab.LabEvent;
import io.landline.lab.names.AddressProbe;
import io.landline.lab.ping.RampClient;
import io.landline.lab.threads.TwoThreads;
import io.landline.labprograms.ChartKind;
import io.landline.language.Texts;
import io.landline.ui.control.Columns;
import io.landline.ui.control.Visibility;
import io.landline.ui.lab.card.BenchViewModel;
import io.landline.ui.lab.card.CardFormatter;
import io.landline.ui.lab.diagram.Plot.Point;
import io.landline.ui.lab.wire.Measurements;
import io.landline.ui.lab.wire.Measurements.Sample;
import io.landline.ui.lab.wire.Measurements.Transfer;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.text.PeerText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The chart of a measurement, drawn while it runs. JavaFX thread.
public final class ChartPane extends VBox {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_KIB = 1_024;
    private static final double PERCENT = 100;
    private static final double CHART_MIN_EM = 17;
    private static final int CHARTS_BESIDE = 3;

    private final BenchViewModel bench;
    private final CardFormatter formatter;
    private final Texts texts;
    private final Label facts = new WrappingLabel("");
    private final Drawing drawing;
    private final Region drawn;
    private final Label empty = new WrappingLabel("");
    private final Subscription subscription;

    /// Shows what was measured so far.
    private interface Drawing {
        void draw(Measurements measures);
    }

    private record Drawn(Region view, Drawing drawing) {}

    public ChartPane(BenchViewModel bench, CardFormatter formatter, Texts texts) {
        this.bench = bench;
        this.formatter = formatter;
        this.texts = texts;
        Drawn made = switch (bench.system().chart()) {
            case NONE, ROUND_TRIPS -> roundTrips();
            case RAMP -> ramp();
            case UDP_AND_TCP -> transports();
            case RATE -> rate();
            case TRANSFER -> transfers();
            case CLIENTS -> clients();
            case REACH -> reach();
            case THREADS -> threads();
        };
        drawing = made.drawing();
        drawn = made.view();
        empty.setText(texts.get("chart.empty"));
        empty.getStyleClass().add("lab-empty");
        facts.getStyleClass().addAll(Styles.TEXT_BOLD, "lab-chart-facts");
        getChildren().addAll(empty, facts, drawn);
        getStyleClass().add("lab-charts");
        setId("lab-chart");
        setAccessibleText(texts.get("show.chart"));
        subscription = bench.measures().subscribe(this::show);
    }

    public static boolean isFor(ChartKind kind) {
        return kind != ChartKind.NONE;
    }

    private void show(Measurements measures) {
        boolean any = !measures.isEmpty();
        Visibility.show(empty, !any);
        Visibility.show(drawn, any);
        drawing.draw(measures);
        Visibility.show(facts, any && !facts.getText().isEmpty());
    }

    private Drawn roundTrips() {
        var plot = new Plot(texts.locale(), "lab-points", texts.get("chart.packet"), texts.get("chart.rtt"),
                texts.get("chart.each"),
                texts.get("chart.average"), texts.get("chart.lost")).ofWhole();
        return new Drawn(plot, measures -> {
            List<LabEvent.Sample> packets = packets(measures, false);
            plot.show(0, trips(packets));
            plot.show(1, averages(packets));
            plot.show(2, lost(packets));
            facts(packets);
        });
    }

    private void facts(List<LabEvent.Sample> packets) {
        if (packets.isEmpty()) {
            facts.setText("");
            return;
        }
        List<Point> trips = trips(packets);
        double average = trips.stream().mapToDouble(Point::y).average().orElse(0);
        double loss = (packets.size() - trips.size()) * PERCENT / packets.size();
        facts.setText(trips.isEmpty()
                ? texts.format("chart.packets.none", packets.size())
                : texts.format("chart.packets", packets.size(), trips.size(), loss, average));
    }

    private static List<LabEvent.Sample> packets(Measurements measures, boolean second) {
        return measures.samples().stream().filter(each -> each.second() == second).map(Sample::packet).toList();
    }

    /// A lost packet parts the line.
    private static List<Point> trips(List<LabEvent.Sample> packets) {
        var points = new ArrayList<Point>();
        boolean lost = false;
        for (LabEvent.Sample each : packets) {
            Duration rtt = each.rtt();
            if (rtt != null) points.add(new Point(each.number(), rtt.toNanos() / NANOS_PER_MILLI, lost));
            lost = rtt == null;
        }
        return points;
    }

    private static List<Point> averages(List<LabEvent.Sample> packets) {
        var points = new ArrayList<Point>();
        double sum = 0;
        for (Point each : trips(packets)) {
            sum += each.y();
            points.add(new Point(each.x(), sum / (points.size() + 1), each.apart()));
        }
        return points;
    }

    /// Marked on the ground line: they have no time.
    private static List<Point> lost(List<LabEvent.Sample> packets) {
        return packets.stream().filter(each -> each.rtt() == null).map(each -> new Point(each.number(), 0)).toList();
    }

    private Drawn ramp() {
        var throughput = new Plot(texts.locale(), "lab-red", texts.get("chart.seconds"), texts.get("chart.throughput"),
                texts.get("chart.throughput"));
        var delay = new Plot(texts.locale(), "lab-blue", texts.get("chart.seconds"), texts.get("chart.delay"),
                texts.get("chart.delay"));
        var loss = new Plot(texts.locale(), "lab-red", texts.get("chart.seconds"), texts.get("chart.loss"),
                texts.get("chart.loss"));
        var beside = new Columns(CHART_MIN_EM, 1, CHARTS_BESIDE);
        beside.show(List.of(throughput, delay, loss));
        return new Drawn(beside, measures -> {
            List<LabEvent.Sample> packets = packets(measures, false);
            List<RampClient.Second> seconds = RampClient.seconds(packets);
            throughput.show(0, seconds.stream().map(each -> new Point(each.second(), each.bits())).toList());
            delay.show(0, delays(seconds));
            loss.show(0, losses(packets, seconds));
            facts(packets);
        });
    }

    /// A second in which nothing was acknowledged has no delay: it parts the line.
    static List<Point> delays(List<RampClient.Second> seconds) {
        var points = new ArrayList<Point>();
        boolean silent = false;
        for (RampClient.Second each : seconds) {
            if (each.acked() > 0) points.add(new Point(each.second(), each.delayMillis(), silent));
            silent = each.acked() == 0;
        }
        return points;
    }

    private static List<Point> losses(List<LabEvent.Sample> packets, List<RampClient.Second> seconds) {
        var points = new ArrayList<Point>();
        for (RampClient.Second each : seconds) {
            long sent = packets.stream().filter(packet -> RampClient.secondOf(packet) == each.second()).count();
            points.add(new Point(each.second(), sent == 0 ? 0 : each.lost() * PERCENT / sent));
        }
        return points;
    }

    private Drawn transports() {
        var plot = new Plot(texts.locale(), "lab-two", texts.get("chart.message"), texts.get("chart.rtt"),
                texts.get("chart.udp"),
                texts.get("chart.tcp"), texts.get("chart.lost")).ofWhole();
        return new Drawn(plot, measures -> {
            plot.show(0, trips(packets(measures, false)));
            plot.show(1, trips(packets(measures, true)));
            plot.show(2, lost(packets(measures, false)));
        });
    }

    private Drawn rate() {
        var plot = new Plot(texts.locale(), "lab-blue", texts.get("chart.seconds"), texts.get("chart.rate"),
                texts.get("chart.rate"));
        return new Drawn(plot, measures -> plot.show(0, measures.rates()
                .stream()
                .map(each -> new Point(seconds(each.after()), each.bytes() / BYTES_PER_KIB / seconds(each.within())))
                .toList()));
    }

    private Drawn transfers() {
        var rate = new Plot(texts.locale(), "lab-transfers", texts.get("chart.seconds"), texts.get("chart.bytes-rate"));
        var bytes = new Plot(texts.locale(), "lab-transfers", texts.get("chart.seconds"), texts.get("chart.bytes"));
        var beside = new Columns(CHART_MIN_EM, 1, 2);
        beside.show(List.of(rate, bytes));
        return new Drawn(beside, measures -> {
            List<Transfer> transfers = measures.transfers();
            List<String> names = transfers.stream()
                    .map(each -> texts.format("chart.transfer", formatter.name(bench, each.card()),
                            PeerText.line(each.peer())))
                    .toList();
            rate.name(names);
            bytes.name(names);
            for (int i = 0; i < transfers.size(); i++) {
                rate.show(i, rates(transfers.get(i).steps()));
                bytes.show(i, transfers.get(i)
                        .steps()
                        .stream()
                        .map(each -> new Point(seconds(each.after()), each.bytes() / BYTES_PER_KIB))
                        .toList());
            }
            facts.setText(transfers.isEmpty() ? "" : progress(transfers));
        });
    }

    private static List<Point> rates(List<LabEvent.Progress> steps) {
        var points = new ArrayList<Point>();
        for (int i = 1; i < steps.size(); i++) {
            LabEvent.Progress before = steps.get(i - 1);
            LabEvent.Progress now = steps.get(i);
            double within = seconds(now.after().minus(before.after()));
            if (within > 0) {
                points.add(new Point(seconds(now.after()), (now.bytes() - before.bytes()) / BYTES_PER_KIB / within));
            }
        }
        return points;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS_PER_SECOND;
    }

    /// Of the newest, told by the end that knows the length where both run here.
    private String progress(List<Transfer> transfers) {
        Transfer told = transfers.reversed()
                .stream()
                .filter(each -> each.whole() != null)
                .findFirst()
                .orElse(transfers.getLast());
        LabEvent.Progress last = told.last();
        double seconds = seconds(last.after());
        double rate = seconds == 0 ? 0 : last.bytes() / BYTES_PER_KIB / seconds;
        Long whole = told.whole();
        if (whole == null) return texts.format("chart.progress", last.bytes(), rate);
        return texts.format("chart.progress.of", last.bytes(), whole,
                whole == 0 ? PERCENT : last.bytes() * PERCENT / whole, rate);
    }

    private Drawn clients() {
        var bars = new ClientBars(texts);
        return new Drawn(bars, measures -> bars.show(measures.clients()));
    }

    private Drawn reach() {
        var rows = new ReachRows(formatter, texts);
        return new Drawn(rows, measures -> rows.show(measures.result(AddressProbe.Table.class)));
    }

    private Drawn threads() {
        var lanes = new ThreadTimelines(texts);
        return new Drawn(lanes, measures -> lanes.show(measures.result(TwoThreads.Interleaving.class)));
    }

    public void close() {
        subscription.unsubscribe();
    }
}
