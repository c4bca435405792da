package io.landline.ui.paragraph;

import io.landline.ui.letters.DrawnText;
import io.landline.ui.letters.EmojiLayer;
import io.landline.ui.letters.TextMeasurer;
import io.landline.ui.look.Fonts;

import io.landline.ui.paragraph.LetterLooks.Run;
import io.landline.ui.paragraph.RunMeasurer.DrawnRuns;
import io.landline.ui.paragraph.RunMeasurer.DrawnRuns.Letters;
import io.landline.ui.text.Emoji;
import io.landline.ui.text.Emoji.Place;
import io.landline.ui.text.LineBreaks;
import io.landline.ui.text.SpannedText;
import io.landline.ui.text.TextSpan.Called;
import io.landline.ui.text.TextSpan.Hit;
import io.landline.ui.text.TextSpan.Link;
import io.landline.ui.text.TextSpan.Style;
import io.landline.ui.text.TextSpan.Styled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// Lines of a message that belong together: all of a plain one, or a block of code. Wraps at its width in any language
/// (see [LineBreaks]), shows styles, links, emoji, what a search found, and a selection. JavaFX thread.
final class TextPiece extends WrappingRegion implements DrawnRuns {
    /// The toolkit's, in blanks.
    private static final int USUAL_TAB_SIZE = 8;

    private final Path codeGround = marks("message-code-ground");
    private final Path calledGround = marks("message-called-ground");
    private final Path hits = marks("message-hit");
    private final Path currentHits = marks("message-hit-current");
    private final Path selection = marks("message-selection");
    private final TextFlow letters = new TextFlow();
    /// What may stand below the letters, the lowest first. Few messages have any: only these become children.
    private final List<Path> marks = List.of(codeGround, calledGround, hits, currentHits, selection);
    private final EmojiLayer pictures = new EmojiLayer();
    /// The first run, and in most messages the only one.
    private final Text plain = new Text();
    /// An empty one in each other font: the sheet gives them, and they are asked for before anything is drawn.
    private final Map<Integer, Text> samples = new HashMap<>();
    private final TextMeasurer measurer = new TextMeasurer();
    private final RunMeasurer runMeasurer = new RunMeasurer(this::font);
    private SpannedText content = SpannedText.plain("");
    private int allLooks;
    private LetterLooks looks = new LetterLooks(content, LetterLooks.PLAIN);
    private boolean isOneFont = true;
    private List<Place> emoji = List.of();
    /// Whether we break its lines ourselves.
    private boolean broken;
    private DrawnText drawn = DrawnText.of("", List.of());
    private boolean isDrawn;
    private int selectedFrom;
    private int selectedTo;

    TextPiece() {
        getStyleClass().add("message-piece");
        letters.getChildren().add(plain);
        setMouseTransparent(true);
        getChildren().add(letters);
    }

    private static Path marks(String style) {
        var path = new Path();
        path.setManaged(false);
        path.getStyleClass().add(style);
        return path;
    }

    /// @param all the look that each letter has at least
    ///
    /// @return whether its height may be another one, and the sheet is to be asked for it
    boolean show(SpannedText fresh, int all) {
        if (fresh.equals(content) && all == allLooks) return false;
        boolean isOther = all != allLooks || !fresh.unmarked().equals(content.unmarked());
        content = fresh;
        if (!isOther) {
            mark();
            return false;
        }
        allLooks = all;
        selectedFrom = 0;
        selectedTo = 0;
        isDrawn = false;
        String text = fresh.text();
        looks = new LetterLooks(fresh, all);
        emoji = emojiOf(fresh);
        boolean isBidi = LineBreaks.isNeededFor(text);
        broken = LineBreaks.areOurs(text) || !emoji.isEmpty();
        letters.setTextAlignment(isBidi && LineBreaks.isRightToLeft(text) ? TextAlignment.RIGHT : TextAlignment.LEFT);
        boolean isOtherFont = Fonts.fit(this, text);
        isOtherFont |= showSamples();
        boolean isCode = (all & LetterLooks.CODE) != 0;
        letters.setTabSize(isCode ? RunMeasurer.TAB_COLUMNS : USUAL_TAB_SIZE);
        runMeasurer.show(text, looks, letters.getTabSize());
        // broken text is drawn when its width is known
        draw(DrawnText.of(broken ? "" : text, List.of()));
        requestLayout();
        return isOtherFont;
    }

