package io.landline.ui.lab.diagram;

import atlantafx.base.theme.Styles;
import io.landline.lab.Transport;
import io.landline.labprograms.Program;
import io.landline.language.Texts;
import io.landline.ui.control.Visibility;
import io.landline.ui.fx.ListPatch;
import io.landline.ui.lab.card.BenchViewModel;
import io.landline.ui.lab.card.CardFormatter;
import io.landline.ui.lab.wire.Ladder;
import io.landline.ui.lab.wire.Ladder.Rung;
import io.landline.ui.label.WrappingLabel;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The sequence diagram: sockets above, and below them what passes, newest at the bottom. Only rungs in sight are
/// drawn. JavaFX thread.
public final class LadderPane extends VBox {
    /// A line with its name needs this much.
    private static final double LANE_EM = 8.5;

    private final CardFormatter formatter;
    private final Texts texts;
    private final LifelineLabels names;
    private final ListView<Rung> list = new ListView<>();
    private final TailFollower tail = new TailFollower(list);
    private final Label left = new WrappingLabel("");
    private final Subscription subscription;
    private LifelineLayout plan = LifelineLayout.NONE;
    private double linesLeft;

    public LadderPane(BenchViewModel bench, CardFormatter formatter, Texts texts) {
        this.formatter = formatter;
        this.texts = texts;
        names = new LifelineLabels(bench, formatter, texts);
        list.setId("lab-ladder");
        list.getStyleClass().addAll("edge-to-edge", "lab-ladder");
        list.setAccessibleText(texts.get("ladder"));
        list.setCellFactory(_ -> new RungCell());
        boolean served = bench.system().programs().stream().anyMatch(Program.Server.class::isInstance);
        list.setPlaceholder(wrapped(texts.get(served ? "ladder.empty" : "ladder.empty.run"), "lab-empty"));
        VBox.setVgrow(list, Priority.ALWAYS);
        left.getStyleClass().addAll(Styles.TEXT_MUTED, "lab-left");
        getChildren().addAll(names, left, list);
        explainDashes(this, bench, texts);
        getStyleClass().add("lab-ladder-pane");
        subscription = Subscription.combine(bench.ladder().subscribe(this::show),
                names.widthProperty().subscribe(() -> show(bench.ladder().get())));
    }

    public static Label wrapped(String text, String style) {
        var label = new WrappingLabel(text);
        label.getStyleClass().addAll(Styles.TEXT_MUTED, style);
        return label;
    }

    private void show(Ladder ladder) {
        double nextLeft = names.left();
        LifelineLayout next = LifelineLayout.of(ladder.lanes(),
                (int) ((names.lineWidth() - nextLeft) / (LANE_EM * names.em())));
        boolean moved = !next.equals(plan) || nextLeft != linesLeft;
        plan = next;
        linesLeft = nextLeft;
        if (moved) names.show(next);
        ListPatch.update(list.getItems(), ladder.rungs(), Rung::number);
        if (moved) list.refresh();
        left.setText(texts.format("ladder.left", ladder.left()));
        Visibility.show(left, ladder.left() > 0);
        tail.follow();
    }

    /// Below a diagram of datagrams alone nothing is dashed.
    private static void explainDashes(VBox below, BenchViewModel bench, Texts texts) {
        boolean isDashed = bench.system().programs().stream().anyMatch(each -> each.lab().transport() != Transport.UDP);
        if (isDashed) below.getChildren().add(wrapped(texts.get("ladder.by-system"), "lab-left"));
    }

    /// The newest rungs as a whole, all in sight, for a picture.
    public static VBox whole(BenchViewModel bench, CardFormatter formatter, Texts texts, int most) {
        Ladder ladder = bench.ladder().get();
        LifelineLayout plan = LifelineLayout.of(ladder.lanes(), ladder.lanes().size());
        var above = new LifelineLabels(bench, formatter, texts);
        above.show(plan);
        var column = new VBox(above);
        List<Rung> rungs = ladder.rungs();
        for (Rung each : rungs.subList(Math.max(0, rungs.size() - most), rungs.size())) {
            var pane = new RungPane(formatter, texts);
            pane.show(each, plan);
            above.widthProperty().subscribe(_ -> pane.setMaxWidth(above.lineWidth()));
            column.getChildren().add(pane);
        }
        explainDashes(column, bench, texts);
        column.getStyleClass().add("lab-ladder-pane");
        return column;
    }

    public void close() {
        subscription.unsubscribe();
        list.setItems(null);
    }

    private final class RungCell extends ListCell<Rung> {
        private final RungPane pane = new RungPane(formatter, texts);

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
            setAccessibleText(pane.spoken(names.spoken(next.from()), names.spoken(next.to())));
        }

        @Override
        protected void layoutChildren() {
            pane.resizeRelocate(0, 0, names.lineWidth(), getHeight());
        }

        @Override
        protected double computePrefHeight(double width) {
            return pane.prefHeight(names.lineWidth());
        }
    }
}
