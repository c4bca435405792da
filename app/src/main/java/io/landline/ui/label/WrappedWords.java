package io.landline.ui.label;

import io.landline.ui.letters.TextMeasurer;
import io.landline.ui.look.Fonts;

import io.landline.ui.text.LineBreaks;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/// The words on a button, or beside a box that is ticked or chosen, broken into the lines that its width has room for
/// (see [LineBreaks]). What the toolkit would say without it is told with each question. JavaFX thread.
final class WrappedWords {
    /// Widths are rounded to whole pixels.
    private static final double ROUNDING = 1;

    private final Labeled box;
    private final String sentence;
    private final TextMeasurer letters = TextMeasurer.ofLabel();

    WrappedWords(Labeled box, String sentence) {
        this.box = box;
        this.sentence = sentence;
        box.setMnemonicParsing(false);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.setAccessibleText(sentence);
        Fonts.fit(box, sentence);
    }

    /// On one line.
    ///
    /// @param plainWidth that of the box with what is drawn now
    double width(double plainWidth) {
        return box.snapSizeX(measure().widest(sentence) + sides(plainWidth) + ROUNDING);
    }

    /// In this width; a negative one stands for that of one line.
    ///
    /// @param plainHeight that of the box with what is drawn now
    double height(double width, double plainWidth, double plainHeight) {
        double more = lines(width < 0 ? width(plainWidth) : width, plainWidth).size() - box.getText().lines().count();
        return box.snapSizeY(plainHeight + more * (measure().lineHeight() + box.getLineSpacing()));
    }

    /// Breaks the words for the width that the box has.
    void lay(double plainWidth) {
        String drawn = lines(box.getWidth(), plainWidth).stream()
                .map(line -> sentence.substring(line.start(), line.end()))
                .collect(Collectors.joining("\n"));
        if (!drawn.equals(box.getText())) box.setText(drawn);
    }

    private List<LineBreaks.Line> lines(double width, double plainWidth) {
        return measure().places(sentence, width - sides(plainWidth));
    }

    /// What is beside the words: the padding, and the box with its gap.
    double sides(double plainWidth) {
        return plainWidth - measure().widest(box.getText());
    }

    /// In the font that the words have now.
    private TextMeasurer measure() {
        letters.in(box.getFont());
        return letters;
    }
}
