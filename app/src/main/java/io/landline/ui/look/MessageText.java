package io.landline.ui.look;

import io.landline.ui.text.Emoji;
import io.landline.ui.text.Emoji.Place;
import io.landline.ui.text.LineBreaks;
import io.landline.ui.text.SpannedText;
import io.landline.ui.text.TextSpan.Hit;
import io.landline.ui.text.TextSpan.Link;
import java.net.URI;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.HitInfo;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// What somebody wrote: wraps at its width in any language (see [LineBreaks]), shows links, emoji and what a search
/// found, and lets the mouse select letters. It keeps no selection of its own, as a list gives it another message at
/// any time. JavaFX thread.
public final class MessageText extends WrappingRegion {
    /// While letters stand on a mark, links have the colour of text, which contrasts with each ground.
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    /// A few emoji and nothing else: the style sheet may show them large.
    private static final PseudoClass EMOJI_ALONE = PseudoClass.getPseudoClass("emoji-alone");
    /// More of them are a pattern, not an answer.
    private static final int EMOJI_ALONE_MAX = 5;

    /// What a person does with the text.
    public interface Listener {
        /// Letters were selected; none, where both places are equal.
        void selected(int start, int end);

        void followed(URI target);

        Listener NONE = new Listener() {
            @Override
            public void selected(int start, int end) {}

            @Override
            public void followed(URI target) {}
        };
    }

    private final Path hits = marks("message-hit");
    private final Path currentHits = marks("message-hit-current");
    private final Path selection = marks("message-selection");
    private final TextFlow letters = new TextFlow();
    private final EmojiLayer pictures = new EmojiLayer();
    /// The first run, and in most messages the only one.
    private final Text plain = new Text();
    private final TextMeasurer measurer = new TextMeasurer();
    private final Listener listener;
    private SpannedText content = SpannedText.plain("");
    private List<Place> emoji = List.of();
    /// Whether we break its lines ourselves.
    private boolean broken;
    private DrawnText drawn = DrawnText.of("", List.of());
    private boolean isDrawn;
    private int selectedFrom;
    private int selectedTo;
    private int anchor;

    public MessageText() { this(Listener.NONE); }

    public MessageText(Listener listener) {
        this.listener = listener;
        getStyleClass().add("message-text");
        setAccessibleRole(AccessibleRole.TEXT);
        letters.getChildren().add(plain);
        letters.setMouseTransparent(true);
        getChildren().addAll(hits, currentHits, selection, letters, pictures);
        if (listener == Listener.NONE) return;
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(MouseEvent.MOUSE_MOVED,
                event -> setCursor(linkAt(event.getX(), event.getY()) == null ? Cursor.TEXT : Cursor.HAND));
    }

    private static Path marks(String style) {
        var path = new Path();
        path.setManaged(false);
        path.setMouseTransparent(true);
        path.getStyleClass().add(style);
        return path;
    }

    /// @param fresh its text as `PeerText.block` or `PeerText.line` gives it
    public void show(SpannedText fresh) {
        if (fresh.equals(content)) return;
        boolean isOther = !fresh.text().equals(content.text()) || !fresh.links().equals(content.links());
        content = fresh;
        if (isOther) {
            selectedFrom = 0;
            selectedTo = 0;
            isDrawn = false;
            emoji = emojiOf(fresh);
            boolean isBidi = LineBreaks.isNeededFor(fresh.text());
            broken = isBidi || !emoji.isEmpty();
            letters.setTextAlignment(isBidi && LineBreaks.isRightToLeft(fresh.text())
                    ? TextAlignment.RIGHT
                    : TextAlignment.LEFT);
            // broken text is drawn when its width is known
            draw(DrawnText.of(broken ? "" : fresh.text(), List.of()));
            showAlone();
            if (Fonts.fit(this, fresh.text()) && getScene() != null) applyCss(); // as for emoji alone
            setAccessibleText(fresh.text());
            requestLayout();
        } else {
            mark();
        }
    }

    /// Those that stand in no link.
    private static List<Place> emojiOf(SpannedText text) {
        List<Place> all = Emoji.in(text.text());
        if (all.isEmpty() || text.links().isEmpty()) return all;
        return all.stream()
                .filter(each -> text.links()
                        .stream()
                        .noneMatch(link -> each.start() < link.end() && link.start() < each.end()))
                .toList();
    }

    private void showAlone() {
        int alone = Emoji.alone(content.text(), emoji);
        boolean isAlone = alone > 0 && alone <= EMOJI_ALONE_MAX;
        if (getPseudoClassStates().contains(EMOJI_ALONE) == isAlone) return;
        pseudoClassStateChanged(EMOJI_ALONE, isAlone);
        if (getScene() != null) applyCss(); // its height is asked for before the next pulse
    }

    @Override
    public String text() {
        return content.text();
    }

    /// What is shown, without what a search found in it.
    public SpannedText bare() {
        return content.hits().isEmpty() ? content : new SpannedText(content.text(), List.copyOf(content.links()));
    }

    /// Shows these letters as selected; none, where both places are equal.
    public void select(int start, int end) {
        if (selectedFrom == start && selectedTo == end) return;
        selectedFrom = start;
        selectedTo = end;
        mark();
    }

    /// How far below the upper edge the first hit begins that is the current one; 0 where none is.
    public double currentHitOffset() {
        return currentHits.getElements().isEmpty()
                ? 0
                : currentHits.getLayoutY() + currentHits.getLayoutBounds().getMinY();
    }

