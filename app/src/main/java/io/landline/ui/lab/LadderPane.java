package io.landline.ui.lab;

import atlantafx.base.theme.Styles;
import io.landline.ui.fx.InPlace;
import io.landline.ui.lab.wire.Ladder;
import io.landline.ui.lab.wire.Ladder.Lane;
import io.landline.ui.lab.wire.Ladder.Rung;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The sequence diagram: sockets above, and below them what passes, newest at the bottom. Only rungs in sight are drawn. JavaFX thread.
final class LadderPane extends VBox {
    /// A line with its name needs so much.
    private static final double LANE_EM = 8.5;
    private static final double BAR_EM = 1.5;

    private final BenchViewModel bench;
    private final CardWords words;
    private final Texts texts;
    private final Names names = new Names();
    private final ListView<Rung> list = new ListView<>();
    private final Tail tail = new Tail(list);
    private final Label empty = new Label();
    private final Label left = new Label();
    private final Subscription subscription;
    private LanePlan plan = LanePlan.NONE;

    LadderPane(BenchViewModel bench, CardWords words, Texts texts) {
        this.bench = bench;
        this.words = words;
        this.texts = texts;
        list.setId("lab-ladder");
        list.getStyleClass().addAll("edge-to-edge", "lab-ladder");
        list.setAccessibleText(texts.get("ladder"));
        list.setCellFactory(_ -> new RungCell());
        empty.setText(texts.get("ladder.empty"));
        empty.setWrapText(true);
        empty.getStyleClass().add("lab-empty");
        list.setPlaceholder(empty);
        VBox.setVgrow(list, Priority.ALWAYS);
        left.getStyleClass().addAll(Styles.TEXT_MUTED, "lab-left");
        getChildren().addAll(names, left, list);
        getStyleClass().add("lab-ladder-pane");
        subscription = Subscription.combine(bench.ladder().subscribe(this::show), widthProperty().subscribe(() -> show(bench.ladder().get())));
    }

    private void show(Ladder ladder) {
        double em = empty.getFont().getSize();
        LanePlan next = LanePlan.of(ladder.lanes(), (int) ((lineWidth() - RungPane.timeEm() * em) / (LANE_EM * em)));
        boolean moved = !next.equals(plan);
        plan = next;
        if (moved) names.show();
        InPlace.update(list.getItems(), ladder.rungs(), Rung::number);
        if (moved) list.refresh();
        left.setText(texts.format("ladder.left", ladder.left()));
        CardPane.show(left, ladder.left() > 0);
        tail.follow();
    }

    /// Of a row, beside the scroll bar.
    private double lineWidth() {
        return Math.max(0, getWidth() - BAR_EM * empty.getFont().getSize());
    }

    private String name(int laneId) {
        for (Lane each : bench.ladder().get().lanes()) {
            if (each.id() == laneId) return each.isElsewhere() ? PeerText.line(each.address()) : words.name(bench, each.card());
        }
        return "";
    }

    /// The rungs of now with their names, as a whole, for a picture.
    VBox whole(double width, int most) {
        var column = new VBox();
        var above = new Names();
        above.show();
        above.setMinWidth(width + BAR_EM * empty.getFont().getSize());
        column.getChildren().add(above);
        List<Rung> rungs = bench.ladder().get().rungs();
        for (Rung each : rungs.subList(Math.max(0, rungs.size() - most), rungs.size())) {
            var pane = new RungPane(texts);
            pane.show(each, plan);
            pane.setMinWidth(width);
            column.getChildren().add(pane);
        }
        column.getStyleClass().add("lab-ladder-pane");
        return column;
    }

    void close() {
        subscription.unsubscribe();
        list.setItems(null);
    }

    /// What the lines are, above them.
    private final class Names extends Pane {
        private static final double HEIGHT_EM = 3.25;
        private final List<Label> labels = new ArrayList<>();

        Names() { getStyleClass().add("lab-lane-names"); }

        void show() {
            labels.clear();
            for (Lane each : plan.shown()) labels.add(label(each));
            if (plan.rest() > 0) labels.add(new Label(texts.format("ladder.rest", plan.rest())));
            getChildren().setAll(labels);
            requestLayout();
        }

        private Label label(Lane lane) {
            String whose = lane.isElsewhere() ? texts.get("ladder.elsewhere") : words.name(bench, lane.card());
            String both = whose + "\n" + PeerText.line(lane.address());
            var label = new Label(both);
            label.setMnemonicParsing(false);
            label.setTooltip(new Tooltip(both));
            label.getStyleClass().add(lane.isElsewhere() ? "lab-lane-elsewhere" : "lab-lane-own");
            return label;
        }

        @Override
        protected double computePrefHeight(double width) {
            return plan.count() == 0 ? 0 : snapSizeY(HEIGHT_EM * empty.getFont().getSize());
        }

        @Override
        protected void layoutChildren() {
            double em = empty.getFont().getSize();
            double wide = Math.max(0, getWidth() - BAR_EM * em);
            double column = (wide - RungPane.timeEm() * em) / Math.max(1, plan.count());
            for (int i = 0; i < labels.size(); i++) {
                Label each = labels.get(i);
                double needed = Math.min(column - em / 2, each.prefWidth(-1));
                double height = each.prefHeight(-1);
                each.resizeRelocate(plan.x(i, RungPane.timeEm() * em, wide) - needed / 2, (getHeight() - height) / 2, needed, height);
            }
        }
    }

    private final class RungCell extends ListCell<Rung> {
        private final RungPane pane = new RungPane(texts);

        RungCell() {
            getStyleClass().add("lab-rung-cell");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Rung next, boolean isEmpty) {
            super.updateItem(next, isEmpty);
            if (isEmpty || next == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            pane.show(next, plan);
            setGraphic(pane);
            setAccessibleText(pane.spoken(name(next.from()), name(next.to())));
        }

        @Override
        protected void layoutChildren() {
            pane.resizeRelocate(0, 0, lineWidth(), getHeight());
        }

        @Override
        protected double computePrefHeight(double width) {
            return pane.prefHeight(-1);
        }
    }
}
