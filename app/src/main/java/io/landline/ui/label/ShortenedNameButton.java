package io.landline.ui.label;

import java.util.function.UnaryOperator;
import javafx.scene.Node;

/// A button with somebody's name and something else, as [ShortenedNameLabel]: the name gives way. JavaFX thread.
public final class ShortenedNameButton extends EmojiButton {
    private final ShortenedName shortened = new ShortenedName(this);

    public ShortenedNameButton(Node graphic) {
        super("", graphic);
        graphicTextGapProperty().subscribe(_ -> shortened.fit());
    }

    /// @param shownName as the person chose it
    /// @param around makes the line of the name, or of its beginning
    public void show(String shownName, UnaryOperator<String> around) {
        shortened.show(shownName, around);
    }
}
