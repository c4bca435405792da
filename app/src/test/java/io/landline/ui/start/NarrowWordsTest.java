package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.language.Language;
import io.landline.language.LeftToRight;
import io.landline.ui.hostile.Stranger;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.paragraph.WrappingText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// In the narrowest window with letters of twice the size: what is only shown is whole, and what can be pressed and has
/// no room for its words says them under the mouse.
class NarrowWordsTest {
    private static final int PERCENT = 200;
    private static final double HEIGHT = 700;
    /// A word of ten `em`. Compounds of German are longer, and those have to break somewhere.
    private static final double WORD_MAX = 10 * Appearance.FONT_PX * PERCENT / 100;

    /// Commands and paths break anywhere.
    private static final Pattern IN_A_COMMAND = Pattern.compile("[0-9/]");

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    /// One walk for four rules: what can be pressed says its words, and what is only shown is not cut. No word breaks
    /// that a line could hold. What stands in the middle of a column has each line in the middle.
    @ParameterizedTest
    @EnumSource
    void wordsAreWholeOrSaid(AnyPage kind) {
        assertEquals(List.of(), inAllLanguages(kind, screen -> {
            List<String> wrong = shownAndCut(screen);
            wrong.addAll(brokenWords(screen));
            wrong.addAll(linesOutOfTheMiddle(screen));
            wrong.addAll(withoutTheirWords(screen));
            return wrong;
        }));
    }

    private static List<String> inAllLanguages(AnyPage kind, Function<TestedScreen, List<String>> look) {
        var found = new ArrayList<String>();
        for (Language language : Language.values()) {
            TestedScreen.onFx(() -> {
                try (AnyPage.Open open = kind.over(Stranger.named("Max"), language)) {
                    var screen = new TestedScreen(NarrowWindowTest.window(kind, open.page(), language),
                            WindowBounds.WIDTH_MIN, HEIGHT);
                    Appearance.dress(screen.scene(), PERCENT);
                    Appearance.mirror(screen.scene(), language.isMirrored());
                    screen.settle();
                    screen.size(WindowBounds.WIDTH_MIN + 1, HEIGHT); // some pages arrange themselves by their width
                    screen.size(WindowBounds.WIDTH_MIN, HEIGHT);
                    for (String each : look.apply(screen)) found.add(language + ": " + each);
                }
            });
        }
        return found;
    }

    private static List<String> withoutTheirWords(TestedScreen screen) {
        var without = new ArrayList<String>();
        for (Labeled label : screen.all(Labeled.class)) {
            if (!label.isTextTruncated()) continue;
            String words = label instanceof EmojiLabel name ? name.said() : label.getText();
            enter(label);
            String said = label.getTooltip() == null ? "" : label.getTooltip().getText();
            if (!bare(said).contains(bare(words))) without.add("“" + words + "” says “" + said + "”");
        }
        return without;
    }

    private static String bare(String words) {
        return LeftToRight.unmarked(words).replaceAll("\\s+", " ");
    }

    /// Without names: they may be as long as their owners like, and stand in one line.
    private static List<String> shownAndCut(TestedScreen screen) {
        var cut = new ArrayList<String>();
        for (Label label : screen.all(Label.class)) {
            if (label instanceof EmojiLabel || !label.isTextTruncated() || isPartOfControl(label)) continue;
            cut.add("“" + label.getText() + "” is cut");
        }
        return cut;
    }

    private static List<String> brokenWords(TestedScreen screen) {
        var broken = new ArrayList<String>();
        for (WrappingLabel label : screen.all(WrappingLabel.class)) {
            Node picture = label.getGraphic();
            boolean isBeside = picture != null && label.getContentDisplay() == ContentDisplay.LEFT;
            double beside = isBeside ? picture.prefWidth(-1) + label.getGraphicTextGap() : 0;
            Insets around = label.getInsets();
            double line = label.getWidth() - around.getLeft() - around.getRight();
            addBroken(label.getAccessibleText(), label.getFont(), line - beside, line, broken);
        }
        for (WrappingText text : screen.all(WrappingText.class)) {
            Insets around = text.getInsets();
            double room = text.getWidth() - around.getLeft() - around.getRight();
            addBroken(text.text(), text.letters().getFont(), room, 0, broken);
        }
        return broken;
    }

    /// @param line what would have room there if nothing stood beside it
    private static void addBroken(String words, Font font, double room, double line, List<String> broken) {
        for (String word : words.split("\\s+")) {
            if (IN_A_COMMAND.matcher(word).find()) continue;
            var drawn = new Text(word);
            drawn.setFont(font);
            double wide = drawn.getLayoutBounds().getWidth();
            if (wide > room + 1 && (wide < WORD_MAX || wide <= line)) {
                broken.add("“" + word + "” breaks in “" + words + "”");
            }
        }
    }

    private static List<String> linesOutOfTheMiddle(TestedScreen screen) {
        var out = new ArrayList<String>();
        for (VBox column : screen.all(VBox.class)) {
            if (column.getAlignment() != Pos.CENTER) continue;
            for (Node each : column.getChildren()) {
                boolean isAside = each instanceof WrappingLabel label && !label.getText().isEmpty()
                        && label.getTextAlignment() != TextAlignment.CENTER;
                if (isAside) out.add("“" + ((Label) each).getText() + "” is not in the middle");
            }
        }
        return out;
    }

    private static boolean isPartOfControl(Node node) {
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof ButtonBase || each instanceof Cell<?>) return true;
            if (each instanceof Control && !(each instanceof ScrollPane)) return true;
        }
        return false;
    }

    private static void enter(Node node) {
        node.fireEvent(new MouseEvent(MouseEvent.MOUSE_ENTERED_TARGET, 1, 1, 1, 1, MouseButton.NONE, 0, false, false,
                false, false, false, false, false, false, false, false, new PickResult(node, 1, 1)));
    }
}
