package io.landline.ui.welcome;

import io.landline.ui.look.Fonts;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Words in one line, as large as its place allows: to be read from the last row of a class room. Where one line would
/// be too small they stand in two, or each in its own. JavaFX thread.
final class LargestLine extends Region {
    private static final double MEASURED_AT = 100;
    /// Of the width: four letters as high as this would leave no place for the rest of the slide.
    private static final double HEIGHT_OF_WIDTH_MAX = 0.2;
    private static final double SIZE_MIN = 8;
    /// In `em`: smaller words would not be what one sees first.
    private static final double SIZE_MIN_EM = 1.75;

    private final Text text;
    private final DoubleSupplier em;
    /// The same words in one line, in two, and each in its own.
    private final List<Broken> ways;

    /// @param width of the whole, and
    /// @param height the same for letters of [#MEASURED_AT]
    private record Broken(String words, double width, double height, int lines) {
        private static Broken of(String[] words, int lines, Text text) {
            int each = Math.ceilDiv(words.length, lines);
            var all = new StringBuilder();
            for (int i = 0; i < words.length; i++) {
                all.append(i == 0 ? "" : i % each == 0 ? "\n" : " ").append(words[i]);
            }
            text.setText(all.toString());
            return new Broken(all.toString(), Math.max(1, text.getLayoutBounds().getWidth()),
                    Math.max(1, text.getLayoutBounds().getHeight()), lines);
        }

        double size(double room) {
            double byWidth = MEASURED_AT * room / width;
            double byHeight = MEASURED_AT * HEIGHT_OF_WIDTH_MAX * room * lines / height;
            return Math.max(SIZE_MIN, Math.floor(Math.min(byWidth, byHeight)));
        }
    }

    /// @param em of the text around it, in pixels
    LargestLine(String line, DoubleSupplier em) {
        this.em = em;
        text = new Text(line);
        text.getStyleClass().add("welcome-slide-text");
        text.setTextOrigin(VPos.TOP);
        text.setTextAlignment(TextAlignment.CENTER);
        text.setFont(font(MEASURED_AT));
        String[] words = line.split(" ", -1);
        ways = IntStream.of(1, 2, words.length)
                .filter(lines -> lines <= words.length)
                .distinct()
                .mapToObj(lines -> Broken.of(words, lines, text))
                .toList();
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(line);
        setMinWidth(0);
        getChildren().add(text);
    }

    private static Font font(double size) {
        return Font.font(Fonts.MONO, FontWeight.BOLD, size);
    }

    private Broken way(double width) {
        for (Broken each : ways) if (each.size(width) >= SIZE_MIN_EM * em.getAsDouble()) return each;
        return ways.getLast();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return ways.getFirst().width();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (width <= 0) return ways.getFirst().height();
        Broken way = way(width);
        return way.height() * way.size(width) / MEASURED_AT;
    }

    @Override
    protected void layoutChildren() {
        Broken way = way(getWidth());
        text.setText(way.words());
        text.setFont(font(way.size(getWidth())));
        text.relocate(Math.max(0, (getWidth() - text.getLayoutBounds().getWidth()) / 2), 0);
    }
}
