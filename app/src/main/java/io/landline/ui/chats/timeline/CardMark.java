package io.landline.ui.chats.timeline;

import io.landline.node.port.TimelineItem;
import io.landline.ui.chats.message.Bubble;
import io.landline.ui.chats.search.SearchMarks;
import javafx.css.PseudoClass;

/// The ring around a card that a search found: a poll, a hand-in box, files. Its words are in several labels, so the
/// card is marked as a whole. JavaFX thread.
final class CardMark {
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private CardMark() {}

    /// @param bubble around the item
    static void show(Bubble bubble, TimelineItem item, SearchMarks marks) {
        boolean found = marks.areOnCard(item);
        bubble.pseudoClassStateChanged(FOUND, found);
        bubble.pseudoClassStateChanged(CURRENT, found && item.position().equals(marks.current()));
    }
}
