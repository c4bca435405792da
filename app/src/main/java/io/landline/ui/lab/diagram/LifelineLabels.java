package io.landline.ui.lab.diagram;

import io.landline.language.Texts;
import io.landline.ui.control.Visibility;
import io.landline.ui.lab.card.BenchViewModel;
import io.landline.ui.lab.card.CardFormatter;
import io.landline.ui.lab.wire.Ladder.Lifeline;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.text.PeerText;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// The headings above the lines of a ladder: the owner of each socket, and its address. JavaFX thread.
final class LifelineLabels extends Region {
    private static final double HEIGHT_EM = 3.25;
    /// Beside the rows a list has its scroll bar.
    private static final double BAR_EM = 1.5;

    private final BenchViewModel bench;
    private final CardFormatter formatter;
    private final Texts texts;
    private final Text letter = new Text();
    private final List<Label> labels = new ArrayList<>();
    private LifelineLayout plan = LifelineLayout.NONE;

    LifelineLabels(BenchViewModel bench, CardFormatter formatter, Texts texts) {
        this.bench = bench;
        this.formatter = formatter;
        this.texts = texts;
        Visibility.show(letter, false);
        getChildren().add(letter);
        getStyleClass().add("lab-lane-names");
    }

    void show(LifelineLayout next) {
        plan = next;
        labels.clear();
        for (Lifeline each : next.shown()) labels.add(label(each));
        if (next.rest() > 0) labels.add(new Label(texts.format("ladder.rest", next.rest())));
        getChildren().setAll(labels);
        getChildren().add(letter);
        requestLayout();
    }

    private Label label(Lifeline lane) {
        String both = name(lane) + "\n" + PeerText.line(lane.address());
        var label = new Label(both);
        label.setMnemonicParsing(false);
        label.setTooltip(new TextTooltip(both));
        label.getStyleClass().add(lane.isElsewhere() ? "lab-lane-elsewhere" : "lab-lane-own");
        return label;
    }

    private String name(Lifeline lane) {
        return lane.isElsewhere() ? texts.get("ladder.elsewhere") : formatter.name(bench, lane.card());
    }

    /// As it is read aloud.
    String spoken(int lane) {
        for (Lifeline each : plan.shown()) {
            if (each.id() == lane) return name(each) + " " + PeerText.line(each.address());
        }
        return texts.format("ladder.rest", plan.rest());
    }

    double em() {
        return letter.getFont().getSize();
    }

    /// Of a row, beside the scroll bar.
    double lineWidth() {
        return Math.max(0, getWidth() - BAR_EM * em());
    }

    /// Where the lines below begin.
    double left() {
        return RungPane.left(lineWidth(), em());
    }

    @Override
    protected double computePrefHeight(double width) {
        return plan.count() == 0 ? 0 : snapSizeY(HEIGHT_EM * em());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double left = left();
        double column = (lineWidth() - left) / Math.max(1, plan.count());
        for (int i = 0; i < labels.size(); i++) {
            Label each = labels.get(i);
            double wide = Math.max(0, Math.min(column - em() / 2, each.prefWidth(-1)));
            double height = each.prefHeight(-1);
            each.resizeRelocate(plan.x(i, left, lineWidth()) - wide / 2, (getHeight() - height) / 2, wide, height);
        }
    }
}
