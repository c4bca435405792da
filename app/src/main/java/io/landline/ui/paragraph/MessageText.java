package io.landline.ui.paragraph;

import io.landline.ui.text.SpannedText;
import io.landline.ui.text.TextSpan.Block;
import io.landline.ui.text.TextSpan.CodeBlock;
import io.landline.ui.text.TextSpan.Link;
import io.landline.ui.text.TextSpan.ListItem;
import java.net.URI;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// What somebody wrote: wraps at its width in any language, shows links, styles, blocks, emoji and what a search found,
/// and lets the mouse select letters. It keeps no selection of its own, as a list gives it another message at any time.
/// JavaFX thread.
public final class MessageText extends WrappingRegion {
    /// While letters stand on a mark, links have the colour of text, which contrasts with each ground.
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    /// A few emoji and nothing else: the style sheet may show them large.
    private static final PseudoClass EMOJI_ALONE = PseudoClass.getPseudoClass("emoji-alone");
    private static final PseudoClass CODE = PseudoClass.getPseudoClass("code");
    /// More of them are a pattern, not an answer.
    private static final int EMOJI_ALONE_MAX = 5;

    /// What a person does with the text.
    public interface Listener {
        /// Letters were selected; none, where both places are equal.
        void selected(int start, int end);

        void followed(URI target);

        /// What copies a block of code, in its corner; null for nothing.
        default @Nullable Node copying(String code) {
            return null;
        }

        Listener NONE = new Listener() {
            @Override
            public void selected(int start, int end) {}

            @Override
            public void followed(URI target) {}
        };
    }

    private final Listener listener;
    private final List<TextPiece> pieces = new ArrayList<>();
    private final List<MessageLayout.Part> parts = new ArrayList<>();
    /// By the piece that they move, as pieces are used again.
    private final Map<TextPiece, CodeScroll> scrolls = new HashMap<>();
    private SpannedText content = SpannedText.plain("");
    private int selectedFrom;
    private int selectedTo;
    private int anchor;

    public MessageText() { this(Listener.NONE); }

    public MessageText(Listener listener) {
        this.listener = listener;
        getStyleClass().add("message-text");
        setAccessibleRole(AccessibleRole.TEXT);
        // its own letters say where it begins, and not the language of the window
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        showParts();
        if (listener == Listener.NONE) return;
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(MouseEvent.MOUSE_MOVED,
                event -> setCursor(linkAt(event.getX(), event.getY()) == null ? Cursor.TEXT : Cursor.HAND));
    }

    /// @param fresh its text as `PeerText.block` or `PeerText.line` gives it
    public void show(SpannedText fresh) {
        if (fresh.equals(content)) return;
        boolean isOther = !fresh.unmarked().equals(content.unmarked());
        content = fresh;
        if (isOther) {
            selectedFrom = 0;
            selectedTo = 0;
            if (showParts() && getScene() != null) applyCss(); // its height is asked for before the next pulse
            setAccessibleText(fresh.text());
            requestLayout();
        } else {
            for (MessageLayout.Part part : parts) part.piece().show(fresh.part(part.start(), part.end()), part.looks());
        }
        showMarked();
    }

    /// Cuts the text into its blocks and what is between them.
    ///
    /// @return whether the style sheet is to be asked
    private boolean showParts() {
        parts.clear();
        boolean isStyledAnew = false;
        var above = new ArrayList<Node>();
        int at = 0;
        for (Block block : content.all(Block.class)) {
            // the line break before a block, and the one behind it, are in none
            if (block.start() > at) isStyledAnew |= add(at, block.start() - 1, MessageLayout.Role.TEXT, 0, null);
            switch (block) {
                case CodeBlock code -> {
                    Node copy = listener.copying(content.text().substring(code.start(), code.end()));
                    if (copy != null) above.add(copy);
                    isStyledAnew |= add(code.start(), code.end(), MessageLayout.Role.CODE, 0, copy);
                }
                case ListItem item -> {
                    isStyledAnew |= add(item.start(), item.body(), MessageLayout.Role.SIGN, item.depth(), null);
                    isStyledAnew |= add(item.body(), item.end(), MessageLayout.Role.ITEM, item.depth(), null);
                }
            }
            at = block.end() + 1;
        }
        int end = content.text().length();
        if (at <= end) isStyledAnew |= add(at, end, MessageLayout.Role.TEXT, 0, null);
        pieces.subList(parts.size(), pieces.size()).clear();
        scrolls.keySet().retainAll(pieces);
        for (MessageLayout.Part part : parts) if (part.scroll() != null) above.add(part.scroll().bar());
        var children = new ArrayList<Node>(pieces);
        children.addAll(above);
        isStyledAnew |= children.size() > getChildren().size();
        if (!children.equals(getChildren())) getChildren().setAll(children);
        return showAlone() | isStyledAnew;
    }

