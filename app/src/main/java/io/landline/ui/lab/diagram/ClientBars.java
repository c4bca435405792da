package io.landline.ui.lab.diagram;

import io.landline.language.Texts;
import io.landline.ui.lab.wire.Measurements.ServedClient;
import io.landline.ui.text.PeerText;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart.Data;
import javafx.scene.chart.XYChart.Series;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A bar for each client of a server: when it came, how long it waited, how long it was served. One after the other
/// they stand like stairs, all at once side by side. JavaFX thread.
final class ClientBars extends VBox {
    private final Series<Number, String> before = new Series<>();
    private final Series<Number, String> waiting = new Series<>();
    private final Series<Number, String> served = new Series<>();
    private final CategoryAxis names = new CategoryAxis();
    private List<ServedClient> shown = List.of();

    ClientBars(Texts texts) {
        var millis = new NumberAxis();
        millis.setLabel(texts.get("chart.millis"));
        millis.setAnimated(false);
        millis.setMinorTickVisible(false);
        names.setAnimated(false);
        var chart = new StackedBarChart<Number, String>(millis, names);
        chart.setAnimated(false);
        chart.setLegendVisible(false); // its own would name the part before a client came
        chart.getStyleClass().addAll("lab-chart", "lab-clients");
        chart.setAccessibleText(texts.get("show.chart"));
        for (Series<Number, String> each : List.of(before, waiting, served)) chart.getData().add(each);
        var legend = new HBox(sign("lab-legend-waiting"), new Label(texts.get("chart.waiting")),
                sign("lab-legend-served"), new Label(texts.get("chart.served")));
        legend.getStyleClass().add("lab-card-head");
        getChildren().addAll(legend, chart);
    }

    private static Region sign(String style) {
        var sign = new Region();
        sign.getStyleClass().add(style);
        return sign;
    }

    void show(List<ServedClient> clients) {
        if (clients.equals(shown)) return;
        shown = List.copyOf(clients);
        double now = clients.stream().mapToDouble(ClientBars::last).max().orElse(0);
        for (Series<Number, String> each : List.of(before, waiting, served)) each.getData().clear();
        names.setCategories(FXCollections.observableArrayList(
                clients.stream().map(ClientBars::name).distinct().toList().reversed()));
        for (ServedClient each : clients) {
            double end = each.gone() == null ? now : each.gone();
            double begin = each.served() == null ? end : each.served();
            String name = name(each);
            before.getData().add(new Data<>(each.came(), name));
            waiting.getData().add(new Data<>(begin - each.came(), name));
            served.getData().add(new Data<>(end - begin, name));
        }
    }

    private static String name(ServedClient client) {
        return PeerText.line(client.name());
    }

    private static double last(ServedClient client) {
        if (client.gone() != null) return client.gone();
        return client.served() == null ? client.came() : client.served();
    }
}