    @Override
    double heightAt(double inner) {
        String text = content.text();
        if (broken) return measure().brokenHeight(text, inner);
        if (letters.getChildren().size() == 1) return measure().wrappedHeight(text, inner);
        List<String> runs = letters.getChildren().stream().map(run -> ((Text) run).getText()).toList();
        return measure().wrappedHeight(text, runs, inner);
    }

    @Override
    protected void layoutChildren() {
        double inner = innerWidth(getWidth());
        double wide = inner;
        if (broken) {
            draw(DrawnText.of(content.text(), emoji, measure().places(content.text(), inner)));
            // never narrower than its lines: the toolkit must not break them again
            wide = Math.max(inner, Math.ceil(letters.prefWidth(-1)) + 1);
        }
        boolean isRight = letters.getTextAlignment() == TextAlignment.RIGHT;
        letters.resizeRelocate(snappedLeftInset() + (isRight ? inner - wide : 0), snappedTopInset(), wide,
                Math.max(0, getHeight() - snappedTopInset() - snappedBottomInset()));
        letters.requestLayout(); // measuring leaves another width behind
        letters.layout();
        pictures.show(drawn.spots(), letters, (start, end) -> letters.getRangeShape(start, end, false));
        mark();
    }

    /// Draws this text, with the links as runs of their own.
    private void draw(DrawnText fresh) {
        String text = fresh.text();
        boolean isSame = isDrawn && text.equals(drawn.text());
        drawn = fresh;
        if (isSame) return;
        isDrawn = true;
        List<Link> links = text.isEmpty() ? List.of() : content.links();
        if (links.isEmpty()) {
            plain.setText(text);
            if (letters.getChildren().size() > 1) letters.getChildren().setAll(plain);
            return;
        }
        var runs = new ArrayList<Text>();
        plain.setText(text.substring(0, drawn.toDrawn(links.getFirst().start())));
        runs.add(plain);
        for (int i = 0; i < links.size(); i++) {
            int end = drawn.toDrawn(links.get(i).end());
            var link = new Text(text.substring(drawn.toDrawn(links.get(i).start()), end));
            link.getStyleClass().add("message-link");
            runs.add(link);
            int next = i + 1 < links.size() ? drawn.toDrawn(links.get(i + 1).start()) : text.length();
            if (next > end) runs.add(new Text(text.substring(end, next)));
        }
        letters.getChildren().setAll(runs);
        // their font comes by the style sheet: one that is set here would stay when the zoom changes
        if (getScene() != null) letters.applyCss();
    }

    /// Puts hits and selection below the letters.
    private void mark() {
        var found = new ArrayList<PathElement>();
        var current = new ArrayList<PathElement>();
        for (Hit hit : content.hits()) (hit.isCurrent() ? current : found).addAll(shape(hit.start(), hit.end()));
        set(hits, found);
        set(currentHits, current);
        set(selection, selectedFrom == selectedTo ? List.of() : shape(selectedFrom, selectedTo));
        pseudoClassStateChanged(MARKED, selectedFrom != selectedTo || !found.isEmpty() || !current.isEmpty());
    }

    private void set(Path path, List<PathElement> elements) {
        if (elements.isEmpty() && path.getElements().isEmpty()) return;
        path.getElements().setAll(elements);
        path.setLayoutX(letters.getLayoutX());
        path.setLayoutY(letters.getLayoutY());
    }

    private List<PathElement> shape(int start, int end) {
        int from = drawn.toDrawn(start);
        int to = Math.min(drawn.toDrawn(end), drawn.text().length());
        return from >= to ? List.of() : List.of(letters.getRangeShape(from, to, false));
    }

    /// The place of the letter boundary that is nearest.
    private int placeAt(MouseEvent event) {
        return drawn.between(hit(event).getInsertionIndex());
    }

    private HitInfo hit(MouseEvent event) {
        return letters.getHitInfo(letters.parentToLocal(event.getX(), event.getY()));
    }

    /// The link whose letters stand there; null for none.
    public @Nullable Link linkAt(double x, double y) {
        if (content.links().isEmpty()) return null;
        Point2D at = letters.parentToLocal(x, y);
        int place = drawn.letter(letters.getHitInfo(at).getCharIndex());
        for (Link link : content.links()) {
            if (place < link.start() || place >= link.end()) continue;
            var outline = new Path(shape(link.start(), link.end()));
            outline.setFill(Color.BLACK);
            return outline.contains(at) ? link : null;
        }
        return null;
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) return;
        int place = placeAt(event);
        if (event.getClickCount() > 2) {
            anchor = 0;
            listener.selected(0, content.text().length());
        } else if (event.getClickCount() == 2) {
            selectWord(drawn.letter(hit(event).getCharIndex()));
        } else if (event.isShiftDown() && selectedFrom != selectedTo) {
            listener.selected(Math.min(anchor, place), Math.max(anchor, place));
        } else {
            anchor = place;
            listener.selected(place, place);
        }
    }

    private void selectWord(int place) {
        String text = content.text();
        if (place >= text.length()) return;
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int end = words.following(place);
        anchor = words.previous();
        listener.selected(anchor, end);
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) return;
        int place = placeAt(event);
        anchor = Math.min(anchor, content.text().length());
        listener.selected(Math.min(anchor, place), Math.max(anchor, place));
        event.consume(); // the list would take it for its own
    }

    private void clicked(MouseEvent event) {
        boolean isPlain = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 1
                && event.isStillSincePress() && selectedFrom == selectedTo && !event.isShiftDown();
        Link link = isPlain ? linkAt(event.getX(), event.getY()) : null;
        if (link == null) return;
        listener.followed(link.target());
        event.consume();
    }

    @Override
    TextMeasurer measure() {
        measurer.in(plain.getFont());
        return measurer;
    }
}
