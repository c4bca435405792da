package io.landline.ui.lab.diagram;

import io.landline.language.Texts;
import io.landline.ui.lab.card.CardFormatter;
import io.landline.ui.lab.wire.Ladder.BySystem;
import io.landline.ui.lab.wire.Ladder.Message;
import io.landline.ui.lab.wire.Ladder.Pieces;
import io.landline.ui.lab.wire.Ladder.Rung;
import io.landline.ui.lab.wire.Ladder.Silence;
import io.landline.ui.label.WrappingLabel;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;

/// One rung of the ladder with the piece of each socket's line beside it. A cell of the list uses one for rung after
/// rung. JavaFX thread.
final class RungPane extends Region {
    private static final PseudoClass LEFTWARD = PseudoClass.getPseudoClass("leftward");
    private static final double TIME_EM = 8;
    /// The times and two lines with words between them. In less the time stands above the arrow.
    private static final double TIME_BESIDE_MIN_EM = 25;
    private static final double TIME_ABOVE_EM = 1.4;
    private static final double HEIGHT_EM = 3;
    private static final double ARROW_DOWN_EM = 2.1;
    private static final double LABEL_DOWN_EM = 0.6;
    private static final double HEAD_EM = 0.5;
    private static final double GAP_EM = 0.5;
    /// A word at a line that no arrow leaves.
    private static final double LOOSE_EM = 14;
    /// Of the words between two lines: a question with its answers. The trace has all of a long message.
    private static final int LINES_MAX = 4;
    /// Of the writes and of the reads that one arrow stands for.
    private static final int SIZES_MAX = 4;

    private final CardFormatter formatter;
    private final Texts texts;
    private final Label time = new Label();
    private final WrappingLabel label = new WrappingLabel("");
    private final Line arrow = new Line();
    private final Polygon head = new Polygon();
    private final List<Line> lines = new ArrayList<>();
    private LifelineLayout plan = LifelineLayout.NONE;
    private @Nullable Rung rung;

    RungPane(CardFormatter formatter, Texts texts) {
        this.formatter = formatter;
        this.texts = texts;
        getStyleClass().add("lab-rung");
        time.getStyleClass().add("lab-time");
        label.getStyleClass().add("lab-rung-label");
        arrow.getStyleClass().add("lab-arrow");
        head.getStyleClass().add("lab-arrow-head");
        getChildren().addAll(arrow, head, time, label);
    }

    /// Where the lines begin: the times stand before that, or in a narrow diagram above the arrows.
    static double left(double width, double em) {
        return width < TIME_BESIDE_MIN_EM * em ? 0 : TIME_EM * em;
    }

    void show(Rung next, LifelineLayout where) {
        rung = next;
        plan = where;
        while (lines.size() < where.count()) {
            var line = new Line();
            line.getStyleClass().add("lab-lane");
            lines.add(line);
            getChildren().addFirst(line);
        }
        for (int i = 0; i < lines.size(); i++) lines.get(i).setVisible(i < where.count());
        time.setText(CardFormatter.millis(next.at()));
        getStyleClass().removeAll("lab-by-system", "lab-silence");
        switch (next) {
            case Message message -> label.setText(words(message));
            case BySystem bySystem -> {
                label.setText(switch (bySystem.doing()) {
                    case CONNECTED -> texts.get("rung.connected");
                    case WAITING -> texts.get("rung.waiting");
                    case CLOSED -> texts.get("rung.closed");
                });
                getStyleClass().add("lab-by-system");
            }
            case Silence silence -> {
                label.setText(texts.format("rung.silence", formatter.said(silence.why())));
                getStyleClass().add("lab-silence");
            }
        }
        boolean moves = !(next instanceof Silence);
        arrow.setVisible(moves);
        head.setVisible(next instanceof Message);
        requestLayout();
    }

    private String words(Message message) {
        int bytes = message.payload().bytes();
        String said = PayloadText.line(message.payload());
        Pieces pieces = message.pieces();
        return pieces.isEmpty()
                ? texts.format("rung.message", bytes, said)
                : texts.format(message.bothEnds() ? "rung.pieces" : "rung.pieces.so-far", bytes,
                        sizes(pieces.written()), sizes(pieces.read()), said);
    }

