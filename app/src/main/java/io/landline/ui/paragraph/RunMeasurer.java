package io.landline.ui.paragraph;

import io.landline.ui.letters.TextMeasurer;

import io.landline.ui.paragraph.LetterLooks.Run;
import io.landline.ui.text.LineBreaks;
import io.landline.ui.text.LineBreaks.Line;
import io.landline.ui.text.SpannedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Measures a text in several fonts, as [TextMeasurer] does one in one font. JavaFX thread.
final class RunMeasurer {
    /// A window that is being resized asks for ever new widths.
    private static final int HEIGHTS_MAX = 16;
    /// Of code, in blanks.
    static final int TAB_COLUMNS = 4;

    private final IntFunction<Font> fonts;
    private final Map<Integer, TextMeasurer> measurers = new HashMap<>();
    private final Map<Double, Double> heights = new HashMap<>();
    private String text = "";
    private LetterLooks looks;
    private int tabSize = TAB_COLUMNS;
    /// In which the heights were measured.
    private List<Font> measuredIn = List.of();

    /// @param fonts of a look, as they are now
    RunMeasurer(IntFunction<Font> fonts) {
        this.fonts = fonts;
        looks = new LetterLooks(SpannedText.plain(""), LetterLooks.PLAIN);
    }

    /// @param freshTabSize of the flow that draws it, in blanks of its first letters
    void show(String fresh, LetterLooks freshLooks, int freshTabSize) {
        text = fresh;
        looks = freshLooks;
        tabSize = freshTabSize;
        heights.clear();
    }

    private double wide(int start, int end) {
        double wide = 0;
        for (Run run : looks.measured(start, end)) {
            String part = text.substring(run.start(), run.end());
            boolean isCode = (run.look() & LetterLooks.CODE) != 0;
            wide += measurer(run.look()).wide(isCode ? withoutTabs(part) : part);
        }
        return wide;
    }

    /// As wide, in letters of one width. The toolkit measures a tab by other blanks than it draws it by.
    private static String withoutTabs(String code) {
        if (code.indexOf('\t') < 0) return code;
        var out = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            out.append(c == '\t' ? " ".repeat(TAB_COLUMNS - out.length() % TAB_COLUMNS) : c);
        }
        return out.toString();
    }

    private TextMeasurer measurer(int look) {
        int font = LetterLooks.font(look);
        TextMeasurer measurer = measurers.computeIfAbsent(font, _ -> new TextMeasurer());
        measurer.in(fonts.apply(font));
        return measurer;
    }

    /// Of the longest line, unwrapped.
    double widest() {
        double widest = 0;
        int start = 0;
        for (String line : text.split("\n", -1)) {
            widest = Math.max(widest, wide(start, start + Math.min(line.length(), TextMeasurer.WIDE_CHARACTERS)));
            start += line.length() + 1;
        }
        return widest;
    }

    /// As we break it ourselves.
    List<Line> places(double width) {
        return LineBreaks.places(text, Math.max(1, width), this::wide);
    }

    /// The height of what is drawn in this width.
    ///
    /// @param drawn as it is drawn there
    double height(double width, DrawnRuns drawn) {
        List<Font> now = looks.fonts().stream().map(fonts::apply).toList();
        if (!now.equals(measuredIn) || heights.size() >= HEIGHTS_MAX) heights.clear();
        measuredIn = now;
        return heights.computeIfAbsent(width, wide -> {
            var flow = new TextFlow();
            flow.setTabSize(tabSize);
            for (DrawnRuns.Letters run : drawn.at(wide)) {
                var letters = new Text(run.text());
                letters.setFont(fonts.apply(LetterLooks.font(run.look())));
                flow.getChildren().add(letters);
            }
            return flow.prefHeight(drawn.isBroken() ? -1 : wide);
        });
    }

    /// What is drawn at a width.
    interface DrawnRuns {
        record Letters(String text, int look) {}

        List<Letters> at(double width);

        /// Whether its lines are broken already.
        boolean isBroken();
    }
}
