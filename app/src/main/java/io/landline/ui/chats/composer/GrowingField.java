package io.landline.ui.chats.composer;

import io.landline.ui.label.FieldPrompt;
import io.landline.ui.label.TypedEmoji;
import io.landline.ui.text.LineBreaks;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// A field as high as its text, from one line up to [#LINES_MAX]; more lines scroll. A large one has a height of its
/// own, where that is more. Tab leaves it, emoji are pictures. JavaFX thread.
final class GrowingField extends TextArea {
    /// A quarter of a small window: what is written and what is answered are both in sight.
    static final int LINES_MAX = 6;
    /// More than six lines of any window: the height of the rest does not matter, and takes long to measure.
    private static final int MEASURED_CHARACTERS_MAX = 4_000;

    /// What stands around the text, from the outside in.
    private static final List<String> PARTS = List.of(".text-area", ".scroll-pane", ".viewport", ".content");
    private static final String LETTER = "X";
    private static final Pattern LINE_END = Pattern.compile("\\R");

    private final Text measure = new Text();
    /// Whether the text, at the width for which it was measured last, has more lines than are shown.
    private boolean scrolls;
    private boolean isLarge;
    private DoubleSupplier largeHeight = () -> 0;

    GrowingField() {
        textProperty().subscribe(this::changed);
        addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        getChildren().add(new TypedEmoji(this));
        FieldPrompt.follow(this);
    }

    private void changed() {
        // an empty field has one line, whatever its prompt; the toolkit throws where text from the right wraps
        setWrapText(getLength() > 0 && !LineBreaks.isNeededFor(getText()));
        requestLayout();
    }

    /// Text processors end a line by other characters, too. The usual field drops these, and two words become one.
    @Override
    public void replaceText(int start, int end, String text) {
        super.replaceText(start, end, LINE_END.matcher(text).replaceAll("\n"));
    }

    boolean isLarge() {
        return isLarge;
    }

    void setLarge(boolean now) {
        isLarge = now;
        requestLayout();
    }

    /// @param height in pixels; asked in each layout
    void setLargeHeight(DoubleSupplier height) {
        largeHeight = height;
    }

    private void leave(KeyEvent event) {
        if (event.getCode() != KeyCode.TAB || event.isControlDown() || event.isAltDown() || event.isMetaDown()) return;
        requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        event.consume();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double high = heightByText(width);
        return isLarge ? Math.max(high, snapSizeY(largeHeight.getAsDouble())) : high;
    }

    /// The usual field asks for a fixed number of lines, whatever its text and its width.
    double heightByText(double width) {
        double inner = width < 0 ? getWidth() : width;
        double around = 0;
        for (String part : PARTS) {
            if (!(lookup(part) instanceof Region region)) return super.computePrefHeight(width);
            Insets insets = region.getInsets();
            inner -= insets.getLeft() + insets.getRight();
            around += insets.getTop() + insets.getBottom();
        }
        measure.setFont(getFont());
        if (lookup(".text") instanceof Text drawn) measure.setBoundsType(drawn.getBoundsType()); // they round heights
        measure.setWrappingWidth(isWrapText() ? Math.max(1, inner) : 0);
        double line = heightOf(LETTER);
        double text = heightOf(beginning());
        scrolls = text > LINES_MAX * line;
        return snapSizeY(Math.max(line, Math.min(LINES_MAX * line, text)) + around);
    }

    /// Before the field has grown, the toolkit shows a bar. Beside that the text may wrap into one more line, and the
    /// bar would stay.
    @Override
    protected void layoutChildren() {
        if (lookup(".scroll-pane") instanceof ScrollPane pane) {
            pane.setVbarPolicy(scrolls || isLarge ? ScrollBarPolicy.AS_NEEDED : ScrollBarPolicy.NEVER);
        }
        super.layoutChildren();
    }

    private String beginning() {
        String text = getText();
        return text == null ? "" : text.substring(0, Math.min(text.length(), MEASURED_CHARACTERS_MAX));
    }

    private double heightOf(String text) {
        measure.setText(text);
        return Math.ceil(measure.getLayoutBounds().getHeight());
    }
}
