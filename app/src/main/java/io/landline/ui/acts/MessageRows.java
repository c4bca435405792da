package io.landline.ui.acts;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The messages of a sheet, a row each, loaded anew whenever something in the conversation changes. A row stays while
/// it says the same, so a click that is under way meets the row that it was meant for. The keyboard stays on its row;
/// where that goes, it is on the one in its place. JavaFX thread.
final class MessageRows extends VBox {
    private final Runnable empty;

    /// @param empty is run where the last row goes that had the keyboard
    MessageRows(Runnable empty) {
        this.empty = empty;
        getStyleClass().add("acts-rows");
    }

    private List<MessageRow> rows() {
        return getChildren().stream().filter(MessageRow.class::isInstance).map(MessageRow.class::cast).toList();
    }

    /// @param wanted made anew, in the order in which they stand
    /// @param none stands there where there are none
    void show(List<MessageRow> wanted, Node none) {
        List<MessageRow> before = rows();
        MessageRow withKeyboard = before.stream().filter(MessageRow::isFocusWithin).findFirst().orElse(null);
        int place = before.indexOf(withKeyboard);
        boolean isOut = withKeyboard != null && withKeyboard.isOutFocused();
        List<MessageRow> now = wanted.stream().map(each -> kept(before, each)).toList();
        if (now.equals(before) && !now.isEmpty()) return;
        getChildren().setAll(now.isEmpty() ? List.of(none) : now);
        if (withKeyboard != null && !now.contains(withKeyboard)) giveKeyboard(now, withKeyboard, place, isOut);
    }

    private static MessageRow kept(List<MessageRow> before, MessageRow wanted) {
        return before.stream().filter(wanted::saysTheSame).findFirst().orElse(wanted);
    }

    private void giveKeyboard(List<MessageRow> now, MessageRow before, int place, boolean isOut) {
        MessageRow same = now.stream().filter(before::isOfTheSame).findFirst().orElse(null);
        if (same != null) {
            same.focus(isOut);
        } else if (now.isEmpty()) {
            empty.run();
        } else {
            now.get(Math.min(place, now.size() - 1)).focus(false);
        }
    }

    /// Gives the keyboard to the first row. False if there is no row.
    boolean focusFirst() {
        @Nullable
        MessageRow first = rows().stream().findFirst().orElse(null);
        if (first != null) first.focus(false);
        return first != null;
    }
}