    private boolean add(int start, int end, MessageLayout.Role role, int depth, @Nullable Node copy) {
        if (parts.size() == pieces.size()) pieces.add(new TextPiece());
        TextPiece piece = pieces.get(parts.size());
        boolean isCode = role == MessageLayout.Role.CODE;
        CodeScroll scroll = isCode && listener != Listener.NONE
                ? scrolls.computeIfAbsent(piece, CodeScroll::new)
                : null;
        if (scroll == null) {
            piece.setClip(null);
        } else {
            scroll.reset();
        }
        var part = new MessageLayout.Part(piece, start, end, role, depth, copy, scroll);
        parts.add(part);
        boolean isStyledAnew = part.piece().getPseudoClassStates().contains(CODE) != isCode;
        if (isStyledAnew) part.piece().pseudoClassStateChanged(CODE, isCode);
        return part.piece().show(content.part(start, end), part.looks()) | isStyledAnew;
    }

    private boolean showAlone() {
        int alone = parts.size() == 1 ? parts.getFirst().piece().emojiAlone() : 0;
        boolean isAlone = alone > 0 && alone <= EMOJI_ALONE_MAX;
        if (getPseudoClassStates().contains(EMOJI_ALONE) == isAlone) return false;
        pseudoClassStateChanged(EMOJI_ALONE, isAlone);
        return true;
    }

    private void showMarked() {
        pseudoClassStateChanged(MARKED, selectedFrom != selectedTo || !content.hits().isEmpty());
    }

    @Override
    public String text() {
        return content.text();
    }

    /// Whether it is one line, as long as it need not wrap.
    public boolean isOneLine() {
        return parts.size() == 1 && parts.getFirst().role() == MessageLayout.Role.TEXT && text().indexOf('\n') < 0;
    }

    /// What is shown, without what a search found in it.
    public SpannedText bare() {
        return content.unmarked();
    }

    /// Shows these letters as selected; none, where both places are equal.
    public void select(int start, int end) {
        if (selectedFrom == start && selectedTo == end) return;
        selectedFrom = start;
        selectedTo = end;
        for (MessageLayout.Part part : parts) {
            int from = Math.clamp(start, part.start(), part.end()) - part.start();
            int to = Math.clamp(end, part.start(), part.end()) - part.start();
            part.piece().select(from, to);
        }
        showMarked();
    }

    /// How far below the upper edge the first hit begins that is the current one; 0 where none is.
    public double currentHitOffset() {
        for (MessageLayout.Part part : parts) {
            double offset = part.piece().currentHitOffset();
            if (offset != 0) return part.piece().getLayoutY() + offset;
        }
        return 0;
    }

    @Override
    double widest() {
        return MessageLayout.width(parts);
    }

    /// None: the pieces have theirs.
    @Override
    double spare() {
        return 0;
    }

    @Override
    double heightAt(double inner) {
        return MessageLayout.height(parts, inner);
    }

    @Override
    protected void layoutChildren() {
        MessageLayout.place(parts, snappedLeftInset(), snappedTopInset(), innerWidth(getWidth()));
    }

    /// The link that is drawn at this point; null for none.
    public @Nullable Link linkAt(double x, double y) {
        if (content.links().isEmpty()) return null;
        TextPiece piece = MessageLayout.at(parts, x, y).piece();
        return piece.linkAt(x - piece.getLayoutX(), y - piece.getLayoutY());
    }

    /// The place of the letter boundary that is nearest.
    private int placeAt(MouseEvent event) {
        MessageLayout.Part part = MessageLayout.at(parts, event.getX(), event.getY());
        TextPiece piece = part.piece();
        return part.start() + piece.between(event.getX() - piece.getLayoutX(), event.getY() - piece.getLayoutY());
    }

    private int letterAt(MouseEvent event) {
        MessageLayout.Part part = MessageLayout.at(parts, event.getX(), event.getY());
        TextPiece piece = part.piece();
        return part.start() + piece.letterAt(event.getX() - piece.getLayoutX(), event.getY() - piece.getLayoutY());
    }

    /// A wheel that turns sideways, also by the shift key, moves the code below it.
    private void scrolled(ScrollEvent event) {
        if (event.getDeltaX() == 0) return;
        CodeScroll scroll = MessageLayout.at(parts, event.getX(), event.getY()).scroll();
        if (scroll != null && scroll.moveBy(event.getDeltaX())) event.consume();
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) return;
        int place = placeAt(event);
        if (event.getClickCount() > 2) {
            anchor = 0;
            listener.selected(0, content.text().length());
        } else if (event.getClickCount() == 2) {
            selectWord(letterAt(event));
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
}