    /// Those that stand in no link.
    private static List<Place> emojiOf(SpannedText text) {
        List<Place> all = Emoji.in(text.text());
        List<Link> links = text.links();
        if (all.isEmpty() || links.isEmpty()) return all;
        return all.stream()
                .filter(each -> links.stream()
                        .noneMatch(link -> each.start() < link.end() && link.start() < each.end()))
                .toList();
    }

    private boolean showSamples() {
        isOneFont = looks.isOneFont();
        if (isOneFont) {
            getChildren().removeAll(samples.values());
            samples.clear();
            return false;
        }
        boolean isAnyNew = false;
        for (int font : looks.fonts()) {
            if (font == LetterLooks.PLAIN || samples.containsKey(font)) continue;
            var sample = new Text();
            sample.setManaged(false);
            sample.getStyleClass().addAll(LetterLooks.styles(font));
            samples.put(font, sample);
            getChildren().add(sample);
            isAnyNew = true;
        }
        return isAnyNew;
    }

    private Font font(int look) {
        Text sample = samples.get(look);
        return sample == null ? plain.getFont() : sample.getFont();
    }

    @Override
    public String text() {
        return content.text();
    }

    /// How many emoji it consists of; 0 where it says more.
    int emojiAlone() {
        return looks.runs().size() > 1 ? 0 : Emoji.alone(content.text(), emoji);
    }

    boolean isRightToLeft() {
        return letters.getTextAlignment() == TextAlignment.RIGHT;
    }

    /// How wide a blank is.
    double blank() {
        return measure().wide(" ");
    }

    /// Shows these letters as selected; none, where both places are equal.
    void select(int start, int end) {
        if (selectedFrom == start && selectedTo == end) return;
        selectedFrom = start;
        selectedTo = end;
        mark();
    }

    /// How far below the upper edge the first hit begins that is the current one; 0 where none is.
    double currentHitOffset() {
        return currentHits.getElements().isEmpty()
                ? 0
                : currentHits.getLayoutY() + currentHits.getLayoutBounds().getMinY();
    }

    private TextMeasurer measure() {
        measurer.in(plain.getFont());
        return measurer;
    }

    @Override
    double widest() {
        return isOneFont ? measure().widest(text()) : runMeasurer.widest();
    }

    @Override
    double heightAt(double inner) {
        String text = content.text();
        if (!isOneFont) return runMeasurer.height(inner, this);
        if (broken) return measure().brokenHeight(text, inner);
        if (looks.runs().size() <= 1) return measure().wrappedHeight(text, inner);
        List<String> runs = looks.runs().stream().map(run -> text.substring(run.start(), run.end())).toList();
        return measure().wrappedHeight(text, runs, inner);
    }

    private DrawnText drawnAt(double inner) {
        if (!broken) return DrawnText.of(content.text(), List.of());
        return DrawnText.of(content.text(), emoji,
                isOneFont ? measure().places(content.text(), inner) : runMeasurer.places(inner));
    }

    @Override
    public List<Letters> at(double width) {
        return letters(drawnAt(width));
    }

    @Override
    public boolean isBroken() {
        return broken;
    }

    @Override
    protected void layoutChildren() {
        double inner = innerWidth(getWidth());
        double wide = inner;
        if (broken) {
            draw(drawnAt(inner));
            // never narrower than its lines: the toolkit must not break them again
            wide = Math.max(inner, Math.ceil(letters.prefWidth(-1)) + 1);
        }
        letters.resizeRelocate(snappedLeftInset() + (isRightToLeft() ? inner - wide : 0), snappedTopInset(), wide,
                Math.max(0, getHeight() - snappedTopInset() - snappedBottomInset()));
        letters.requestLayout(); // measuring leaves another width behind
        letters.layout();
        if (pictures.getParent() == null && !drawn.spots().isEmpty()) getChildren().add(pictures);
        if (pictures.getParent() != null) {
            pictures.show(drawn.spots(), letters, (start, end) -> letters.getRangeShape(start, end, false));
        }
        mark();
    }

