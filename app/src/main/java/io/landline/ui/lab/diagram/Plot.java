package io.landline.ui.lab.diagram;

import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart.Data;
import javafx.scene.chart.XYChart.Series;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.util.StringConverter;

/// A chart of points over a number, with series that grow while somebody looks. JavaFX thread.
final class Plot extends LineChart<Number, Number> {
    private final List<Series<Number, Number>> lines = new ArrayList<>();

    /// @param apart no line leads here from the point before: something between the two has no place in the chart
    record Point(double x, double y, boolean apart) {
        Point(double x, double y) { this(x, y, false); }
    }

    /// @param locale how parts of a whole are written
    /// @param style what the series look like, in `lab.css`
    /// @param names of the series, where they are known before; one alone needs no legend
    Plot(Locale locale, String style, String xLabel, String yLabel, String... names) {
        super(axis(locale, xLabel, false), axis(locale, yLabel, true));
        setAnimated(false);
        setLegendVisible(names.length > 1);
        getStyleClass().addAll("lab-chart", style);
        setAccessibleText(yLabel);
        for (String each : names) add(each);
    }

    /// What is counted along the horizontal axis has no halves: a tick between two whole numbers goes without a label.
    Plot ofWhole() {
        if (getXAxis() instanceof NumberAxis axis) axis.setTickLabelFormatter(new WholeNumbers());
        return this;
    }

    /// The toolkit's own ones are written as the language of the system writes them.
    private static final class Parts extends StringConverter<Number> {
        /// Of a tick: what is shown of a smaller part is a rounding fault of the sum of steps.
        private static final int DIGITS_MAX = 6;

        private final NumberFormat format;

        Parts(Locale locale) {
            format = NumberFormat.getNumberInstance(locale);
            format.setMaximumFractionDigits(DIGITS_MAX);
        }

        @Override
        public String toString(Number tick) {
            return format.format(tick.doubleValue());
        }

        @Override
        public Number fromString(String label) {
            return format.parse(label, new ParsePosition(0));
        }
    }

    private static final class WholeNumbers extends StringConverter<Number> {
        @Override
        public String toString(Number tick) {
            return tick.doubleValue() == Math.rint(tick.doubleValue()) ? String.valueOf(tick.longValue()) : "";
        }

        @Override
        public Number fromString(String label) {
            return label.isEmpty() ? 0 : Long.valueOf(label);
        }
    }

    private void add(String name) {
        var series = new Series<Number, Number>();
        series.setName(name);
        lines.add(series);
        getData().add(series);
    }

    /// Has as many series from now on as there are names.
    void name(List<String> names) {
        while (lines.size() > names.size()) getData().remove(lines.removeLast());
        for (int i = 0; i < lines.size(); i++) lines.get(i).setName(names.get(i));
        for (String each : names.subList(lines.size(), names.size())) add(each);
        setLegendVisible(names.size() > 1);
    }

    private static NumberAxis axis(Locale locale, String label, boolean fromZero) {
        var axis = new NumberAxis();
        axis.setLabel(label);
        axis.setForceZeroInRange(fromZero);
        axis.setAnimated(false);
        axis.setMinorTickVisible(false);
        axis.setTickLabelFormatter(new Parts(locale));
        return axis;
    }

    /// What this series shows from now on. Points that are there already stay.
    void show(int series, List<Point> points) {
        var data = lines.get(series).getData();
        int same = 0;
        while (same < Math.min(data.size(), points.size()) && isAt(data.get(same), points.get(same))) same++;
        if (data.size() > same) data.remove(same, data.size());
        data.addAll(points.subList(same, points.size()).stream().map(Plot::data).toList());
    }

    private static Data<Number, Number> data(Point point) {
        return new Data<>(point.x(), point.y(), point.apart());
    }

    /// A line over a packet that was lost would show what nobody has measured.
    @Override
    protected void layoutPlotChildren() {
        super.layoutPlotChildren();
        for (Series<Number, Number> each : lines) {
            if (each.getNode() instanceof Path path) part(path.getElements(), each.getData());
        }
    }

    /// @param drawn a move to the first point, then a line to each
    private static void part(List<PathElement> drawn, List<Data<Number, Number>> points) {
        for (int i = 0; i < points.size() && i + 1 < drawn.size(); i++) {
            boolean apart = points.get(i).getExtraValue().equals(true);
            if (apart && drawn.get(i + 1) instanceof LineTo to) drawn.set(i + 1, new MoveTo(to.getX(), to.getY()));
        }
    }

    private static boolean isAt(Data<Number, Number> shown, Point point) {
        return shown.getXValue().doubleValue() == point.x() && shown.getYValue().doubleValue() == point.y()
                && shown.getExtraValue().equals(point.apart());
    }
}
