package io.landline.ui.acts;

import atlantafx.base.theme.Styles;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.WideButton;
import io.landline.ui.look.EmojiLabel;
import io.landline.ui.look.TextTooltip;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A message of a list: who and when, and what. A click leads to it; what is beside takes it out of the list. JavaFX
/// thread.
final class MessageRow extends HBox {
    /// @param about who, where and when, safe to show
    /// @param words what it says, on one line, safe to show
    /// @param open leads to it
    /// @param out takes it out of the list
    MessageRow(String about, String words, Runnable open, IconButton out) {
        EmojiLabel what = line(words);
        var there = new WideButton("acts-message", new VBox(muted(about), what));
        there.setAccessibleText(about + ". " + what.said());
        there.setTooltip(new TextTooltip(words));
        there.setOnAction(_ -> open.run());
        show(there, out);
    }

    private MessageRow(Region lines, IconButton out) { show(lines, out); }

    /// Of a message that is not here any more: nothing leads to it.
    static MessageRow gone(String about, String why, IconButton out) {
        var lines = new VBox(muted(about), muted(why));
        lines.getStyleClass().add("acts-gone");
        return new MessageRow(lines, out);
    }

    private static EmojiLabel muted(String text) {
        EmojiLabel label = line(text);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }

    private static EmojiLabel line(String text) {
        var label = new EmojiLabel();
        label.setText(text);
        label.setMinWidth(0);
        return label;
    }

    private void show(Region there, IconButton out) {
        there.setMinWidth(0);
        HBox.setHgrow(there, Priority.ALWAYS);
        out.setMinWidth(USE_PREF_SIZE);
        out.getStyleClass().add(Styles.FLAT);
        getStyleClass().add("acts-row");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(there, out);
    }

    void focus() {
        boolean leads = getChildren().getFirst() instanceof WideButton;
        (leads ? getChildren().getFirst() : getChildren().getLast()).requestFocus();
    }
}
