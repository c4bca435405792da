package io.landline.ui.lab;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.Visibility;
import io.landline.ui.lab.card.BenchViewModel;
import io.landline.ui.lab.card.CardFormatter;
import io.landline.ui.lab.card.CardViewModel;
import io.landline.ui.lab.diagram.ChartPane;
import io.landline.ui.lab.diagram.LadderPane;
import io.landline.ui.lab.diagram.TracePane;
import io.landline.ui.look.Icon;
import io.landline.ui.look.SingleChoice;
import io.landline.ui.page.PageContext;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What passes, in three ways to look at it: diagram, trace, chart. JavaFX thread.
final class WirePane extends VBox {
    private final BenchViewModel bench;
    private final CardFormatter formatter;
    private final Texts texts;
    private final LadderPane ladder;
    private final TracePane trace;
    private final @Nullable ChartPane chart;
    private final SingleChoice ways = new SingleChoice();
    private final StackPane shown = new StackPane();
    private final ChoiceBox<Integer> filter = new ChoiceBox<>();
    private final InvalidationListener cards = _ -> showFilter();
    private Subscription subscription;

    WirePane(PageContext context, BenchViewModel bench, CardFormatter formatter, Texts texts, SaveDialog choice) {
        this.bench = bench;
        this.formatter = formatter;
        this.texts = texts;
        ladder = new LadderPane(bench, formatter, texts);
        trace = new TracePane(bench, formatter, texts);
        chart = ChartPane.isFor(bench.system().chart()) ? new ChartPane(bench, formatter, texts) : null;
        filter.setId("lab-filter");
        filter.setAccessibleText(texts.get("filter"));
        filter.setConverter(new CardNames());
        shown.getStyleClass().add("lab-wire");
        VBox.setVgrow(shown, Priority.ALWAYS);
        getStyleClass().add("lab-wire-pane");
        var line = new ControlLine(ways(), filter, pause(), clear(),
                new ExportButton(context, bench, formatter, texts, choice));
        line.getStyleClass().add("lab-line");
        getChildren().addAll(line, shown);
        bench.cards().addListener(cards);
        showFilter();
        subscription = filter.valueProperty().subscribe(value -> {
            if (value != null) bench.filter().set(value);
        });
    }

    private HBox ways() {
        var buttons = new ArrayList<ToggleButton>();
        buttons.add(way("lab-show-ladder", texts.get("show.ladder"), Feather.SHUFFLE, ladder));
        buttons.add(way("lab-show-trace", texts.get("show.trace"), Feather.LIST, trace));
        ChartPane drawn = chart;
        if (drawn != null) buttons.add(way("lab-show-chart", texts.get("show.chart"), Feather.BAR_CHART_2, drawn));
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i)
                    .getStyleClass()
                    .add(i == 0 ? Styles.LEFT_PILL : i == buttons.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
        }
        (bench.system().chart().isAll() ? buttons.getLast() : buttons.getFirst()).setSelected(true);
        var line = new HBox();
        line.getChildren().setAll(buttons);
        return line;
    }

    private ToggleButton way(String id, String name, Feather icon, Node view) {
        var button = new ToggleButton(name, new Icon(icon));
        button.setId(id);
        button.setMnemonicParsing(false);
        ways.add(button, () -> {
            shown.getChildren().setAll(List.of(view));
            Visibility.show(filter, view == trace);
        });
        return button;
    }

    private ToggleButton pause() {
        var pause = new ToggleButton(texts.get("pause"), new Icon(Feather.PAUSE));
        pause.setId("lab-pause");
        pause.setMnemonicParsing(false);
        pause.selectedProperty().bindBidirectional(bench.paused());
        return pause;
    }

    private Button clear() {
        var clear = new IconButton("lab-clear", Feather.TRASH_2, texts.get("clear"));
        clear.setOnAction(_ -> bench.clear());
        return clear;
    }

    private void showFilter() {
        int before = bench.filter().get();
        var ids = new ArrayList<Integer>();
        ids.add(BenchViewModel.ALL_CARDS);
        for (CardViewModel each : bench.cards()) ids.add(each.id());
        filter.getItems().setAll(ids);
        filter.setValue(ids.contains(before) ? before : BenchViewModel.ALL_CARDS);
    }

    void close() {
        bench.cards().removeListener(cards);
        subscription.unsubscribe();
        ladder.close();
        trace.close();
        if (chart != null) chart.close();
    }

    private final class CardNames extends StringConverter<Integer> {
        @Override
        public String toString(@Nullable Integer id) {
            return id == null || id == BenchViewModel.ALL_CARDS ? texts.get("filter.all") : formatter.name(bench, id);
        }

        @Override
        public @Nullable Integer fromString(String name) {
            return null; // nobody types it
        }
    }
}
