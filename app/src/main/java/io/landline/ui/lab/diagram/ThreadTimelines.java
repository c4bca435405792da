package io.landline.ui.lab.diagram;

import atlantafx.base.theme.Styles;
import io.landline.lab.threads.TwoThreads;
import io.landline.lab.threads.TwoThreads.Count;
import io.landline.lab.threads.TwoThreads.Interleaving;
import io.landline.language.Texts;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Appearance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.FadeTransition;
import javafx.animation.ParallelTransition;
import javafx.animation.ScaleTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Two threads that count, each on a line of its own from left to right in time; each number appears when it is
/// counted. Below, the numbers as they came, mixed. JavaFX thread.
final class ThreadTimelines extends VBox {
    private static final Duration APPEARING = Duration.millis(300);
    private static final double LARGER = 1.8;
    /// The lines are as long as this at least, so that the first numbers do not begin at the right.
    private static final double SPAN_MIN_MILLIS = 4_000;
    private static final double MILLIS_PER_SECOND = 1_000;

    private final Texts texts;
    private final List<Lane> lanes = new ArrayList<>();
    private final Label time = new Label();
    private final WrappingLabel order = new WrappingLabel("");
    private List<Count> shown = List.of();

    ThreadTimelines(Texts texts) {
        this.texts = texts;
        setId("lab-threads");
        getStyleClass().add("lab-threads");
        for (int thread = 1; thread <= TwoThreads.THREADS; thread++) {
            var name = new Label(texts.format("threads.name", thread));
            name.getStyleClass().add("lab-label");
            var lane = new Lane("lab-count-" + thread);
            lanes.add(lane);
            getChildren().addAll(name, lane);
        }
        time.getStyleClass().add(Styles.TEXT_MUTED);
        order.getStyleClass().add("lab-mono-label");
        getChildren().addAll(time, order);
    }

    void show(@Nullable Interleaving found) {
        List<Count> counts = found == null ? List.of() : found.counts();
        if (counts.equals(shown)) return;
        boolean goesOn = counts.size() >= shown.size() && counts.subList(0, shown.size()).equals(shown);
        if (!goesOn) lanes.forEach(Lane::clear);
        for (Count each : counts.subList(goesOn ? shown.size() : 0, counts.size())) {
            lanes.get(each.thread() - 1).add(each);
        }
        shown = List.copyOf(counts);
        double span = Math.max(SPAN_MIN_MILLIS, counts.isEmpty() ? 0 : counts.getLast().millis());
        lanes.forEach(each -> each.span(span));
        time.setText(texts.format("threads.time", span / MILLIS_PER_SECOND));
        order.setText(texts.format("threads.order",
                counts.stream().map(each -> each.thread() + ":" + each.number()).collect(Collectors.joining("  "))));
    }

    /// One thread's numbers, each at its time.
    private static final class Lane extends Region {
        private static final double HEIGHT_EM = 3.5;
        /// Above and below the line in turn, so that numbers soon after each other can be read.
        private static final double ASIDE_EM = 0.6;
        private static final double MARK_EM = 2;

        private final String style;
        private final Region line = new Region();
        private final List<Count> counts = new ArrayList<>();
        private final List<Label> marks = new ArrayList<>();
        private final Label letter = new Label();
        private double span = SPAN_MIN_MILLIS;

        Lane(String style) {
            this.style = style;
            line.getStyleClass().add("lab-thread-line");
            letter.setVisible(false);
            getChildren().addAll(line, letter);
            setMinWidth(0);
        }

        void add(Count count) {
            var mark = new Label(String.valueOf(count.number()));
            mark.getStyleClass().addAll("lab-count", style);
            counts.add(count);
            marks.add(mark);
            getChildren().add(mark);
            if (!Appearance.mayMove(this)) return;
            var fade = new FadeTransition(APPEARING, mark);
            fade.setFromValue(0);
            fade.setToValue(1);
            var shrink = new ScaleTransition(APPEARING, mark);
            shrink.setFromX(LARGER);
            shrink.setFromY(LARGER);
            shrink.setToX(1);
            shrink.setToY(1);
            new ParallelTransition(fade, shrink).play();
        }

        void span(double millis) {
            span = millis;
            requestLayout();
        }

        void clear() {
            getChildren().removeAll(marks);
            marks.clear();
            counts.clear();
        }

        private double em() {
            return letter.getFont().getSize();
        }

        @Override
        protected double computePrefHeight(double width) {
            return snapSizeY(HEIGHT_EM * em());
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected void layoutChildren() {
            double mark = MARK_EM * em();
            double middle = Math.round(getHeight() / 2);
            line.resizeRelocate(0, middle, getWidth(), 1);
            for (int i = 0; i < marks.size(); i++) {
                double x = counts.get(i).millis() / span * (getWidth() - mark);
                double aside = (counts.get(i).number() % 2 == 0 ? -ASIDE_EM : ASIDE_EM) * em();
                marks.get(i).resizeRelocate(Math.round(x), Math.round(middle + aside - mark / 2), mark, mark);
            }
        }
    }
}