    private List<Letters> letters(DrawnText of) {
        var all = new ArrayList<Letters>();
        String text = of.text();
        int start = 0;
        List<Run> runs = text.isEmpty() ? List.of() : looks.runs();
        for (int i = 0; i < runs.size(); i++) {
            int end = i + 1 < runs.size() ? of.toDrawn(runs.get(i).end()) : text.length();
            if (end > start) all.add(new Letters(text.substring(start, end), runs.get(i).look()));
            start = Math.max(start, end);
        }
        return all;
    }

    /// Draws this text, with each look as a run of its own.
    private void draw(DrawnText fresh) {
        boolean isSame = isDrawn && fresh.text().equals(drawn.text());
        drawn = fresh;
        if (isSame) return;
        isDrawn = true;
        List<Letters> all = letters(fresh);
        boolean isPlainFirst = !all.isEmpty() && all.getFirst().look() == LetterLooks.PLAIN;
        plain.setText(isPlainFirst ? all.getFirst().text() : "");
        var runs = new ArrayList<Text>();
        if (isPlainFirst || all.isEmpty()) runs.add(plain);
        for (Letters each : isPlainFirst ? all.subList(1, all.size()) : all) {
            var run = new Text(each.text());
            run.getStyleClass().addAll(LetterLooks.styles(each.look()));
            runs.add(run);
        }
        // the toolkit draws tabs by the blanks of the first run, also of an empty one
        if (!runs.contains(plain)) runs.add(plain);
        if (runs.size() == 1 && letters.getChildren().size() == 1) return;
        letters.getChildren().setAll(runs);
        // their font comes by the style sheet: one that is set here would stay when the zoom changes
        if (getScene() != null) letters.applyCss();
    }

    /// Puts what marks letters below them.
    private void mark() {
        var found = new ArrayList<PathElement>();
        var current = new ArrayList<PathElement>();
        for (Hit hit : content.hits()) (hit.isCurrent() ? current : found).addAll(shape(hit.start(), hit.end()));
        set(hits, found);
        set(currentHits, current);
        var code = new ArrayList<PathElement>();
        for (Styled each : content.all(Styled.class)) {
            if (each.style() == Style.CODE) code.addAll(shape(each.start(), each.end()));
        }
        set(codeGround, code);
        var own = new ArrayList<PathElement>();
        for (Called each : content.all(Called.class)) if (each.own()) own.addAll(shape(each.start(), each.end()));
        set(calledGround, own);
        set(selection, selectedFrom == selectedTo ? List.of() : shape(selectedFrom, selectedTo));
    }

    private void set(Path path, List<PathElement> elements) {
        if (elements.isEmpty() && path.getElements().isEmpty()) return;
        if (path.getParent() == null) add(path);
        path.getElements().setAll(elements);
        path.setLayoutX(letters.getLayoutX());
        path.setLayoutY(letters.getLayoutY());
    }

    private void add(Path mark) {
        long lower = marks.subList(0, marks.indexOf(mark)).stream().filter(each -> each.getParent() != null).count();
        getChildren().add((int) lower, mark);
        if (getScene() != null) mark.applyCss(); // in a layout pass the sheet would come a pulse late
    }

    private List<PathElement> shape(int start, int end) {
        int from = drawn.toDrawn(start);
        int to = Math.min(drawn.toDrawn(end), drawn.text().length());
        return from >= to ? List.of() : List.of(letters.getRangeShape(from, to, false));
    }

    /// The place of the letter boundary that is nearest.
    int between(double x, double y) {
        return drawn.between(letters.getHitInfo(letters.parentToLocal(x, y)).getInsertionIndex());
    }

    /// The place of the letter that stands there.
    int letterAt(double x, double y) {
        return drawn.letter(letters.getHitInfo(letters.parentToLocal(x, y)).getCharIndex());
    }

    /// The link that is drawn at this point; null for none.
    @Nullable
    Link linkAt(double x, double y) {
        List<Link> links = content.links();
        if (links.isEmpty()) return null;
        Point2D at = letters.parentToLocal(x, y);
        int place = letterAt(x, y);
        for (Link link : links) {
            if (place < link.start() || place >= link.end()) continue;
            var outline = new Path(shape(link.start(), link.end()));
            outline.setFill(Color.BLACK);
            return outline.contains(at) ? link : null;
        }
        return null;
    }
}