    /// `1,024 + 1,024 + 952`; of many the first ones.
    private String sizes(List<Integer> each) {
        NumberFormat format = NumberFormat.getIntegerInstance(texts.locale());
        String first = each.stream().limit(SIZES_MAX).map(format::format).collect(Collectors.joining(" + "));
        return each.size() <= SIZES_MAX ? first : texts.format("rung.pieces.more", first, each.size());
    }

    /// As it is read aloud.
    String spoken(String from, String to) {
        Rung now = rung;
        if (now == null) return "";
        return now instanceof Silence
                ? time.getText() + " " + label.getAccessibleText()
                : texts.format("rung.spoken", time.getText(), from, to, label.getAccessibleText());
    }

    private double em() {
        return time.getFont().getSize();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (width < 0) return snapSizeY(HEIGHT_EM * em());
        return snapSizeY(HEIGHT_EM * em() + above(width) + wrapped(words(width).width()));
    }

    /// Where words stand in this width.
    ///
    /// @param loose no arrow is below them
    private record Words(double x, double width, boolean loose) {}

    private Words words(double width) {
        Rung now = rung;
        if (now == null) return new Words(0, width, true);
        double em = em();
        double left = left(width, em);
        double from = plan.x(plan.column(now.from()), left, width);
        double to = plan.x(plan.column(now.to()), left, width);
        if (now instanceof Silence || from == to) {
            double x = Math.max(left, Math.min(from, width - LOOSE_EM * em)) + GAP_EM * em;
            return new Words(x, width - x, true);
        }
        boolean isNarrow = above(width) > 0;
        double begin = isNarrow ? 0 : Math.min(from, to);
        double wide = isNarrow ? width : Math.abs(to - from);
        return new Words(begin + GAP_EM * em, wide - 2 * GAP_EM * em, false);
    }

    /// What words need beyond one line, where they are as wide as this.
    private double wrapped(double width) {
        double line = label.prefHeight(-1);
        return Math.max(0, Math.min(label.prefHeight(width), LINES_MAX * line) - line);
    }

    private double above(double width) {
        return left(width, em()) > 0 ? 0 : TIME_ABOVE_EM * em();
    }

    @Override
    protected double computePrefWidth(double height) {
        return TIME_EM * em() * 2;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        Rung now = rung;
        if (now == null) return;
        double em = em();
        double width = getWidth();
        double left = left(width, em);
        double above = above(width);
        double height = getHeight();
        for (int i = 0; i < plan.count(); i++) {
            double x = Math.round(plan.x(i, left, width)) + 0.5;
            Line line = lines.get(i);
            line.setStartX(x);
            line.setEndX(x);
            line.setStartY(0);
            line.setEndY(height);
        }
        Words words = words(width);
        double line = label.prefHeight(-1);
        double more = wrapped(words.width());
        double down = Math.round(above + ARROW_DOWN_EM * em + (words.loose() ? 0 : more)) + 0.5;
        double timeWidth = (above > 0 ? width : left) - GAP_EM * em;
        double timeDown = above > 0 ? LABEL_DOWN_EM * em / 2 : down - time.prefHeight(-1) / 2;
        time.resizeRelocate(GAP_EM * em, timeDown, timeWidth, time.prefHeight(-1));
        double from = plan.x(plan.column(now.from()), left, width);
        double to = plan.x(plan.column(now.to()), left, width);
        pseudoClassStateChanged(LEFTWARD, to < from);
        double wordsDown = words.loose() ? down - line / 2 : above + LABEL_DOWN_EM * em;
        label.resizeRelocate(words.x(), wordsDown, words.width(), line + more);
        if (words.loose()) {
            arrow.setVisible(false);
            head.setVisible(false);
        } else {
            arrow(from, to, down, HEAD_EM * em);
        }
    }

    private void arrow(double from, double to, double y, double size) {
        double back = to > from ? -size : size;
        arrow.setStartX(from);
        arrow.setEndX(head.isVisible() ? to + back : to);
        arrow.setStartY(y);
        arrow.setEndY(y);
        head.getPoints().setAll(to, y, to + back, y - size / 2, to + back, y + size / 2);
    }
}
