package io.landline.ui.label;

import java.util.function.UnaryOperator;

/// A label of one line with somebody's name and something else. Where both have no room, the name gives way, and not
/// what stands behind it. It reads all of it aloud. JavaFX thread.
public class ShortenedNameLabel extends EmojiLabel {
    private final ShortenedName shortened = new ShortenedName(this);

    /// @param shownName as the person chose it
    /// @param around makes the line of the name, or of its beginning
    public void show(String shownName, UnaryOperator<String> around) {
        shortened.show(shownName, around);
    }
}
